package org.openots.instructor.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openots.dcs.broker.BrokerProcess;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.content.SuiteContent;
import org.openots.instructor.rig.TwinStand;
import org.openots.instructor.tank.Await;

/** The digital twin over HTTP: a station with its broker, a rig that is read through it, and who may see what. */
@Timeout(180)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwinApiTest {
    private static final String TWIN = "/api/rig/twin";

    @TempDir
    private static Path data;

    private static TwinStand stand;
    private static StationFixture station;

    @BeforeAll
    static void start() {
        int port = BrokerProcess.freePort();
        stand = new TwinStand(data, port, true);
        station = StationFixture.start(StationFixture.config(data, Double.POSITIVE_INFINITY), new SuiteContent().load())
                .withPeople();
    }

    @AfterAll
    static void stop() {
        stand.close();
        station.close();
    }

    private static JsonNode watching(Client client) {
        Await.until(
                "it watches",
                () -> client.get(TWIN).expect(200).json().path("phase").asText().equals("watching"));
        return client.get(TWIN).expect(200).json();
    }

    private static JsonNode tag(JsonNode twin, String name) {
        for (JsonNode tag : twin.path("tags")) {
            if (tag.path("name").asText().equals(name)) {
                return tag;
            }
        }
        throw new AssertionError(name);
    }

    @Test
    @Order(1)
    void rigBesideModelWithTheCalibrationOfBefore() {
        JsonNode twin = watching(station.as("instructor"));
        assertThat(twin.path("state").asText()).isEqualTo("running");
        assertThat(twin.path("calibration").path("takenUp").asBoolean()).isTrue();
        assertThat(twin.path("calibration").path("seconds").asInt()).isEqualTo(600);
        JsonNode top = tag(twin, "TI-702");
        assertThat(top.path("rig").asDouble()).isBetween(75.0, 82.0);
        assertThat(top.path("model").asDouble()).isBetween(75.0, 82.0);
        assertThat(top.path("sigma").asDouble()).isPositive();
        assertThat(Math.abs(top.path("share").asDouble())).isLessThan(1);
        assertThat(tag(twin, "FIC-701-FIC-701.SP").path("against").asText()).isEqualTo("signal");
        assertThat(twin.path("parameters")).hasSize(4).allSatisfy(one -> {
            assertThat(one.path("sigma").asDouble()).isPositive();
            assertThat(one.path("identifiable").asBoolean()).isTrue();
            assertThat(one.path("text").path("zh").asText()).isNotBlank();
        });
        assertThat(twin.path("soft").size()).isEqualTo(16);
        assertThat(twin.path("cost").path("milliseconds").asDouble()).isPositive();
    }

    @Test
    @Order(2)
    void theTrendOfAnOutput() {
        Client examiner = station.as("assessor");
        watching(examiner);
        long now = System.currentTimeMillis();
        String window = "&from=" + (now - 600_000) + "&to=" + (now + 1000);
        JsonNode trend =
                examiner.get(TWIN + "/trend?tag=TI-702" + window).expect(200).json();
        assertThat(trend.path("step").asInt()).isEqualTo(2000);
        assertThat(trend.path("steps")).isNotEmpty().anySatisfy(step -> {
            assertThat(step.path("model").asDouble()).isBetween(75.0, 82.0);
            assertThat(step.path("sigma").asDouble()).isPositive();
        });
        examiner.get(TWIN + "/trend?tag=TI-799" + window).refused(404, "OTS-TWIN-102");
        examiner.get(TWIN + "/trend?tag=TI-702&from=5&to=4").refused(400, "OTS-WEB-012");
        examiner.get(TWIN + "/trend?from=5&to=6").refused(400, "OTS-WEB-004");
    }

    @Test
    @Order(3)
    void studentsGetNothingOfItAndExaminersOnlyRead() {
        Client student = station.as("s1");
        student.get(TWIN).refused(403, "OTS-AUTH-005");
        student.get(TWIN + "/trend?tag=TI-702&from=1&to=2").refused(403, "OTS-AUTH-005");
        student.post(TWIN, Map.of("action", "pause")).refused(403, "OTS-AUTH-005");
        assertThat(student.get("/api/rig").expect(200).body())
                .doesNotContain("twin")
                .doesNotContain("influx");
        station.as("assessor").post(TWIN, Map.of("action", "pause")).refused(403, "OTS-AUTH-005");
        station.as("supervisor").get(TWIN).refused(403, "OTS-AUTH-005");
    }

    @Test
    @Order(4)
    void samplesGoToTheFileOfLines() {
        Client teacher = station.as("instructor");
        Await.until(
                "written",
                () -> teacher.get("/api/rig")
                                .json()
                                .path("influx")
                                .path("written")
                                .asLong()
                        > 200);
        JsonNode influx = teacher.get("/api/rig").json().path("influx");
        assertThat(influx.path("dropped").asLong()).isZero();
        assertThat(influx.has("problem")).isFalse();
        assertThat(data.resolve("rig").resolve("lines.lp"))
                .content()
                .contains("openots,quality=good,tag=TI-702 value=");
    }

    @Test
    @Order(5)
    void aFaultIsAnAlarmWithItsLikelyCause() {
        Client teacher = station.as("instructor");
        watching(teacher);
        stand.rig().inject("A-F07");
        Await.until(
                "the cause",
                () -> teacher.get(TWIN)
                        .json()
                        .path("causes")
                        .path(0)
                        .path("fault")
                        .asText()
                        .equals("A-F07"));
        JsonNode twin = teacher.get(TWIN).json();
        assertThat(twin.path("causes").path(0).path("title").path("zh").asText())
                .isNotBlank()
                .isNotEqualTo("A-F07");
        assertThat(twin.path("causes").path(0).path("score").asDouble()).isGreaterThan(0.5);
        assertThat(twin.path("events"))
                .isNotEmpty()
                .anySatisfy(event -> assertThat(event.path("until").isNull()).isTrue());
    }

    @Test
    @Order(6)
    void itIsPausedAndCalibratedAnewByThoseWhoKeepTheRig() {
        Client engineer = station.as("rig-engineer");
        assertThat(engineer.post(TWIN, Map.of("action", "pause"))
                        .expect(200)
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("paused");
        engineer.post(TWIN, Map.of("action", "resume")).expect(200);
        engineer.post(TWIN, Map.of("action", "calibrate", "minutes", 5)).refused(400, "OTS-WEB-012");
        engineer.post(TWIN, Map.of("action", "dance")).refused(400, "OTS-WEB-013");
        engineer.post(TWIN, Map.of("action", "calibrate", "minutes", 10)).expect(200);
        Await.until(
                "it records",
                () -> engineer.get(TWIN).json().path("phase").asText().equals("recording"));
        JsonNode twin = engineer.get(TWIN).json();
        assertThat(twin.path("wanted").asDouble()).isEqualTo(600);
        assertThat(twin.path("calibration").isNull()).isTrue();
        assertThat(tag(twin, "TI-702").path("model").isNull()).isTrue();
        engineer.post(TWIN, Map.of("action", "keep")).expect(200);
        Await.until(
                "it is back",
                () -> !engineer.get(TWIN).json().path("calibration").isNull());
    }

    @Test
    @Order(7)
    void aStationWithoutARigHasNone(@TempDir Path other) {
        try (StationFixture plain = StationFixture.start(other).withPeople()) {
            Client teacher = plain.as("instructor");
            assertThat(teacher.get(TWIN).expect(200).json().path("state").asText())
                    .isEqualTo("off");
            teacher.post(TWIN, Map.of("action", "pause")).refused(409, "OTS-TWIN-101");
            teacher.get(TWIN + "/trend?tag=TI-702&from=1&to=2").refused(409, "OTS-TWIN-101");
        }
    }
}
