package org.openots.instructor.web;

import static org.assertj.core.api.Assertions.assertThat;

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
            // a wrong guess must not be answered with the right one
            student.operate(run, "F-1", "arm", 1).expect(400);
            student.post("/api/runs/" + run + "/close", Map.of()).expect(200);
            tryEverything(station, student, run);
            assertThat(teacher.received()).contains(MARK);
            assertThat(student.received()).contains("HV-101").doesNotContain(MARK);
        }
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
