package org.openots.instructor.headless;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.hazop.study.StudyFile;
import org.openots.hazop.study.StudyWriter;
import org.openots.instructor.app.CommandLineRun;

/** {@code openots hazop export} and {@code import}. */
class HazopExchangeCommandTest {
    private static final String RIG = "ethanol-water-rig";

    @TempDir
    private Path folder;

    private CommandLineRun export(String format, Path out) {
        return CommandLineRun.of(
                "hazop",
                "export",
                "--study",
                RIG,
                "--format",
                format,
                "--out",
                out.toString(),
                "--date",
                "2026-03-01",
                "--json");
    }

    @Test
    void aStudyGoesOutAndComesBack() throws IOException {
        Path book = folder.resolve("new/study.xlsx");
        CommandLineRun out = export("xlsx", book);
        assertThat(out.code()).isZero();
        JsonNode said = new ObjectMapper().readTree(out.out());
        assertThat(said.path("bytes").asLong()).isEqualTo(Files.size(book));
        assertThat(said.path("sha256").asText()).matches("[0-9a-f]{64}");
        Path json = folder.resolve("study.json");
        CommandLineRun in =
                CommandLineRun.of("hazop", "import", "--file", book.toString(), "--out", json.toString(), "--json");
        assertThat(in.code()).as(in.out() + in.err()).isZero();
        assertThat(new ObjectMapper().readTree(in.out()).path("toCorrect").asInt())
                .isZero();
        assertThat(Files.readString(json))
                .isEqualTo(StudyWriter.text(StudyFile.named(RIG).study()));
    }

    @Test
    void ourRecordTableBecomesADraft() throws IOException {
        Path record = folder.resolve("record.xlsx");
        assertThat(export("record", record).code()).isZero();
        Path json = folder.resolve("draft.json");
        CommandLineRun in = CommandLineRun.of(
                "hazop",
                "import",
                "--file",
                record.toString(),
                "--profile",
                "openots-record",
                "--id",
                "my-draft",
                "--out",
                json.toString(),
                "--json");
        assertThat(in.code()).as(in.out() + in.err()).isZero();
        assertThat(StudyFile.named(json.toString()).study().id()).isEqualTo("my-draft");
    }

    @Test
    void mistakesAreExitCodeTwoAndWriteNothing() throws IOException {
        Path wrong = folder.resolve("wrong.xlsx");
        Files.writeString(wrong, "no workbook");
        Path json = folder.resolve("out.json");
        CommandLineRun broken =
                CommandLineRun.of("hazop", "import", "--file", wrong.toString(), "--out", json.toString());
        assertThat(broken.code()).isEqualTo(2);
        assertThat(broken.err()).contains("OTS-XLSX-001", "wrong.xlsx");
        Path record = folder.resolve("record.xlsx");
        export("record", record);
        Path book = folder.resolve("study.xlsx");
        export("xlsx", book);
        CommandLineRun other = CommandLineRun.of(
                "hazop", "import", "--file", book.toString(), "--profile", "openots-record", "--out", json.toString());
        assertThat(other.out()).contains("OTS-XLSX-015", "study.xlsx");
        assertThat(other.code()).isEqualTo(2);
        CommandLineRun none =
                CommandLineRun.of("hazop", "import", "--file", record.toString(), "--out", json.toString());
        assertThat(none.err()).contains("OTS-XLSX-014", "--profile");
        assertThat(json).doesNotExist();
        assertThat(export("odt", folder.resolve("x.odt")).err())
                .contains("OTS-CLI-015", "xlsx, record, docx, pdf, json");
        assertThat(CommandLineRun.of("hazop", "export", "--help").out()).contains("--format", "--lang");
    }
}
