package org.openots.hazop.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;
import org.openots.hazop.Journals;
import org.openots.hazop.study.Pages;

/** The pages on tasks, items and attempts: their examples are read, and mistakes are named with their place. */
class TaskPagesTest {
    private static final String TASKS = Pages.example("hazop-tasks.md");
    private static final String ITEMS = Pages.example("hazop-items.md");
    private static final String ATTEMPT = "t20260301-080000-000001";

    @TempDir
    private Path folder;

    private static List<TaskFile> files(String tasks) {
        List<TaskFile> files = new ArrayList<>(TaskFile.shipped().stream()
                .filter(file -> file.shown().equals("items-method.json"))
                .toList());
        files.add(new TaskFile("example.json", tasks));
        return files;
    }

    private static String mistakes(String tasks) {
        StringBuilder all = new StringBuilder();
        for (Finding finding : TaskCatalogue.check(files(tasks))) {
            all.append(finding.code().code())
                    .append(' ')
                    .append(finding.place())
                    .append('\n');
            assertThat(finding.messageIn(Locale.SIMPLIFIED_CHINESE)).contains("。");
            assertThat(finding.messageIn(Locale.ENGLISH)).contains(".");
        }
        return all.toString();
    }

    @Test
    void theExamplesAreSound() {
        assertThat(mistakes(TASKS)).isEmpty();
        assertThat(TaskCatalogue.check(List.of(new TaskFile("items.json", ITEMS))))
                .isEmpty();
    }

    @Test
    void mistakesAreNamedWithTheirPlace() {
        String first = "example.json#/tasks/0/sections/0";
        changed(
                "\"decoys\": [\"D22-C1\"]",
                "\"decoys\": [\"D20-C2\"]",
                "OTS-TASK-004 " + first + "/questions/1/decoys/0");
        changed("\"right\": [\"D20-C1\"]", "\"right\": [\"D20-K1\"]", "OTS-TASK-004 " + first + "/questions/1/right/0");
        changed("\"count\": 2", "\"count\": 50", "OTS-TASK-003 " + first + "/draws/0/count");
        changed("\"kind\": \"grid\"", "\"kind\": \"gird\"", "OTS-TASK-007 " + first + "/questions/3/kind");
        changed("\"deviations\": [\"D20\"]", "\"deviations\": [\"D11\"]", "OTS-TASK-006 example.json#/tasks/0/sheet");
        changed("\"worth\": \"either\"", "\"worth\": \"maybe\"", first + "/questions/0/options/2/worth");
        changed("{\"id\": \"d\", \"text\"", "{\"id\": \"a\", \"text\"", first + "/questions/0/options");
        changed("\"minutes\": 10", "\"minuts\": 10", "example.json#/tasks/0");
        changed("{\"N1\": [\"P-701\"]}", "{\"N1\": [\"P-701\", \"E-702\"]}", "OTS-TASK-001 " + first + "/questions/4");
    }

    private static void changed(String right, String wrong, String place) {
        assertThat(TASKS).contains(right);
        assertThat(mistakes(TASKS.replace(right, wrong))).contains(place);
    }

    @Test
    void everyFieldOfTheShippedFilesIsOnAPage() {
        Set<String> fields = new TreeSet<>();
        for (TaskFile file : TaskFile.shipped()) {
            JsonNode root = Pages.json(file.text());
            collect(root, fields);
        }
        fields.removeIf(field -> field.matches("N\\d"));
        Pages.tells(
                "hazop-tasks.md",
                without(fields, Set.of("area", "cognitive", "source", "document", "clause", "plant", "items")));
        Pages.tells("hazop-items.md", Set.of("area", "cognitive", "source", "document", "clause", "plant", "items"));
    }

    private static Set<String> without(Set<String> fields, Set<String> gone) {
        Set<String> rest = new TreeSet<>(fields);
        rest.removeAll(gone);
        return rest;
    }

    private static void collect(JsonNode node, Set<String> fields) {
        node.properties().forEach(field -> {
            fields.add(field.getKey());
            collect(field.getValue(), fields);
        });
        if (node.isArray()) {
            node.forEach(child -> collect(child, fields));
        }
    }

    private static List<String> records() {
        return Pages.example("hazop-attempt.md").lines().toList();
    }

    private AttemptState replay(List<String> lines) {
        try (AttemptStore store = new AttemptStore(Journals.of(folder, ATTEMPT, lines), Clock.systemUTC())) {
            return store.view(ATTEMPT);
        }
    }

    @Test
    void theRecordsOfThePageAreAnAttempt() {
        AttemptState state = replay(records());
        assertThat(state.head().seed()).isEqualTo(-42);
        assertThat(state.answer("pairs-1")).containsExactly("flow/NO", "level/LESS");
        assertThat(state.checked()).containsExactly("pairs-1");
        assertThat(state.sheet()).contains("h20260301-080013-0f0001");
        assertThat(state.score().orElseThrow().earned()).isEqualTo(12.5);
        assertThat(state.score().orElseThrow().possible()).isEqualTo(30);
        assertThat(state.release().orElseThrow().by()).isEqualTo("teacher");
        JsonNode opened = Pages.json(records().get(0)).path("body");
        assertThat(AttemptRecord.head(state.head())).isEqualTo(opened);
        JsonNode score = Pages.json(records().get(5)).path("body").path("score");
        assertThat(AttemptRecord.score(state.score().orElseThrow())).isEqualTo(score);
    }

    /** An attempt of version 1.0 had its worksheet from the beginning, and its questions stayed open beside it. */
    @Test
    void anAttemptOfTheVersionBeforeIsRead() {
        String opened = records()
                .get(0)
                .replace("\"formatVersion\":\"1.1\"", "\"formatVersion\":\"1.0\"")
                .replace("\"seed\":\"-42\"", "\"seed\":\"-42\",\"sheet\":\"h20260301-080000-0f0001\"");
        AttemptState state = replay(List.of(opened, records().get(1)));
        assertThat(state.sheet()).contains("h20260301-080000-0f0001");
        TaskCatalogue catalogue = TaskCatalogue.shipped();
        TaskForm form = catalogue.form(catalogue.task("tool-rig-2"), -42);
        assertThat(form.questions()).anyMatch(Question::ofFrame).noneMatch(state::settled);
        assertThatThrownBy(() -> replay(List.of(opened.replace("1.0", "0.9")))).isInstanceOf(OtsException.class);
    }

    @Test
    void aRecordThatDoesNotFitIsDamageAndNamed() {
        List<String> lines = records().stream()
                .map(line -> line.replace("question-checked", "surprise"))
                .toList();
        assertThatThrownBy(() -> replay(lines))
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(TaskError.ATTEMPT_DAMAGED))
                .hasMessageContaining("4: kind surprise");
    }
}
