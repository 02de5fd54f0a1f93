package org.openots.instructor.headless;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.CommandLineRun;
import org.openots.instructor.catalog.StationContent;
import org.openots.instructor.content.PlantEngines;
import org.openots.instructor.content.SuiteContent;
import org.openots.instructor.session.RecordedRun;

/** {@code openots verify} and {@code openots score} on journals of the real plant. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordedRunCommandsTest {
    @TempDir
    private static Path runs;

    private Path closed = Path.of("");

    @BeforeAll
    void record() {
        closed = RecordedRun.write(
                runs,
                "r20260301-080000-0a0001",
                new SuiteContent().load(),
                run -> run.run(5)
                        .operate("FIC-701", "sp", 62)
                        .run(20)
                        .fault("A-F02")
                        .run(30)
                        .operate("HV-715", "position", 80)
                        .run(5));
    }

    private static JsonNode json(CommandLineRun run) {
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines()).as("one line on standard output").hasSize(1);
        try {
            return new ObjectMapper().readTree(run.out());
        } catch (JsonProcessingException e) {
            throw new AssertionError(run.out(), e);
        }
    }

    /** A journal of the same content under another name is another journal, so copies keep the last name. */
    private static Path copy(Path journal, Path folder) throws IOException {
        Path target = folder.resolve(String.valueOf(journal.getFileName()));
        Files.createDirectories(target);
        try (Stream<Path> files = Files.list(journal)) {
            files.forEach(file -> {
                try {
                    Files.copy(
                            file,
                            target.resolve(String.valueOf(file.getFileName())),
                            StandardCopyOption.REPLACE_EXISTING);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return target;
    }

    private static Path segment(Path journal) {
        return journal.resolve("000001.journal");
    }

    @Test
    void anUntouchedJournalIsVerified() {
        CommandLineRun run = CommandLineRun.of("verify", closed.toString(), "--json");
        assertThat(run.code()).isZero();
        JsonNode verdict = json(run);
        assertThat(verdict.path("verdict").asText()).isEqualTo("verified");
        assertThat(verdict.path("chain").path("intact").asBoolean()).isTrue();
        assertThat(verdict.path("tick").asInt()).isEqualTo(600);
        for (String what : List.of("state", "score", "sheet")) {
            assertThat(verdict.path(what).path("same").asBoolean()).as(what).isTrue();
            assertThat(verdict.path(what).path("recorded").asText())
                    .as(what)
                    .isNotEmpty()
                    .isEqualTo(verdict.path(what).path("replayed").asText());
        }
        assertThat(CommandLineRun.of("verify", closed.toString()).out())
                .contains("与记录一致")
                .contains("as recorded")
                .contains("r20260301-080000-0a0001");
    }

    @Test
    void aBranchIsVerifiedAloneAndBesideTheRunItLeft(@TempDir Path folder) throws IOException {
        StationContent content = new SuiteContent().load();
        String of = "r20260301-080000-0a0001";
        Path branch = RecordedRun.writeBranch(
                runs,
                "r20260301-090000-0a0002",
                of,
                40,
                content,
                run -> run.operate("HV-715", "position", 20).run(20));
        CommandLineRun beside = CommandLineRun.of("verify", branch.toString(), "--json");
        assertThat(beside.code()).isZero();
        JsonNode verdict = json(beside);
        assertThat(verdict.path("verdict").asText()).isEqualTo("verified");
        assertThat(verdict.path("tick").asInt()).isEqualTo(600);
        assertThat(verdict.path("record").asBoolean(true)).isFalse();
        assertThat(verdict.path("branchOf").path("checked").asText()).isEqualTo("same");
        assertThat(verdict.path("branchOf").path("tick").asInt()).isEqualTo(400);
        Path alone = copy(branch, folder);
        assertThat(json(CommandLineRun.of("verify", alone.toString(), "--json"))
                        .path("branchOf")
                        .path("checked")
                        .asText())
                .isEqualTo("absent");
        assertThat(CommandLineRun.of("verify", alone.toString()).out())
                .contains("不作为成绩")
                .contains("not a record");
        RecordedRun.write(folder, of, content, run -> run.run(60));
        CommandLineRun other = CommandLineRun.of("verify", alone.toString(), "--json");
        assertThat(other.code()).isEqualTo(1);
        assertThat(json(other).path("verdict").asText()).isEqualTo("different");
        assertThat(json(other).path("branchOf").path("checked").asText()).isEqualTo("different");
    }

    @Test
    void verifyingChangesNothing() throws IOException {
        byte[] before = Files.readAllBytes(segment(closed));
        CommandLineRun.of("verify", closed.toString());
        assertThat(Files.readAllBytes(segment(closed))).isEqualTo(before);
    }

    @Test
    void aChangedByteBreaksTheChain(@TempDir Path folder) throws IOException {
        Path copy = copy(closed, folder);
        byte[] bytes = Files.readAllBytes(segment(copy));
        bytes[bytes.length / 2] ^= 1;
        Files.write(segment(copy), bytes);
        CommandLineRun run = CommandLineRun.of("verify", copy.toString(), "--json");
        assertThat(run.code()).isEqualTo(1);
        assertThat(json(run).path("verdict").asText()).isEqualTo("broken");
        assertThat(json(run).path("chain").path("defect").path("code").asText()).isEqualTo("OTS-JOURNAL-002");
        assertThat(CommandLineRun.of("verify", copy.toString()).out())
                .contains("散列链损坏")
                .contains("chain broken");
        CommandLineRun score = CommandLineRun.of("score", copy.toString());
        assertThat(score.code()).isEqualTo(2);
        assertThat(score.err()).contains("OTS-RUN-016").contains("OTS-JOURNAL-002");
    }

    @Test
    void anotherEndThanTheRecordedOneIsDifferent() {
        // a journal whose chain is sound but whose last event claims what a replay does not give
        Path forged =
                RecordedRun.writeForged(runs, "r20260301-080000-0a0002", new SuiteContent().load(), run -> run.run(3));
        CommandLineRun run = CommandLineRun.of("verify", forged.toString(), "--json");
        assertThat(run.code()).isEqualTo(1);
        JsonNode verdict = json(run);
        assertThat(verdict.path("verdict").asText()).isEqualTo("different");
        assertThat(verdict.path("chain").path("intact").asBoolean()).isTrue();
        assertThat(verdict.path("state").path("same").asBoolean()).isTrue();
        assertThat(verdict.path("score").path("same").asBoolean()).isFalse();
        assertThat(verdict.path("score").path("recorded").asText()).isEqualTo("100.0");
    }

    @Test
    void anOpenRunCanBeScoredButNotVerified() {
        Path open =
                RecordedRun.writeOpen(runs, "r20260301-080000-0a0003", new SuiteContent().load(), run -> run.run(2));
        CommandLineRun run = CommandLineRun.of("verify", open.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("OTS-RUN-023").contains("尚未关闭").contains("is not closed");
        CommandLineRun score = CommandLineRun.of("score", open.toString(), "--json");
        assertThat(score.code()).isZero();
        assertThat(json(score).path("max").asDouble()).isPositive();
    }

    @Test
    void theScoreSheetIsTheRecordedOne() {
        CommandLineRun run = CommandLineRun.of("score", closed.toString(), "--json");
        assertThat(run.code()).isZero();
        JsonNode sheet = json(run);
        assertThat(sheet.path("rubric").path("id").asText()).isEqualTo("A-1");
        assertThat(sheet.path("steps")).isNotEmpty();
        JsonNode verdict = json(CommandLineRun.of("verify", closed.toString(), "--json"));
        assertThat(org.openots.common.json.CanonicalJson.sha256(sheet))
                .isEqualTo(verdict.path("sheet").path("recorded").asText());
    }

    @Test
    void aRunCanBeScoredByAnotherRubric() {
        CommandLineRun run = CommandLineRun.of("score", closed.toString(), "--rubric", "A-3", "--json");
        assertThat(run.code()).isZero();
        assertThat(json(run).path("rubric").path("id").asText()).isEqualTo("A-3");
    }

    @Test
    void anotherEngineVersionIsNamed() {
        Path other = RecordedRun.write(
                runs,
                "r20260301-080000-0a0004",
                RecordedRun.ofVersion(new SuiteContent().load(), "0.0.9"),
                run -> run.run(1));
        for (String command : List.of("verify", "score")) {
            CommandLineRun run = CommandLineRun.of(command, other.toString());
            assertThat(run.code()).as(command).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err().lines()).as("one message in both languages").hasSize(2);
            assertThat(run.err()).contains("OTS-RUN-009", "0.0.9", PlantEngines.VERSION, "逐位", "bit for bit");
        }
    }

    @Test
    void whatIsNoJournalIsRefused(@TempDir Path folder) {
        for (String command : List.of("verify", "score")) {
            CommandLineRun run =
                    CommandLineRun.of(command, folder.resolve("none").toString());
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("OTS-RUN-022", "没有运行日志", "no journal");
            assertThat(folder.resolve("none")).doesNotExist();
        }
    }
}
