package org.openots.instructor.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openots.dcs.broker.BrokerProcess;
import org.openots.dcs.mqtt.InboundRing;
import org.openots.dcs.mqtt.LinkClock;
import org.openots.dcs.mqtt.LinkSettings;
import org.openots.dcs.mqtt.MqttLink;
import org.openots.dcs.mqtt.MqttLinks;
import org.openots.dcs.mqtt.Outbound;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.Frames;
import org.openots.instructor.app.StationConfig;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.content.SuiteContent;
import org.openots.instructor.tank.Await;

/** The rig over HTTP and sockets, with the broker of the station and a gateway that publishes to it. */
@Timeout(120)
class RigApiTest {
    private static final String TOPIC = "/neuron/rig";
    private static final String BRIDGE = """
            {"format": "openots-bridge", "formatVersion": "1.0", "title": {"zh": "一号装置", "en": "rig one"},
             "ownPort": %d, "map": "map.json"}
            """;
    private static final String MAP = """
            {"format": "openots-tag-map", "formatVersion": "1.0", "plant": "ethanol-water-rig", "tags": [
              {"tag": "TI-702", "topic": "/neuron/rig", "dialect": "neuron-values", "period": "1 s", "timeout": "3 s",
               "calibration": {"date": "2020-01-01", "validDays": 365}},
              {"tag": "PDI-703", "topic": "/neuron/rig", "dialect": "neuron-values", "period": "1 s", "timeout": "3 s"},
              {"tag": "LIC-702", "topic": "/neuron/rig", "dialect": "neuron-values", "period": "1 s", "timeout": "3 s"}]}
            """;

    @TempDir
    private static Path data;

    private static StationFixture station;
    private static MqttLink gateway;

    @BeforeAll
    static void start() throws IOException {
        int port = BrokerProcess.freePort();
        Path rig = Files.createDirectories(data.resolve("rig"));
        Files.writeString(rig.resolve("bridge.json"), BRIDGE.formatted(port));
        Files.writeString(rig.resolve("map.json"), MAP);
        StationConfig config = StationFixture.config(data, Double.POSITIVE_INFINITY);
        station = StationFixture.start(config.withWatchIdle(Duration.ofSeconds(2)), new SuiteContent().load())
                .withPeople();
        gateway = MqttLinks.open(
                LinkSettings.local(port, "gateway"),
                new InboundRing(100),
                new LinkClock(InstantSource.system(), System::nanoTime),
                new SplittableRandom());
    }

    @AfterAll
    static void stop() {
        gateway.close();
        station.close();
    }

    /** A scan of the gateway; false while it is not connected. */
    private static boolean scan(double top, double drop) {
        String json = "{\"timestamp\":" + System.currentTimeMillis() + ",\"values\":{\"TI-702\":" + top
                + ",\"PDI-703\":" + drop + "}}";
        return gateway.publish(new Outbound(TOPIC, json.getBytes(StandardCharsets.UTF_8), 1, false))
                == MqttLink.Published.SENT;
    }

    private static JsonNode tag(Client client, String name) {
        for (JsonNode tag : client.get("/api/rig/tags").expect(200).json()) {
            if (tag.path("tag").asText().equals(name)) {
                return tag;
            }
        }
        throw new AssertionError(name);
    }

    @Test
    void theStateOfTheBridgeAndItsTags() {
        Client teacher = station.as("instructor");
        Await.until("a value", () -> {
            scan(78.5, 3);
            return tag(teacher, "TI-702").path("level").asText().equals("GOOD");
        });
        JsonNode status = teacher.get("/api/rig").expect(200).json();
        assertThat(status.path("state").asText()).isEqualTo("open");
        assertThat(status.path("title").path("zh").asText()).isEqualTo("一号装置");
        assertThat(status.path("grade").asText()).isEqualTo("foreign");
        assertThat(status.path("link").path("phase").asText()).isIn("connected", "silent");
        assertThat(status.path("intake").path("neverSeen")).hasSize(1);
        assertThat(status.path("tags").path("total").asInt()).isEqualTo(3);
        assertThat(status.path("tags").path("bad").asInt()).isEqualTo(1);
        assertThat(status.path("overdue").path(0).path("tag").asText()).isEqualTo("TI-702");
        JsonNode student = station.as("s1").get("/api/rig").expect(200).json();
        assertThat(student.has("notices")).isFalse();
        assertThat(student.path("link").has("broker")).isFalse();
        assertThat(student.path("link").path("phase").asText()).isNotBlank();
        JsonNode never = tag(teacher, "LIC-702");
        assertThat(never.path("value").isNull()).isTrue();
        assertThat(never.path("cause").asText()).isEqualTo("NOT_CONNECTED");
        assertThat(never.path("causeText").path("zh").asText()).isEqualTo("未连接");
    }

    @Test
    void everybodyWatchesOneRunThatNobodyOperates() {
        Client student = station.as("s1");
        Await.until("a value", () -> {
            scan(78.5, 3);
            return tag(student, "TI-702").path("level").asText().equals("GOOD");
        });
        String run = student.post("/api/rig/watch", Map.of())
                .expect(200)
                .json()
                .path("id")
                .asText();
        assertThat(station.as("s2")
                        .post("/api/rig/watch", Map.of())
                        .json()
                        .path("id")
                        .asText())
                .isEqualTo(run);
        assertThat(student.get("/api/runs/" + run)
                        .expect(200)
                        .json()
                        .path("rig")
                        .asBoolean())
                .isTrue();
        Frames frames = new Frames();
        WebSocket socket = student.socket("/ws/runs/" + run, frames);
        JsonNode live = frames.next(frame -> {
            scan(78.5, 3);
            return frame.path("v").path("TI-702").asDouble() == 78.5;
        });
        assertThat(live.path("q").isObject()).isTrue();
        JsonNode stale = frames.next(
                frame -> frame.path("q").path("TI-702").path(1).asText().equals("STALE"));
        assertThat(stale.path("q").path("TI-702").path(0).asText()).isEqualTo("BAD");
        student.operate(run, "FIC-703", "sp", 10).refused(403, "OTS-AUTH-006");
        assertThat(student.get("/api/runs/" + run).json().path("state").asText())
                .as("somebody watches")
                .isEqualTo("open");
        awaitSilence(student);
        socket.abort();
        Await.until(
                "a closed run",
                () -> student.get("/api/runs/" + run)
                        .json()
                        .path("state")
                        .asText()
                        .equals("closed"));
        checkRecord(student, run);
    }

    private static void checkRecord(Client student, String run) {
        JsonNode closed = student.get("/api/runs/" + run).expect(200).json();
        assertThat(closed.path("rig").asBoolean()).isTrue();
        assertThat(closed.path("virtual").asBoolean()).isFalse();
        assertThat(closed.path("allowed").path("rewind").asBoolean()).isFalse();
        JsonNode marks = student.get("/api/runs/" + run + "/trend?tags=TI-702,TI-703")
                .expect(200)
                .json()
                .path("q");
        assertThat(marks.path("TI-702").path(1).asText()).isEqualTo("STALE");
        assertThat(marks.path("TI-703").path(1).asText())
                .as("never sent by the rig: a record shows it no surer than it was")
                .isEqualTo("NOT_CONNECTED");
    }

    /** Until nothing that was on its way makes the tag live again. */
    private static void awaitSilence(Client student) {
        // what was still on its way may be live for a moment: three seconds of silence are the timeout of the tag
        long[] since = {System.nanoTime()};
        Await.until("a tag that stays stale", () -> {
            if (!tag(student, "TI-702").path("cause").asText().equals("STALE")) {
                since[0] = System.nanoTime();
            }
            return System.nanoTime() - since[0] > TimeUnit.SECONDS.toNanos(4);
        });
    }

    @Test
    void historyAsATrend() {
        Client teacher = station.as("instructor");
        long from = System.currentTimeMillis() - 60_000;
        Await.until("rows", () -> {
            scan(79.25, 3);
            long now = System.currentTimeMillis() + 1000;
            JsonNode trend = teacher.get("/api/rig/trend?tags=TI-702&points=100&from=" + from + "&to=" + now)
                    .expect(200)
                    .json();
            for (JsonNode step : trend.path("series").path("TI-702")) {
                if (step.path("max").asDouble() == 79.25) {
                    return true;
                }
            }
            return false;
        });
        teacher.get("/api/rig/trend?tags=TI-702&points=100&from=5&to=4").refused(400, "OTS-WEB-012");
    }

    @Test
    void aBridgeThatCannotBeOpenedSaysWhyAndTheStationRuns(@TempDir Path other) throws IOException {
        Path rig = Files.createDirectories(other.resolve("rig"));
        Files.writeString(rig.resolve("bridge.json"), BRIDGE.formatted(BrokerProcess.freePort()));
        Files.writeString(rig.resolve("map.json"), MAP.replace("ethanol-water-rig", "no-such-plant"));
        try (StationFixture broken = StationFixture.start(
                StationFixture.config(other, Double.POSITIVE_INFINITY), new SuiteContent().load())) {
            broken.withPeople();
            Client teacher = broken.as("instructor");
            JsonNode status = teacher.get("/api/rig").expect(200).json();
            assertThat(status.path("state").asText()).isEqualTo("failed");
            assertThat(status.path("failure").path("zh").asText()).contains("no-such-plant");
            teacher.get("/api/rig/tags").refused(409, "OTS-RIG-001");
            teacher.post("/api/rig/watch", Map.of()).refused(409, "OTS-RIG-001");
        }
    }

    @Test
    void anEngineerMakesAMapOfWhatComes() {
        Client engineer = station.as("rig-engineer");
        engineer.get("/api/rig/probe").refused(404, "OTS-RIG-005");
        engineer.post("/api/rig/probe", Map.of("filter", "/neuron/#")).expect(201);
        Await.until("a topic", () -> {
            scan(78.5, 3);
            return engineer.get("/api/rig/probe")
                            .expect(200)
                            .json()
                            .path("topics")
                            .size()
                    == 1;
        });
        JsonNode topic = engineer.get("/api/rig/probe").json().path("topics").path(0);
        assertThat(topic.path("topic").asText()).isEqualTo(TOPIC);
        assertThat(topic.path("dialect").asText()).isEqualTo("neuron-values");
        assertThat(topic.path("items").path(0).path("item").asText()).isEqualTo("TI-702");
        assertThat(topic.path("items").path(0).path("value").asDouble()).isEqualTo(78.5);
        engineer.delete("/api/rig/probe").expect(200);

        String wrong = MAP.replace("PDI-703", "PDI-999");
        JsonNode findings =
                engineer.postText("/api/rig/map/check", wrong).expect(200).json();
        assertThat(findings.path("ok").asBoolean()).isFalse();
        assertThat(findings.path("findings").path(0).path("pointer").asText()).isEqualTo("/tags/1/tag");
        assertThat(findings.path("findings").path(0).path("text").path("zh").asText())
                .contains("PDI-999");
        engineer.postText("/api/rig/map", wrong).expect(400);
        assertThat(engineer.get("/api/rig/map").expect(200).body()).isEqualTo(MAP);

        engineer.postText("/api/rig/map", MAP.replace("\"3 s\"", "\"4 s\"")).expect(200);
        assertThat(tag(engineer, "TI-702").path("timeout").asDouble()).isEqualTo(4);
        engineer.postText("/api/rig/map", MAP).expect(200);
        station.as("s1").post("/api/rig/probe", Map.of("filter", "x")).refused(403, "OTS-AUTH-005");
    }

    @Test
    void anEngineerSetsABridgeUpFromNothing(@TempDir Path other) {
        try (StationFixture plain = StationFixture.start(
                StationFixture.config(other, Double.POSITIVE_INFINITY), new SuiteContent().load())) {
            plain.withPeople();
            Client engineer = plain.as("rig-engineer");
            Map<String, Object> bridge =
                    Map.of("zh", "二号装置", "en", "rig two", "host", "127.0.0.1", "port", BrokerProcess.freePort());
            assertThat(engineer.post("/api/rig/bridge", bridge)
                            .expect(200)
                            .json()
                            .path("state")
                            .asText())
                    .as("it has no map yet")
                    .isEqualTo("failed");
            JsonNode open = engineer.postText("/api/rig/map", MAP).expect(200).json();
            assertThat(open.path("state").asText()).isEqualTo("open");
            assertThat(open.path("link").path("phase").asText()).isIn("connecting", "waiting");
        }
    }

    @Test
    void aStationWithoutARigIsOff(@TempDir Path other) {
        try (StationFixture plain = StationFixture.start(other).withPeople()) {
            assertThat(plain.as("s1")
                            .get("/api/rig")
                            .expect(200)
                            .json()
                            .path("state")
                            .asText())
                    .isEqualTo("off");
        }
    }
}
