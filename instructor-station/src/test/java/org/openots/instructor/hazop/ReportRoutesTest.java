package org.openots.instructor.hazop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
}
