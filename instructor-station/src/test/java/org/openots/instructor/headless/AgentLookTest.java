package org.openots.instructor.headless;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openots.common.json.StrictJson;
import org.openots.dcs.app.AgentKit;
import org.openots.instructor.web.WebSettings;

class AgentLookTest {
    /** The sender's pages work without the station, so they carry its design tokens along; they must be the same. */
    @Test
    void thePagesOfTheSenderLookAsTheStationDoes() {
        byte[] station = StrictJson.bytes(WebSettings.class, "css/tokens.css");
        assertThat(StrictJson.bytes(AgentKit.class, "kit/tokens.css")).isEqualTo(station);
    }
}
