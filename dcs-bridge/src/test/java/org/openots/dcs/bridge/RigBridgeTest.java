package org.openots.dcs.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openots.common.json.StrictJson;
import org.openots.common.signal.PlantFrame;
import org.openots.common.signal.Quality;
import org.openots.common.signal.Quality.Cause;
import org.openots.common.signal.SignalTable;
import org.openots.common.text.LocalText;
import org.openots.dcs.agent.Grade;
import org.openots.dcs.broker.BrokerProcess;
import org.openots.dcs.influx.InfluxSettings;
import org.openots.dcs.map.Dialect;
import org.openots.dcs.map.MappedTag;
import org.openots.dcs.map.TagExample;
import org.openots.dcs.map.TagMap;
import org.openots.dcs.mqtt.InboundRing;
import org.openots.dcs.mqtt.LinkClock;
import org.openots.dcs.mqtt.LinkSettings;
import org.openots.dcs.mqtt.MqttLink;
import org.openots.dcs.mqtt.MqttLinks;
import org.openots.dcs.mqtt.Outbound;
import org.openots.simulator.engine.PlantSignals;
import org.openots.simulator.plant.PlantPack;

/** The bridge over a real broker. */
@Timeout(90)
class RigBridgeTest {
    private static final LinkClock CLOCK = new LinkClock(InstantSource.system(), System::nanoTime);
    private static final String PLANT = "ethanol-water-rig";
    private static final SignalTable TABLE =
            PlantSignals.of(PlantPack.shipped(PLANT)).table();
    private static final int TI = TABLE.find("TI-702");
    private static final String TOPIC = "/neuron/rig";

    @TempDir
    Path folder;

    private final int port = BrokerProcess.freePort();
    private final List<AutoCloseable> open = new ArrayList<>();
    private BrokerProcess broker;
    private Optional<InfluxSettings> influx = Optional.empty();

    @BeforeEach
    void start() {
        broker = BrokerProcess.mosquitto(folder, port, BrokerProcess.open(port)).start();
        open.add(broker);
    }

    @AfterEach
    void stop() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 600 && !condition.getAsBoolean(); i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(condition.getAsBoolean()).as(what).isTrue();
    }

    private RigBridge bridge(MappedTag... tags) {
        BridgeSettings settings = new BridgeSettings(
                new LocalText("一号装置", "rig one"),
                Optional.of(LinkSettings.local(port, "bridge")),
                port,
                folder.resolve("map.json"),
                Optional.empty(),
                Optional.empty(),
                1_000_000_000,
                Optional.empty(),
                BridgeSettings.Twin.USUAL,
                influx);
        RigBridge bridge = new RigBridge(
                settings,
                new TagMap(PLANT, 1, List.of(tags)),
                TABLE,
                new RigBridge.Place(folder.resolve("bridge"), CLOCK, new SplittableRandom(), List.of()));
        open.add(bridge);
        return bridge;
    }

    private MqttLink gateway() {
        MqttLink link = MqttLinks.open(
                LinkSettings.local(port, "gateway"), new InboundRing(100), CLOCK, new SplittableRandom());
        open.add(link);
        return link;
    }

    private static boolean send(MqttLink gateway, double value) {
        String json = "{\"timestamp\":" + System.currentTimeMillis() + ",\"values\":{\"TI-702\":" + value + "}}";
        return gateway.publish(new Outbound(TOPIC, json.getBytes(StandardCharsets.UTF_8), 1, false))
                == MqttLink.Published.SENT;
    }

    private static MappedTag quick() {
        TagExample example = new TagExample();
        example.period = 0.5;
        example.timeout = 2;
        return example.build();
    }

    @Test
    void framesShowLiveValuesThenStaleOnesAndTheHistoryKeepsTheGap() throws InterruptedException {
        RigBridge bridge = bridge(quick());
        MqttLink gateway = gateway();
        List<PlantFrame> frames = new ArrayList<>();
        open.add(bridge.source().follow(frame -> {
            synchronized (frames) {
                frames.add(frame);
            }
        }));
        long begun = System.currentTimeMillis() - 1000;
        await("a live value", () -> {
            send(gateway, 78.5);
            return bridge.source().latest().value(TI) == 78.5;
        });
        assertThat(bridge.status().grade()).isEqualTo(Grade.FOREIGN);
        assertThat(bridge.status().link().orElseThrow().connected()).isTrue();

        await("stale", () -> bridge.source().latest().quality(TI).equals(Quality.bad(Cause.STALE)));
        assertThat(bridge.source().latest().shown(TI)).isEqualTo(78.5);
        assertThat(bridge.source().latest().value(TI)).isNaN();
        await("the gap is told", () -> bridge.status().gaps() >= 1);
        await("frames", () -> {
            synchronized (frames) {
                return frames.size() >= 3;
            }
        });
        assertThat(bridge.history().rows("TI-702", begun, System.currentTimeMillis() + 1000))
                .anyMatch(row -> row.value() == 78.5)
                .anyMatch(row -> row.gap());
        assertThat(bridge.status().intake().messages()).isPositive();
    }

    @Test
    void aBrokerThatIsKilledIsFoundAgainAndNothingEndsTheBridge() throws InterruptedException {
        RigBridge bridge = bridge(quick());
        MqttLink gateway = gateway();
        await("a live value", () -> {
            send(gateway, 78.5);
            return bridge.source().latest().value(TI) == 78.5;
        });
        broker.kill();
        await("noticed", () -> !bridge.status().link().orElseThrow().connected());
        broker.start();
        await("again", () -> {
            send(gateway, 79.25);
            return bridge.source().latest().value(TI) == 79.25;
        });
    }

    @Test
    void whatCannotBeReadIsToldAndTheOthersGoOn() throws InterruptedException {
        RigBridge bridge = bridge(quick());
        MqttLink gateway = gateway();
        await(
                "connected",
                () -> gateway.state().connected()
                        && bridge.status().link().orElseThrow().connected());
        await("told", () -> {
            gateway.publish(new Outbound(TOPIC, new byte[] {'{', 'x'}, 1, false));
            return bridge.status().intake().bad() > 0;
        });
        assertThat(bridge.status().notices()).isNotEmpty();
        await("a live value", () -> {
            send(gateway, 78.5);
            return bridge.source().latest().value(TI) == 78.5;
        });
    }

    @Test
    void aFileOfTheFirstVersionHasATwinAndNoDatabase() throws Exception {
        Path file = Files.writeString(folder.resolve("old.json"), """
                {"format": "openots-bridge", "formatVersion": "1.0", "title": {"zh": "一号", "en": "one"}, "map": "map.json"}
                """);
        BridgeSettings settings = BridgeFile.read(file);
        assertThat(settings.twin()).isEqualTo(BridgeSettings.Twin.USUAL);
        assertThat(settings.influx()).isEmpty();
    }

    @Test
    void samplesGoToADatabaseToo() throws Exception {
        Queue<String> bodies = new ConcurrentLinkedQueue<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/write", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        open.add(() -> server.stop(0));
        influx = Optional.of(InfluxSettings.usual(new InfluxSettings.ToHttp(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/write?bucket=rig"),
                Optional.empty())));
        RigBridge bridge = bridge(quick());
        MqttLink gateway = gateway();
        await("a line", () -> {
            send(gateway, 78.5);
            return bodies.stream().anyMatch(body -> body.contains("openots,quality=good,tag=TI-702 value=78.5 "));
        });
        await("counted", () -> bridge.status().influx().orElseThrow().written() > 0);
        assertThat(bridge.status().influx().orElseThrow().problem()).isEmpty();
        server.stop(0);
        await("it says what is wrong", () -> {
            send(gateway, 78.5);
            return bridge.status().influx().orElseThrow().problem().isPresent();
        });
        // a database that is away neither stops nor slows the bridge
        await("a live value", () -> {
            send(gateway, 79.5);
            return bridge.source().latest().value(TI) == 79.5;
        });
    }

    @Test
    void settingsAreReadAsThePageSays() throws Exception {
        Path file = folder.resolve("bridge.json");
        String page = Files.readString(Path.of("..", "docs", "data-formats", "bridge.md"));
        int start = page.indexOf("```json\n") + "```json\n".length();
        Files.writeString(file, page.substring(start, page.indexOf("```", start)));
        Files.write(folder.resolve("bridge.login"), List.of("bridge", "secret-word"));
        Files.write(folder.resolve("writer.login"), List.of("writer", "another-word"));
        BridgeSettings settings = BridgeFile.read(file);
        assertThat(settings.broker().orElseThrow().clientId()).isEqualTo("openots-station");
        assertThat(settings.map()).isEqualTo(folder.toAbsolutePath().resolve("map.json"));
        assertThat(settings.history()).isEqualTo(20_000_000_000L);
        assertThat(settings.wire().orElseThrow().topics().data()).isEqualTo("openots/v1/school/rig-1/data");
        assertThat(settings.title().zh()).isEqualTo("精馏实训装置");
        assertThat(settings.twin()).isEqualTo(BridgeSettings.Twin.USUAL);
        assertThat(settings.influx().orElseThrow().target())
                .isInstanceOfSatisfying(
                        InfluxSettings.ToHttp.class,
                        http -> assertThat(http.token())
                                .contains(folder.toAbsolutePath().resolve("influx.token")));
        String schema =
                new String(StrictJson.bytes(BridgeFile.class, "openots-bridge.schema.json"), StandardCharsets.UTF_8);
        Schema rules = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON);
        assertThat(rules.validate(Files.readString(file), InputFormat.JSON)).isEmpty();
        assertThat(rules.validate(Files.readString(file).replace("\"on\"", "\"of\""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(RigBridge.grade(TagExample.of(Dialect.NATIVE, "TI-702").build()))
                .isEqualTo(Grade.NATIVE);
    }
}
