package org.openots.instructor.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.Frames;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.hazop.PlayStationMain;

/** A task about a hidden fault over HTTP: set in secret, answered, scored; a student learns nothing of it before the end. */
class FaultTaskRoutesTest {
    private static final String TASK = "A-6";
    private static final String FAULT = "A-F05";

    private static Client.Answer answer(Client student, String run, String verb, double value) {
        Map<String, Object> body = Map.of(
                "cid", UUID.randomUUID().toString(), "target", "DIAGNOSIS", "verb", verb, "value", value, "text", "");
        return student.post("/api/runs/" + run + "/commands", body);
    }

    private static int number(JsonNode task, String words) {
        for (JsonNode unit : task.path("units")) {
            for (JsonNode fault : unit.path("faults")) {
                if (fault.path("text").path("en").asText().equals(words)) {
                    return fault.path("number").asInt();
                }
            }
        }
        throw new AssertionError("nobody can choose " + words);
    }

    @Test
    void aHiddenFaultIsNamedAndExplainedAfterwards(@TempDir Path data) {
        try (StationFixture station = StationFixture.start(
                        StationFixture.config(data, Double.POSITIVE_INFINITY), PlayStationMain.content())
                .withPeople()) {
            Client student = station.as("s1");
            JsonNode task = student.get("/api/fault-tasks/" + TASK).expect(200).json();
            assertThat(task.path("units")).hasSize(8);
            assertThat(task.path("points").path("response").asDouble()).isEqualTo(40);
            student.get("/api/fault-tasks/A-1").refused(404, "OTS-CAT-002");
            String run = station.run(student, TASK);
            Frames frames = new Frames();
            student.socket("/ws/runs/" + run, frames);
            Client teacher = station.as("instructor");
            teacher.post("/api/runs/" + run + "/faults", Map.of("fault", FAULT, "severity", 1))
                    .expect(201);
            frames.next(frame -> frame.path("v").path("FIC-702").asDouble(99) < 5);
            answer(student, run, "mark", 0).expect(200);
            answer(student, run, "mark", 1).refused(400, "OTS-RUBRIC-015");
            answer(student, run, "fault", number(task, "Reflux drive stuck")).expect(200);
            frames.next(frame -> frame.path("proc").path("chosen").asInt() > 0);
            JsonNode seen = station.station().host().observe(run).progress();
            assertThat(seen.path("marks").asInt()).isEqualTo(1);
            assertThat(seen.path("steps")).isEmpty();
            assertThat(seen.has("fault")).isFalse();
            student.get("/api/runs/" + run + "/score").refused(403, "OTS-RUN-013");
            student.get("/api/runs/" + run + "/events").expect(200);
            student.get("/api/my/runs").expect(200);
            assertThat(student.received())
                    .as("neither the fault nor what its case asks for")
                    .doesNotContain(FAULT)
                    .doesNotContain("suction HV-708 of the standby");
            JsonNode live =
                    teacher.get("/api/runs/" + run + "/score").expect(200).json();
            assertThat(live.path("fault").path("parts")).hasSize(4);
            student.post("/api/runs/" + run + "/close", Map.of()).expect(200);
            explained(student.get("/api/runs/" + run + "/score").expect(200).json());
        }
    }

    private static void explained(JsonNode sheet) {
        JsonNode fault = sheet.path("fault");
        assertThat(fault.path("text").path("en").asText()).isEqualTo("Reflux pump A fails");
        assertThat(fault.path("chosen").path("en").asText()).isEqualTo("Reflux drive stuck");
        assertThat(fault.path("parts").get(0).path("earned").asDouble()).isEqualTo(15);
        assertThat(fault.path("parts").get(0).path("time").asDouble())
                .isGreaterThan(fault.path("onset").asDouble());
        assertThat(fault.path("parts").get(1).path("earned").asDouble()).isEqualTo(10);
        assertThat(fault.path("parts").get(1).path("reason").path("en").asText())
                .contains("the unit is right (Reflux and product)");
        assertThat(sheet.path("total").asDouble()).isEqualTo(25);
        double lost = 0;
        for (JsonNode loss : sheet.path("losses")) {
            lost += loss.path("points").asDouble();
            assertThat(loss.path("advice").path("en").asText()).contains("P-702A trips");
        }
        assertThat(lost).isEqualTo(75);
    }
}
