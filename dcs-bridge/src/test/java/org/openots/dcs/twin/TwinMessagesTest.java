package org.openots.dcs.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openots.common.error.OtsException;

/** Every message is there in both languages and uses all its values. */
class TwinMessagesTest {
    private static final List<String> VALUES = List.of("v0", "v1", "v2", "v3");

    @ParameterizedTest
    @EnumSource(TwinError.class)
    void bothLanguagesNameTheSameValues(TwinError error) {
        OtsException refused = new OtsException(error, VALUES.toArray());
        String zh = refused.messageIn(Locale.SIMPLIFIED_CHINESE);
        String en = refused.messageIn(Locale.ENGLISH);
        assertThat(zh).isNotEqualTo(en).doesNotContain("{");
        assertThat(en).doesNotContain("{");
        assertThat(VALUES.stream().filter(zh::contains).toList())
                .isNotEmpty()
                .isEqualTo(VALUES.stream().filter(en::contains).toList());
        assertThat(Arrays.stream(TwinError.values()).map(TwinError::code)).doesNotHaveDuplicates();
    }
}
