package org.openots.instructor.headless;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.CommandLineRun;
import org.openots.instructor.content.SuiteContent;
import org.openots.instructor.session.RecordedRun;

/** {@code openots debrief} on the journal of a run in which a valve was closed, and opened again too late. */
class DebriefCommandTest {
    private static final String RUN = "r20260301-080000-0b0001";
    private static final String FAULT = "A-F02";

    @TempDir
    private static Path folder;

    private static Path journal() {
        return RecordedRun.write(
                folder,
                RUN,
                new SuiteContent().load(),
                run -> run.run(30)
                        .operate("FIC-701", "sp", 60)
                        .run(70)
                        .operate("HV-712", "position", 0)
                        .run(370)
                        .operate("HV-712", "position", 100)
                        .run(60)
                        .fault(FAULT)
                        .run(70));
    }

    private static String text(Path pdf) throws IOException {
        PdfReader reader = new PdfReader(Files.readAllBytes(pdf));
        StringBuilder text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(new PdfTextExtractor(reader).getTextFromPage(page)).append('\n');
        }
        return text.toString();
    }

    @Test
    void aRunIsToldToItsTraineeAndToItsTeacher() throws IOException {
        String journal = journal().toString();
        Path own = folder.resolve("own.pdf");
        CommandLineRun written = CommandLineRun.of("debrief", journal, "--out", own.toString(), "--json");
        assertThat(written.code()).as(written.err()).isZero();
        assertThat(written.out()).contains("\"secrets\":false", RUN);
        assertThat(text(own)).contains(RUN, "HV-712", "EEMUA 191").doesNotContain(FAULT);
        Path whole = Path.of("target", "debrief-causes.pdf");
        CommandLineRun causes =
                CommandLineRun.of("debrief", journal, "--out", whole.toString(), "--causes", "--lang", "en");
        assertThat(causes.code()).as(causes.err()).isZero();
        assertThat(text(whole)).contains(FAULT, "HV-712 opening 100 %", "1 min earlier", "trips 0", "Interventions");
        Path pages = folder.resolve("pages.zip");
        assertThat(CommandLineRun.of("debrief", journal, "--out", pages.toString())
                        .code())
                .isZero();
        try (ZipFile zip = new ZipFile(pages.toFile())) {
            String data =
                    new String(zip.getInputStream(zip.getEntry("data.js")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(data).contains("PI-702", "HV-712 开度 0 %").doesNotContain(FAULT);
        }
    }

    @Test
    void aWrongOrderIsRefusedAndNothingIsWritten() {
        Path out = folder.resolve("f.docx");
        CommandLineRun wrong = CommandLineRun.of("debrief", folder.toString(), "--out", out.toString());
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains(".pdf, .zip");
        assertThat(out).doesNotExist();
        CommandLineRun none = CommandLineRun.of(
                "debrief",
                folder.resolve("none").toString(),
                "--out",
                folder.resolve("f.pdf").toString());
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("OTS-RUN-022");
        assertThat(CommandLineRun.of("debrief", "--help").out()).contains("write the debrief", "把一次运行的复盘");
    }
}
