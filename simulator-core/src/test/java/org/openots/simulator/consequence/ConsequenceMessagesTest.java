package org.openots.simulator.consequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConsequenceMessagesTest {
    @Test
    void messagesExistInBothLanguages() {
        ResourceBundle.Control exact =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        String bundle = ConsequenceError.OUT_OF_RANGE.bundle();
        Set<String> zh = ResourceBundle.getBundle(bundle, Locale.ROOT, exact).keySet();
        assertThat(ResourceBundle.getBundle(bundle, Locale.ENGLISH, exact).keySet())
                .isEqualTo(zh);
        for (ConsequenceError error : ConsequenceError.values()) {
            assertThat(zh).contains(error.name());
        }
    }
}
