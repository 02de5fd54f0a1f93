package org.openots.instructor.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.content.SuiteContent;
import org.openots.instructor.session.RunRules;
import org.openots.instructor.session.RunSpec;
import org.openots.instructor.session.RunStrategy;
import org.openots.instructor.strategy.StrategyFiles;
import org.openots.instructor.tank.Await;

/** Strategies over HTTP: who may do what, two editors, checks, and dry runs in the background. */
class StrategyRoutesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String ALL = "/api/strategies";

    @TempDir
    private static Path data;

    private static StationFixture station;

    @BeforeAll
    static void start() {
        station = StationFixture.start(StationFixture.config(data, Double.POSITIVE_INFINITY), new SuiteContent().load())
                .withPeople();
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    private static ObjectNode document(String name, String id) throws IOException {
        return ((ObjectNode) MAPPER.readTree(StrategyFiles.bytes(name))).put("id", id);
    }

    private static Client.Answer save(Client client, String token, JsonNode document) {
        return client.post(ALL, Map.of("token", token, "document", document));
    }

    private static Client.Answer move(Client client, String id, String what, JsonNode strategy) {
        return client.post(
                ALL + "/" + id + "/" + what,
                Map.of("version", 1, "token", strategy.path("token").asText()));
    }

    private static String code(Client.Answer answer) {
        return answer.json().path("code").asText();
    }

    @Test
    void aFreshStationHasPublishedTraining() {
        JsonNode list = station.as("instructor").get(ALL).expect(200).json();
        assertThat(list.path("damaged")).isEmpty();
        JsonNode shipped = list.path("strategies").path(0);
        assertThat(list.findValuesAsText("id")).contains("TR-ethanol-water-rig");
        assertThat(list.path("strategies"))
                .anySatisfy(one ->
                        assertThat(one.path("newest").path("state").asText()).isEqualTo("published"));
        assertThat(shipped.path("kind").asText()).isEqualTo("training");
    }

    @Test
    void theSecondOfTwoEditorsIsToldWhatToDo() throws IOException {
        Client teacher = station.as("instructor");
        JsonNode first =
                save(teacher, "", document("training", "TR-TWO")).expect(200).json();
        assertThat(first.path("check").path("sound").asBoolean()).isTrue();
        ObjectNode changed = document("training", "TR-TWO");
        ((ObjectNode) changed.path("scoring")).put("passMark", 70);
        JsonNode second =
                save(teacher, first.path("token").asText(), changed).expect(200).json();
        Client.Answer late =
                save(teacher, first.path("token").asText(), changed).expect(409);
        assertThat(code(late)).isEqualTo("OTS-STRATEGY-064");
        assertThat(late.json().path("message").path("en").asText()).contains("instructor", "Open it again");
        JsonNode published =
                move(teacher, "TR-TWO", "publish", second).expect(200).json();
        assertThat(published.path("inUse").asInt()).isEqualTo(1);
        ((ObjectNode) changed.path("scoring")).put("passMark", 80);
        save(teacher, published.path("token").asText(), changed).expect(200);
        JsonNode diff =
                teacher.get(ALL + "/TR-TWO/diff?from=1&to=2").expect(200).json();
        assertThat(diff.findValuesAsText("pointer")).containsExactly("/scoring/passMark");
        assertThat(diff.path(0).path("before").asInt()).isEqualTo(70);
        JsonNode file =
                teacher.get(ALL + "/TR-TWO/document?version=1").expect(200).json();
        assertThat(file.path("state").asText()).isEqualTo("published");
        teacher.get(ALL + "/TR-TWO/document?version=9").expect(404);
    }

    @Test
    void mistakesAreNamedAndKeepADraftFromBeingPublished() throws IOException {
        Client teacher = station.as("instructor");
        ObjectNode wrong = document("training", "TR-WRONG");
        ((ObjectNode) wrong.path("faults")).put("maxConcurrent", 99);
        JsonNode check = teacher.post(ALL + "/check", Map.of("document", wrong))
                .expect(200)
                .json();
        assertThat(check.path("sound").asBoolean()).isFalse();
        assertThat(check.path("rules").asInt() - check.path("kept").asInt()).isEqualTo(1);
        assertThat(check.path("findings").path(0).path("hint").path("zh").asText())
                .contains("请改为");
        JsonNode draft = save(teacher, "", wrong).expect(200).json();
        assertThat(code(move(teacher, "TR-WRONG", "publish", draft).expect(409)))
                .isEqualTo("OTS-STRATEGY-069");
        wrong.put("surplus", 1);
        assertThat(code(save(teacher, draft.path("token").asText(), wrong).expect(400)))
                .isEqualTo("OTS-JSON-005");
        teacher.post(ALL + "/check", Map.of("document", 7)).expect(400);
    }

    @Test
    void examsAreForExamOfficersAndTrainingForTeachers() throws IOException {
        Client officer = station.as("exam-officer");
        Client teacher = station.as("instructor");
        JsonNode exam = save(officer, "", document("exam", "EX-1")).expect(200).json();
        save(teacher, "", document("exam", "EX-2")).expect(403);
        save(officer, "", document("training", "TR-3")).expect(403);
        teacher.get(ALL + "/EX-1").expect(403);
        station.as("supervisor").get(ALL + "/EX-1").expect(200);
        station.as("admin2").get(ALL + "/EX-1").expect(403);
        station.as("s1").get(ALL).expect(403);
        assertThat(teacher.get(ALL).json().findValuesAsText("kind")).doesNotContain("exam");
        assertThat(code(move(officer, "EX-1", "review", exam).expect(403))).isEqualTo("OTS-STRATEGY-067");
        assertThat(code(move(officer, "EX-1", "seal", exam).expect(409))).isEqualTo("OTS-STRATEGY-066");
    }

    @Test
    void robotsPlayInTheBackgroundAndCanBeStopped() throws IOException {
        Client teacher = station.as("instructor");
        ObjectNode document = document("training", "TR-DRY");
        JsonNode draft = save(teacher, "", document).expect(200).json();
        assertThat(teacher.get(ALL + "/TR-DRY/dry-run")
                        .expect(200)
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("none");
        move(teacher, "TR-DRY", "dry-run", draft).expect(200);
        teacher.post(ALL + "/TR-DRY/dry-run/cancel", Map.of()).expect(200);
        Await.until("stopped", () -> state(teacher).equals("cancelled"));
        // with half a minute for each task robots are done soon, and cannot be done with them
        ((ObjectNode) document.path("time")).put("totalSec", 30);
        JsonNode saved = save(teacher, draft.path("token").asText(), document)
                .expect(200)
                .json();
        move(teacher, "TR-DRY", "dry-run", saved).expect(200);
        Await.until("done", () -> state(teacher).equals("done"));
        JsonNode view = teacher.get(ALL + "/TR-DRY/dry-run").json();
        assertThat(view.path("result").path("passed").asBoolean(true)).isFalse();
        assertThat(view.path("result").findValuesAsText("verdict")).containsExactly("expert-low", "expert-low");
    }

    @Test
    void aRunGoesByTheStrategyOfTheClass() throws IOException {
        station.admin()
                .post(
                        "/api/users",
                        Map.of(
                                "account",
                                "c1",
                                "name",
                                "n",
                                "role",
                                "student",
                                "class",
                                "HG9",
                                "password",
                                StationFixture.PASSWORD))
                .expect(201);
        Client teacher = station.as("instructor");
        ObjectNode document = document("training", "TR-HG9");
        document.putObject("audience").putArray("classes").add("HG9");
        JsonNode draft = save(teacher, "", document).expect(200).json();
        Client student = station.as("c1");
        int before = student.get("/api/tasks").expect(200).json().size();
        assertThat(before).isGreaterThan(2);
        JsonNode published =
                move(teacher, "TR-HG9", "publish", draft).expect(200).json();
        assertThat(student.get("/api/tasks").json().findValuesAsText("id")).containsExactly("A-1", "A-2");
        assertThat(station.as("s1").get("/api/tasks").json()).hasSize(before);
        assertThat(code(student.post("/api/my/runs", Map.of("task", "A-3")).expect(403)))
                .isEqualTo("OTS-STRATEGY-072");
        String run = student.post("/api/my/runs", Map.of("task", "A-1"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        RunSpec spec = station.station().host().observe(run).spec();
        assertThat(spec.rules()).isEqualTo(new RunRules(0.2, 10, true, true, true, true, true));
        assertThat(spec.timeLimitSeconds()).isEqualTo(7200);
        assertThat(spec.strategy())
                .contains(new RunStrategy(
                        "TR-HG9", 1, published.path("newest").path("hash").asText()));
        student.post("/api/runs/" + run + "/close", Map.of()).expect(200);
        aTaskThatIsGivenGoesByItToo(teacher, student, spec);
        Client other = station.as("s1");
        String plain = other.post("/api/my/runs", Map.of("task", "A-3"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        RunSpec usual = station.station().host().observe(plain).spec();
        assertThat(usual.rules()).isEqualTo(RunRules.practice());
        assertThat(usual.timeLimitSeconds()).isEqualTo(600);
        assertThat(usual.strategy().orElseThrow().id()).isEqualTo("TR-ethanol-water-rig");
        other.post("/api/runs/" + plain + "/close", Map.of()).expect(200);
    }

    private static void aTaskThatIsGivenGoesByItToo(Client teacher, Client student, RunSpec spec) {
        assertThat(code(teacher.post("/api/class/task", Map.of("task", "A-3", "room", "HG9"))
                        .expect(403)))
                .isEqualTo("OTS-STRATEGY-072");
        teacher.post("/api/class/task", Map.of("task", "A-2", "room", "HG9")).expect(201);
        String given = student.post("/api/my/task", Map.of())
                .expect(200)
                .json()
                .path("run")
                .asText();
        RunSpec told = station.station().host().observe(given).spec();
        assertThat(told.task()).isEqualTo("A-2");
        assertThat(told.rules()).as("a task that is given goes by it too").isEqualTo(spec.rules());
        assertThat(told.strategy()).isEqualTo(spec.strategy());
        student.post("/api/runs/" + given + "/close", Map.of()).expect(200);
        teacher.delete("/api/class/task").expect(200);
    }

    private static String state(Client client) {
        return client.get(ALL + "/TR-DRY/dry-run").json().path("state").asText();
    }
}
