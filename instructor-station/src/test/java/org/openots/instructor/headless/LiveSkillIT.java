package org.openots.instructor.headless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.CommandLineRun;

/** {@code bridge skills --live}: rigs as processes, a broker, the station's bridge, a recorded run. */
@Timeout(180)
class LiveSkillIT {
    @TempDir
    private Path folder;

    /** The wrong robot types its readings within half a minute, the right one waits for longer than this. */
    @Test
    void aSkillIsScoredByWhatComesOverTheBrokerAndIsTyped() throws IOException {
        CommandLineRun run = CommandLineRun.of(
                "bridge",
                "skills",
                "--live",
                "--skill",
                "15",
                "--until",
                "40s",
                "--dialect",
                "kepware",
                "--data",
                folder.toString(),
                "--json");
        assertThat(run.code()).as("the right robot had no time").isEqualTo(1);
        JsonNode trials = new ObjectMapper().readTree(run.out()).path("trials");
        assertThat(trials).hasSize(2).allSatisfy(trial -> {
            assertThat(trial.path("replayedEqual").asBoolean()).isTrue();
            assertThat(trial.path("refusedEntries").asInt()).isZero();
            assertThat(trial.path("rig").asDouble())
                    .isCloseTo(trial.path("simulator").asDouble(), within(SkillsCommand.TOLERANCE));
        });
        // what is typed earns something even when it is wrong, so that a score of 0 would mean that nothing came
        assertThat(trials.get(1).path("rig").asDouble()).isBetween(20.0, SkillsCommand.PASS);
    }

    @Test
    void aLiveTrialNeedsAFolder() {
        CommandLineRun run = CommandLineRun.of("bridge", "skills", "--live", "--skill", "15");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("OTS-CLI-026").contains("--data").contains("必须给出");
    }
}
