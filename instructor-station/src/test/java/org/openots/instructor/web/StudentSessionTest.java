package org.openots.instructor.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.Frames;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.tank.Await;
import org.openots.instructor.tank.TankEngine;
import org.openots.instructor.tank.TankLibrary;

/** A lesson over HTTP and sockets. */
class StudentSessionTest {
    @TempDir
    private static Path data;

    private static StationFixture station;

    @BeforeAll
    static void start() {
        station = StationFixture.start(data).withPeople();
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    private static void closeOpenRuns(Client client) {
        for (JsonNode run : client.get("/api/my/runs").json()) {
            if (run.path("state").asText().equals("open")) {
                client.post("/api/runs/" + run.path("id").asText() + "/close", Map.of())
                        .expect(200);
            }
        }
    }

    @Test
    void aLessonFromSignInToScore() {
        Client student = station.as("s1");
        assertThat(student.get("/api/me").json().path("role").asText()).isEqualTo("student");
        assertThat(student.get("/api/tasks").json()).hasSize(3);
        String run = station.run(student, TankLibrary.PRACTICE);
        JsonNode described = student.get("/api/runs/" + run).json();
        assertThat(described.path("state").asText()).isEqualTo("open");
        assertThat(described.path("seat").asText()).isEqualTo("01");
        assertThat(described.path("title").path("en").asText()).isEqualTo("Practice");
        assertThat(described.path("allowed").path("rewind").asBoolean()).isTrue();
        Frames frames = new Frames();
        WebSocket socket = student.socket("/ws/runs/" + run, frames);
        JsonNode full = frames.next(frame -> frame.path("type").asText().equals("full"));
        assertThat(full.path("v").path("HV-101").asDouble()).isZero();
        assertThat(full.has("faults")).isFalse();
        JsonNode applied =
                student.operate(run, "HV-101", "position", 42).expect(200).json();
        assertThat(applied.path("ok").asBoolean()).isTrue();
        assertThat(applied.path("saved").asLong()).isPositive();
        JsonNode delta = frames.next(frame -> frame.path("v").has("HV-101"));
        assertThat(delta.path("type").asText()).isEqualTo("delta");
        assertThat(delta.path("v").path("HV-101").asDouble()).isEqualTo(42);
        assertThat(delta.path("v").has("TIC-101.SP")).isFalse();
        assertThat(delta.path("saved").asLong())
                .isGreaterThanOrEqualTo(applied.path("saved").asLong());
        JsonNode trend = student.get("/api/runs/" + run + "/trend?tags=LI-101,TI-101&points=50")
                .json();
        assertThat(trend.path("t").size())
                .isEqualTo(trend.path("series").path("TI-101").size());
        assertThat(student.get("/api/runs/" + run + "/events").json()).isNotEmpty();
        assertThat(student.get("/api/runs/" + run + "/alarm-log").json()).isEmpty();
        assertThat(student.get("/api/runs/" + run + "/score")
                        .json()
                        .path("total")
                        .asDouble())
                .isEqualTo(40);
        JsonNode closing = student.post("/api/runs/" + run + "/close", Map.of())
                .expect(200)
                .json();
        frames.next(frame -> frame.path("run").path("state").asText().equals("closed"));
        assertThat(frames.closeStatus()).isEqualTo(1000);
        JsonNode sheet = student.get("/api/runs/" + run + "/score").json();
        assertThat(sheet.path("total").asDouble()).isEqualTo(40);
        assertThat(sheet.path("stateHash")).isEqualTo(closing.path("stateHash"));
        assertThat(sheet.path("journalHead").asText()).hasSize(64);
        // the record of a closed run is a replay of its journal
        JsonNode past = student.get("/api/runs/" + run + "/trend?tags=HV-101")
                .expect(200)
                .json();
        JsonNode valve = past.path("series").path("HV-101");
        assertThat(valve.get(valve.size() - 1).asDouble()).isEqualTo(42);
        assertThat(student.get("/api/runs/" + run + "/events").json().toString())
                .contains("command-applied");
        assertThat(student.operate(run, "HV-101", "position", 1).expect(409).code())
                .isEqualTo("OTS-RUN-002");
        assertThat(student.get("/api/my/runs").json().get(0).path("state").asText())
                .isEqualTo("closed");
        socket.abort();
    }

    @Test
    void aSecondSignInTakesOverAndResumesTheUnfinishedRun() {
        Client first = station.as("s2");
        String run = station.run(first, TankLibrary.PRACTICE);
        Frames frames = new Frames();
        first.socket("/ws/runs/" + run, frames);
        frames.next(frame -> frame.path("type").asText().equals("full"));
        first.operate(run, "HV-101", "position", 17).expect(200);
        Client second = station.as("s2");
        assertThat(frames.closeStatus()).isEqualTo(Seats.TAKEN_OVER);
        assertThat(first.get("/api/me").status()).isEqualTo(401);
        JsonNode resumed = second.post("/api/my/runs", Map.of("task", TankLibrary.PRACTICE))
                .expect(200)
                .json();
        assertThat(resumed.path("id").asText()).isEqualTo(run);
        assertThat(resumed.path("resumed").asBoolean()).isTrue();
        Frames again = new Frames();
        second.socket("/ws/runs/" + run, again);
        JsonNode full = again.next(frame -> frame.path("type").asText().equals("full"));
        assertThat(full.path("v").path("HV-101").asDouble()).isEqualTo(17);
        assertThat(second.post("/api/my/runs", Map.of("task", TankLibrary.EXAM))
                        .expect(409)
                        .code())
                .isEqualTo("OTS-RUN-006");
        closeOpenRuns(second);
    }

    @Test
    void anExaminationShowsNoScoreNoHintAndTakesNoControl() {
        Client student = station.as("s1");
        closeOpenRuns(student);
        String run = station.run(student, TankLibrary.EXAM);
        Frames frames = new Frames();
        student.socket("/ws/runs/" + run, frames);
        JsonNode full = frames.next(frame -> frame.path("type").asText().equals("full"));
        assertThat(full.path("proc").path("steps")).hasSize(2);
        assertThat(full.toString())
                .doesNotContain("HINT-")
                .doesNotContain("GOAL-")
                .doesNotContain("earned")
                .doesNotContain("total");
        assertThat(student.get("/api/runs/" + run + "/score").expect(403).code())
                .isEqualTo("OTS-RUN-013");
        assertThat(student.get("/api/my/runs").json().get(0).path("score").isNull())
                .isTrue();
        for (String action : new String[] {"freeze", "speed", "rewind", "restart"}) {
            Client.Answer answer = student.post("/api/runs/" + run + "/control", Map.of("action", action, "value", 1));
            assertThat(answer.expect(403).code()).isEqualTo("OTS-RUN-007");
        }
        Client teacher = station.as("instructor");
        assertThat(teacher.get("/api/runs/" + run + "/score")
                        .expect(200)
                        .json()
                        .path("total")
                        .asDouble())
                .isEqualTo(40);
        teacher.post("/api/runs/" + run + "/control", Map.of("action", "freeze"))
                .expect(200);
        JsonNode frozen =
                frames.next(frame -> frame.path("run").path("state").asText().equals("frozen"));
        assertThat(frozen.path("run").path("by").asText()).isEqualTo("instructor");
        closeOpenRuns(student);
    }

    @Test
    void theTeacherSeesTheClassAndItsFaults() {
        Client student = station.as("s1");
        closeOpenRuns(student);
        String run = station.run(student, TankLibrary.PRACTICE);
        Client teacher = station.as("instructor");
        Frames wall = new Frames();
        teacher.socket("/ws/class", wall);
        Frames mirror = new Frames();
        teacher.socket("/ws/runs/" + run, mirror);
        Map<String, Object> fault = new HashMap<>();
        fault.put("fault", TankEngine.CANARY);
        fault.put("severity", 0.5);
        String key = teacher.post("/api/runs/" + run + "/faults", fault)
                .expect(201)
                .json()
                .path("k")
                .asText();
        JsonNode frame = mirror.next(f -> f.path("faults").size() == 1);
        assertThat(frame.path("faults").get(0).path("fault").asText()).isEqualTo(TankEngine.CANARY);
        assertThat(teacher.get("/api/runs/" + run + "/faults")
                        .json()
                        .get(0)
                        .path("k")
                        .asText())
                .isEqualTo(key);
        JsonNode tiles = wall.next(f -> f.path("tiles").path(0).path("score").asDouble() == 40)
                .path("tiles");
        assertThat(tiles.get(0).path("seat").asText()).isEqualTo("01");
        assertThat(tiles.get(0).path("runId").asText()).isEqualTo(run);
        assertThat(tiles.get(0).path("score").asDouble()).isEqualTo(40);
        assertThat(tiles.get(1).path("reason").path("en").asText()).isEqualTo("No run");
        teacher.raw("DELETE", "/api/runs/" + run + "/faults/" + key, Map.of("Origin", teacher.base()), null)
                .expect(200);
        Await.until(
                "withdrawn",
                () -> teacher.get("/api/runs/" + run + "/faults").json().isEmpty());
        JsonNode control = teacher.post("/api/class/control", Map.of("action", "freeze"))
                .expect(200)
                .json();
        assertThat(control.path("done").asInt()).isPositive();
        assertThat(student.operate(run, "HV-101", "position", 1).expect(409).code())
                .isEqualTo("OTS-RUN-003");
        closeOpenRuns(student);
    }

    @Test
    void signingOutClosesTheSocketsOfThatSignInOnly() {
        Client desk = station.as("instructor");
        Client wall = station.as("instructor");
        Frames first = new Frames();
        Frames second = new Frames();
        desk.socket("/ws/class", first);
        wall.socket("/ws/class", second);
        first.next(f -> f.has("tiles"));
        desk.post("/api/sign-out", Map.of()).expect(200);
        assertThat(first.closeStatus()).isEqualTo(Seats.TAKEN_OVER);
        assertThat(desk.get("/api/me").status()).isEqualTo(401);
        second.next(f -> f.has("tiles"));
        second.next(f -> f.has("tiles"));
        assertThat(wall.get("/api/me").status()).isEqualTo(200);
    }

    @Test
    void aRefusedOperationIsA409WithItsReason() {
        Client student = station.as("s1");
        closeOpenRuns(student);
        String run = station.run(student, TankLibrary.PRACTICE);
        student.operate(run, "HV-101", "position", 100).expect(200);
        student.post("/api/runs/" + run + "/control", Map.of("action", "speed", "value", 20))
                .expect(200);
        Await.until("empty", () -> level(student, run) < 9);
        Client.Answer refused = student.operate(run, "E-101", "start", 0).expect(409);
        assertThat(refused.code()).isEqualTo("OTS-TANK-101");
        assertThat(refused.json().path("message").path("en").asText()).isEqualTo("Level too low to heat");
        assertThat(refused.json().path("message").path("zh").asText()).isEqualTo("液位过低，不能加热");
        closeOpenRuns(student);
    }

    private static double level(Client student, String run) {
        JsonNode series = student.get("/api/runs/" + run + "/trend?tags=LI-101")
                .json()
                .path("series")
                .path("LI-101");
        return series.isEmpty() ? 100 : series.get(series.size() - 1).asDouble();
    }

    @Test
    void aClassBeginsTogetherAndWhoComesLaterFallsIn() {
        Client first = station.as("s1");
        Client late = station.as("s2");
        closeOpenRuns(first);
        closeOpenRuns(late);
        Client teacher = station.as("instructor");
        assertThat(first.post("/api/my/task", Map.of()).expect(200).json().has("run"))
                .as("nothing is given yet")
                .isFalse();
        Map<String, Object> wish = new HashMap<>(Map.of("task", TankLibrary.PRACTICE, "initialCondition", "boiling"));
        teacher.post("/api/class/task", wish).refused(400, "OTS-WEB-013");
        wish.remove("initialCondition");
        wish.put("account", "s1");
        JsonNode begun = teacher.post("/api/class/task", wish).expect(201).json();
        assertThat(begun.path("begun").asInt()).isEqualTo(1);
        JsonNode mine = first.post("/api/my/task", Map.of()).json();
        assertThat(mine.path("run").asText()).isNotEmpty();
        assertThat(mine.path("begun").asBoolean()).isFalse();
        assertThat(late.post("/api/my/task", Map.of()).json().has("run")).isFalse();
        wish.remove("account");
        wish.put("room", "HG1");
        teacher.post("/api/class/task", wish).expect(201);
        JsonNode his = late.post("/api/my/task", Map.of()).json();
        assertThat(his.path("run").asText()).isNotEmpty();
        late.post("/api/runs/" + his.path("run").asText() + "/close", Map.of()).expect(200);
        assertThat(late.post("/api/my/task", Map.of()).json().path("begun").asBoolean())
                .as("once is enough")
                .isFalse();
        Map<String, Object> freeze = Map.of("action", "freeze", "room", "HG1");
        assertThat(teacher.post("/api/class/control", freeze)
                        .json()
                        .path("done")
                        .asInt())
                .isEqualTo(1);
        Map<String, Object> elsewhere = Map.of("action", "run", "room", "HG2");
        assertThat(teacher.post("/api/class/control", elsewhere)
                        .json()
                        .path("done")
                        .asInt())
                .isZero();
        assertThat(teacher.delete("/api/class/task").status()).isEqualTo(200);
        assertThat(first.post("/api/my/task", Map.of()).json().has("run")).isFalse();
        closeOpenRuns(first);
    }

    @Test
    void theTeachersHandInTheFieldIsSeenInThePlantAndNotInTheListOfEvents() {
        Client student = station.as("s1");
        closeOpenRuns(student);
        String run = station.run(student, TankLibrary.PRACTICE);
        Client teacher = station.as("instructor");
        Map<String, Object> open = Map.of("cid", "t1", "target", "HV-101", "verb", "position", "value", 55);
        teacher.post("/api/runs/" + run + "/remote", open).expect(200);
        Await.until(
                "the valve",
                () -> student.get("/api/runs/" + run + "/trend?tags=HV-101")
                        .json()
                        .path("series")
                        .path("HV-101")
                        .toString()
                        .contains("55"));
        assertThat(student.get("/api/runs/" + run + "/events").body()).doesNotContain("HV-101");
        assertThat(teacher.get("/api/runs/" + run + "/events").body()).contains("HV-101");
        JsonNode deeds =
                teacher.get("/api/runs/" + run + "/interventions").expect(200).json();
        assertThat(deeds).hasSize(1);
        assertThat(deeds.path(0).path("by").asText()).isEqualTo("instructor");
        assertThat(deeds.path(0).path("what").path("target").asText()).isEqualTo("HV-101");
        closeOpenRuns(student);
    }
}
