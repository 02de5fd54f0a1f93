package org.openots.instructor.headless;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
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

    /** Version 0.1 has no scenarios: every row is told, and what is lost on the way too. */
    @Test
    void aStudyOfVersion01IsRaisedAndWhatIsMissingIsListed() throws IOException {
        Path first = Path.of("..", "hazop-module", "src", "test", "resources", "org", "openots", "hazop", "study")
                .resolve("first-version.json");
        Path book = folder.resolve("first.xlsx");
        CommandLineRun out = CommandLineRun.of(
                "hazop",
                "export",
                "--study",
                first.toString(),
                "--format",
                "xlsx",
                "--out",
                book.toString(),
                "--date",
                "2026-03-01",
                "--json");
        assertThat(out.code()).isZero();
        assertThat(out.err()).contains("事故剧情", "no scenarios");
        assertThat(new ObjectMapper().readTree(out.out()).path("raisedFrom").asText())
                .isEqualTo("0.1");
        Path json = folder.resolve("first.json");
        CommandLineRun in =
                CommandLineRun.of("hazop", "import", "--file", book.toString(), "--out", json.toString(), "--json");
        assertThat(in.code()).isZero();
        JsonNode said = new ObjectMapper().readTree(in.out());
        assertThat(said.path("findings")).hasSize(said.path("toCorrect").asInt());
        assertThat(said.path("findings").findValuesAsText("code")).contains("OTS-HAZ-017");
        CommandLineRun check = CommandLineRun.of("hazop", "check", json.toString(), "--json");
        assertThat(new ObjectMapper().readTree(check.out()).path("findings")).isEqualTo(said.path("findings"));
    }

    /** A part that the list of types lacks, as a tool leaves it that pastes macros into a workbook. */
    @Test
    void aDamagedPackageIsToldAsAMistake() throws IOException {
        Path book = folder.resolve("study.xlsx");
        export("xlsx", book);
        Path macro = folder.resolve("macro.xlsx");
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(book));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(macro))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(out);
            }
            out.putNextEntry(new ZipEntry("xl/vbaProject.bin"));
            out.write(1);
        }
        Path json = folder.resolve("out.json");
        CommandLineRun run = CommandLineRun.of("hazop", "import", "--file", macro.toString(), "--out", json.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("OTS-XLSX-001", "macro.xlsx", "文件已损坏。", "it is damaged")
                .doesNotContain("程序出错");
        assertThat(json).doesNotExist();
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
