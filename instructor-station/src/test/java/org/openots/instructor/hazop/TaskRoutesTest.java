package org.openots.instructor.hazop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.hazop.task.AttemptState;
import org.openots.hazop.task.OptionNumbers;
import org.openots.hazop.task.Question;
import org.openots.hazop.task.TaskCatalogue;
import org.openots.hazop.task.TaskForm;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.catalog.HazopContent;
import org.openots.instructor.catalog.StationContent;
import org.openots.instructor.tank.Await;

/** Training tasks over HTTP: who may do what, when answers and reasons are told, and that the key stays where it is. */
class TaskRoutesTest {
    @TempDir
    private static Path data;

    private static StationFixture station;
    private static TaskCatalogue catalogue;

    @BeforeAll
    static void start() {
        StationContent tank = StationFixture.content();
        HazopContent hazop = new HazopContent(HazopContent.shipped().studies(), Optional.of(new WrittenScorer()));
        station = StationFixture.start(
                        StationFixture.config(data, Double.POSITIVE_INFINITY),
                        new StationContent(tank.engines(), tank.scorers(), tank.library(), hazop))
                .withPeople();
        catalogue = TaskCatalogue.shipped();
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    private static String open(Client client, String task) {
        return client.post("/api/my/hazop-attempts", Map.of("task", task))
                .json()
                .path("id")
                .asText();
    }

    private static String path(String attempt) {
        return "/api/hazop/attempts/" + attempt;
    }

    private static TaskForm form(String attempt) {
        AttemptState state = station.station().attempts().view(attempt);
        return catalogue.form(catalogue.task(state.head().task()), state.head().seed());
    }

    private static Map<String, Object> edit(String id, Question question) {
        return Map.of(
                "id",
                id,
                "question",
                question.id(),
                "answer",
                OptionNumbers.of(question).told(question.key()));
    }

    private static List<JsonNode> questions(JsonNode attempt) {
        List<JsonNode> all = new ArrayList<>();
        attempt.path("pages").forEach(page -> page.path("questions").forEach(all::add));
        return all;
    }

    private static JsonNode catalogueEntry(Client client, String task) {
        return StreamSupport.stream(
                        client.get("/api/hazop/tasks").expect(200).json().spliterator(), false)
                .filter(one -> one.path("id").asText().equals(task))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theCatalogueHasEveryCellWithTheStateOfTheStudent() {
        Client student = station.as("s1");
        JsonNode tasks = student.get("/api/hazop/tasks").expect(200).json();
        assertThat(tasks).hasSize(36);
        assertThat(tasks.findValuesAsText("module")).contains("M2", "M3", "M4", "M5");
        assertThat(catalogueEntry(student, "prep-column-2").has("state")).isFalse();
        String attempt = open(student, "prep-column-2");
        JsonNode entry = catalogueEntry(student, "prep-column-2");
        assertThat(entry.path("state").asText()).isEqualTo("open");
        assertThat(entry.path("page").asText()).isEqualTo("/hazop-task/" + attempt);
        assertThat(catalogueEntry(station.as("instructor"), "prep-column-2").has("state"))
                .isFalse();
        assertThat(open(student, "prep-column-2")).isEqualTo(attempt);
        student.post("/api/my/hazop-attempts", Map.of("task", "nothing")).refused(404, "OTS-TASK-020");
    }

    /** Every task of the catalogue can be looked at, with its key on request; nothing of it is an attempt. */
    @Test
    void aTeacherLooksAtATaskWithoutAnAttempt() {
        Client teacher = station.as("instructor");
        int before = station.station().attempts().all().size();
        for (String task : catalogue.tasks().stream().map(one -> one.id()).toList()) {
            String address = "/api/hazop/tasks/" + task + "/preview";
            JsonNode plain = teacher.get(address).expect(200).json();
            JsonNode key = teacher.get(address + "?key=1").expect(200).json();
            assertThat(plain.toString()).as(task).doesNotContain("\"key\"").doesNotContain("\"why\"");
            assertThat(questions(key)).as(task).hasSameSizeAs(questions(plain));
            assertThat(questions(key))
                    .as(task)
                    .allSatisfy(one -> assertThat(one.at("/feedback/key")).isNotEmpty());
            assertThat(plain.path("pages").findValuesAsText("locked")).as(task).doesNotContain("true");
        }
        assertThat(station.station().attempts().all()).hasSize(before);
        station.as("s1").get("/api/hazop/tasks/prep-rig-1/preview").refused(403, "OTS-AUTH-005");
        teacher.get("/api/hazop/tasks/nothing/preview").refused(404, "OTS-TASK-020");
    }

    @Test
    void aJuniorQuestionTellsItsAnswerWhenItIsChecked() {
        Client student = station.as("s1");
        String attempt = open(student, "prep-rig-1");
        Question question = form(attempt).questions().get(0);
        assertThat(student.get(path(attempt)).body()).doesNotContain("\"feedback\":{");
        student.post(path(attempt) + "/check", Map.of("question", question.id()))
                .refused(409, "OTS-TASK-028");
        student.post(path(attempt) + "/answers", Map.of("edits", List.of(edit("a1", question))))
                .expect(200);
        JsonNode checked = student.post(path(attempt) + "/check", Map.of("question", question.id()))
                .expect(200)
                .json();
        List<JsonNode> told =
                questions(checked).stream().filter(one -> one.has("feedback")).toList();
        assertThat(told).hasSize(1);
        assertThat(told.get(0).path("feedback").path("earned").asDouble())
                .isEqualTo(question.head().weight());
        assertThat(told.get(0).path("feedback").path("why").path("zh").asText())
                .isEqualTo(question.head().why().zh());
    }

    @Test
    void anIntermediateAttemptIsScoredWhenItIsSubmitted() {
        Client student = station.as("s2");
        String attempt = open(student, "prep-debutanizer-2");
        List<Question> all = form(attempt).questions();
        List<Map<String, Object>> edits = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            edits.add(edit("a" + i, all.get(i)));
        }
        long revision = student.post(path(attempt) + "/answers", Map.of("edits", edits))
                .expect(200)
                .json()
                .path("revision")
                .asLong();
        assertThat(student.post(path(attempt) + "/answers", Map.of("edits", edits))
                        .json()
                        .path("revision")
                        .asLong())
                .isEqualTo(revision);
        student.post(path(attempt) + "/check", Map.of("question", all.get(0).id()))
                .refused(409, "OTS-TASK-027");
        JsonNode done =
                student.post(path(attempt) + "/submit", Map.of()).expect(200).json();
        assertThat(done.path("percent").asDouble()).isEqualTo(100);
        assertThat(questions(done)).allMatch(question -> question.has("feedback"));
        assertThat(catalogueEntry(student, "prep-debutanizer-2").path("passed").asBoolean())
                .isTrue();
        student.post(path(attempt) + "/answers", Map.of("edits", List.of(edit("z1", all.get(0)))))
                .refused(409, "OTS-TASK-025");
        assertThat(student.post(path(attempt) + "/submit", Map.of()).json().path("submitted"))
                .isEqualTo(done.path("submitted"));
    }

    @Test
    void aSeniorAttemptShowsItsScoreAfterTheReleaseOnly() {
        Client student = station.as("s2");
        Client teacher = station.as("instructor");
        String attempt = open(student, "prep-rig-3");
        teacher.post(path(attempt) + "/release", Map.of()).refused(409, "OTS-TASK-031");
        JsonNode sent =
                student.post(path(attempt) + "/submit", Map.of()).expect(200).json();
        assertThat(sent.has("percent")).isFalse();
        assertThat(questions(sent)).noneMatch(question -> question.has("feedback"));
        assertThat(catalogueEntry(student, "prep-rig-3").has("best")).isFalse();
        assertThat(teacher.get(path(attempt)).expect(200).json().has("percent")).isTrue();
        station.as("supervisor").post(path(attempt) + "/release", Map.of()).refused(403, "OTS-AUTH-005");
        teacher.post(path(attempt) + "/release", Map.of()).expect(200);
        assertThat(student.get(path(attempt)).json().path("percent").asDouble()).isZero();
    }

    @Test
    void aWorksheetIsHandedInBeforeTheTaskIsSubmitted() {
        Client student = station.as("s1");
        String attempt = open(student, "score-rig-1");
        JsonNode sheet = student.get(path(attempt)).json().path("sheet");
        String id = sheet.path("id").asText();
        assertThat(sheet.path("deviations")).hasSize(2);
        student.post(path(attempt) + "/submit", Map.of()).refused(409, "OTS-TASK-029");
        JsonNode written = student.get("/api/worksheets/" + id).json();
        assertThat(written.path("level").asText()).isEqualTo("junior");
        Map<String, Object> cause =
                Map.of("id", "c1", "cause", "回流泵 P-702A 故障停转", "lines", List.of(Map.of("id", "l1")));
        student.post(
                        "/api/worksheets/" + id + "/edits",
                        Map.of(
                                "token",
                                written.path("token").asText(),
                                "edits",
                                List.of(Map.of(
                                        "id",
                                        "e1",
                                        "op",
                                        Map.of(
                                                "kind",
                                                "insert-cause",
                                                "deviation",
                                                "D20",
                                                "after",
                                                "",
                                                "cause",
                                                cause)))))
                .expect(200);
        String token = student.get("/api/worksheets/" + id).json().path("token").asText();
        student.post("/api/worksheets/" + id + "/hand-in", Map.of("token", token))
                .expect(200);
        student.post(path(attempt) + "/submit", Map.of()).expect(200);
        Await.until(
                "scored",
                () -> !student.get(path(attempt)).json().path("pending").asBoolean());
        assertThat(student.get(path(attempt)).json().path("possible").asDouble())
                .isEqualTo(100);
    }

    @Test
    void anAttemptIsItsOwnersAlone() {
        Client owner = station.as("s1");
        Client other = station.as("s2");
        String attempt = open(owner, "case-rig-1");
        Question question = form(attempt).questions().get(0);
        other.get(path(attempt)).refused(403, "OTS-AUTH-009");
        other.post(path(attempt) + "/answers", Map.of("edits", List.of(edit("a1", question))))
                .refused(403, "OTS-AUTH-009");
        other.post(path(attempt) + "/submit", Map.of()).refused(403, "OTS-AUTH-009");
        other.get("/api/hazop/attempts").refused(403, "OTS-AUTH-005");
        station.as("instructor")
                .post(path(attempt) + "/answers", Map.of("edits", List.of()))
                .refused(403, "OTS-AUTH-005");
        assertThat(station.as("assessor").get("/api/hazop/attempts").expect(200).body())
                .contains(attempt);
        owner.get(path("nothing")).refused(404, "OTS-TASK-021");
        owner.post(path(attempt) + "/answers", Map.of("edits", List.of(Map.of("id", "a1", "question", "no"))))
                .refused(400, "OTS-TASK-022");
    }

    /** Every task as a student gets it before anything is answered: no reason, no key, nothing marked. */
    @Test
    void noReasonOrKeyLeavesTheServerBeforeItIsDue() {
        Client student = station.as("s2");
        for (String task : catalogue.tasks().stream().map(one -> one.id()).toList()) {
            String attempt = open(student, task);
            TaskForm form = form(attempt);
            Client.Answer answer = student.get(path(attempt)).expect(200);
            String body = answer.body();
            assertThat(body).doesNotContain("\"worth\"", "\"key\"", "\"either\"", "\"why\"", "\"decoys\"");
            if (answer.json().has("submitted")) {
                continue;
            }
            for (Question question : form.questions()) {
                assertThat(body)
                        .as(question.id())
                        .doesNotContain(question.head().why().en());
            }
            questions(answer.json())
                    .forEach(question -> assertThat(question.has("feedback")).isFalse());
        }
    }
}
