package org.openots.instructor.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.CommandLineRun;
import org.openots.instructor.app.Frames;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.content.SuiteContent;

/** A class is given a task with a scenario: it happens, in secret, and the run can be proven and recorded anew. */
class ScenarioRunTest {
    private static final String LIBRARY = "/api/scenarios";

    @TempDir
    private Path data;

    private static JsonNode saved(Client teacher, String token, JsonNode document) {
        return teacher.postText(LIBRARY, "{\"token\":\"" + token + "\",\"document\":" + document + "}")
                .expect(200)
                .json();
    }

    private static String give(Client teacher, Client student, String scenario) {
        teacher.post("/api/class/task", Map.of("task", "A-4", "scenario", scenario, "account", "s1"))
                .expect(201);
        return student.post("/api/my/task", Map.of())
                .expect(200)
                .json()
                .path("run")
                .asText();
    }

    private static Map<String, String> states(Client teacher, String run) {
        Map<String, String> states = new HashMap<>();
        teacher.get("/api/runs/" + run + "/faults")
                .expect(200)
                .json()
                .forEach(fault ->
                        states.put(fault.path("k").asText(), fault.path("state").asText()));
        return states;
    }

    @Test
    void aScenarioHappensInSecretAndTheRunIsProven() {
        try (StationFixture station = StationFixture.start(
                        StationFixture.config(data, Double.POSITIVE_INFINITY), new SuiteContent().load())
                .withPeople()) {
            Client teacher = station.as("instructor");
            Client student = station.as("s1");
            saved(teacher, "", ScenarioFiles.example());
            String run = give(teacher, student, "SC-A-COOLING");
            Frames seen = new Frames();
            student.socket("/ws/runs/" + run, seen);
            assertThat(states(teacher, run)).hasSize(5).containsEntry("e5", "armed");
            Client.Answer cancelled = teacher.delete("/api/runs/" + run + "/faults/e3");
            cancelled.expect(200);
            teacher.post("/api/runs/" + run + "/control", Map.of("action", "speed", "value", 10))
                    .expect(200);
            seen.next(frame -> frame.path("events").toString().contains("接班，请巡检"));
            Frames mirror = new Frames();
            teacher.socket("/ws/runs/" + run, mirror);
            mirror.next(frame -> states(teacher, run).getOrDefault("e5", "").equals("active"));
            assertThat(states(teacher, run))
                    .containsEntry("e1", "active")
                    .containsEntry("e2", "active")
                    .containsEntry("e4", "active");
            // taken back before the first tick it is gone, after it it is over
            assertThat(states(teacher, run).getOrDefault("e3", "over")).isEqualTo("over");
            JsonNode valve = teacher.get("/api/runs/" + run + "/trend?tags=HV-713")
                    .json()
                    .path("series")
                    .path("HV-713");
            assertThat(valve.get(valve.size() - 1).asDouble()).isEqualTo(40);
            goBack(teacher, run);
            student.post("/api/runs/" + run + "/close", Map.of()).expect(200);
            student.get("/api/runs/" + run);
            student.get("/api/runs/" + run + "/events");
            student.get("/api/runs/" + run + "/score");
            assertThat(student.received())
                    .contains("接班，请巡检")
                    .doesNotContain("SC-A-COOLING")
                    .doesNotContain("cooling-water.temperature")
                    .doesNotContain("A-F05")
                    .doesNotContain("LIC-702.bias");
            recordedAgain(teacher, run);
        }
        Path journal = data.resolve("runs");
        CommandLineRun verified = CommandLineRun.of("verify", onlyRun(journal));
        assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
    }

    private static String onlyRun(Path runs) {
        try (Stream<Path> all = Files.list(runs)) {
            return all.findFirst().orElseThrow().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Back to the beginning: everything that was armed is armed again, what was cancelled is not. */
    private static void goBack(Client teacher, String run) {
        teacher.post("/api/runs/" + run + "/control", Map.of("action", "freeze"))
                .expect(200);
        teacher.post("/api/runs/" + run + "/control", Map.of("action", "rewind", "value", 1.5))
                .expect(200);
        assertThat(states(teacher, run)).containsEntry("e2", "armed").containsEntry("e4", "armed");
        teacher.post("/api/runs/" + run + "/control", Map.of("action", "run")).expect(200);
    }

    /** What the instructor did, the scenario included, as a scenario: without the event he cancelled. */
    private static void recordedAgain(Client teacher, String run) {
        JsonNode answer = teacher.post(LIBRARY + "/record", Map.of("run", run))
                .expect(200)
                .json();
        JsonNode events = answer.path("document").path("events");
        assertThat(events.findValuesAsText("kind")).containsExactly("message", "disturbance", "remote", "fault");
        assertThat(events.path(1).path("value").asDouble()).isCloseTo(304.15, within(1e-9));
        assertThat(events.path(1).path("endSeconds").asDouble()).isEqualTo(600);
        assertThat(events.path(3).path("trigger").path("when").asText()).isEqualTo("LIC-702 > 0");
        assertThat(answer.path("check").path("sound").asBoolean())
                .as(answer.toString())
                .isTrue();
    }

    @Test
    void theLibraryKeepsVersionsAndWhatAnInstructorDidBecomesAScenario() {
        try (StationFixture station = StationFixture.start(
                        StationFixture.config(data, Double.POSITIVE_INFINITY), new SuiteContent().load())
                .withPeople()) {
            Client teacher = station.as("instructor");
            Client student = station.as("s1");
            String run = station.run(student, "A-4");
            teacher.post("/api/runs/" + run + "/faults", Map.of("fault", "@TI-702.bias=2", "delayS", 30))
                    .expect(201);
            teacher.post(
                            "/api/runs/" + run + "/remote",
                            Map.of("cid", "x1", "target", "HV-713", "verb", "position", "value", 30))
                    .expect(200);
            ObjectNode made = (ObjectNode) teacher.post(LIBRARY + "/record", Map.of("run", run))
                    .expect(200)
                    .json()
                    .path("document");
            assertThat(made.path("events").findValuesAsText("kind")).containsExactly("remote", "override");
            JsonNode first = saved(teacher, "", made);
            assertThat(first.path("version").asInt()).isEqualTo(1);
            String id = first.path("id").asText();
            String token = first.path("token").asText();
            assertThat(saved(teacher, token, made).path("version").asInt()).isEqualTo(1);
            ((ObjectNode) made.path("events").path(0)).put("value", 35);
            JsonNode second = saved(teacher, token, made);
            assertThat(second.path("version").asInt()).isEqualTo(2);
            JsonNode diff = teacher.get(LIBRARY + "/" + id + "/diff?from=1&to=2")
                    .expect(200)
                    .json();
            assertThat(diff).hasSize(1);
            assertThat(diff.path(0).path("after").asDouble()).isEqualTo(35);
            teacher.postText(LIBRARY, "{\"token\":\"" + token + "\",\"document\":" + made + "}")
                    .refused(409, "OTS-SCENARIO-024");
            refusals(teacher, made, id, second.path("token").asText());
        }
        try (ScenarioStore store = new ScenarioStore(data.resolve("scenarios"), Clock.systemUTC())) {
            assertThat(store.all()).hasSize(1);
            assertThat(store.all().get(0).versions()).hasSize(3);
            assertThat(store.damaged()).isEmpty();
        }
    }

    private static void refusals(Client teacher, ObjectNode made, String id, String token) {
        ObjectNode wrong = made.deepCopy();
        ((ObjectNode) wrong.path("events").path(1)).put("tag", "XX-1");
        String mistaken = saved(teacher, token, wrong).path("token").asText();
        Map<String, String> wish = Map.of("task", "A-4", "scenario", id, "account", "s2");
        teacher.post("/api/class/task", wish).refused(409, "OTS-SCENARIO-025");
        teacher.post("/api/class/task", Map.of("task", "A-1", "scenario", id, "account", "s2"))
                .refused(409, "OTS-SCENARIO-027");
        teacher.post("/api/class/task", Map.of("task", "A-4", "scenario", "none", "account", "s2"))
                .refused(404, "OTS-SCENARIO-020");
        String path = LIBRARY + "/" + id;
        teacher.post(path + "/retire", Map.of("token", mistaken, "retired", "yes"))
                .expect(200);
        teacher.post("/api/class/task", wish).refused(409, "OTS-SCENARIO-028");
        made.put("surplus", 1);
        teacher.postText(LIBRARY, "{\"token\":\"\",\"document\":" + made + "}").refused(400, "OTS-JSON-005");
        teacher.get(path + "/document?version=9").refused(404, "OTS-SCENARIO-023");
    }
}
