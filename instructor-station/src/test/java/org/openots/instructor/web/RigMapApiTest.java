package org.openots.instructor.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openots.dcs.broker.BrokerProcess;
import org.openots.dcs.live.LiveGateway;
import org.openots.dcs.live.LiveRig;
import org.openots.dcs.live.OutQueue;
import org.openots.dcs.map.Dialect;
import org.openots.dcs.mqtt.LinkClock;
import org.openots.dcs.mqtt.LinkSettings;
import org.openots.dcs.rig.RigDefects;
import org.openots.dcs.rig.RigGateway;
import org.openots.dcs.rig.RigPlant;
import org.openots.dcs.rig.VirtualRig;
import org.openots.instructor.app.Client;
import org.openots.instructor.app.StationFixture;
import org.openots.instructor.content.SuiteContent;
import org.openots.instructor.store.AuditTrail;
import org.openots.instructor.store.Database;
import org.openots.instructor.tank.Await;
import org.openots.simulator.plant.PackSource;

/** A rig engineer makes a map of live traffic: two virtual rigs publish in two dialects to the broker of the station. */
@Timeout(180)
class RigMapApiTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String PLANT = "ethanol-water-rig";
    private static final String BRIDGE = """
            {"format": "openots-bridge", "formatVersion": "1.0", "title": {"zh": "一号装置", "en": "rig one"},
             "ownPort": %d, "map": "map.json"}
            """;

    private static final List<String> INSTRUMENTS =
            List.of("TI-702", "TI-703", "TI-704", "PI-701", "PI-702", "PDI-703", "FI-705", "LIC-702");

    @TempDir
    private static Path data;

    private static StationFixture station;
    private static final List<Thread> RIGS = new ArrayList<>();
    private static volatile boolean stopped;

    @BeforeAll
    static void start() throws IOException {
        int port = BrokerProcess.freePort();
        Files.writeString(Files.createDirectories(data.resolve("rig")).resolve("bridge.json"), BRIDGE.formatted(port));
        station = StationFixture.start(StationFixture.config(data, Double.POSITIVE_INFINITY), new SuiteContent().load())
                .withPeople();
        publish(Dialect.NEURON_VALUES, port);
        publish(Dialect.KEPWARE, port);
    }

    private static void publish(Dialect dialect, int port) {
        OutQueue queue = new OutQueue();
        RigGateway gateway = new RigGateway(
                dialect,
                "school",
                "rig-1",
                ZoneOffset.UTC,
                1000,
                1,
                InstantSource.system().instant());
        VirtualRig rig = new VirtualRig(
                new RigPlant(PackSource.named(PLANT), "normal", 1, 0, 0), gateway, RigDefects.NONE, queue);
        LiveGateway live = new LiveGateway(
                new LiveRig(rig, Optional.empty(), gateway.scanMs(), 1e6),
                queue,
                LinkSettings.local(port, "gateway-" + dialect.word()),
                1,
                new LinkClock(InstantSource.system(), System::nanoTime),
                new SplittableRandom());
        Thread thread = new Thread(
                () -> {
                    try {
                        live.run(() -> stopped, status -> {});
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "rig-" + dialect.word());
        thread.setDaemon(true);
        thread.start();
        RIGS.add(thread);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        stopped = true;
        for (Thread rig : RIGS) {
            rig.join(10_000);
        }
        station.close();
    }

    private static Client engineer() {
        return station.as("rig-engineer");
    }

    private static ObjectNode emptyMap() {
        ObjectNode map = MAPPER.createObjectNode();
        map.put("format", "openots-tag-map")
                .put("formatVersion", "1.0")
                .put("plant", PLANT)
                .putArray("tags");
        return map;
    }

    /** The topic of a dialect as it comes now. */
    private static JsonNode topic(Client engineer, String dialect) {
        List<JsonNode> found = new ArrayList<>();
        Await.until("traffic in " + dialect, () -> {
            found.clear();
            for (JsonNode topic :
                    engineer.get("/api/rig/probe").expect(200).json().path("topics")) {
                boolean whole = topic.path("rate").asDouble() > 0;
                if (topic.path("dialect").asText().equals(dialect) && whole) {
                    found.add(topic);
                }
            }
            return !found.isEmpty();
        });
        return found.get(0);
    }

    /** A map of everything that can only be one signal, as the page makes it. */
    private static ObjectNode matched(Client engineer, JsonNode topic) {
        ArrayNode items = MAPPER.createArrayNode();
        topic.path("items")
                .forEach(item -> items.add(((ObjectNode) item.deepCopy())
                        .put("topic", topic.path("topic").asText())));
        ObjectNode order = MAPPER.createObjectNode().put("plant", PLANT);
        order.set("items", items);
        ObjectNode map = emptyMap();
        ArrayNode tags = (ArrayNode) map.path("tags");
        for (JsonNode match : engineer.postText("/api/rig/map/match", order.toString())
                .expect(200)
                .json()) {
            if (INSTRUMENTS.contains(match.path("signal").asText())) {
                tags.addObject()
                        .put("tag", match.path("signal").asText())
                        .put("topic", topic.path("topic").asText())
                        .put("dialect", topic.path("dialect").asText())
                        .put("item", match.path("item").asText());
            }
        }
        return map;
    }

    private static ObjectNode tag(ObjectNode map, String name) {
        for (JsonNode tag : map.path("tags")) {
            if (tag.path("tag").asText().equals(name)) {
                return (ObjectNode) tag;
            }
        }
        ObjectNode first = (ObjectNode) map.path("tags").path(0);
        ObjectNode added = ((ArrayNode) map.path("tags")).addObject();
        String item = first.path("item").asText().replace(first.path("tag").asText(), name);
        added.put("tag", name)
                .put("topic", first.path("topic").asText())
                .put("dialect", first.path("dialect").asText())
                .put("item", item);
        return added;
    }

    private static JsonNode tried(Client engineer, ObjectNode map) {
        engineer.postText("/api/rig/map/trial?seconds=4", map.toString()).expect(201);
        Await.until(
                "the trial to end",
                () -> engineer.get("/api/rig/map/trial")
                        .expect(200)
                        .json()
                        .path("phase")
                        .asText()
                        .equals("done"));
        return engineer.get("/api/rig/map/trial").expect(200).json();
    }

    private static JsonNode result(JsonNode trial, String tag) {
        for (JsonNode one : trial.path("tags")) {
            if (one.path("tag").asText().equals(tag)) {
                return one;
            }
        }
        throw new AssertionError(tag + " in " + trial);
    }

    @ParameterizedTest
    @CsvSource({"neuron-values, TI-702, ''", "kepware, school.rig-1.TI-702, true"})
    void aMapIsMadeOfLiveTrafficTriedAndSaved(String dialect, String item, String quality) {
        Client engineer = engineer();
        engineer.post("/api/rig/probe", Map.of("filter", "#")).expect(201);
        JsonNode topic = topic(engineer, dialect);
        JsonNode sent = MissingNode.getInstance();
        for (JsonNode one : topic.path("items")) {
            sent = one.path("item").asText().equals(item) ? one : sent;
        }
        assertThat(sent.isMissingNode()).as("%s in %s", item, topic).isFalse();
        assertThat(sent.path("quality").asText()).isEqualTo(quality);
        assertThat(topic.path("rate").asDouble()).isBetween(0.2, 3.0);

        ObjectNode map = matched(engineer, topic);
        assertThat(map.path("tags").size()).isGreaterThan(5);
        // the top is sent in degC; this makes of it what a gateway in degF would send
        ObjectNode hot = tag(map, "TI-702");
        hot.putObject("scale").put("gain", 1.8).put("bias", 32);
        hot.putArray("range").add(0).add(120);
        ObjectNode renamed = tag(map, "TI-703");
        renamed.put("item", renamed.path("item").asText() + "X");
        JsonNode trial = tried(engineer, map);
        assertThat(result(trial, "TI-702").path("verdict").asText()).isEqualTo("unit");
        assertThat(result(trial, "TI-702").path("hint").asText()).isEqualTo("degF");
        double raw = result(trial, "TI-702").path("raw").asDouble();
        assertThat(result(trial, "TI-702").path("value").asDouble())
                .isCloseTo(raw * 1.8 + 32, org.assertj.core.data.Offset.offset(0.01));
        assertThat(result(trial, "TI-703").path("verdict").asText()).isEqualTo("never");
        assertThat(result(trial, "TI-703").path("hint").asText()).endsWith("TI-703");
        assertThat(trial.path("findings").toString()).contains("degF", "TI-703X");
        assertThat(trial.path("unmappedAll").asInt()).isPositive();
        assertThat(trial.path("sources").path(0).path("messages").asInt()).isPositive();

        hot.remove(List.of("scale", "range"));
        renamed.put("item", renamed.path("item").asText().replaceFirst("X$", ""));
        trial = tried(engineer, map);
        assertThat(result(trial, "TI-702").path("verdict").asText()).isEqualTo("ok");
        String base = engineer.get("/api/rig/map/desk")
                .expect(200)
                .json()
                .path("version")
                .asText();
        JsonNode open = engineer.postText("/api/rig/map?base=" + base, map.toString())
                .expect(200)
                .json();
        assertThat(open.path("state").asText()).isEqualTo("open");
        assertThat(open.path("version").asText()).isNotEqualTo(base);
        Await.until("live values", () -> {
            for (JsonNode one : engineer.get("/api/rig/tags").expect(200).json()) {
                if (one.path("tag").asText().equals("TI-702")) {
                    return one.path("level").asText().equals("GOOD")
                            && one.path("dialect").asText().equals(dialect);
                }
            }
            return false;
        });
        engineer.delete("/api/rig/probe").expect(200);
    }

    /** Lines of the station's audit trail that say who replaced which version of the map. */
    private static long mapsSaved() {
        try (Database database = Database.open(data, Clock.systemUTC())) {
            return new AuditTrail(database.readers())
                    .rows().stream()
                            .filter(row -> row.action().equals("rig-map-saved")
                                    && row.actor().equals("rig-engineer")
                                    && row.detail().contains("\"before\""))
                            .count();
        }
    }

    @Test
    void aMapOfSomebodyElseIsNotOverwrittenAndTheOneBeforeIsKept() throws IOException {
        Client engineer = engineer();
        ObjectNode map = emptyMap();
        ((ArrayNode) map.path("tags"))
                .addObject()
                .put("tag", "TI-702")
                .put("topic", "/neuron/school/rig-1/scan")
                .put("dialect", "neuron-values");
        engineer.postText("/api/rig/map", map.toString()).expect(200);
        String base = engineer.get("/api/rig/map").expect(200).header("etag").replace("\"", "");
        String elsewhere = map.toString().replace("TI-702", "TI-704");
        Path file = data.resolve("rig").resolve("map.json");
        Files.writeString(file, elsewhere);
        tag(map, "TI-702").put("period", "2 s");
        engineer.postText("/api/rig/map?base=" + base, map.toString()).refused(409, "OTS-RIG-010");
        assertThat(Files.readString(file)).isEqualTo(elsewhere);

        JsonNode desk = engineer.get("/api/rig/map/desk").expect(200).json();
        assertThat(desk.path("map").path("tags").path(0).path("tag").asText()).isEqualTo("TI-704");
        engineer.postText("/api/rig/map?base=" + desk.path("version").asText(), map.toString())
                .expect(200);
        JsonNode kept = engineer.get("/api/rig/map/desk").expect(200).json().path("kept");
        assertThat(kept.path(0).path("name").asText()).matches("map\\.\\d{8}-\\d{6}-\\d{3}\\.json");
        assertThat(engineer.get("/api/rig/map/kept/" + kept.path(0).path("name").asText())
                        .expect(200)
                        .body())
                .isEqualTo(elsewhere);
        engineer.get("/api/rig/map/kept/bridge.json").refused(404, "OTS-WEB-008");
        assertThat(mapsSaved()).isGreaterThanOrEqualTo(2);

        String wrong = map.toString().replace("TI-702", "TI-999").replace("2 s", "-1 s");
        engineer.postText("/api/rig/map?base=" + desk.path("version").asText(), wrong)
                .refused(400, "OTS-RIG-014");
        assertThat(Files.readString(file)).isEqualTo(map.toString());
    }

    @Test
    void theDeskKnowsThePlantAndWhatTheSkillsNeed() {
        JsonNode desk = engineer().get("/api/rig/map/desk").expect(200).json();
        assertThat(desk.path("plant").asText()).isEqualTo(PLANT);
        assertThat(desk.path("broker").path("host").asText()).isEqualTo("127.0.0.1");
        int instruments = 0;
        int needed = 0;
        for (JsonNode signal : desk.path("signals")) {
            instruments += signal.path("kind").asText().equals("instrument") ? 1 : 0;
            needed += signal.path("skills").isEmpty() ? 0 : 1;
        }
        assertThat(instruments).isGreaterThan(15);
        assertThat(needed).isGreaterThan(15);
        assertThat(desk.path("units").path("°C").toString()).contains("degF");
        station.as("s1").get("/api/rig/map/desk").refused(403, "OTS-AUTH-005");
        station.as("instructor").get("/api/rig/map/desk").refused(403, "OTS-AUTH-005");
    }

    @Test
    void anExportInGbkBecomesAMap() {
        String csv = "位号,描述,单位,量程下限,量程上限\r\nTI702.PV,塔顶温度,℃,0,150\r\nXX-1,别的,℃,0,1\r\nPI702,塔压,斤,0,1\r\n";
        JsonNode read = engineer()
                .upload(
                        "/api/rig/map/import?name=points.csv&plant=" + PLANT
                                + "&topic=/neuron/rig&dialect=neuron-values",
                        csv.getBytes(Charset.forName("GB18030")))
                .expect(200)
                .json();
        JsonNode tag = read.path("map").path("tags").path(0);
        assertThat(tag.path("tag").asText()).isEqualTo("TI-702");
        assertThat(tag.path("item").asText()).isEqualTo("TI702.PV");
        assertThat(read.path("leftOut").path(0).path("line").asInt()).isEqualTo(3);
        assertThat(read.path("findings").path(0).path("text").path("zh").asText())
                .contains("斤");
        engineer()
                .upload("/api/rig/map/import?name=a.csv&plant=" + PLANT + "&topic=t&dialect=opc", new byte[] {1})
                .refused(400, "OTS-WEB-013");
        Client.Answer table = engineer()
                .upload(
                        "/api/rig/map/import?name=a.csv&plant=" + PLANT + "&topic=t&dialect=wincc",
                        "no table".getBytes(StandardCharsets.UTF_8))
                .expect(400);
        assertThat(table.code()).isEqualTo("OTS-MAP-018");
    }

    @Test
    void aBrokerThatDoesNotAnswerSaysSo() {
        Client engineer = engineer();
        engineer.post("/api/rig/probe", Map.of("filter", "#", "host", "127.0.0.1", "port", BrokerProcess.freePort()))
                .expect(201);
        Await.until("a problem", () -> engineer.get("/api/rig/probe").json().has("problem"));
        assertThat(engineer.get("/api/rig/probe").json().path("connected").asBoolean())
                .isFalse();
        engineer.delete("/api/rig/probe").expect(200);
        engineer.post("/api/rig/probe", Map.of("filter", "a/#/b")).expect(400);
    }

    @Test
    void whatOnlyTheFileHasIsNotLost(@TempDir Path other) throws IOException {
        Path rig = Files.createDirectories(other.resolve("rig"));
        String settings = BRIDGE.formatted(BrokerProcess.freePort())
                .replace("\"map\"", "\"native\": {\"site\": \"a\", \"rig\": \"b\", \"consumer\": \"c\"}, \"map\"");
        Files.writeString(rig.resolve("bridge.json"), settings);
        try (StationFixture plain = StationFixture.start(other).withPeople()) {
            Client engineer = plain.as("rig-engineer");
            engineer.post("/api/rig/bridge", Map.of("zh", "二号", "en", "two")).refused(409, "OTS-RIG-011");
            assertThat(Files.readString(rig.resolve("bridge.json"))).isEqualTo(settings);
            engineer.get("/api/rig/map/trial").refused(404, "OTS-RIG-012");
        }
    }
}
