package org.openots.benchmarks.faultlab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.openots.benchmarks.measure.Measure;
import org.openots.dcs.broker.BrokerProcess;
import org.openots.dcs.mqtt.InboundRing;
import org.openots.dcs.mqtt.LinkSettings;
import org.openots.dcs.mqtt.LinkSettings.Protocol;
import org.openots.dcs.mqtt.LinkState;
import org.openots.dcs.mqtt.MqttLink;
import org.openots.dcs.mqtt.MqttLinks;
import org.openots.dcs.mqtt.Subscription;

/** Connections that end and are made again, many times: nothing may be left behind. */
final class ReconnectLab {
    private static final int LINKS = 40;
    private static final int WARM_UP = 5;
    private static final double MOST_GROWTH = 5;
    private static final int POLL_MILLIS = 10;
    private static final int PATIENCE_SECONDS = 120;
    private static final int SETTLE_SECONDS = 5;

    private final Path folder;
    private final int reconnects;
    private final Consumer<String> progress;

    ReconnectLab(Path folder, int reconnects, Consumer<String> progress) {
        this.folder = folder;
        this.reconnects = reconnects;
        this.progress = progress;
    }

    List<Measure> run() throws IOException, InterruptedException {
        int port = BrokerProcess.freePort();
        List<MqttLink> links = new ArrayList<>();
        try (BrokerProcess broker = BrokerKind.MOSQUITTO.at(folder, port).start();
                DroppingProxy cable = new DroppingProxy(broker.port())) {
            for (int i = 0; i < LINKS; i++) {
                LinkSettings settings =
                        LabReceiver.link(cable.port(), "lab-link-" + i, 5).with(i % 2 == 0 ? Protocol.V3 : Protocol.V5);
                MqttLink link =
                        MqttLinks.open(settings, new InboundRing(100), LabReceiver.CLOCK, new SplittableRandom(i));
                link.subscribe(List.of(new Subscription("lab/#", 1)));
                links.add(link);
            }
            await(links, LinkState::connected);
            rounds(links, cable, WARM_UP);
            TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
            Footprint before = Footprint.now();
            long connectionsBefore = connections(links);
            rounds(links, cable, reconnects / LINKS);
            TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
            Footprint after = Footprint.now();
            progress.accept("before: " + before + "; after: " + after);
            double[] growth = before.growthTo(after);
            return List.of(
                    Measure.least("reconnects", "1", (double) (connections(links) - connectionsBefore), reconnects),
                    Measure.most("reconnects: growth of threads", "%", growth[0], MOST_GROWTH),
                    Measure.most("reconnects: growth of live heap", "%", growth[1], MOST_GROWTH),
                    Measure.most("reconnects: growth of open files and sockets", "%", growth[2], MOST_GROWTH));
        } finally {
            links.forEach(MqttLink::close);
        }
    }

    private static long connections(List<MqttLink> links) {
        return links.stream().mapToLong(link -> link.counts().connections()).sum();
    }

    private void rounds(List<MqttLink> links, DroppingProxy cable, int rounds)
            throws IOException, InterruptedException {
        for (int i = 1; i <= rounds; i++) {
            cable.refuse();
            // a second attempt, so that nobody takes it for a client of the same name
            await(links, state -> !state.connected() && state.attempt() >= 2);
            cable.mend();
            await(links, LinkState::connected);
            progress.accept("reconnects: " + i * LINKS);
        }
    }

    private static void await(List<MqttLink> links, Predicate<LinkState> wanted) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!links.stream().map(MqttLink::state).allMatch(wanted)) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("not all links: "
                        + links.stream().map(MqttLink::state).distinct().toList());
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }
}
