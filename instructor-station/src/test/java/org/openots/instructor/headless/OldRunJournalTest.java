package org.openots.instructor.headless;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.CommandLineRun;
import org.openots.instructor.content.PlantEngines;
import org.openots.instructor.content.SuiteContent;
import org.openots.instructor.session.RecordedRun;

/**
 * A run recorded by version 0.1.0 of the engine, kept with its plant pack and its rubric: what an appeal years later has.
 * As long as the engine has this version, the replay must end in the recorded state. A change that makes it end elsewhere
 * is a new version of the engine's arithmetic, so {@link PlantEngines#VERSION} is raised; then this run is refused with
 * both versions named, and a journal of the new version is added beside it.
 */
class OldRunJournalTest {
    private static final String RECORDED_BY = "0.1.0";
    private static final Path FOLDER = Path.of("src/test/resources/org/openots/instructor/session/version-1.0");
    private static final Path JOURNAL = FOLDER.resolve("r20260301-080000-0f0001");
    private static final Path RUBRIC = FOLDER.resolve("A-1.json");
    private static final Path PACK =
            Path.of("../simulator-core/src/test/resources/org/openots/plants/version-1.0/ethanol-water-rig");

    /** What the run was worth on the day it was recorded. */
    private static final String STATE = "9adc1ee1baa5d53a4b04684a231afa4403ab0d3535ef887788f2ef6323598464";

    private static CommandLineRun command(String command) {
        return CommandLineRun.of(
                command, JOURNAL.toString(), "--pack", PACK.toString(), "--rubric", RUBRIC.toString(), "--json");
    }

    private static JsonNode json(CommandLineRun run) throws JsonProcessingException {
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void versionOneReplaysToTheRecordedStateOrSaysWhichEngineItNeeds() throws JsonProcessingException {
        CommandLineRun verify = command("verify");
        CommandLineRun score = command("score");
        if (PlantEngines.VERSION.equals(RECORDED_BY)) {
            JsonNode verdict = json(verify);
            assertThat(verdict.path("state").path("replayed").asText())
                    .as("the engine's arithmetic has changed: raise PlantEngines.VERSION")
                    .isEqualTo(STATE);
            assertThat(verdict.path("verdict").asText()).isEqualTo("verified");
            assertThat(verify.code()).isZero();
            assertThat(json(score).path("total").asDouble()).isEqualTo(6.45);
        } else {
            for (CommandLineRun refused : List.of(verify, score)) {
                assertThat(refused.code()).isEqualTo(2);
                assertThat(refused.err()).contains("OTS-RUN-009", RECORDED_BY, PlantEngines.VERSION);
            }
        }
    }

    @Test
    void theChainOfVersionOneIsReadByEveryEngine() {
        assertThat(CommandLineRun.of("verify", JOURNAL.toString(), "--pack", PACK.toString(), "--json")
                        .err())
                .doesNotContain("OTS-RUN-016", "OTS-RUN-019", "OTS-JOURNAL");
    }

    @Test
    void anotherStateOfThePackIsNamed(@TempDir Path runs) {
        Path recorded =
                RecordedRun.write(runs, "r20260301-080000-0f0002", new SuiteContent().load(), run -> run.run(1));
        CommandLineRun run = CommandLineRun.of(
                "verify", recorded.toString(), "--pack", changedPack(runs).toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(2);
        assertThat(run.err())
                .contains("OTS-RUN-020")
                .contains(new PlantEngines().packHash("ethanol-water-rig"))
                .contains("请用 --pack 指定")
                .contains("with --pack");
    }

    private static Path changedPack(Path folder) {
        Path pack = folder.resolve("ethanol-water-rig");
        PackCopy.of(pack).replace("plant.json", "\"code\": \"A\"", "\"code\": \"X\"");
        return pack;
    }

    @Test
    void aLaterFormatVersionIsOneClearMessage(@TempDir Path runs) {
        Path later = RecordedRun.writeVersion(runs, "r20260301-080000-0f0003", new SuiteContent().load(), "2.0");
        for (String command : List.of("verify", "score")) {
            CommandLineRun run = CommandLineRun.of(command, later.toString());
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err().lines()).as("one message in both languages").hasSize(2);
            assertThat(run.err())
                    .contains("OTS-RUN-019", "run-journal 2.0", "run-journal 1.0, 1.1, 1.2")
                    .contains("日志格式")
                    .contains("reads only");
        }
    }
}
