package org.openots.hazop.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.openots.hazop.risk.RiskMatrices;
import org.openots.hazop.study.KeyItem;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.StudyFile;
import org.openots.hazop.worksheet.CauseRow;
import org.openots.hazop.worksheet.ScenarioLine;
import org.openots.hazop.worksheet.SheetColumn;
import org.openots.hazop.worksheet.SheetContent;
import org.openots.hazop.worksheet.SheetHead;
import org.openots.hazop.worksheet.SheetHistory;
import org.openots.hazop.worksheet.SheetState;

/** What a student wrote as a record table. */
class SheetReportTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final String ODD = "=HYPERLINK(\"x\")\n+1 \u0001 \uD840\uDC00 \uD83D\uDE00 _x0041_";

    private static Study study() {
        return StudyFile.named("ethanol-water-rig").study();
    }

    private static SheetState state() {
        ScenarioLine first = new ScenarioLine(
                "l1",
                Map.of(
                        SheetColumn.CONSEQUENCE, "塔釜液位下降",
                        SheetColumn.SEVERITY, "3",
                        SheetColumn.LIKELIHOOD, "4",
                        SheetColumn.SAFEGUARDS, "报警\n联锁",
                        SheetColumn.EXISTING_SEVERITY, "3",
                        SheetColumn.EXISTING_LIKELIHOOD, "2",
                        SheetColumn.RECOMMENDATIONS, "增设备用泵",
                        SheetColumn.OWNER, "process",
                        SheetColumn.DUE, "2026-12-31"));
        ScenarioLine second = new ScenarioLine(
                "l2",
                Map.of(
                        SheetColumn.CONSEQUENCE,
                        "后果".repeat(1000),
                        SheetColumn.SHARED,
                        "yes",
                        SheetColumn.SEVERITY,
                        "2"));
        CauseRow cause = new CauseRow("c1", ODD, List.of(first, second));
        SheetHead head = new SheetHead(
                "h20260301-080000-0f0001",
                "s01",
                new SheetHead.StudyRef(study().id(), "0123456789abcdef", 5, 5),
                "junior",
                List.of("D01", "D02"),
                1_772_352_000_000L);
        return new SheetState(
                head,
                new SheetContent(Map.of("D01", List.of(cause))),
                new SheetHistory(List.of(), List.of()),
                Map.of(),
                Optional.of(new SheetState.HandIn(1_772_355_600_000L, "abcdef0123456789")),
                Map.of());
    }

    private static Report report(Locale locale) {
        SheetReport.Author author = new SheetReport.Author("学员01", "HG2401", "01");
        SheetReport.Source source = new SheetReport.Source(state(), study(), RiskMatrices.shipped("risk-5x5"), author);
        return SheetReport.of(source, locale, ZoneOffset.UTC, "2026-03-02");
    }

    private static XSSFWorkbook book(byte[] file) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(file));
    }

    @Test
    void theTableHasTwoRowsOfHeadingsAndJoinedCells() throws IOException {
        byte[] file = RecordWorkbook.write(report(Locale.SIMPLIFIED_CHINESE));
        assertThat(RecordWorkbook.write(report(Locale.SIMPLIFIED_CHINESE))).isEqualTo(file);
        try (XSSFWorkbook book = book(file)) {
            XSSFSheet sheet = book.getSheet("N1");
            int head = 0;
            while (!sheet.getRow(head).getCell(0).getStringCellValue().equals("序号")) {
                head++;
            }
            assertThat(sheet.getRow(head).getCell(6).getStringCellValue()).isEqualTo("初始风险");
            assertThat(sheet.getRow(head + 1).getCell(6).getStringCellValue()).isEqualTo("S");
            assertThat(sheet.getRepeatingRows().getFirstRow()).isEqualTo(head);
            assertThat(sheet.getRow(head + 2).getCell(4).getStringCellValue()).isEqualTo(ODD);
            assertThat(sheet.getRow(head + 2).getCell(4).getCellType()).isEqualTo(CellType.STRING);
            assertThat(sheet.getRow(head + 2).getCell(4).getCellStyle().getQuotePrefixed())
                    .isTrue();
            assertThat(sheet.getRow(head + 2).getCell(8).getNumericCellValue()).isEqualTo(12);
            int row = head + 2;
            assertThat(sheet.getMergedRegions())
                    .as("cause and shared safeguards reach over both lines")
                    .anyMatch(one -> covers(one, row, 4))
                    .anyMatch(one -> covers(one, row, 9));
            assertThat(book.getSheet("建议措施清单").getRow(2).getCell(2).getStringCellValue())
                    .isEqualTo("增设备用泵");
        }
    }

    private static boolean covers(CellRangeAddress region, int row, int column) {
        return region.getFirstRow() == row
                && region.getFirstColumn() == column
                && region.getLastColumn() == column
                && region.getLastRow() > row;
    }

    @Test
    void nothingOfTheKeyIsInIt() throws IOException {
        for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            StringBuilder all = new StringBuilder(report(locale).toString());
            try (XSSFWorkbook book = book(RecordWorkbook.write(report(locale)))) {
                book.forEach(sheet -> sheet.forEach(
                        row -> row.forEach(cell -> all.append(cell).append('\n'))));
            }
            String names = study().deviations().stream()
                    .map(row -> row.text().toString())
                    .collect(Collectors.joining());
            List<String> leaked = study().keyItems()
                    .map(KeyItem::text)
                    .map(text -> text.in(locale))
                    .filter(text -> all.indexOf(text) >= 0 && !names.contains(text))
                    .toList();
            assertThat(leaked).isEmpty();
            assertThat(study().keyItems().map(KeyItem::id)).noneMatch(id -> all.indexOf(id) >= 0);
        }
    }

    @Test
    void thePrintedHashIsThatOfTheFile() throws NoSuchAlgorithmException {
        byte[] file = RecordJson.bytes(state(), new SheetReport.Author("学员01", "HG2401", "01"));
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        assertThat(report(Locale.ENGLISH).head().digest()).isEqualTo(hash);
        assertThat(new String(file, StandardCharsets.UTF_8)).contains("\"format\":\"hazop-record\"", "学员01");
    }

    private static Properties bundle(String name) throws IOException {
        Properties properties = new Properties();
        properties.load(new InputStreamReader(
                ReportError.class.getResourceAsStream(name + ".properties"), StandardCharsets.UTF_8));
        return properties;
    }

    private static Set<String> places(String sentence) {
        return PLACE.matcher(sentence).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    @Test
    void everyWordAndErrorIsThereInBothLanguages() throws IOException {
        for (String name : List.of("ReportMessages", "ReportWords")) {
            Properties zh = bundle(name);
            Properties en = bundle(name + "_en");
            assertThat(en.stringPropertyNames()).isEqualTo(zh.stringPropertyNames());
            for (String key : zh.stringPropertyNames()) {
                assertThat(places(en.getProperty(key))).as(key).isEqualTo(places(zh.getProperty(key)));
                assertThat(en.getProperty(key)).as(key).doesNotContain("'").isNotBlank();
            }
        }
        assertThat(bundle("ReportMessages").stringPropertyNames())
                .isEqualTo(Arrays.stream(ReportError.values()).map(Enum::name).collect(Collectors.toSet()));
        assertThat(Arrays.stream(ReportError.values()).map(ReportError::code)).doesNotHaveDuplicates();
    }
}
