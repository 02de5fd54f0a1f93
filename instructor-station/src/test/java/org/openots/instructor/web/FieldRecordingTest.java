package org.openots.instructor.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.Frames;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.tank.TankEngine;
import org.openots.instructor.tank.TankLibrary;

/** A closed run is played once more for the field, for those who may see it again. */
class FieldRecordingTest {
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

    private static String recording(String run) {
        return "/api/runs/" + run + "/field-recording";
    }

    @Test
    void aTraineeGetsHisOwnPracticeWithWhatWasDoneAndWhereHeStood() throws Exception {
        Client student = station.as("s1");
        String run = station.run(student, TankLibrary.PRACTICE);
        student.get(recording(run)).refused(409, "OTS-RUN-023");
        Frames frames = new Frames();
        WebSocket socket = student.socket("/ws/runs/" + run + "/field", frames);
        frames.next(frame -> frame.path("type").asText().equals("full"));
        station.as("instructor")
                .post("/api/runs/" + run + "/faults", Map.of("fault", TankEngine.CANARY, "severity", 1))
                .expect(201);
        socket.sendText("{\"x\":3.5,\"y\":1.65,\"z\":-2,\"yaw\":0.5,\"pitch\":-0.1}", true)
                .join();
        student.operate(run, "HV-101", "position", 42).expect(200);
        frames.next(frame -> frame.path("v").path("HV-101").asDouble() == 42);
        double seen = frames.next(frame -> frame.path("time").asDouble() > 2)
                .path("time")
                .asDouble();
        socket.abort();
        student.post("/api/runs/" + run + "/close", Map.of()).expect(200);

        JsonNode film = student.get(recording(run)).expect(200).json();
        assertThat(film.path("format").asText()).isEqualTo("openots-field-recording");
        assertThat(film.path("plant").asText()).isEqualTo("tank");
        JsonNode all = film.path("frames");
        assertThat(all.path(0).path("t").asDouble()).isZero();
        assertThat(all.path(0).path("v").has("HV-101")).isTrue();
        assertThat(all.path(1).path("t").asDouble()).as("one a second").isEqualTo(1);
        assertThat(all.path(all.size() - 1).path("t").asDouble()).isGreaterThanOrEqualTo(seen - 0.2);
        assertThat(all.findValuesAsText("HV-101")).contains("42.0");
        JsonNode one = film.path("people").path(0);
        assertThat(one.path("operator").asBoolean()).isTrue();
        assertThat(one.path("poses").path(0).path(1).asDouble()).isEqualTo(3.5);
        assertThat(film.path("events").toString()).contains("已执行").doesNotContain("XQZ7");
        assertThat(film.toString()).doesNotContain(TankEngine.HIDDEN);
        station.as("s2").get(recording(run)).refused(403, "OTS-AUTH-006");
        station.as("instructor").get(recording(run)).expect(200);
    }

    @Test
    void anExaminationIsForTheStaff() {
        Client student = station.as("s2");
        String run = station.run(student, TankLibrary.EXAM);
        student.post("/api/runs/" + run + "/close", Map.of()).expect(200);
        student.get(recording(run)).refused(403, "OTS-RUN-027");
        assertThat(station.as("assessor").get(recording(run)).expect(200).json().path("frames"))
                .isNotEmpty();
    }
}
