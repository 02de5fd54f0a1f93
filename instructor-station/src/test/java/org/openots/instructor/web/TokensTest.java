package org.openots.instructor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The pages of the station and the off-line page of the sender beside a rig look alike: they have the same design tokens. */
class TokensTest {
    @Test
    void theSenderHasTheTokensOfTheStation() throws IOException {
        assertThat(text("/org/openots/dcs/app/kit/tokens.css"))
                .as("copy of the station's css/tokens.css in the kit of the sender")
                .isEqualTo(text("/org/openots/instructor/web/css/tokens.css"));
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = TokensTest.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
