package org.openots.instructor.hazop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.hazop.task.AttemptState;
import org.openots.hazop.task.Choice;
import org.openots.hazop.task.OptionNumbers;
import org.openots.hazop.task.Question;
import org.openots.hazop.task.TaskCatalogue;
import org.openots.hazop.task.TaskForm;
import org.openots.hazop.task.TaskLevel;
import org.openots.hazop.task.TrainingTask;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.StationFixture;

/** Everything a student's browser gets of the tasks of one plant, at all levels: nothing in it tells what is right. */
class TaskSecretsTest {
    private static final String PLANT = "ethanol-water-column";
    private static final String OTHER = "ethanol-water-rig";

    /** Ids of causes, consequences, safeguards, recommendations and scenarios of a study. */
    private static final Pattern KEY_ID = Pattern.compile("D\\d\\d-[CKSRZ]\\d");

    /** Lists of what a question offers, and all that an entry of them may hold. */
    private static final Set<String> OFFERS =
            Set.of("options", "steps", "left", "right", "rows", "columns", "nodes", "things", "scenarios");

    private static final Set<String> ENTRY = Set.of("id", "text", "tag");

    private static final Set<String> QUESTION = Set.of(
            "id",
            "kind",
            "checked",
            "settled",
            "prompt",
            "weight",
            "answer",
            "several",
            "unit",
            "named",
            "severities",
            "likelihoods");

    @TempDir
    private static Path data;

    private static StationFixture station;
    private static TaskCatalogue catalogue;

    @BeforeAll
    static void start() {
        station = StationFixture.start(StationFixture.config(data, Double.POSITIVE_INFINITY), PlayStationMain.content())
                .withPeople();
        catalogue = TaskCatalogue.shipped();
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    private static List<TrainingTask> tasks() {
        return catalogue.tasks().stream()
                .filter(task -> task.head().plant().equals(PLANT))
                .toList();
    }

    private static String open(Client student, String task) {
        return student.post("/api/my/hazop-attempts", Map.of("task", task))
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

    private static List<JsonNode> questions(JsonNode attempt) {
        List<JsonNode> all = new ArrayList<>();
        attempt.path("pages").forEach(page -> page.path("questions").forEach(all::add));
        return all;
    }

    /** A question as it may be shown before its answer is due: known fields only, offers by their places. */
    private static void plain(JsonNode question) {
        String id = question.path("id").asText();
        question.properties().forEach(field -> {
            if (!OFFERS.contains(field.getKey())) {
                assertThat(QUESTION).as(id).contains(field.getKey());
                return;
            }
            JsonNode list = field.getValue();
            for (int i = 0; i < list.size(); i++) {
                assertThat(list.get(i).path("id").asText()).as(id).isEqualTo(Integer.toString(i + 1));
                list.get(i)
                        .fieldNames()
                        .forEachRemaining(name -> assertThat(ENTRY).as(id).contains(name));
            }
        });
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

    private static void answerAll(Client student, String attempt, TaskForm form) {
        List<Question> all = form.questions();
        List<Map<String, Object>> edits = IntStream.range(0, all.size())
                .<Map<String, Object>>mapToObj(i -> edit("a" + i, all.get(i)))
                .toList();
        student.post(path(attempt) + "/answers", Map.of("edits", edits)).expect(200);
    }

    /** Everything the pages of an attempt ask the station for. */
    private static void look(Client student, JsonNode attempt) {
        student.get("/hazop-task/" + attempt.path("id").asText()).expect(200);
        student.get("/api/hazop/studies/" + PLANT).expect(200);
        String sheet = attempt.path("sheet").path("id").asText();
        if (!sheet.isEmpty()) {
            student.get("/hazop/" + sheet).expect(200);
            student.get("/api/worksheets/" + sheet).expect(200);
            student.get("/api/worksheets/" + sheet + "/plays").expect(200);
        }
    }

    @Test
    void nothingASeatGetsOfAnyCellTellsWhatIsRight() {
        Client student = station.as("s1");
        student.get("/api/hazop/tasks").expect(200);
        assertThat(tasks()).hasSize(12);
        for (TrainingTask task : tasks()) {
            String attempt = open(student, task.id());
            TaskForm form = form(attempt);
            JsonNode before = student.get(path(attempt)).expect(200).json();
            questions(before).forEach(TaskSecretsTest::plain);
            look(student, before);
            answerAll(student, attempt, form);
            JsonNode answered = student.get(path(attempt)).expect(200).json();
            questions(answered).forEach(TaskSecretsTest::plain);
            questions(answered)
                    .forEach(question -> assertThat(question.path("answer").size())
                            .as(question.path("id").asText())
                            .isPositive());
            form.questions()
                    .forEach(question -> assertThat(student.received())
                            .as(question.id())
                            .doesNotContain(question.head().why().zh())
                            .doesNotContain(question.head().why().en()));
        }
        for (JsonNode drill : student.get("/api/drills").expect(200).json()) {
            student.get("/api/drills/" + drill.path("id").asText()).expect(200);
        }
        assertThat(student.received())
                .contains("M1-C-S1")
                .doesNotContain(
                        "\"worth\"", "\"key\"", "\"either\"", "\"why\"", "\"feedback\":{", "\"decoys\"", "\"seed\"")
                .doesNotContain("\"faults\"", "\"cases\"", "\"debrief\"")
                .doesNotContainPattern(KEY_ID);
    }

    /** Checking one question of a junior attempt tells that one only. */
    @Test
    void aCheckTellsOneQuestion() {
        Client student = station.as("s2");
        for (TrainingTask task : tasks()) {
            if (task.head().level() != TaskLevel.JUNIOR || task.sections().isEmpty()) {
                continue;
            }
            String attempt = open(student, task.id());
            TaskForm form = form(attempt);
            answerAll(student, attempt, form);
            String first = form.questions().get(0).id();
            JsonNode checked = student.post(path(attempt) + "/check", Map.of("question", first))
                    .expect(200)
                    .json();
            for (JsonNode question : questions(checked)) {
                if (question.path("id").asText().equals(first)) {
                    assertThat(question.path("feedback").path("key")).isEqualTo(question.path("answer"));
                } else {
                    plain(question);
                }
            }
            student.post(path(attempt) + "/submit", Map.of());
        }
        assertThat(student.received()).doesNotContainPattern(KEY_ID);
    }

    /** After the submission the senior student still gets nothing, and what the others get names no id either. */
    @Test
    void whatIsToldAfterwardsIsToldByPlaces() {
        Client student = station.as("s2");
        for (String task : List.of("prep-column-2", "prep-column-3", "case-column-1")) {
            String attempt = open(student, task);
            TaskForm form = form(attempt);
            answerAll(student, attempt, form);
            JsonNode done = student.post(path(attempt) + "/submit", Map.of())
                    .expect(200)
                    .json();
            if (task.endsWith("3")) {
                questions(done).forEach(TaskSecretsTest::plain);
                continue;
            }
            assertThat(done.path("percent").asDouble()).isEqualTo(100);
            questions(done)
                    .forEach(question -> assertThat(question.path("feedback").path("key"))
                            .as(question.path("id").asText())
                            .isEqualTo(question.path("answer")));
        }
        assertThat(student.received()).doesNotContainPattern(KEY_ID);
    }

    /** Two attempts at the same question: another order, and the right options in no fixed places. */
    @Test
    void twoStudentsGetTheOptionsInTwoOrders() {
        Map<String, Set<String>> places = new HashMap<>();
        for (String account : List.of("s1", "s2")) {
            for (String task : List.of("prep-column-1", "prep-column-2", "case-column-1")) {
                String attempt = open(station.as(account), task);
                form(attempt).questions().stream()
                        .filter(Choice.class::isInstance)
                        .forEach(question -> places.computeIfAbsent(question.id(), id -> new TreeSet<>())
                                .add(String.join(" ", OptionNumbers.of(question).told(question.key()))));
            }
        }
        assertThat(places.get("documents")).hasSizeGreaterThan(1);
        assertThat(places.get("d13-cause")).hasSizeGreaterThan(1);
    }

    @Test
    void wordsOfTheAuthorAreNoAnswer() {
        Client student = station.as("s1");
        String attempt = open(student, "case-column-1");
        Question question = form(attempt).questions().get(0);
        Map<String, Object> edit = Map.of("id", "z1", "question", question.id(), "answer", question.key());
        Client.Answer refused = student.post(path(attempt) + "/answers", Map.of("edits", List.of(edit)));
        refused.refused(400, "OTS-TASK-023");
    }

    /** While nodes and guide words are asked for, the study does not tell them; the worksheet comes after them. */
    @Test
    void aStudyDoesNotTellWhatIsAskedFor() {
        Client student = station.as("s2");
        JsonNode whole = student.get("/api/hazop/studies/" + OTHER).expect(200).json();
        assertThat(whole.path("nodes").get(0).path("units")).isNotEmpty();
        assertThat(whole.path("deviations").size()).isGreaterThan(20);
        assertThat(whole.path("team")).isNotEmpty();

        String pairs = open(student, "tool-rig-2");
        JsonNode asked = student.get("/api/hazop/studies/" + OTHER).expect(200).json();
        assertThat(asked.path("deviations")).isEmpty();
        assertThat(asked.path("nodes").get(0).path("units")).isNotEmpty();
        assertThat(asked.path("matrix").path("severities")).hasSize(5);
        assertThat(student.get(path(pairs)).json().path("sheet").has("id")).isFalse();
        Question grid = form(pairs).question("pairs-1").orElseThrow();
        student.post(path(pairs) + "/answers", Map.of("edits", List.of(edit("a1", grid))))
                .expect(200);
        student.post(path(pairs) + "/submit", Map.of()).refused(409, "OTS-TASK-029");
        JsonNode opened =
                student.post(path(pairs) + "/sheet", Map.of()).expect(200).json();
        String sheet = opened.path("sheet").path("id").asText();
        assertThat(sheet).isNotEmpty();
        assertThat(student.post(path(pairs) + "/sheet", Map.of())
                        .json()
                        .path("sheet")
                        .path("id")
                        .asText())
                .isEqualTo(sheet);
        student.post(
                        path(pairs) + "/answers",
                        Map.of("edits", List.of(Map.of("id", "a2", "question", "pairs-1", "answer", List.of()))))
                .refused(409, "OTS-TASK-035");
        assertThat(student.get("/api/hazop/studies/" + OTHER).json().path("deviations"))
                .isEqualTo(whole.path("deviations"));

        String file = "/api/worksheets/" + sheet + "/report?lang=zh&format=";
        student.get(file + "xlsx").expect(200);

        String split = open(student, "prep-rig-3");
        student.get(file + "xlsx").refused(409, "OTS-CAT-005");
        student.get(file + "json").expect(200);
        JsonNode hidden = student.get("/api/hazop/studies/" + OTHER).expect(200).json();
        assertThat(hidden.path("nodes")).allSatisfy(node -> {
            assertThat(node.has("boundary")).isFalse();
            assertThat(node.path("units")).isEmpty();
        });
        assertThat(hidden.path("tags"))
                .hasSameSizeAs(whole.path("tags"))
                .allSatisfy(tag -> assertThat(tag.path("node").asText()).isEmpty());
        assertThat(StreamSupport.stream(hidden.path("tags").spliterator(), false)
                        .map(tag -> tag.path("tag").asText())
                        .toList())
                .isSorted();
        assertThat(hidden.path("team")).isEmpty();
        student.post(path(split) + "/submit", Map.of()).expect(200);
        assertThat(student.get("/api/hazop/studies/" + OTHER).json()).isEqualTo(whole);
        // a teacher is told everything at any time
        assertThat(station.as("instructor").get("/api/hazop/studies/" + OTHER).json())
                .isEqualTo(whole);
    }

    @Test
    void aTaskWithoutAWorksheetHasNoneToOpen() {
        Client student = station.as("s2");
        String attempt = open(student, "case-column-1");
        student.post(path(attempt) + "/sheet", Map.of()).refused(409, "OTS-TASK-036");
        station.as("s1").post(path(attempt) + "/sheet", Map.of()).refused(403, "OTS-AUTH-009");
    }
}
