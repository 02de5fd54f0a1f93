package org.openots.instructor.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.openots.common.json.CanonicalJson;
import org.openots.hazop.report.RecordJson;
import org.openots.hazop.report.SheetReport;
import org.openots.hazop.risk.RiskMatrices;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.StudyFile;
import org.openots.hazop.study.StudyWriter;
import org.openots.hazop.worksheet.CauseRow;
import org.openots.hazop.worksheet.ScenarioLine;
import org.openots.hazop.worksheet.SheetColumn;
import org.openots.hazop.worksheet.SheetContent;
import org.openots.hazop.worksheet.SheetHead;
import org.openots.hazop.worksheet.SheetHistory;
import org.openots.hazop.worksheet.SheetState;

/** Reports as documents: what is in them, and that the same report gives the same bytes. */
class ReportFilesTest {
    private static final ReportFiles FILES = new ReportFiles();
    private static final SheetReport.Author AUTHOR = new SheetReport.Author("学员一", "HG2401", "01");

    private static Study study() {
        return StudyFile.named("ethanol-water-rig").study();
    }

    private static ReportFiles.Wish wish(ReportFormat format, Locale locale) {
        return new ReportFiles.Wish(format, locale, "2026-03-01", ZoneOffset.UTC);
    }

    private static byte[] key(ReportFormat format, Locale locale) {
        return FILES.study(study(), RiskMatrices.shipped("risk-5x5"), wish(format, locale));
    }

    /** A worksheet with a text of several pages, and characters that no font has. */
    private static SheetState state() {
        ScenarioLine line = new ScenarioLine(
                "l1",
                Map.of(
                        SheetColumn.CONSEQUENCE, "第一行\n" + "液位下降并抽空，".repeat(1200) + "末尾",
                        SheetColumn.SEVERITY, "3",
                        SheetColumn.LIKELIHOOD, "4",
                        SheetColumn.SAFEGUARDS, "=1+1 \u0001 \uD83D\uDE00 \uD840\uDC00"));
        SheetHead head = new SheetHead(
                "h20260301-080000-0f0001",
                "s01",
                new SheetHead.StudyRef(study().id(), "0123456789abcdef", 5, 5),
                "junior",
                List.of("D01", "D02"),
                1_772_352_000_000L);
        return new SheetState(
                head,
                new SheetContent(Map.of("D01", List.of(new CauseRow("c1", "进料泵停", List.of(line))))),
                new SheetHistory(List.of(), List.of()),
                Map.of(),
                Optional.empty(),
                Map.of());
    }

    private static byte[] sheet(ReportFormat format) {
        SheetReport.Source source = new SheetReport.Source(state(), study(), RiskMatrices.shipped("risk-5x5"), AUTHOR);
        return FILES.sheet(source, wish(format, Locale.SIMPLIFIED_CHINESE));
    }

    /** The text of all pages without spaces, which lines break at will. */
    private static String pdf(byte[] file) throws IOException {
        PdfReader reader = new PdfReader(file);
        PdfTextExtractor extractor = new PdfTextExtractor(reader);
        StringBuilder text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(extractor.getTextFromPage(page));
        }
        return text.toString().replaceAll("\\s+", "");
    }

    private static String docx(byte[] file) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file));
                XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
            return extractor.getText();
        }
    }

    @Test
    void theKeyAsPdfHoldsItsTextItsHashAndItsFont() throws IOException {
        byte[] file = key(ReportFormat.PDF, Locale.SIMPLIFIED_CHINESE);
        assertThat(file.length).isLessThan(1_000_000);
        String text = pdf(file);
        assertThat(text).contains(CanonicalJson.sha256(StudyWriter.json(study())), "分析记录表".substring(0, 2));
        study().deviations()
                .forEach(row -> assertThat(text).contains(row.text().zh().replaceAll("\\s+", "")));
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).containsPattern("[A-Z]{6}\\+NotoSansSC");
        assertThat(key(ReportFormat.PDF, Locale.SIMPLIFIED_CHINESE)).isEqualTo(file);
    }

    @Test
    void theKeyAsWordHoldsItsTextAndItsHash() throws IOException {
        byte[] file = key(ReportFormat.DOCX, Locale.ENGLISH);
        String text = docx(file);
        assertThat(text).contains(CanonicalJson.sha256(StudyWriter.json(study())), "Residual risk");
        study().keyItems().forEach(item -> assertThat(text).contains(item.text().en()));
        assertThat(key(ReportFormat.DOCX, Locale.ENGLISH)).isEqualTo(file);
    }

    @Test
    void aWorksheetWithOddAndLongTextsIsPrintedWhole() throws IOException {
        String hash = RecordJson.sha256(state(), AUTHOR);
        String text = pdf(sheet(ReportFormat.PDF));
        assertThat(text).contains("进料泵停", "学员一", "末尾", "=1+1[U+0001][U+1F600]", hash);
        assertThat(docx(sheet(ReportFormat.DOCX))).contains("进料泵停", "末尾", "=1+1 [U+0001] \uD83D\uDE00", hash);
        assertThat(new String(sheet(ReportFormat.JSON), StandardCharsets.UTF_8)).contains("\"cause\":\"进料泵停\"");
        assertThat(sheet(ReportFormat.XLSX)).isEqualTo(sheet(ReportFormat.RECORD));
    }

    @Test
    void nothingOfTheKeyIsInAWorksheetsDocuments() throws IOException {
        String all = docx(sheet(ReportFormat.DOCX)) + pdf(sheet(ReportFormat.PDF));
        String names = study().deviations().stream().map(row -> row.text().zh()).collect(Collectors.joining());
        assertThat(study().keyItems().map(item -> item.text().zh()))
                .filteredOn(text -> !names.contains(text))
                .noneMatch(all::contains);
    }
}
