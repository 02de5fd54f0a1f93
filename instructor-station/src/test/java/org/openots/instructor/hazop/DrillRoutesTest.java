package org.openots.instructor.hazop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.StationFixture;

/** A drill over HTTP: begun with hidden faults, answered, scored; nothing of what is right reaches the student before. */
class DrillRoutesTest {
    private static Client.Answer answer(Client student, String run, String verb, double value, String text) {
        return student.post(
                "/api/runs/" + run + "/commands",
                Map.of(
                        "cid",
                        UUID.randomUUID().toString(),
                        "target",
                        "DRILL",
                        "verb",
                        verb,
                        "value",
                        value,
                        "text",
                        text));
    }

    /** Only the station records, and it plays nothing before all faults must have begun, nor for somebody else. */
    private static void trialIsRefused(StationFixture station, Client student, String run) {
        String trials = "/api/runs/" + run + "/trials";
        answer(student, run, "trial", 1, "{}").refused(400, "OTS-DRILL-009");
        student.post(trials, Map.of("safeguard", 1)).refused(409, "OTS-PLAY-009");
        student.post(trials, Map.of("safeguard", 9)).refused(400, "OTS-DRILL-009");
        station.as("s2").post(trials, Map.of("safeguard", 1)).refused(403, "OTS-AUTH-006");
    }

    @Test
    void aDrillIsBegunAnsweredAndScored(@TempDir Path data) {
        try (StationFixture station = StationFixture.start(
                        StationFixture.config(data, Double.POSITIVE_INFINITY), PlayStationMain.content())
                .withPeople()) {
            Client student = station.as("s1");
            JsonNode list = student.get("/api/drills").expect(200).json();
            assertThat(list.size()).isGreaterThanOrEqualTo(27);
            assertThat(list.get(0).path("module").asText()).isEqualTo("M1");
            JsonNode asked = student.get("/api/drills/M1-A-S2").expect(200).json();
            assertThat(asked.path("parts").path("decision").path("options")).hasSize(2);
            student.post("/api/my/runs", Map.of("task", "M1-A-S2")).refused(404, "OTS-CAT-002");
            student.post("/api/my/drills", Map.of("drill", "M1-X")).refused(404, "OTS-CAT-002");
            String run = student.post("/api/my/drills", Map.of("drill", "M1-A-S2"))
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();
            assertThat(student.post("/api/my/drills", Map.of("drill", "M1-A-S2"))
                            .expect(200)
                            .json()
                            .path("id")
                            .asText())
                    .isEqualTo(run);
            assertThat(station.station().host().observe(run).faults())
                    .extracting(fault -> fault.order().fault())
                    .containsExactly("A-F16", "A-F02");
            answer(student, run, "deviation", 1, "").expect(200);
            answer(student, run, "note", 0, "塔顶有泄漏").expect(200);
            answer(student, run, "sequence", 1, "").refused(400, "OTS-DRILL-009");
            trialIsRefused(station, student, run);
            answer(student, run, "deviation", 0.5, "").refused(400, "OTS-DRILL-009");
            JsonNode progress = station.station().host().observe(run).progress();
            assertThat(progress.path("answers").path("deviation").get(0).asInt())
                    .isEqualTo(1);
            assertThat(progress.path("note").asText()).isEqualTo("塔顶有泄漏");
            assertThat(progress.path("steps")).isEmpty();
            assertThat(student.received()).doesNotContain("A-F16").doesNotContain("water-hot");
            student.post("/api/runs/" + run + "/close", Map.of()).expect(200);
            JsonNode sheet =
                    student.get("/api/runs/" + run + "/score").expect(200).json();
            assertThat(sheet.path("total").asDouble()).isZero();
            assertThat(sheet.path("steps").size()).isGreaterThanOrEqualTo(5);
            assertThat(sheet.path("note").asText()).isEqualTo("塔顶有泄漏");
            // drafts hold faults: for instructors only, and nothing is played unasked
            student.get("/api/hazop/drafts/ethanol-water-rig").refused(403, "OTS-AUTH-005");
            Client instructor = station.as("instructor");
            assertThat(instructor
                            .get("/api/hazop/drafts/ethanol-water-rig")
                            .expect(200)
                            .json()
                            .path("state")
                            .asText())
                    .isEqualTo("none");
            instructor.get("/api/hazop/drafts/none").refused(404, "OTS-CAT-001");
            instructor.get("/api/hazop/drafts/ethanol-water-rig/study").refused(404, "OTS-WEB-008");
        }
    }
}
