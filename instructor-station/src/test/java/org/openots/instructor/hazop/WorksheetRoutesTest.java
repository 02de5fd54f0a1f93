package org.openots.instructor.hazop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.KeyItem;
import org.openots.hazop.study.Study;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.catalog.StationContent;
import org.openots.instructor.tank.Await;

/** Worksheets over HTTP: who may do what, what is refused how, and that the key stays where it is. */
class WorksheetRoutesTest {
    @TempDir
    private static Path data;

    private static StationFixture station;

    @BeforeAll
    static void start() {
        StationContent tank = StationFixture.content();
        StationContent content = new StationContent(
                tank.engines(), tank.scorers(), tank.library(), ExampleStudy.content(new WrittenScorer()));
        station = StationFixture.start(StationFixture.config(data, Double.POSITIVE_INFINITY), content)
                .withPeople();
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    private static String open(Client client, String node) {
        return open(client, "junior", List.of(node));
    }

    private static String open(Client client, String level, List<String> nodes) {
        return client.post("/api/my/worksheets", Map.of("study", ExampleStudy.ID, "level", level, "nodes", nodes))
                .json()
                .path("id")
                .asText();
    }

    private static String token(Client client, String sheet) {
        return client.get("/api/worksheets/" + sheet)
                .expect(200)
                .json()
                .path("token")
                .asText();
    }

    private static Map<String, Object> cause(String edit, String deviation, String id, String text) {
        Map<String, Object> line = Map.of("id", "l" + id);
        Map<String, Object> cause = Map.of("id", "c" + id, "cause", text, "lines", List.of(line));
        return Map.of(
                "id", edit, "op", Map.of("kind", "insert-cause", "deviation", deviation, "after", "", "cause", cause));
    }

    private static Map<String, Object> set(String edit, String cell, String value) {
        return Map.of("id", edit, "op", Map.of("kind", "set", "cell", cell, "value", value));
    }

    private static Client.Answer edit(Client client, String sheet, String token, List<?> edits) {
        return client.post("/api/worksheets/" + sheet + "/edits", Map.of("token", token, "edits", edits));
    }

    @Test
    void openingTwiceGoesOnWithTheSameWorksheet() {
        Client student = station.as("s1");
        Map<String, Object> order = Map.of("study", ExampleStudy.ID, "level", "junior", "nodes", List.of("N1"));
        Client.Answer first = student.post("/api/my/worksheets", order).expect(201);
        Client.Answer second = student.post("/api/my/worksheets", order).expect(200);
        assertThat(second.json().path("resumed").asBoolean()).isTrue();
        assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
        assertThat(open(student, "N2")).isNotEqualTo(first.json().path("id").asText());
        assertThat(student.get("/api/my/worksheets").json().findValuesAsText("id"))
                .contains(first.json().path("id").asText());
        student.post("/api/my/worksheets", Map.of("study", "nothing", "level", "junior", "nodes", List.of("N1")))
                .refused(404, "OTS-CAT-003");
        student.post("/api/my/worksheets", Map.of("study", ExampleStudy.ID, "level", "junior", "nodes", List.of("N9")))
                .refused(400, "OTS-CAT-004");
        student.post("/api/my/worksheets", Map.of("study", ExampleStudy.ID, "level", "junior", "nodes", "N1"))
                .refused(400, "OTS-WEB-014");
    }

    @Test
    void levelsHaveTheirSizes() {
        JsonNode scopes =
                station.as("s1").get("/api/hazop/studies").json().get(0).path("scopes");
        for (JsonNode scope : scopes) {
            String level = scope.path("level").asText();
            int most = Map.of("junior", 4, "intermediate", 10, "senior", 20).getOrDefault(level, 0);
            int nodes = Map.of("junior", 1, "intermediate", 2, "senior", 4).getOrDefault(level, 0);
            assertThat(scope.path("deviations").size()).isBetween(1, most);
            assertThat(scope.path("nodes").size()).isEqualTo(nodes);
        }
        assertThat(scopes.findValuesAsText("level")).contains("junior", "intermediate", "senior");
    }

    @Test
    void editsAreSavedInOrderAndCountOnce() {
        Client student = station.as("s1");
        String sheet = open(student, "N3");
        String token = token(student, sheet);
        List<?> batch = List.of(cause("e1", "D13", "1", "泵停"), set("e2", "l1.consequence", "塔顶温度升高"));
        JsonNode saved = edit(student, sheet, token, batch).expect(200).json();
        assertThat(saved.path("revision").asLong()).isEqualTo(3);
        JsonNode again = edit(student, sheet, token, batch).expect(200).json();
        assertThat(again).isEqualTo(saved);
        edit(student, sheet, token, List.of(set("e3", "c1.cause", "别的"))).refused(409, "OTS-SHEET-002");
        JsonNode refused = edit(
                        student,
                        sheet,
                        saved.path("token").asText(),
                        List.of(
                                set("e4", "l1.severity", "4"),
                                set("e5", "l1.severity", "7"),
                                set("e6", "l1.likelihood", "2")))
                .expect(200)
                .json();
        assertThat(refused.path("refused").path("edit").asText()).isEqualTo("e5");
        assertThat(refused.path("refused").path("message").path("en").asText()).contains("between 1 and 5");
        JsonNode now = student.get("/api/worksheets/" + sheet).json();
        assertThat(now.path("content")
                        .path("D13")
                        .get(0)
                        .path("lines")
                        .get(0)
                        .path("severity")
                        .asText())
                .isEqualTo("4");
        assertThat(now.path("undo")).hasSize(3);
        assertThat(edit(
                                student,
                                sheet,
                                now.path("token").asText(),
                                List.of(Map.of("id", "e7", "op", Map.of("kind", "fly"))))
                        .expect(200)
                        .json()
                        .path("refused")
                        .path("code")
                        .asText())
                .isEqualTo("OTS-SHEET-015");
    }

    @Test
    void aWorksheetIsItsOwnersAlone() {
        Client owner = station.as("s1");
        Client other = station.as("s2");
        String sheet = open(owner, "N4");
        String path = "/api/worksheets/" + sheet;
        String token = token(owner, sheet);
        other.get(path).refused(403, "OTS-AUTH-009");
        edit(other, sheet, token, List.of(cause("x", "D18", "1", "别人写的"))).refused(403, "OTS-AUTH-009");
        other.post(path + "/submit", Map.of("token", token, "deviation", "D18")).refused(403, "OTS-AUTH-009");
        other.post(path + "/hand-in", Map.of("token", token)).refused(403, "OTS-AUTH-009");
        assertThat(other.get("/api/my/worksheets").body()).doesNotContain(sheet);
        Client teacher = station.as("instructor");
        assertThat(teacher.get(path).expect(200).json().path("owner").asText()).isEqualTo("s1");
        edit(teacher, sheet, token, List.of(cause("x", "D18", "1", "老师写的"))).refused(403, "OTS-AUTH-005");
        station.as("admin2").get(path).refused(403, "OTS-AUTH-005");
        station.client().get(path).refused(401, "OTS-AUTH-004");
        owner.get("/api/worksheets/nothing").refused(404, "OTS-SHEET-001");
        owner.get("/api/worksheets/..%2Fruns").refused(404, "OTS-SHEET-001");
        assertThat(owner.get(path).json().path("content").path("D18")).isEmpty();
    }

    @Test
    void whatIsSubmittedIsScoredAndStaysAsItIs() {
        Client student = station.as("s2");
        String sheet = open(student, "N3");
        Study study = ExampleStudy.offered().study();
        String right =
                study.deviation("D13").orElseThrow().causes().get(0).text().zh();
        JsonNode saved = edit(
                        student,
                        sheet,
                        token(student, sheet),
                        List.of(
                                cause("e1", "D13", "1", right),
                                set("e2", "l1.consequence", "会爆炸"),
                                cause("e3", "D14", "2", "阀全开")))
                .expect(200)
                .json();
        String path = "/api/worksheets/" + sheet;
        student.post(path + "/submit", Map.of("token", saved.path("token").asText(), "deviation", "D16"))
                .refused(409, "OTS-SHEET-020");
        JsonNode submitted = student.post(
                        path + "/submit", Map.of("token", saved.path("token").asText(), "deviation", "D13"))
                .expect(200)
                .json();
        assertThat(submitted.path("submitted").has("D13")).isTrue();
        Await.until("scored", () -> student.get(path).json().path("scores").has("D13"));
        JsonNode score = student.get(path).json().path("scores").path("D13");
        assertThat(score.path("earned").asDouble()).isEqualTo(2);
        assertThat(score.path("answers").findValuesAsText("outcome")).containsExactly("credit", "zero");
        assertThat(edit(student, sheet, submitted.path("token").asText(), List.of(set("e9", "c1.cause", "改")))
                        .json()
                        .path("refused")
                        .path("code")
                        .asText())
                .isEqualTo("OTS-SHEET-004");
        JsonNode done = student.post(path + "/hand-in", Map.of("token", token(student, sheet)))
                .expect(200)
                .json();
        JsonNode again = student.post(path + "/hand-in", Map.of("token", "whatever"))
                .expect(200)
                .json();
        assertThat(again.path("handIn")).isEqualTo(done.path("handIn"));
        assertThat(done.path("submitted").properties()).hasSize(2);
        Await.until("all scored", () -> student.get(path).json().path("scores").size() == 2);
    }

    @Test
    void aSeniorWorksheetShowsNothingBeforeItsScoreIsReleased() {
        Client student = station.as("s2");
        String sheet = open(student, "senior", List.of("N1", "N2", "N3", "N4"));
        String path = "/api/worksheets/" + sheet;
        JsonNode saved = edit(student, sheet, token(student, sheet), List.of(cause("e1", "D01", "1", "泵停")))
                .json();
        student.post(path + "/submit", Map.of("token", saved.path("token").asText(), "deviation", "D01"))
                .expect(200);
        Await.until("kept", () -> !scoresKept(sheet).isEmpty());
        assertThat(student.get(path).json().path("scores")).isEmpty();
        student.post(path + "/hand-in", Map.of("token", token(student, sheet))).expect(200);
        assertThat(student.get(path).json().path("scores")).isEmpty();
        assertThat(station.as("invigilator").get(path).json().path("scores")).isEmpty();
        assertThat(station.as("assessor").get(path).json().path("scores").has("D01"))
                .isTrue();
        assertThat(student.get("/api/my/worksheets").body()).doesNotContain("earned");
        station.as("assessor")
                .post("/api/review/releases", Map.of("sheets", List.of(sheet)))
                .expect(200);
        assertThat(student.get(path).json().path("scores").has("D01")).isTrue();
    }

    private static Map<String, ?> scoresKept(String sheet) {
        return station.station().worksheets().view(sheet).state().scores();
    }

    /** Everything a student can get, from the list of studies to the reasons, with no piece of the key in it. */
    @Test
    void theKeyNeverLeavesTheServer() {
        Client student = station.as("s1");
        student.get("/api/hazop/studies").expect(200);
        student.get("/api/hazop/studies/" + ExampleStudy.ID).expect(200);
        String sheet = open(student, "intermediate", List.of("N3", "N4"));
        JsonNode saved = edit(student, sheet, token(student, sheet), List.of(cause("k1", "D15", "1", "停水")))
                .json();
        student.post(
                        "/api/worksheets/" + sheet + "/submit",
                        Map.of("token", saved.path("token").asText(), "deviation", "D15"))
                .expect(200);
        Await.until(
                "scored",
                () -> student.get("/api/worksheets/" + sheet)
                        .json()
                        .path("scores")
                        .has("D15"));
        String received = student.received();
        List<Deviation> deviations = ExampleStudy.offered().study().deviations();
        // the cause of one deviation may be another deviation, whose name a student may know
        String names = deviations.stream()
                .map(row -> row.text().zh() + " " + row.text().en())
                .collect(Collectors.joining(" "));
        for (Deviation deviation : deviations) {
            deviation.keyItems().forEach((KeyItem item) -> {
                for (String text : List.of(item.text().zh(), item.text().en())) {
                    assertThat(received.contains(text) && !names.contains(text))
                            .as(item.id())
                            .isFalse();
                }
                assertThat(received.contains("\"" + item.id() + "\""))
                        .as(item.id())
                        .isFalse();
            });
        }
        // tags that only exist in recommendations would give them away
        assertThat(received).doesNotContain("建议新增").doesNotContain("matched").doesNotContain("_TRIP");
    }
}
