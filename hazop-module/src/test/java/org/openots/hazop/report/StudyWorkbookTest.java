package org.openots.hazop.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.StudyFile;
import org.openots.hazop.study.StudyReader;
import org.openots.hazop.study.StudyWriter;

/** Studies as workbooks and back. */
class StudyWorkbookTest {
    /** Beginnings of formulas, what XML cannot hold, what looks like an escape, characters beyond 16 bits. */
    private static final String ODD =
            "=1+1\\n+2\\t-3 @SUM(A1) _x0041_ \\u0001 \\uD840\\uDC00 \\uD83D\\uDE00 <&>\\\" ends with spaces  ";

    private static Study rig() {
        return StudyFile.named("ethanol-water-rig").study();
    }

    private static Optional<Study> read(byte[] file, Findings findings) {
        return StudyWorkbook.read("study.xlsx", file, findings);
    }

    private static byte[] edited(byte[] file, Consumer<XSSFWorkbook> change) {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            change.accept(book);
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The cell of a column, named by its path, in the row whose id is given. */
    private static Cell cell(XSSFSheet sheet, String path, String id) {
        Row paths = sheet.getRow(1);
        int column = -1;
        int ids = -1;
        for (Cell cell : paths) {
            column = cell.getStringCellValue().equals(path) ? cell.getColumnIndex() : column;
            ids = cell.getStringCellValue().equals("id") ? cell.getColumnIndex() : ids;
        }
        for (Row row : sheet) {
            if (row.getCell(ids) != null && row.getCell(ids).toString().equals(id)) {
                return row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            }
        }
        throw new AssertionError(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ethanol-water-rig", "debutanizer", "ethanol-water-column"})
    void everyStudyComesBackByteForByte(String id) {
        Study study = StudyFile.named(id).study();
        byte[] file = StudyWorkbook.write(study);
        Findings findings = Findings.collecting();
        Study back = read(file, findings).orElseThrow();
        assertThat(findings.all()).isEmpty();
        assertThat(StudyWriter.text(back)).isEqualTo(StudyWriter.text(study));
        assertThat(StudyWorkbook.write(back)).isEqualTo(file);
    }

    @Test
    void oddTextsComeBackAsTheyAre() {
        String longText = "很长的后果".repeat(2000);
        String json = StudyWriter.text(rig())
                .replaceFirst("\"zh\" : \"[^\"]*\"", "\"zh\" : \"" + ODD.replace("\\", "\\\\") + "\"")
                .replaceFirst("(?s)(\"causes\" : .*?\"zh\" : \")[^\"]*\"", "$1" + ODD.replace("\\", "\\\\") + "\"")
                .replaceFirst("(?s)(\"consequences\" : .*?\"zh\" : \")[^\"]*\"", "$1" + longText + "\"")
                .replaceFirst("(?s)(\"aliases\" : \\{\\s*\"zh\" : \\[ \")[^\"]*\"", "$1line\\\\\\\\n one\\\\ntwo\"");
        Study study = StudyReader.read("odd.json", json.getBytes(StandardCharsets.UTF_8));
        assertThat(study.head().title().zh()).startsWith("=1+1\n");
        byte[] file = StudyWorkbook.write(study);
        assertThat(StudyWriter.text(read(file, Findings.throwing()).orElseThrow()))
                .isEqualTo(StudyWriter.text(study));
        edited(
                file,
                book -> book.forEach(sheet -> sheet.forEach(row ->
                        row.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA)))));
    }

    @Test
    void whatAPersonEditsComesBack() {
        byte[] file = edited(StudyWorkbook.write(rig()), book -> {
            cell(book.getSheet("原因 causes"), "text/zh", "D01-C1").setCellValue("改过的原因");
            cell(book.getSheet("剧情 scenarios"), "risk/initial/severity", "D01-Z1")
                    .setCellValue("5");
        });
        Study back = read(file, Findings.throwing()).orElseThrow();
        assertThat(back.deviations().get(0).causes().get(0).text().zh()).isEqualTo("改过的原因");
        assertThat(back.deviations().get(0).scenarios().get(0).risk().initial().severity())
                .isEqualTo(5);
    }

    @Test
    void mistakesAreToldWithTheirCell() {
        byte[] file = edited(StudyWorkbook.write(rig()), book -> {
            cell(book.getSheet("原因 causes"), "initiatingEventFrequencyPerYear", "D01-C1")
                    .setCellValue("often");
            cell(book.getSheet("后果 consequences"), "@owner", "D01-K1").setCellValue("D99");
            cell(book.getSheet("措施 safeguards"), "iplCandidate", "D01-S1").setCellValue("maybe");
            cell(book.getSheet("建议 recommendations"), "text/zh", "D01-R1").setCellFormula("1/0");
        });
        Findings findings = Findings.collecting();
        assertThat(read(file, findings)).isEmpty();
        assertThat(findings.all())
                .extracting(Finding::code)
                .contains(ReportError.NOT_NUMBER, ReportError.NO_PARENT, ReportError.NOT_YES_NO);
        assertThat(findings.all().get(0).messageIn(Locale.ENGLISH))
                .startsWith("study.xlsx#/原因 causes/")
                .contains("often");
    }

    @Test
    void aMistakeOfContentIsToldWithTheCellItCameFrom() {
        byte[] file = edited(StudyWorkbook.write(rig()), book -> {
            cell(book.getSheet("原因 causes"), "text/en", "D01-C1").setBlank();
            cell(book.getSheet("剧情 scenarios"), "causeId", "D01-Z1").setCellValue("D01-C77");
        });
        Findings findings = Findings.collecting();
        assertThat(read(file, findings)).isEmpty();
        assertThat(findings.all()).hasSize(2).allSatisfy(one -> {
            assertThat(one.code()).isEqualTo(ReportError.CONTENT);
            assertThat(one.pointer()).matches("/(原因 causes|剧情 scenarios)/[A-Z]*[0-9]+");
        });
    }

    @Test
    void aFormulaIsReadAsItsStoredValueAndNotExecuted() {
        byte[] file = edited(StudyWorkbook.write(rig()), book -> {
            Cell cell = cell(book.getSheet("剧情 scenarios"), "risk/initial/severity", "D01-Z1");
            cell.setCellFormula("1+1");
            cell.setCellValue(4);
        });
        assertThat(read(file, Findings.throwing())
                        .orElseThrow()
                        .deviations()
                        .get(0)
                        .scenarios()
                        .get(0)
                        .risk()
                        .initial()
                        .severity())
                .isEqualTo(4);
    }

    @Test
    void whatIsNoWorkbookOfOursIsRefused() throws IOException {
        refused("no workbook".getBytes(StandardCharsets.UTF_8), ReportError.NOT_XLSX);
        refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, ReportError.NOT_XLSX);
        byte[] good = StudyWorkbook.write(rig());
        refused(java.util.Arrays.copyOf(good, good.length / 2), ReportError.NOT_XLSX);
        try (XSSFWorkbook empty = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            empty.createSheet("x");
            empty.write(out);
            refused(out.toByteArray(), ReportError.NOT_OURS);
        }
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                zip.write(zeros);
            }
        }
        assertThat(bomb.size()).isLessThan(1 << 20);
        refused(bomb.toByteArray(), ReportError.TOO_LARGE);
        refused(new byte[(int) XlsxFile.LARGEST_FILE + 1], ReportError.TOO_LARGE);
    }

    private static void refused(byte[] file, ReportError code) {
        assertThatThrownBy(() -> read(file, Findings.collecting()))
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(code));
    }
}
