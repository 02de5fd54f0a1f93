package org.openots.instructor.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.Frames;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.content.SuiteContent;
import org.openots.instructor.session.JournalEvent;
import org.openots.instructor.session.JournalFolder;
import org.openots.instructor.session.RunStory;
import org.openots.simulator.fault.FaultDefinition;
import org.openots.simulator.plant.PlantPack;

/** A field station on a plant that ships: what it may operate from where, and what it sees from there. */
class FieldRunTest {
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

    private static Client field(Client who, String run) {
        String ticket = who.post("/api/runs/" + run + "/field-ticket", Map.of())
                .expect(201)
                .json()
                .path("ticket")
                .asText();
        Client field = station.client();
        field.keepCookie(field.post("/api/field/join", Map.of("ticket", ticket)).expect(200));
        return field;
    }

    /** Stands on the floor at a place of the plan and looks north. */
    private static void stand(WebSocket socket, double east, double north, double floor) {
        socket.sendText(
                        "{\"x\":%s,\"y\":%s,\"z\":%s,\"yaw\":0,\"pitch\":0}".formatted(east, floor + 1.62, -north),
                        true)
                .join();
    }

    private static Client.Answer operate(
            Client field, String run, String cid, String target, String verb, double value, String text) {
        Map<String, Object> body = new HashMap<>();
        body.put("cid", cid);
        body.put("target", target);
        body.put("verb", verb);
        body.put("value", value);
        body.put("text", text);
        return field.post("/api/runs/" + run + "/commands", body);
    }

    private static Client.Answer operate(Client field, String run, String target, String verb, double value) {
        return operate(field, run, UUID.randomUUID().toString(), target, verb, value, "");
    }

    private static boolean full(JsonNode frame) {
        return frame.path("type").asText().equals("full");
    }

    @Test
    void oneOperatesWhatIsInReachAndOnlyWithEquipment() {
        Client student = station.as("s1");
        String run = station.run(student, "A-1");
        Client field = field(student, run);
        Frames frames = new Frames();
        WebSocket socket = field.socket("/ws/runs/" + run + "/field", frames);
        JsonNode first = frames.next(FieldRunTest::full);
        assertThat(first.path("v").has("HV-714")).isTrue();
        assertThat(first.path("v").path("PPE").asInt(-1)).isZero();
        assertThat(first.path("v").has("FIC-701.SP")).isFalse();
        assertThat(first.has("alarms")).isFalse();
        assertThat(first.path("fx")).as("nobody has said where he stands").isEmpty();

        operate(field, run, "HV-714", "position", 100).refused(409, "OTS-FIELD-301");
        student.operate(run, "HV-713", "position", 40).expect(200);
        // the cabinet is at (0.3, 1.0), the valve HV-701 below the feed tank at (1.8, 6.32)
        stand(socket, 5, 1, 0);
        operate(field, run, "c-dress", "PPE", "wear", 0, "dust-mask").refused(409, "OTS-FIELD-302");
        stand(socket, 1, 1, 0);
        operate(field, run, "HV-701", "position", 100).refused(409, "OTS-FIELD-302");
        stand(socket, 1.9, 5.6, 0);
        operate(field, run, "HV-701", "position", 100).refused(409, "OTS-FIELD-303");
        stand(socket, 1, 1, 0);
        operate(field, run, "c-dress", "PPE", "wear", 0, "dust-mask").expect(200);
        JsonNode worn = frames.next(frame -> frame.path("v").has("PPE"));
        assertThat(worn.path("v").path("PPE").asInt())
                .as("what was put on is wrong, which is not told")
                .isEqualTo(1);
        stand(socket, 1.9, 5.6, 0);
        operate(field, run, "c-valve", "HV-701", "position", 60, "").expect(200);
        frames.next(frame -> frame.path("v").path("HV-701").asDouble() > 0);
        stand(socket, 9, 1, 0);
        operate(field, run, "c-valve", "HV-701", "position", 60, "")
                .expect(200); // sent again: its answer was lost, and its operator has walked on
        socket.abort();
        student.post("/api/runs/" + run + "/close", Map.of()).expect(200);

        List<JournalEvent> events;
        try (JournalFolder journals = new JournalFolder(data.resolve("runs"), Clock.systemUTC())) {
            events = journals.read(run);
        }
        JsonNode valve = events.stream()
                .map(JournalEvent::body)
                .filter(body -> body.path("cid").asText().equals("c-valve"))
                .findFirst()
                .orElseThrow();
        assertThat(valve.path("at").path("x").asDouble()).isEqualTo(1.9);
        assertThat(events.stream().filter(e -> e.body().path("target").asText().equals("HV-713")))
                .allMatch(e -> !e.body().has("at"));
        assertThat(RunStory.of(run, events).walks())
                .as("a replay shows where he stood when he turned it")
                .anyMatch(walk -> walk.tick() == valve.path("tick").asLong()
                        && walk.pose().x() == 1.9);
    }

    @Test
    void oneSeesWhatIsNear() {
        Client student = station.as("s2");
        String run = station.run(student, "A-1");
        Client field = field(student, run);
        Frames frames = new Frames();
        WebSocket socket = field.socket("/ws/runs/" + run + "/field", frames);
        frames.next(FieldRunTest::full);
        stand(socket, 4.5, 4.3, 0);
        for (String valve : new String[] {"HV-701", "HV-702", "HV-705", "HV-704"}) {
            student.operate(run, valve, "position", 100).expect(200);
        }
        for (String power : new String[] {"SW-701", "SW-702"}) {
            student.operate(run, power, "on", 0).expect(200);
        }
        student.operate(run, "FIC-701", "op", 100).expect(200);
        student.operate(run, "P-701", "start", 0).expect(200);
        student.post("/api/runs/" + run + "/control", Map.of("action", "speed", "value", 20))
                .expect(200);
        JsonNode seen =
                frames.next(frame -> frame.path("fx").findValuesAsText("kind").contains("pool"));
        assertThat(seen.path("fx").findValuesAsText("place")).contains("sump-drain");
        // nobody is 400 m away, but whoever is sees nothing
        stand(socket, 400, 4, 0);
        frames.next(frame -> frame.path("fx").isEmpty());
        Frames late = new Frames();
        WebSocket again = field(student, run).socket("/ws/runs/" + run + "/field", late);
        stand(again, 4.5, 4.3, 0);
        late.next(frame -> frame.path("fx").findValuesAsText("kind").contains("pool"));
        again.abort();
        socket.abort();
        student.post("/api/runs/" + run + "/close", Map.of()).expect(200);

        JsonNode film =
                student.get("/api/runs/" + run + "/field-recording").expect(200).json();
        assertThat(film.path("frames").path(0).path("fx"))
                .as("nothing leaks at first")
                .noneMatch(effect -> effect.path("place").asText().equals("sump-drain"));
        JsonNode last = film.path("frames").path(film.path("frames").size() - 1).path("fx");
        assertThat(last)
                .as("the debrief shows it wherever the operator stood")
                .anyMatch(effect -> effect.path("place").asText().equals("sump-drain")
                        && effect.path("kind").asText().equals("pool")
                        && effect.path("amount").asDouble() > 0);
    }

    @Test
    void thePackOfARunHoldsNoSecret() {
        Client student = station.as("s2");
        String run = station.run(student, "A-1");
        Client field = field(student, run);
        String pack = field.get("/api/field/pack?run=" + run).expect(200).body();
        for (FaultDefinition fault : PlantPack.shipped("ethanol-water-rig").faults()) {
            assertThat(pack)
                    .doesNotContain("\"" + fault.id() + "\"")
                    .doesNotContain(fault.cause().zh());
        }
        assertThat(pack).contains("HV-714").doesNotContain("\"required\"", "\"faults\"", "\"element\"");
        station.as("s1").get("/api/field/pack?run=" + run).refused(403, "OTS-AUTH-006");
        field.get("/api/field/pack").refused(400, "OTS-WEB-004");
        student.post("/api/runs/" + run + "/close", Map.of()).expect(200);
    }
}
