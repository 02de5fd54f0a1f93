package org.openots.instructor.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openots.dcs.bridge.BridgeSettings;
import org.openots.dcs.mqtt.InboundRing;
import org.openots.dcs.mqtt.LinkClock;
import org.openots.dcs.mqtt.LinkSettings;
import org.openots.dcs.mqtt.MqttLink;
import org.openots.dcs.mqtt.MqttLinks;
import org.openots.dcs.mqtt.Outbound;
import org.openots.dcs.twin.CalibrationFile;
import org.openots.instructor.content.PlantEngines;
import org.openots.instructor.tank.Await;

/**
 * A data folder with a bridge, a tag map and a calibrated twin, and a rig that goes on from there: it sends a scan a second to
 * the broker of the station that is started in the folder.
 */
public final class TwinStand implements AutoCloseable {
    private static final String BRIDGE = """
            {"format": "openots-bridge", "formatVersion": "1.1", "title": {"zh": "一号装置", "en": "rig one"},
             "ownPort": %d, "map": "map.json", "twin": {"settleMinutes": 0.4, "filter": %b},
             "influx": {"file": "lines.lp", "flushSeconds": 0}}
            """;

    private static final int STEADY = 1800;

    private final TwinRig rig = new TwinRig(Instant.now());
    private final ScheduledExecutorService scans = Executors.newSingleThreadScheduledExecutor();
    private final MqttLink link;

    /**
     * Prepares the folder, which takes some seconds, and begins to send.
     *
     * @param data data folder of the station to come
     * @param port of the broker that the station will start
     * @param filter whether the twin follows the parameters
     */
    public TwinStand(Path data, int port, boolean filter) {
        try {
            Path folder = Files.createDirectories(data.resolve("rig"));
            Files.writeString(folder.resolve("bridge.json"), BRIDGE.formatted(port, filter));
            byte[] map = rig.map().getBytes(StandardCharsets.UTF_8);
            Files.write(folder.resolve("map.json"), map);
            calibrate(folder, CalibrationFile.fingerprint(map));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        link = MqttLinks.open(
                LinkSettings.local(port, "gateway"),
                new InboundRing(100),
                new LinkClock(InstantSource.system(), System::nanoTime),
                new SplittableRandom());
        var unused = scans.scheduleAtFixedRate(this::send, 0, 1, TimeUnit.SECONDS);
    }

    private void calibrate(Path folder, String map) {
        // until it is steady, so that the model finds it again after the restart
        for (int scan = 0; scan < STEADY; scan++) {
            rig.scan();
        }
        try (TwinDesk desk = new TwinDesk(rig.place(folder, PlantEngines.VERSION))) {
            desk.attach(rig, rig.hash(), map, new BridgeSettings.Twin(true, false, 0, 0.5));
            Await.until("made", () -> desk.view().mode() == TwinDesk.Mode.RUNNING);
            desk.calibrate(TwinDesk.SHORTEST);
            rig.scan();
            Await.until("it records", () -> desk.view().newest().isPresent());
            for (int scan = 0; scan < TwinDesk.SHORTEST + 2; scan++) {
                rig.scan();
            }
            Await.until("saved", () -> desk.view().saved());
        }
    }

    private void send() {
        rig.scan();
        String values = rig.values().entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
                .collect(Collectors.joining(",", "{\"values\":{", "}}"));
        // before the station is there nothing is sent
        MqttLink.Published unused =
                link.publish(new Outbound(TwinRig.TOPIC, values.getBytes(StandardCharsets.UTF_8), 1, false));
    }

    /** The rig. */
    public TwinRig rig() {
        return rig;
    }

    @Override
    public void close() {
        scans.shutdownNow();
        link.close();
    }
}
