package org.openots.instructor.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.Frames;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.tank.TankEngine;
import org.openots.instructor.tank.TankLibrary;

/**
 * A fault is armed and acts, and the plant has a hidden signal; nothing of their names is in any byte a student's computer
 * receives, on any route and socket.
 */
class LeakTest {
    private static final String MARK = "XQZ7";

    @Test
    void noByteAStudentReceivesNamesTheFault(@TempDir Path data) {
        try (StationFixture station = StationFixture.start(data).withPeople()) {
            Client student = station.as("s1");
            String run = station.run(student, TankLibrary.PRACTICE);
            Frames frames = new Frames();
            student.socket("/ws/runs/" + run, frames);
            Client teacher = station.as("instructor");
            Frames mirror = new Frames();
            teacher.socket("/ws/runs/" + run, mirror);
            teacher.post("/api/runs/" + run + "/faults", Map.of("fault", TankEngine.CANARY, "severity", 1))
                    .expect(201);
            mirror.next(frame -> frame.path("events").toString().contains(MARK));
            student.operate(run, "HV-101", "position", 3).expect(200);
            frames.next(frame -> frame.path("v").path("HV-101").asDouble() == 3);
            Frames field = new Frames();
            student.socket("/ws/runs/" + run + "/field", field);
            field.next(frame -> frame.path("type").asText().equals("full"));
            field.next(frame -> frame.path("type").asText().equals("delta"));
            Frames fresh = new Frames();
            student.socket("/ws/runs/" + run, fresh);
            fresh.next(frame -> frame.path("type").asText().equals("full"));
            tryEverything(station, student, run);
            lookBack(student, teacher, run);
            // a wrong guess must not be answered with the right one
            student.operate(run, "F-1", "arm", 1).expect(400);
            student.post("/api/runs/" + run + "/close", Map.of()).expect(200);
            tryEverything(station, student, run);
            assertThat(teacher.received()).contains(MARK);
            assertThat(student.received()).contains("HV-101").doesNotContain(MARK);
        }
    }

    /** The past of a run with a fault, and a branch of it, tell a student no more than the run does. */
    private static void lookBack(Client student, Client teacher, String run) {
        teacher.post("/api/runs/" + run + "/snapshots", Map.of("name", "before " + MARK))
                .expect(201);
        student.post("/api/runs/" + run + "/snapshots", Map.of("name", "mine")).expect(201);
        assertThat(student.get("/api/runs/" + run + "/snapshots").json()).hasSize(1);
        assertThat(teacher.get("/api/runs/" + run + "/snapshots").json()).hasSize(2);
        double now =
                student.get("/api/runs/" + run + "/at/0.2").json().path("time").asDouble();
        assertThat(now).isEqualTo(0.2);
        String branch = student.post("/api/runs/" + run + "/branch", Map.of("time", 0.2))
                .expect(201)
                .json()
                .path("id")
                .asText();
        Frames frames = new Frames();
        student.socket("/ws/runs/" + branch, frames);
        frames.next(frame -> frame.path("type").asText().equals("full"));
        assertThat(teacher.get("/api/runs/" + branch + "/faults").body())
                .as("the exercise goes on with its fault")
                .contains(MARK);
        JsonNode mine = student.get("/api/my/runs").json();
        assertThat(mine).hasSize(2).anySatisfy(row -> {
            assertThat(row.path("branchOf").asText()).isEqualTo(run);
            assertThat(row.path("score").isNull()).isTrue();
        });
        student.get("/api/runs/" + branch + "/at/0.1");
        student.get("/api/runs/" + branch + "/events");
        student.post("/api/runs/" + branch + "/close", Map.of()).expect(200);
        assertThat(student.get("/api/runs/" + branch + "/score")
                        .json()
                        .path("record")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void aHiddenSignalIsForInstructors(@TempDir Path data) {
        try (StationFixture station = StationFixture.start(data).withPeople()) {
            Client student = station.as("s1");
            String run = station.run(student, TankLibrary.PRACTICE);
            Client teacher = station.as("instructor");
            Frames mirror = new Frames();
            teacher.socket("/ws/runs/" + run, mirror);
            mirror.next(frame -> frame.path("type").asText().equals("full")
                    && frame.path("v").has(TankEngine.HIDDEN));
            mirror.next(frame -> frame.path("type").asText().equals("delta")
                    && frame.path("v").has(TankEngine.HIDDEN));
            String trend = "/api/runs/" + run + "/trend?tags=" + TankEngine.HIDDEN;
            teacher.get(trend).expect(200);
            // the same answer as for a signal that there is not
            student.get(trend).refused(400, "OTS-RUN-014");
            station.as("invigilator").get(trend).refused(400, "OTS-RUN-014");
        }
    }

    private static void tryEverything(StationFixture station, Client student, String run) {
        for (RouteRow route : station.station().routes()) {
            String path = route.path()
                    .replace("/runs/{id}", "/runs/" + run)
                    .replace("{id}", "tank")
                    .replace("{k}", "k1")
                    .replace("{account}", "s2")
                    .replace("{second}", "0.2")
                    .replace("{file}", "en.json")
                    .replace("<path>", "app.js");
            if (route.method().equals("GET")) {
                student.get(path + (path.endsWith("/trend") ? "?tags=LI-101" : ""));
            } else if (!route.method().equals("WS") && !path.matches(".*(sign-out|sign-in|close|control|my/runs)")) {
                Map<String, String> headers = Map.of("Origin", student.base(), "Content-Type", "application/json");
                student.raw(route.method(), path, headers, "{\"x\":1}");
            }
        }
    }
}
