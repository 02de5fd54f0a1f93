package org.openots.hazop.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.hazop.risk.RiskMatrices;
import org.openots.hazop.risk.RiskMatrix;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.StudyFile;
import org.openots.hazop.study.StudyReader;
import org.openots.hazop.study.StudyWriter;

/** Worksheets of other tools become drafts, whole or not at all. */
class WorksheetImportTest {
    private static final List<String> HEADS = List.of(
            "序号", "节点", "参数+引导词", "偏差", "原因", "后果", "S", "L", "R", "现有措施", "S'", "L'", "R'", "建议措施", "责任人", "完成日期",
            "备注");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @TempDir
    private Path folder;

    private static RiskMatrix matrix() {
        return RiskMatrices.shipped("risk-5x5");
    }

    private static Optional<Study> read(byte[] file, String profile, Findings findings) {
        return WorksheetImport.read(
                "old.xlsx",
                file,
                new WorksheetImport.Order(ColumnProfiles.named(profile), matrix(), DAY, "draft"),
                findings);
    }

    private static byte[] sheet(List<List<String>> rows) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.createSheet("封面").createRow(0).createCell(0).setCellValue("HAZOP");
            XSSFSheet sheet = book.createSheet("记录表");
            sheet.createRow(0).createCell(0).setCellValue("某装置 HAZOP 分析记录表");
            put(sheet.createRow(2), HEADS);
            for (int i = 0; i < rows.size(); i++) {
                put(sheet.createRow(3 + i), rows.get(i));
            }
            if (rows.size() > 1) {
                sheet.addMergedRegion(new CellRangeAddress(3, 4, 4, 4));
            }
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void put(XSSFRow row, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            row.createCell(i).setCellValue(texts.get(i));
        }
    }

    private static List<String> row(String... texts) {
        return List.of(texts);
    }

    @Test
    void aUsualChineseWorksheetBecomesADraft() {
        byte[] file = sheet(List.of(
                row(
                        "1",
                        "进料系统",
                        "流量+无",
                        "进料中断",
                        "1. 泵 P-101 停\n2. 阀门误关",
                        "塔釜液位下降；产品不合格",
                        "3",
                        "4",
                        "12",
                        "① 低流量报警\n② 备用泵",
                        "3",
                        "2",
                        "6",
                        "增设联锁",
                        "仪表/自控工程师",
                        "2026-06-01",
                        "无"),
                row("2", "", "", "", "", "停车", "2", "4", "8", "", "", "", "", "", "", "", ""),
                row(
                        "3",
                        "塔系统",
                        "压力 高",
                        "塔压升高",
                        "冷却水中断",
                        "超压泄漏",
                        "4",
                        "3",
                        "12",
                        "安全阀",
                        "4",
                        "1",
                        "4",
                        "定期试验",
                        "张三",
                        "2026年3月31日",
                        "")));
        Findings findings = Findings.collecting();
        Study draft = read(file, "chinese-worksheet", findings).orElseThrow();
        assertThat(findings.all()).isEmpty();
        assertThat(draft.nodes()).extracting(node -> node.name().zh()).containsExactly("进料系统", "塔系统");
        Deviation first = draft.deviations().get(0);
        assertThat(first.head().parameter()).isEqualTo("flow");
        assertThat(first.head().guideWord()).isEqualTo("NO");
        assertThat(first.text().zh()).isEqualTo("进料中断");
        assertThat(first.causes()).extracting(one -> one.text().zh()).containsExactly("泵 P-101 停", "阀门误关");
        assertThat(first.consequences()).extracting(one -> one.text().zh()).containsExactly("塔釜液位下降", "产品不合格", "停车");
        assertThat(first.safeguards()).extracting(one -> one.text().zh()).containsExactly("低流量报警", "备用泵");
        assertThat(first.scenarios()).hasSize(6);
        assertThat(first.recommendations().get(0).owner()).contains("control");
        assertThat(first.recommendations().get(0).dueDays()).isEqualTo(OptionalInt.of(92));
        assertThat(draft.deviations().get(1).recommendations().get(0).owner().orElseThrow())
                .startsWith("owner-");
        assertThat(draft.deviations().get(1).risk().existing().likelihood()).isEqualTo(1);
        byte[] json = StudyWriter.text(draft).getBytes(StandardCharsets.UTF_8);
        assertThat(StudyWriter.text(StudyReader.read("draft.json", json))).isEqualTo(StudyWriter.text(draft));
    }

    @Test
    void everyMistakeIsToldWithItsCellAndNothingIsImported() {
        byte[] file = sheet(List.of(
                row("1", "节点一", "流量+无", "中断", "原因", "后果", "9", "4", "12", "", "", "", "", "", "", "", ""),
                row("2", "节点二", "颜色+无", "变色", "别的原因", "", "3", "4", "11", "", "", "", "", "建议", "", "明年", "")));
        Findings findings = Findings.collecting();
        assertThat(read(file, "chinese-worksheet", findings)).isEmpty();
        assertThat(findings.all())
                .extracting(Finding::pointer)
                .containsExactlyInAnyOrder("/记录表/G4", "/记录表/F5", "/记录表/C5", "/记录表/I5", "/记录表/P5");
        assertThat(findings.all())
                .extracting(Finding::code)
                .containsExactlyInAnyOrder(
                        ReportError.NOT_LEVEL,
                        ReportError.NO_SCENARIO,
                        ReportError.NO_PARAMETER,
                        ReportError.RISK_PRODUCT,
                        ReportError.NOT_DATE);
        assertThat(findings.all()).allSatisfy(one -> {
            assertThat(one.messageIn(Locale.SIMPLIFIED_CHINESE)).contains("old.xlsx#/记录表/");
            assertThat(one.messageIn(Locale.ENGLISH)).doesNotContain("{");
        });
    }

    @Test
    void aWorkbookWithoutTheHeadingsIsRefusedWithWhatIsNeeded() {
        Findings findings = Findings.collecting();
        assertThat(read(StudyWorkbook.write(StudyFile.named("ethanol-water-rig").study()), "openots-record", findings))
                .isEmpty();
        assertThat(findings.all())
                .singleElement()
                .satisfies(one -> assertThat(one.code()).isEqualTo(ReportError.NO_HEADINGS));
        Findings empty = Findings.collecting();
        assertThat(read(sheet(List.of()), "chinese-worksheet", empty)).isEmpty();
        assertThat(empty.all())
                .singleElement()
                .satisfies(one -> assertThat(one.code()).isEqualTo(ReportError.NO_ROWS));
    }

    /** Exported, imported and exported again, our own record table is the same, whatever the language. */
    @ParameterizedTest
    @ValueSource(strings = {"ethanol-water-rig", "debutanizer", "ethanol-water-column"})
    void ourRecordTableComesBackEqual(String name) {
        Study study = StudyFile.named(name).study();
        for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            Report was = StudyReport.of(study, matrix(), locale, "2026-03-01");
            Findings findings = Findings.collecting();
            Study draft = read(RecordWorkbook.write(was), "openots-record", findings)
                    .orElseThrow(() -> new AssertionError(findings.all().get(0).messageIn(Locale.ENGLISH)));
            Report is = StudyReport.of(draft, matrix(), locale, "2026-03-01");
            assertThat(is.nodes()).hasSameSizeAs(was.nodes());
            for (int i = 0; i < was.nodes().size(); i++) {
                assertThat(is.nodes().get(i).deviations())
                        .containsExactlyElementsOf(was.nodes().get(i).deviations());
                assertThat(is.nodes().get(i)).isEqualTo(was.nodes().get(i));
            }
            assertThat(is.actions()).containsExactlyInAnyOrderElementsOf(was.actions());
            assertThat(is.extras().tags()).isEqualTo(was.extras().tags());
            byte[] json = StudyWriter.text(draft).getBytes(StandardCharsets.UTF_8);
            assertThat(StudyWriter.text(StudyReader.read("draft.json", json))).isEqualTo(StudyWriter.text(draft));
        }
    }

    @Test
    void whatIsInNoOrderOfItsOwnFollowsTheListsThatAgree() {
        assertThat(DraftStudy.merged(List.of(List.of("c"), List.of("a"), List.of("a", "c"), List.of("a", "b"))))
                .containsExactly("a", "c", "b");
        assertThat(DraftStudy.merged(List.of(List.of("a", "b"), List.of("b", "a"))))
                .containsExactly("a", "b");
    }

    @Test
    void aWrongProfileIsToldByPlace() throws IOException {
        assertThatThrownBy(() -> ColumnProfiles.named("nothing"))
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(ReportError.NO_PROFILE));
        Path file = folder.resolve("p.json");
        Files.writeString(file, example().replace("\"原因\"", "\"(原因\"").replace("\"NO\"", "\"NEVER\""));
        assertThatThrownBy(() -> ColumnProfiles.named(file.toString()))
                .isInstanceOfSatisfying(
                        OtsException.class,
                        e -> assertThat(e.messageIn(Locale.ENGLISH))
                                .contains("p.json#/columns/cause", "(原因", "p.json#/guideWords/NEVER"));
    }

    @Test
    void theExampleOfThePageIsAProfile() throws IOException {
        Path file = folder.resolve("p.json");
        Files.writeString(file, example());
        assertThat(ColumnProfiles.named(file.toString()).id()).isEqualTo("my-tool");
    }

    private static String example() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "data-formats", "hazop-columns.md"));
        int start = page.indexOf("```json\n") + "```json\n".length();
        return page.substring(start, page.indexOf("```", start));
    }
}
