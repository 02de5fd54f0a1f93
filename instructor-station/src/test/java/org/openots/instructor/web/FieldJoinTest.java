package org.openots.instructor.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.Frames;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.session.JournalFolder;
import org.openots.instructor.session.RunStory;
import org.openots.instructor.session.Walk;
import org.openots.instructor.tank.TankLibrary;

/** A field station joins a run with a ticket, sees it, operates it and says where its operator stands. */
class FieldJoinTest {
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

    private static Client joined(String ticket) {
        Client field = station.client();
        field.keepCookie(field.post("/api/field/join", Map.of("ticket", ticket)).expect(200));
        return field;
    }

    private static String ticket(Client who, String run) {
        return who.post("/api/runs/" + run + "/field-ticket", Map.of())
                .expect(201)
                .json()
                .path("ticket")
                .asText();
    }

    private static String place(double x, double z) {
        return "{\"x\":%s,\"y\":1.65,\"z\":%s,\"yaw\":0.5,\"pitch\":-0.1}".formatted(x, z);
    }

    @Test
    void twoStationsOfOneRunSeeTheSameAndEachOther() throws Exception {
        Client student = station.as("s1");
        String run = station.run(student, TankLibrary.PRACTICE);
        String digits = ticket(student, run);
        assertThat(digits).matches("\\d{8}");
        Client field = joined(digits.substring(0, 4) + " " + digits.substring(4));
        assertThat(student.get("/api/me").expect(200).json().path("account").asText())
                .as("the screen in the browser stays signed in")
                .isEqualTo("s1");
        Frames frames = new Frames();
        WebSocket socket = field.socket("/ws/runs/" + run + "/field", frames);
        JsonNode full = frames.next(frame -> frame.path("type").asText().equals("full"));
        assertThat(full.path("v").has("HV-101")).isTrue();
        assertThat(full.has("faults")).isFalse();
        assertThat(full.path("people")).isEmpty();

        // the teacher walks along
        Client teacher = station.as("instructor");
        Frames seen = new Frames();
        WebSocket beside = joined(ticket(teacher, run)).socket("/ws/runs/" + run + "/field", seen);
        seen.next(frame -> frame.path("type").asText().equals("full"));
        socket.sendText(place(3.5, -2), true).join();
        JsonNode others = seen.next(frame -> !frame.path("people").isEmpty()).path("people");
        assertThat(others).hasSize(1);
        assertThat(others.path(0).path("x").asDouble()).isEqualTo(3.5);

        field.operate(run, "HV-101", "position", 42).expect(200);
        assertThat(frames.next(frame -> frame.path("v").has("HV-101"))
                        .path("v")
                        .path("HV-101")
                        .asDouble())
                .isEqualTo(42);
        beside.abort();
        frames.next(frame -> frame.path("people").isEmpty());
        socket.abort();
        student.post("/api/runs/" + run + "/close", Map.of()).expect(200);

        List<Walk> walks;
        try (JournalFolder journals = new JournalFolder(data.resolve("runs"), Clock.systemUTC())) {
            walks = RunStory.of(run, journals.read(run)).walks();
        }
        assertThat(walks).as("one said, one with the operation").hasSize(2).allSatisfy(walk -> {
            assertThat(walk.by()).isEqualTo("s1");
            assertThat(walk.pose().x()).isEqualTo(3.5);
        });
    }

    @Test
    void aTicketIsGoodOnceAndOnlyForWhoMayOperate() {
        Client student = station.as("s2");
        String run = station.run(student, TankLibrary.PRACTICE);
        station.as("s1").post("/api/runs/" + run + "/field-ticket", Map.of()).refused(403, "OTS-AUTH-006");
        String digits = ticket(student, run);
        joined(digits);
        station.client().post("/api/field/join", Map.of("ticket", digits)).refused(401, "OTS-AUTH-010");
        String earlier = ticket(student, run);
        String later = ticket(student, run);
        station.client().post("/api/field/join", Map.of("ticket", earlier)).refused(401, "OTS-AUTH-010");
        joined(later);
        student.post("/api/runs/" + run + "/close", Map.of()).expect(200);
        student.post("/api/runs/" + run + "/field-ticket", Map.of()).refused(409, "OTS-RUN-002");
    }

    @Test
    void aNewSignInEndsTheFieldStationAndNonsenseEndsTheSocket() {
        Client student = station.as("s2");
        String run = station.run(student, TankLibrary.PRACTICE);
        Client field = joined(ticket(student, run));
        Frames frames = new Frames();
        WebSocket socket = field.socket("/ws/runs/" + run + "/field", frames);
        frames.next(frame -> frame.path("type").asText().equals("full"));
        socket.sendText("{\"x\":\"far\"}", true).join();
        assertThat(frames.closeStatus()).isEqualTo(4003);

        Frames again = new Frames();
        field.socket("/ws/runs/" + run + "/field", again);
        again.next(frame -> frame.path("type").asText().equals("full"));
        Client elsewhere = station.as("s2");
        assertThat(again.closeStatus()).isEqualTo(4001);
        field.get("/api/me").refused(401, "OTS-AUTH-004");
        elsewhere.post("/api/runs/" + run + "/close", Map.of()).expect(200);
    }
}
