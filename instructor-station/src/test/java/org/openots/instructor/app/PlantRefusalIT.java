package org.openots.instructor.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openots.instructor.catalog.StationContent;
import org.openots.instructor.session.JournalFolder;
import org.openots.instructor.session.RunStory;
import org.openots.instructor.tank.Await;

/** Bad requests to the station as it ships: one clear message, and the plant stays in the state it was in. */
class PlantRefusalIT {
    private static final double TICK_SECONDS = 0.1;

    @TempDir
    private static Path data;

    private static StationProcess station;
    private static Client student;
    private static Client teacher;
    private static String run;
    private static String before;

    @BeforeAll
    static void aRunThatStandsStill() {
        station = StationProcess.launch(data);
        student = station.as("s07");
        teacher = station.as("teacher");
        run = "/api/runs/"
                + student.post("/api/my/runs", Map.of("task", "A-4"))
                        .expect(201)
                        .json()
                        .path("id")
                        .asText();
        teacher.post(run + "/control", Map.of("action", "freeze")).expect(200);
        before = state();
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    /** State of the plant and head of the journal. */
    private static String state() {
        JsonNode sheet = teacher.get(run + "/score").expect(200).json();
        assertThat(sheet.path("stateHash").asText()).hasSize(64);
        return sheet.path("stateHash") + " " + sheet.path("journalHead");
    }

    @AfterEach
    void nothingChanged() {
        assertThat(state()).isEqualTo(before);
    }

    /** A trend has a time once the plant has made a step. */
    private static boolean ticked(Client client, String id) {
        JsonNode times = client.get("/api/runs/" + id + "/trend?tags=LIC-702&points=2")
                .expect(200)
                .json()
                .path("t");
        return times.size() > 0 && times.get(times.size() - 1).asDouble() > 0;
    }

    /** In a plant that runs; afterwards it is where a plant is that nobody has touched. */
    @Test
    void wrongOperations() {
        Client other = station.as("s08");
        String id = other.post("/api/my/runs", Map.of("task", "A-4"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        other.operate(id, "HV-701", "fly", 1).refused(400, "OTS-AUT-002");
        other.operate(id, "HV-999", "position", 1).refused(400, "OTS-AUT-001");
        other.operate(id, "HV-701", "position", 101).refused(400, "OTS-AUT-003");
        other.operate(id, "HV-701", "position", -0.1).refused(400, "OTS-AUT-003");
        other.operate(id, "TIC-705", "sp", 1000).refused(400, "OTS-AUT-003");
        other.operate(id, "LIC-702", "mode", 7).refused(400, "OTS-AUT-004");
        other.operate(id, "I-01", "bypass", 1).refused(403, "OTS-AUTH-005");
        Await.until("a tick", () -> ticked(other, id));
        teacher.post("/api/runs/" + id + "/control", Map.of("action", "freeze")).expect(200);
        JsonNode sheet = teacher.get("/api/runs/" + id + "/score").expect(200).json();
        other.operate(id, "HV-701", "position", 50).refused(409, "OTS-RUN-003");
        try (JournalFolder journals = new JournalFolder(data.resolve("runs"), Clock.systemUTC())) {
            RunStory story = RunStory.of(id, journals.read(id));
            assertThat(story.inputs()).isEmpty();
            long tick = Math.round(sheet.path("time").asDouble() / TICK_SECONDS);
            assertThat(tick).isPositive();
            assertThat(sheet.path("stateHash").asText())
                    .isEqualTo(new Twin(StationContent.find().engines(), story, tick).stateHash());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"cid\":\"a\",|400|OTS-WEB-001",
                "{\"cid\":\"a\",\"target\":\"HV-701\",\"verb\":\"position\",\"value\":\"5\"}|400|OTS-WEB-006",
                "{\"target\":\"HV-701\",\"verb\":\"position\",\"value\":5}|400|OTS-WEB-004"
            })
    void aBrokenBody(String body, int status, String code) {
        student.postText(run + "/commands", body).refused(status, code);
    }

    @Test
    void aForeignPage() {
        String body = "{\"cid\":\"a\",\"target\":\"HV-701\",\"verb\":\"position\",\"value\":5}";
        for (String origin : new String[] {"http://127.0.0.1:1", "https://example.org", "null"}) {
            student.raw("POST", run + "/commands", Map.of("Origin", origin, "Content-Type", "application/json"), body)
                    .refused(403, "OTS-AUTH-007");
        }
        assertThat(student.refusedSocket(run.replace("/api/", "/ws/"), "https://example.org"))
                .isEqualTo(403);
    }

    @Test
    void aWrongRoleOrPerson() {
        student.post(run + "/faults", Map.of("fault", "A-F05", "severity", 1)).refused(403, "OTS-AUTH-005");
        student.get("/api/plants/ethanol-water-rig/faults").refused(403, "OTS-AUTH-005");
        student.post("/api/class/control", Map.of("action", "run")).refused(403, "OTS-AUTH-005");
        Client other = station.as("s02");
        other.get(run).refused(403, "OTS-AUTH-006");
        other.operate(run.replace("/api/runs/", ""), "HV-701", "position", 1).refused(403, "OTS-AUTH-006");
        station.client().get(run).refused(401, "OTS-AUTH-004");
    }

    @Test
    void aFaultThatIsNot() {
        teacher.post(run + "/faults", Map.of("fault", "A-F99", "severity", 1)).refused(400, "OTS-FAULT-001");
        teacher.post(run + "/faults", Map.of("fault", "A-F05", "severity", 1.5)).refused(400, "OTS-WEB-012");
        teacher.post(run + "/faults", Map.of("fault", "A-F05", "severity", 1, "when", "FIC-702 >>"))
                .expect(400);
    }
}
