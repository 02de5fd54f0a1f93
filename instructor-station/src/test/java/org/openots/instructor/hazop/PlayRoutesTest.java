package org.openots.instructor.hazop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.StationFixture;

/** Rows are played over HTTP by those who may, when they may, and without a word of the key. */
class PlayRoutesTest {
    /** More than the row has. */
    private static final int ANSWERS = 9;

    @TempDir
    private static Path data;

    private static StationFixture station;

    @BeforeAll
    static void start() {
        station = StationFixture.start(StationFixture.config(data, Double.POSITIVE_INFINITY), PlayStationMain.content())
                .withPeople();
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    @Test
    void aScoredRowIsPlayedAndTheFaultNeverLeavesTheStation() {
        Client student = station.as("s1");
        String sheet = PlayRow.write(student, "junior", List.of("N1"));
        String plays = "/api/worksheets/" + sheet + "/plays";
        assertThat(student.get(plays).expect(200).json()).isEmpty();
        student.post(plays, Map.of("row", "c1")).refused(409, "OTS-PLAY-001");
        PlayRow.submit(student, sheet);
        JsonNode offers = student.get(plays).expect(200).json();
        assertThat(offers).hasSize(2);
        assertThat(offers.get(0).path("state").asText()).isEqualTo("ready");
        assertThat(offers.get(0).path("safeguards").get(0).path("possible").asBoolean())
                .isTrue();
        assertThat(offers.get(0).path("safeguards").get(1).path("possible").asBoolean())
                .isFalse();
        assertThat(offers.get(1).path("state").asText()).isEqualTo("not-matched");
        student.post(plays, Map.of("row", "c2")).refused(409, "OTS-PLAY-002");
        student.post(plays, Map.of("row", "c1", "without", List.of(1))).refused(400, "OTS-PLAY-005");
        JsonNode done = played(student, plays, Map.of("row", "c1", "without", List.of(0)));
        JsonNode consequences = done.path("result").path("consequences");
        assertThat(consequences.get(0).path("with").path("state").asText()).isEqualTo("not-seen");
        assertThat(consequences.get(0).path("without").path("state").asText()).isEqualTo("happened");
        assertThat(consequences.get(1).path("with").path("state").asText()).isEqualTo("happened");
        // what is in no key is told by the instruments it names
        assertThat(consequences.get(2).has("with")).isFalse();
        assertThat(consequences.get(2).path("moved")).isEmpty();
        assertThat(consequences.get(3).has("with")).isFalse();
        assertThat(consequences
                        .get(3)
                        .path("moved")
                        .get(0)
                        .path("with")
                        .path("zh")
                        .asText())
                .contains("FIC-701", "降低");
        assertThat(consequences.get(3).path("moved").get(0).has("without")).isTrue();
        assertThat(done.path("result").path("curves").findValuesAsText("signal"))
                .contains("LIC-702", "FIC-701");
        assertThat(done.path("result").path("differences").toString()).contains("I-04");
        // the same again is there at once
        JsonNode again = student.post(plays, Map.of("row", "c1", "without", List.of(0)))
                .expect(202)
                .json();
        assertThat(again.path("state").asText()).isEqualTo("done");
        assertThat(again.path("result")).isEqualTo(done.path("result"));
        assertThat(student.received())
                .doesNotContain("A-F07")
                .doesNotContain("D01-C")
                .doesNotContain("D01-S");
        Client other = station.as("s2");
        other.get(plays).refused(403, "OTS-AUTH-009");
        other.get("/api/plays/" + done.path("id").asText()).refused(404, "OTS-PLAY-007");
    }

    private static JsonNode played(Client student, String plays, Map<String, Object> wish) {
        String id = student.post(plays, wish).expect(202).json().path("id").asText();
        PlayRow.until(() ->
                student.get("/api/plays/" + id).json().path("state").asText().equals("done"));
        return student.get("/api/plays/" + id).json();
    }

    @Test
    void anotherWishStopsTheFirstAndASeniorWaitsForTheRelease() {
        Client student = station.as("s2");
        String senior = PlayRow.write(student, "senior", List.of("N1", "N2", "N3", "N4"));
        PlayRow.submit(student, senior, false);
        assertThat(student.get("/api/worksheets/" + senior + "/plays").json()).isEmpty();
        String token =
                student.get("/api/worksheets/" + senior).json().path("token").asText();
        student.post("/api/worksheets/" + senior + "/hand-in", Map.of("token", token))
                .expect(200);
        String plays = "/api/worksheets/" + senior + "/plays";
        assertThat(student.get(plays).json()).isEmpty();
        Client assessor = station.as("assessor");
        PlayRow.until(() -> released(assessor, senior));
        assertThat(student.get(plays).json()).isNotEmpty();
        String first = student.post(plays, Map.of("row", "c1", "all", 1))
                .expect(202)
                .json()
                .path("id")
                .asText();
        String second = student.post(plays, Map.of("row", "c1"))
                .expect(202)
                .json()
                .path("id")
                .asText();
        assertThat(student.get("/api/plays/" + first).json().path("state").asText())
                .isEqualTo("stopped");
        Map<String, String> headers = Map.of("Origin", student.base(), "Content-Type", "application/json");
        student.raw("DELETE", "/api/plays/" + second, headers, null).expect(200);
        assertThat(student.get("/api/plays/" + second).json().path("state").asText())
                .isIn("stopped", "done");
    }

    /** Decides what waits, none of it credited, and releases the worksheet. */
    private static boolean released(Client assessor, String sheet) {
        for (int index = 0; index < ANSWERS; index++) {
            Map<String, Object> answer = Map.of("sheet", sheet, "deviation", "D01", "index", index);
            assessor.post(
                    "/api/review/rulings",
                    Map.of("answers", List.of(answer), "basis", "none", "item", "", "points", 0, "reason", ""));
        }
        JsonNode done = assessor.post("/api/review/releases", Map.of("sheets", List.of(sheet)))
                .json();
        return done.path("released").size() == 1;
    }
}
