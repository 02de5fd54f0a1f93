package org.openots.instructor.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openots.dcs.mqtt.InboundRing;
import org.openots.dcs.mqtt.LinkClock;
import org.openots.dcs.mqtt.LinkSettings;
import org.openots.dcs.mqtt.MqttLink;
import org.openots.dcs.mqtt.MqttLinks;
import org.openots.dcs.mqtt.Outbound;

/** A gateway beside a rig: sends the values that it is told, once a second, to the broker of the station. */
final class RigGateway implements AutoCloseable {
    private static final String TOPIC = "/neuron/rig";
    private static final int SCAN_MILLIS = 1000;

    private static final String BRIDGE = """
            {"format": "openots-bridge", "formatVersion": "1.0",
             "title": {"zh": "一号精馏实训装置", "en": "Distillation rig one"}, "ownPort": %d, "map": "map.json"}
            """;

    private final Map<String, Double> values = new ConcurrentSkipListMap<>();
    private final ScheduledExecutorService scans = Executors.newSingleThreadScheduledExecutor();
    private final MqttLink link;

    /** Begins to send to a broker of this machine, which need not be there yet. */
    RigGateway(int port) {
        link = MqttLinks.open(
                LinkSettings.local(port, "gateway"),
                new InboundRing(100),
                new LinkClock(InstantSource.system(), System::nanoTime),
                new SplittableRandom());
        var unused = scans.scheduleAtFixedRate(this::scan, 0, SCAN_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Writes the files of a bridge whose map has these tags into the data folder of a station. */
    static void setUp(Path data, int port, String tags) {
        setUp(data, port);
        try {
            Files.writeString(data.resolve("rig").resolve("map.json"), """
                    {"format": "openots-tag-map", "formatVersion": "1.0", "plant": "ethanol-water-rig", "tags": [%s]}
                    """.formatted(tags));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the settings of a bridge without a map into the data folder of a station. */
    static void setUp(Path data, int port) {
        try {
            Path rig = Files.createDirectories(data.resolve("rig"));
            Files.writeString(rig.resolve("bridge.json"), BRIDGE.formatted(port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A tag of the map: its name, and what it has beside the usual fields, beginning with a comma. */
    static String tag(String name, String more) {
        return "{\"tag\": \"" + name + "\", \"topic\": \"" + TOPIC + "\", \"dialect\": \"neuron-values\","
                + " \"period\": \"1 s\", \"timeout\": \"4 s\"" + more + "}";
    }

    /** Sends this value from now on. */
    void send(String tag, double value) {
        values.put(tag, value);
    }

    /** Does not send the tag any more. */
    void silence(String tag) {
        values.remove(tag);
    }

    private void scan() {
        String all = values.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
                .collect(Collectors.joining(",", "{", "}"));
        // without a time of its own: on a busy machine its clock would seem to be off, which is another test
        String json = "{\"values\":" + all + "}";
        // a scan that cannot be sent is lost, as with a gateway that keeps nothing
        MqttLink.Published unused = link.publish(new Outbound(TOPIC, json.getBytes(StandardCharsets.UTF_8), 1, false));
    }

    @Override
    public void close() {
        scans.shutdownNow();
        link.close();
    }
}
