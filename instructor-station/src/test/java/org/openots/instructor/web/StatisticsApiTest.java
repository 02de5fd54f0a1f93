package org.openots.instructor.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.common.text.LocalText;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;
import org.openots.instructor.statistics.ScoredClass;
import org.openots.instructor.store.Database;
import org.openots.instructor.store.People;
import org.openots.instructor.store.RunIndex;
import org.openots.instructor.store.RunItems;
import org.openots.instructor.tank.TankLibrary;

/** The numbers of the statistics page over HTTP, against the same independent data set as the formulas. */
class StatisticsApiTest {
    private static final double DIGITS = 1e-10;
    private static final String TASK = "made";
    private static final String URL = "/api/statistics/tasks/" + TASK;

    @TempDir
    private static Path data;

    private static JsonNode expected;
    private static StationFixture station;

    @BeforeAll
    static void start() throws IOException {
        try (InputStream in = ScoredClass.class.getResourceAsStream("score-tables.json")) {
            expected = new ObjectMapper().readTree(in);
        }
        try (Database database = Database.open(data, Clock.systemUTC())) {
            People people = new People(database);
            JsonNode points = expected.path("partial").path("points");
            for (int i = 0; i < points.size(); i++) {
                String account = "p%02d".formatted(i);
                people.create(
                        "test", new Person(account, "人" + i, Role.STUDENT, "", i < 19 ? "A" : "B", "zh-CN"), "none");
                ScoredClass.put(database, account, "m" + i, TASK, i, items(points.get(i)));
            }
            // a branch with full marks would be the best run of its owner, if it counted
            new RunIndex(database)
                    .put(new RunIndex.Row(
                            "branch", "p00", "tank", TASK, 1, false, false, true, 100.0, 60.0, "h", "m0", null));
        }
        station = StationFixture.start(data).withPeople();
    }

    private static List<RunItems.Item> items(JsonNode row) {
        JsonNode most = expected.path("partial").path("most");
        List<RunItems.Item> items = new ArrayList<>();
        for (int j = 0; j < row.size(); j++) {
            items.add(new RunItems.Item(
                    "step",
                    "S" + j,
                    new LocalText("步" + j, "step " + j),
                    most.get(j).asDouble(),
                    row.get(j).asDouble()));
        }
        return items;
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    private static void same(JsonNode found, JsonNode wanted, String... names) {
        for (String name : names) {
            assertThat(found.path(name).asDouble(Double.NaN))
                    .as(name)
                    .isCloseTo(
                            wanted.path(name).asDouble(),
                            within(DIGITS
                                    * Math.max(1e-3, Math.abs(wanted.path(name).asDouble()))));
        }
    }

    @Test
    void theNumbersAreThoseOfAnIndependentProgram() {
        JsonNode report = station.as("instructor").get(URL).expect(200).json();
        JsonNode wanted = expected.path("partial").path("expected");
        same(
                report.path("distribution"),
                wanted.path("distribution"),
                "count",
                "mean",
                "deviation",
                "median",
                "lowerQuartile",
                "upperQuartile",
                "skewness",
                "kurtosis");
        same(report.path("reliability"), wanted.path("reliability"), "alpha", "low", "high", "error");
        for (int j = 0; j < report.path("items").size(); j++) {
            same(
                    report.path("items").get(j),
                    wanted.path("items").get(j),
                    "difficulty",
                    "deviation",
                    "discrimination",
                    "spread",
                    "full",
                    "none");
        }
        assertThat(report.path("results")).hasSize(40);
        assertThat(report.path("histogram").path("counts")).hasSize(20);
        assertThat(report.path("hardest")).hasSize(3);
    }

    @Test
    void twoClassesAreComparedAsAsked() {
        Client supervisor = station.as("supervisor");
        for (JsonNode one : expected.path("comparison").path("margins")) {
            JsonNode found = supervisor
                    .get(URL + "/comparison?a=A&b=B&margin="
                            + one.path("margin").asText())
                    .expect(200)
                    .json();
            same(found, one.path("expected"), "difference", "low", "high", "equivalence", "inequality");
        }
        assertThat(supervisor
                        .get(URL + "/comparison?a=A&b=nobody")
                        .expect(200)
                        .json()
                        .has("verdict"))
                .isFalse();
        supervisor.get(URL + "/comparison?a=A").refused(400, "OTS-WEB-004");
        supervisor.get(URL + "/comparison?a=A&b=B&margin=x").refused(400, "OTS-WEB-006");
        supervisor.get(URL + "/comparison?a=A&b=B&margin=0").refused(400, "OTS-WEB-012");
        supervisor.get(URL + "?keep=worst").refused(400, "OTS-WEB-013");
    }

    @Test
    void theFilesHoldTheSameNumbers() throws IOException {
        Client instructor = station.as("instructor");
        byte[] file = instructor.bytes(URL + "/file?format=xlsx&lang=zh");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(book.getSheetAt(1).getLastRowNum()).isEqualTo(12);
            assertThat(book.getSheetAt(1).getRow(1).getCell(2).getNumericCellValue())
                    .isCloseTo(
                            expected.path("partial")
                                    .path("expected")
                                    .path("items")
                                    .get(0)
                                    .path("difficulty")
                                    .asDouble(),
                            within(DIGITS));
            assertThat(book.getSheetAt(2).getLastRowNum()).isEqualTo(40);
            assertThat(book.getSheetAt(2).getRow(1).getCell(1).getStringCellValue())
                    .startsWith("人");
        }
        assertThat(instructor.bytes(URL + "/file?format=xlsx&lang=zh")).isEqualTo(file);
        byte[] pdf = instructor.bytes(URL + "/file?format=pdf&lang=en&class=A");
        PdfReader reader = new PdfReader(pdf);
        String text = new PdfTextExtractor(reader).getTextFromPage(1);
        assertThat(text).contains("Class statistics", "Discrimination", "step 0");
        assertThat(instructor.bytes(URL + "/file?format=pdf&lang=en&class=A")).isEqualTo(pdf);
        instructor.get(URL + "/file?format=docx&lang=en").refused(400, "OTS-WEB-013");
    }

    @Test
    void aClosedRunIsInTheStatisticsAtOnce() {
        Client student = station.as("s1");
        String run = station.run(student, TankLibrary.PRACTICE);
        JsonNode closing = student.post("/api/runs/" + run + "/close", Map.of())
                .expect(200)
                .json();
        Client instructor = station.as("instructor");
        JsonNode report = instructor
                .get("/api/statistics/tasks/" + TankLibrary.PRACTICE + "?class=HG1")
                .expect(200)
                .json();
        assertThat(report.path("results")).hasSize(1);
        JsonNode result = report.path("results").get(0);
        assertThat(result.path("run").asText()).isEqualTo(run);
        assertThat(result.path("score").asDouble())
                .isEqualTo(closing.path("score").asDouble());
        assertThat(report.path("items")).isNotEmpty();
        assertThat(instructor.get("/api/statistics").expect(200).json())
                .anySatisfy(one -> assertThat(one.path("id").asText()).isEqualTo(TankLibrary.PRACTICE));
        JsonNode empty =
                instructor.get("/api/statistics/tasks/none").expect(200).json();
        assertThat(empty.path("results")).isEmpty();
        assertThat(empty.has("distribution")).isFalse();
    }
}
