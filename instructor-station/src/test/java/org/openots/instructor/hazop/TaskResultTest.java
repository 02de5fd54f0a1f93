package org.openots.instructor.hazop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.KeyItem;
import org.openots.hazop.study.StudyFile;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.catalog.HazopContent;
import org.openots.instructor.catalog.StationContent;
import org.openots.instructor.tank.Await;

/** What a student is told of a task with a worksheet: the way back, what is provisional, and what he missed. */
class TaskResultTest {
    private static final Deviation D20 =
            StudyFile.named("ethanol-water-rig").study().deviation("D20").orElseThrow();

    @TempDir
    private Path data;

    private StationFixture station;

    @BeforeEach
    void start() {
        StationContent tank = StationFixture.content();
        HazopContent hazop = new HazopContent(HazopContent.shipped().studies(), Optional.of(new WrittenScorer()));
        station = StationFixture.start(
                        StationFixture.config(data, Double.POSITIVE_INFINITY),
                        new StationContent(tank.engines(), tank.scorers(), tank.library(), hazop))
                .withPeople();
    }

    @AfterEach
    void stop() {
        station.close();
    }

    private static JsonNode sheet(Client student, String id) {
        return student.get("/api/worksheets/" + id).expect(200).json();
    }

    private static void write(Client student, String sheet, String cause) {
        Map<String, Object> row = Map.of("id", "c1", "cause", cause, "lines", List.of(Map.of("id", "l1")));
        Map<String, Object> op = Map.of("kind", "insert-cause", "deviation", "D20", "after", "", "cause", row);
        student.post(
                        "/api/worksheets/" + sheet + "/edits",
                        Map.of(
                                "token",
                                sheet(student, sheet).path("token").asText(),
                                "edits",
                                List.of(Map.of("id", "e1", "op", op))))
                .expect(200);
    }

    private static void act(Client student, String sheet, String what, Map<String, String> more) {
        Map<String, Object> body = new java.util.HashMap<>(more);
        body.put("token", sheet(student, sheet).path("token").asText());
        student.post("/api/worksheets/" + sheet + "/" + what, body).expect(200);
    }

    private static List<String> texts(JsonNode missed) {
        return StreamSupport.stream(missed.path("points").spliterator(), false)
                .map(point -> point.path("text").path("zh").asText())
                .toList();
    }

    private record Begun(String attempt, String sheet) {}

    private static Begun begin(Client student, String task) {
        String attempt = student.post("/api/my/hazop-attempts", Map.of("task", task))
                .json()
                .path("id")
                .asText();
        return new Begun(
                attempt,
                student.get("/api/hazop/attempts/" + attempt)
                        .json()
                        .path("sheet")
                        .path("id")
                        .asText());
    }

    private static JsonNode attempt(Client student, Begun begun) {
        return student.get("/api/hazop/attempts/" + begun.attempt()).expect(200).json();
    }

    private static JsonNode entry(Client student, String task) {
        return StreamSupport.stream(student.get("/api/hazop/tasks").json().spliterator(), false)
                .filter(one -> one.path("id").asText().equals(task))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aJuniorRowTellsWhatItLacksAndTheWorksheetKnowsItsTask() {
        Client student = station.as("s1");
        Begun begun = begin(student, "score-rig-1");
        String right = D20.causes().get(0).text().zh();
        write(student, begun.sheet(), right);
        JsonNode open = sheet(student, begun.sheet());
        assertThat(open.path("missed")).isEmpty();
        assertThat(open.path("task").path("attempt").asText()).isEqualTo(begun.attempt());
        assertThat(open.path("task").path("submitted").asBoolean()).isFalse();
        act(student, begun.sheet(), "submit", Map.of("deviation", "D20"));
        Await.until("scored", () -> sheet(student, begun.sheet()).path("scores").has("D20"));
        JsonNode missed = sheet(student, begun.sheet()).path("missed");
        assertThat(missed.has("D22")).isFalse();
        List<String> told = texts(missed.path("D20"));
        assertThat(told).doesNotContain(right);
        assertThat(told)
                .containsExactlyElementsOf(D20.keyItems()
                        .map(item -> item.text().zh())
                        .filter(text -> !text.equals(right))
                        .toList());
        assertThat(missed.path("D20").path("points"))
                .allSatisfy(point -> assertThat(point.path("possible").asDouble())
                        .isGreaterThan(point.path("earned").asDouble()));
        assertThat(missed.path("D20").path("points"))
                .anySatisfy(point ->
                        assertThat(point.path("reason").path("zh").asText()).startsWith("会导致："))
                .anySatisfy(point ->
                        assertThat(point.path("reason").path("zh").asText()).startsWith("起因："))
                .anySatisfy(point ->
                        assertThat(point.path("reason").path("zh").asText()).startsWith("作用于："));
        assertThat(missed.path("D20").path("risk").path("severity").asInt())
                .isEqualTo(D20.risk().initial().severity());
        assertThat(student.received()).doesNotContainPattern("D\\d\\d-[CKSRZ]\\d");
        act(student, begun.sheet(), "hand-in", Map.of());
        assertThat(texts(sheet(student, begun.sheet()).path("missed").path("D22")))
                .isNotEmpty();
    }

    @Test
    void nothingIsToldWhileAnotherWorksheetAsksForIt() {
        Client student = station.as("s1");
        Begun senior = begin(student, "case-rig-3");
        Begun junior = begin(student, "score-rig-1");
        Begun middle = begin(student, "case-rig-2");
        write(student, junior.sheet(), "x");
        act(student, junior.sheet(), "hand-in", Map.of());
        Await.until(
                "scored", () -> sheet(student, junior.sheet()).path("scores").has("D20"));
        JsonNode withheld = sheet(student, junior.sheet()).path("missed").path("D20");
        assertThat(withheld.path("withheld").asBoolean()).isTrue();
        assertThat(withheld.path("points")).isEmpty();
        assertThat(withheld.has("risk")).isFalse();
        act(student, middle.sheet(), "hand-in", Map.of());
        assertThat(texts(sheet(student, junior.sheet()).path("missed").path("D20")))
                .isNotEmpty();
        act(student, senior.sheet(), "hand-in", Map.of());
        assertThat(sheet(student, senior.sheet()).path("missed")).isEmpty();
        Client teacher = station.as("instructor");
        teacher.post("/api/review/releases", Map.of("sheets", List.of(senior.sheet()), "appealDays", 0))
                .expect(200);
        assertThat(sheet(student, senior.sheet()).path("missed")).hasSize(8);
    }

    @Test
    void aScoreIsProvisionalWhileAnExaminerHasAnswers() {
        Client student = station.as("s2");
        Begun begun = begin(student, "score-rig-1");
        write(student, begun.sheet(), "P-702A 坏了");
        act(student, begun.sheet(), "hand-in", Map.of());
        student.post("/api/hazop/attempts/" + begun.attempt() + "/submit", Map.of())
                .expect(200);
        Await.until("scored", () -> attempt(student, begun).path("waiting").asInt() == 1);
        JsonNode waiting = attempt(student, begun);
        assertThat(waiting.path("pending").asBoolean()).isTrue();
        assertThat(waiting.path("sheet").path("waiting").asInt()).isEqualTo(1);
        assertThat(waiting.path("earned").asDouble()).isZero();
        assertThat(entry(student, "score-rig-1").path("provisional").asDouble()).isZero();
        assertThat(entry(student, "score-rig-1").has("best")).isFalse();
        assertThat(sheet(student, begun.sheet()).path("task").path("submitted").asBoolean())
                .isTrue();
        Client examiner = station.as("assessor");
        KeyItem item = D20.causes().get(0);
        examiner.post(
                        "/api/review/rulings",
                        Map.of(
                                "answers",
                                List.of(Map.of("sheet", begun.sheet(), "deviation", "D20", "index", 0)),
                                "basis",
                                "key",
                                "item",
                                item.id(),
                                "points",
                                2))
                .expect(200);
        JsonNode decided = attempt(student, begun);
        assertThat(decided.path("waiting").asInt()).isZero();
        assertThat(decided.path("pending").asBoolean()).isFalse();
        assertThat(decided.path("earned").asDouble()).isPositive();
        assertThat(entry(student, "score-rig-1").path("best").asDouble()).isPositive();
        assertThat(entry(student, "score-rig-1").has("provisional")).isFalse();
    }

    @Test
    void aSeniorScoreIsProvisionalUntilItsWorksheetIsReleased() {
        Client student = station.as("s2");
        Begun begun = begin(student, "score-rig-3");
        act(student, begun.sheet(), "hand-in", Map.of());
        student.post("/api/hazop/attempts/" + begun.attempt() + "/submit", Map.of())
                .expect(200);
        Client teacher = station.as("instructor");
        teacher.post("/api/hazop/attempts/" + begun.attempt() + "/release", Map.of())
                .expect(200);
        assertThat(attempt(student, begun).path("pending").asBoolean()).isTrue();
        teacher.post("/api/review/releases", Map.of("sheets", List.of(begun.sheet()), "appealDays", 0))
                .expect(200);
        assertThat(attempt(student, begun).path("pending").asBoolean()).isFalse();
    }
}
