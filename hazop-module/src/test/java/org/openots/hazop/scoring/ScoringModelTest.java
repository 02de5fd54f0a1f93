package org.openots.hazop.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;

/** Models as files. */
class ScoringModelTest {
    @Test
    void whatIsWrittenIsRead() {
        ScoringModel model = Suite.WITHOUT.model();
        ScoringModel again = ScoringModel.read(StrictJson.parse("model.json", model.toJson(), Findings.throwing()));
        assertThat(again.toJson()).isEqualTo(model.toJson());
        assertThat(again.thresholds()).isEqualTo(model.thresholds());
        assertThat(again.version()).isEqualTo(model.version());
    }

    @Test
    void bothModelsAreOfTheSuite() {
        assertThat(Suite.WITH.model().sentences()).isTrue();
        assertThat(Suite.WITHOUT.model().sentences()).isFalse();
    }
}
