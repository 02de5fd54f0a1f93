package org.openots.instructor.hazop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.hazop.report.RecordWorkbook;
import org.openots.hazop.report.StudyReport;
import org.openots.hazop.risk.RiskMatrices;
import org.openots.hazop.study.StudyFile;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.catalog.StationContent;

/** Who may take which file out, and what is in it. */
class ReportRoutesTest {
    private static final String KEY = "/api/hazop/studies/" + ExampleStudy.ID + "/key?lang=zh&format=";

    @TempDir
    private static Path data;

    private static StationFixture station;
    private static String sheet;

    @BeforeAll
    static void start() {
        StationContent tank = StationFixture.content();
        StationContent content =
                new StationContent(tank.engines(), tank.scorers(), tank.library(), ExampleStudy.content());
        station = StationFixture.start(StationFixture.config(data, Double.POSITIVE_INFINITY), content)
                .withPeople();
        Client student = station.as("s1");
        sheet = student.post(
                        "/api/my/worksheets",
                        Map.of("study", ExampleStudy.ID, "level", "junior", "nodes", List.of("N1")))
                .json()
                .path("id")
                .asText();
        String token =
                student.get("/api/worksheets/" + sheet).json().path("token").asText();
        Map<String, Object> cause =
                Map.of("id", "c1", "cause", "进料泵停了", "lines", List.of(Map.of("id", "l1", "consequence", "断料")));
        Map<String, Object> op = Map.of("kind", "insert-cause", "deviation", "D01", "after", "", "cause", cause);
        student.post(
                        "/api/worksheets/" + sheet + "/edits",
                        Map.of("token", token, "edits", List.of(Map.of("id", "e1", "op", op))))
                .expect(200);
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    private static String report(String format) {
        return "/api/worksheets/" + sheet + "/report?lang=zh&format=" + format;
    }

    private static String cells(byte[] file) throws IOException {
        StringBuilder all = new StringBuilder();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            book.forEach(page ->
                    page.forEach(row -> row.forEach(cell -> all.append(cell).append('\n'))));
        }
        return all.toString();
    }

    @Test
    void aStudentTakesHisOwnWorksheetOutInEveryFormat() throws IOException {
        Client student = station.as("s1");
        assertThat(new String(student.bytes(report("pdf")), 0, 5, StandardCharsets.ISO_8859_1))
                .isEqualTo("%PDF-");
        assertThat(new String(student.bytes(report("docx")), 0, 2, StandardCharsets.ISO_8859_1))
                .isEqualTo("PK");
        assertThat(new String(student.bytes(report("json")), StandardCharsets.UTF_8))
                .contains("进料泵停了");
        String cells = cells(student.bytes(report("xlsx")));
        assertThat(cells).contains("进料泵停了", "断料", "人s1");
        String names = ExampleStudy.offered().study().deviations().stream()
                .map(row -> row.text().zh())
                .collect(Collectors.joining());
        assertThat(ExampleStudy.offered()
                        .study()
                        .keyItems()
                        .map(item -> item.text().zh()))
                .filteredOn(text -> !names.contains(text))
                .noneMatch(cells::contains);
        Client.Answer answer = student.get(report("pdf"));
        assertThat(answer.header("content-disposition")).isEqualTo("attachment; filename*=UTF-8''" + sheet + ".pdf");
        assertThat(answer.header("content-type")).startsWith("application/pdf");
    }

    @Test
    void othersAreRefused() {
        station.as("s2").get(report("pdf")).refused(403, "OTS-AUTH-009");
        station.as("exam-officer").get(report("pdf")).refused(403, "OTS-AUTH-005");
        station.as("instructor").get(report("json")).expect(200);
        station.as("s1").get(report("exe")).refused(400, "OTS-WEB-013");
        station.as("s1").get("/api/worksheets/" + sheet + "/report?format=pdf").refused(400, "OTS-WEB-004");
        station.as("s1")
                .get("/api/worksheets/nothing/report?lang=zh&format=pdf")
                .refused(404, "OTS-SHEET-001");
    }

    @Test
    void aKeyIsForInstructorsAndAssessorsOnly() throws IOException {
        for (String who : List.of("s1", "exam-officer", "invigilator", "supervisor", "admin2")) {
            station.as(who).get(KEY + "xlsx").refused(403, "OTS-AUTH-005");
        }
        String cause = ExampleStudy.offered()
                .study()
                .deviations()
                .get(0)
                .causes()
                .get(0)
                .text()
                .zh();
        for (String who : List.of("instructor", "assessor")) {
            assertThat(cells(station.as(who).bytes(KEY + "xlsx"))).contains(cause);
            assertThat(cells(station.as(who).bytes(KEY + "record"))).contains(cause);
        }
        station.as("instructor").get(KEY + "pdf").expect(200);
        station.as("instructor")
                .get("/api/hazop/studies/nothing/key?lang=zh&format=pdf")
                .refused(404, "OTS-CAT-003");
    }

    private static Map<String, Object> reading(String profile, String study) {
        return Map.of("profile", profile, "study", study, "title", "导入的研究", "date", "2026-03-01");
    }

    /** A record table goes out, comes in again, and is a study that the class opens worksheets on until it is taken back. */
    @Test
    void aStudyBroughtInIsGivenToTheClass() {
        Client teacher = station.as("instructor");
        byte[] record = RecordWorkbook.write(StudyReport.of(
                StudyFile.named("ethanol-water-rig").study(),
                RiskMatrices.shipped("risk-5x5"),
                Locale.SIMPLIFIED_CHINESE,
                "2026-03-01"));
        JsonNode book = teacher.upload("/api/hazop/imports?name=old.xlsx", record)
                .expect(200)
                .json();
        assertThat(book.path("headings").path("openots-record").path("columns").has("cause"))
                .isTrue();
        String upload = "/api/hazop/imports/" + book.path("id").asText();
        JsonNode seen = teacher.post(upload + "/read", reading("openots-record", "old-rig"))
                .expect(200)
                .json();
        assertThat(seen.path("ok").asBoolean()).isTrue();
        assertThat(seen.path("rows")).isNotEmpty();
        assertThat(seen.path("open")).isEmpty();
        assertThat(station.as("s1").get("/api/hazop/studies").body()).doesNotContain("old-rig");
        Map<String, Object> offered = new HashMap<>(reading("openots-record", "old-rig"));
        offered.put("state", "offered");
        teacher.post(upload + "/keep", offered).expect(200);
        assertThat(station.as("s1").get("/api/hazop/studies").body()).contains("old-rig", "导入的研究");
        String opened = station.as("s1")
                .post("/api/my/worksheets", Map.of("study", "old-rig", "level", "junior", "nodes", List.of("N1")))
                .expect(201)
                .json()
                .path("id")
                .asText();
        teacher.delete("/api/hazop/own-studies/old-rig").refused(409, "OTS-CAT-009");
        teacher.post("/api/hazop/own-studies/old-rig", Map.of("state", "draft")).expect(200);
        assertThat(station.as("s1").get("/api/hazop/studies").body()).doesNotContain("old-rig");
        station.as("s1").bytes("/api/worksheets/" + opened + "/report?lang=zh&format=xlsx");
        teacher.delete("/api/hazop/own-studies/old-rig").expect(200);
        assertThat(teacher.get("/api/hazop/own-studies").json()).isEmpty();
        teacher.post(upload + "/read", reading("openots-record", ExampleStudy.ID))
                .refused(409, "OTS-CAT-007");
        teacher.post(upload + "/read", reading("openots-record", "Mine!")).refused(400, "OTS-CAT-008");
        teacher.post("/api/hazop/imports/u0/read", reading("openots-record", "old-rig"))
                .refused(404, "OTS-CAT-006");
        teacher.upload("/api/hazop/imports?name=x.xlsx", new byte[] {1, 2, 3}).refused(400, "OTS-XLSX-001");
    }

    /** Columns chosen by hand are read, kept as a profile, and every wrong cell is told by its sheet and place. */
    @Test
    void columnsAreChosenByHand() throws IOException {
        Client teacher = station.as("instructor");
        JsonNode book = teacher.upload("/api/hazop/imports?name=other.xlsx", other("9"))
                .expect(200)
                .json();
        assertThat(book.path("headings")).isEmpty();
        assertThat(book.path("sheets").path(0).path("top").path(1).path(2).asText())
                .isEqualTo("触发事件");
        Map<String, Object> reading = new HashMap<>(reading("chinese-worksheet", "other"));
        reading.putAll(Map.of("sheet", 0, "first", 1, "count", 1));
        List<Object> columns = new ArrayList<>();
        for (String field : List.of("node", "deviation", "cause", "consequence", "severity", "likelihood")) {
            columns.add(Map.of("field", field, "column", columns.size()));
        }
        reading.put("columns", columns);
        String upload = "/api/hazop/imports/" + book.path("id").asText();
        JsonNode wrong = teacher.post(upload + "/read", reading).expect(200).json();
        assertThat(wrong.path("ok").asBoolean()).isFalse();
        assertThat(wrong.path("mistakes")).hasSize(1);
        assertThat(wrong.path("mistakes").path(0).path("sheet").asText()).isEqualTo("分析");
        assertThat(wrong.path("mistakes").path(0).path("cell").asText()).isEqualTo("E3");
        Map<String, Object> profile = new HashMap<>(reading);
        profile.putAll(Map.of("id", "our-tool", "name", "我们的软件"));
        teacher.post(upload + "/profile", profile).expect(201);
        assertThat(teacher.get("/api/hazop/profiles").body()).contains("our-tool", "我们的软件");
        JsonNode right = teacher.upload("/api/hazop/imports?name=other.xlsx", other("3"))
                .expect(200)
                .json();
        assertThat(right.path("headings").has("our-tool")).isTrue();
        JsonNode read = teacher.post(
                        "/api/hazop/imports/" + right.path("id").asText() + "/read", reading("our-tool", "other"))
                .expect(200)
                .json();
        assertThat(read.path("rows")
                        .path(0)
                        .path("scenarios")
                        .path(0)
                        .path("cause")
                        .path("zh")
                        .asText())
                .isEqualTo("泵停");
    }

    private static byte[] other(String severity) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = book.createSheet("分析");
            sheet.createRow(0).createCell(0).setCellValue("某厂");
            List<List<String>> rows = List.of(
                    List.of("单元", "工艺偏差", "触发事件", "影响(最终)", "S*", "L*"),
                    List.of("进料", "流量过低", "泵停", "断料", severity, "2"));
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    (column == 0 ? sheet.createRow(row + 1) : sheet.getRow(row + 1))
                            .createCell(column)
                            .setCellValue(rows.get(row).get(column));
                }
            }
            book.write(out);
            return out.toByteArray();
        }
    }
}
