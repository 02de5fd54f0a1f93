package org.openots.benchmarks.faultlab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.openots.benchmarks.measure.Measure;
import org.openots.benchmarks.measure.Pauses;
import org.openots.benchmarks.measure.Times;
import org.openots.dcs.broker.BrokerProcess;
import org.openots.dcs.mqtt.Inbound;
import org.openots.dcs.mqtt.InboundRing;

/** How fast the bridge is, beside a client in C and a thread that does nothing, in the same run. */
final class ThroughputLab {
    private static final int ROUNDS = 3;
    private static final double NANOS = 1e9;
    private static final double P99 = 0.99;
    private static final double P999 = 0.999;
    private static final double MOST_LATENCY_MS = 20;
    private static final double MOST_BLOCKED_MS = 5;
    private static final double MOST_CORES = 0.25;
    private static final double MOST_RECOVERY_SECONDS = 2;
    private static final int KEEP_ALIVE = 5;
    private static final int TAGS = 100;

    private final Path folder;
    private final double seconds;
    private final Consumer<String> progress;
    private final List<Measure> measures = new ArrayList<>();

    /**
     * Says where and how long.
     *
     * @param folder for brokers and journals
     * @param seconds length of each measurement with a rate, s
     * @param progress told what is being done
     */
    ThroughputLab(Path folder, double seconds, Consumer<String> progress) {
        this.folder = folder;
        this.seconds = seconds;
        this.progress = progress;
    }

    List<Measure> run() throws IOException, InterruptedException {
        ratio();
        latency(TAGS, 10, "a scan of 100 values, 10 a second");
        latency(1, 1000, "1000 messages of one value a second");
        blocked();
        sustainedForeign();
        sustainedNative();
        return measures;
    }

    private BrokerProcess mosquitto(String name, String... more) throws IOException {
        int port = BrokerProcess.freePort();
        List<String> lines = new ArrayList<>(BrokerProcess.open(port));
        lines.addAll(List.of(more));
        return BrokerProcess.mosquitto(Files.createDirectories(folder.resolve(name)), port, lines)
                .start();
    }

    private void ratio() throws IOException, InterruptedException {
        CClient limit;
        try {
            limit = CClient.compiled(folder);
        } catch (IOException e) {
            progress.accept("no C client / 没有 C 客户端: apt-get install " + CClient.PACKAGES + ": " + e.getMessage());
            measures.add(
                    new Measure("C client: needs " + CClient.PACKAGES, "1", Double.NaN, Double.NaN, "measured", false));
            return;
        }
        for (int qos = 0; qos < 2; qos++) {
            for (int tags : new int[] {1, TAGS}) {
                ratio(limit, qos, tags);
            }
        }
    }

    /** Both in turn on one broker, after a round in which the virtual machine compiles. */
    private void ratio(CClient limit, int qos, int tags) throws IOException, InterruptedException {
        long count = tags == 1 ? 60_000 : 20_000;
        List<Double> theirs = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        try (BrokerProcess broker = mosquitto("ratio" + qos + tags, "max_queued_messages 0")) {
            for (int i = 0; i <= ROUNDS; i++) {
                progress.accept("ratio QoS " + qos + ", " + tags + " values a message, round " + i);
                CClient.Seen c =
                        limit.seen(broker.port(), qos, count, () -> limit.publish(broker.port(), qos, count, tags));
                CClient.Seen own = ours(limit, broker.port(), qos, count, tags);
                if (i > 0) {
                    theirs.add(c.perSecond());
                    ours.add(own.perSecond());
                }
            }
        }
        String what = "QoS " + qos + ", " + tags + (tags == 1 ? " value" : " values") + " a message: ";
        measures.add(Measure.of(what + "C client", "messages/s", median(theirs)));
        measures.add(Measure.of(what + "bridge, to the store", "messages/s", median(ours)));
        measures.add(Measure.of(what + "bridge / C client", "1", median(ours) / median(theirs)));
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private CClient.Seen ours(CClient limit, int port, int qos, long count, int tags)
            throws IOException, InterruptedException {
        AtomicLong messages = new AtomicLong();
        AtomicLong first = new AtomicLong();
        AtomicLong last = new AtomicLong();
        String tag = LabTags.name(tags - 1);
        try (BridgePath bridge = new BridgePath(
                LabReceiver.link(port, "lab-bridge", KEEP_ALIVE),
                LabTags.of(tags, 1, ForeignRun.TIMEOUT_SECONDS),
                qos,
                (name, sample, historical) -> {
                    if (name.equals(tag)) {
                        last.set(System.nanoTime());
                        first.compareAndSet(0, last.get());
                        messages.incrementAndGet();
                    }
                },
                () -> {})) {
            awaitConnected(bridge);
            limit.publish(port, qos, count, tags);
            long silent = System.nanoTime();
            for (long seen = 0; messages.get() < count && System.nanoTime() - silent < 3 * NANOS; ) {
                TimeUnit.MILLISECONDS.sleep(5);
                if (messages.get() != seen) {
                    seen = messages.get();
                    silent = System.nanoTime();
                }
            }
            return new CClient.Seen(messages.get(), (last.get() - first.get()) / NANOS);
        }
    }

    /** Connected, and a moment for the subscription. */
    private static void awaitConnected(BridgePath bridge) throws InterruptedException {
        for (int i = 0; i < 1000 && !bridge.link().state().connected(); i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        TimeUnit.MILLISECONDS.sleep(500);
    }

    /** From the call that publishes to the store, through the broker. */
    private void latency(int tags, double rate, String what) throws IOException, InterruptedException {
        progress.accept("latency: " + what);
        int most = (int) (rate * (seconds + 60)) + 10_000;
        Times times = new Times(most);
        String last = LabTags.name(tags - 1);
        AtomicLong arrived = new AtomicLong();
        try (BrokerProcess broker = mosquitto("latency" + tags);
                Pauses pauses = new Pauses();
                LabGateway gateway = new LabGateway(
                        LabReceiver.link(broker.port(), "lab-gateway", KEEP_ALIVE), tags, rate, 1, most)) {
            try (BridgePath bridge = new BridgePath(
                    LabReceiver.link(broker.port(), "lab-bridge", KEEP_ALIVE),
                    LabTags.of(tags, 1 / rate, ForeignRun.TIMEOUT_SECONDS),
                    1,
                    (name, sample, historical) -> {
                        if (name.equals(last)) {
                            arrived.incrementAndGet();
                            times.add(System.nanoTime() - gateway.when(Math.round(sample.value())));
                        }
                    },
                    () -> {})) {
                awaitConnected(bridge);
                TimeUnit.SECONDS.sleep(5);
                times.clear();
                pauses.times().clear();
                double cpu = Footprint.cpuSeconds();
                long before = System.nanoTime();
                TimeUnit.MILLISECONDS.sleep(Math.round(seconds * 1000));
                double cores = (Footprint.cpuSeconds() - cpu) / ((System.nanoTime() - before) / NANOS);
                String of = "broker to store, " + what + ": ";
                measures.add(Measure.beyond(
                        of + "p50", times.millis(0.5), pauses.times().millis(0.5), MOST_LATENCY_MS));
                measures.add(Measure.beyond(
                        of + "p99", times.millis(P99), pauses.times().millis(P99), MOST_LATENCY_MS));
                measures.add(Measure.most(of + "CPU of publisher and bridge", "cores", cores, MOST_CORES));
            }
        }
    }

    /** The thread that publishes and the one that takes messages from the library, while the broker breaks. */
    private void blocked() throws IOException, InterruptedException {
        int most = 200_000;
        Times puts = new Times(most);
        InboundRing full = new InboundRing(1000);
        try (LabBroker broker =
                        new LabBroker(BrokerKind.MOSQUITTO, Files.createDirectories(folder.resolve("blocked")));
                Pauses pauses = new Pauses()) {
            broker.start();
            try (LabGateway gateway = new LabGateway(
                    LabReceiver.link(broker.port(FaultCase.CUT), "lab-gateway", KEEP_ALIVE), 1, 1000, 1, most)) {
                TimeUnit.SECONDS.sleep(5);
                gateway.blocked().clear();
                pauses.times().clear();
                for (FaultCase fault : List.of(FaultCase.KILL, FaultCase.STOP, FaultCase.CUT)) {
                    progress.accept("blocked: " + fault);
                    broker.disturb(fault);
                    put(full, puts, 10);
                    broker.mend(fault);
                    put(full, puts, 5);
                }
                double control = pauses.times().millis(P999);
                measures.add(Measure.beyond(
                        "publish() while the broker is killed, stopped, cut off: p99.9",
                        gateway.blocked().millis(P999),
                        control,
                        MOST_BLOCKED_MS));
                measures.add(Measure.of(
                        "publish() while the broker is killed, stopped, cut off: longest",
                        "ms",
                        gateway.blocked().millis(1)));
                measures.add(Measure.beyond(
                        "taking a message from the library, nobody reads, the ring is full: p99.9",
                        puts.millis(P999),
                        control,
                        MOST_BLOCKED_MS));
            }
        }
    }

    private static void put(InboundRing ring, Times times, int seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        for (int i = 0; System.nanoTime() - end < 0; i++) {
            Inbound message = new Inbound("t/" + i % TAGS, new byte[100], false, 0, 0);
            long before = System.nanoTime();
            ring.put(message);
            times.add(System.nanoTime() - before);
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private void sustainedForeign() throws IOException, InterruptedException {
        progress.accept("20 000 values a second, foreign");
        double rate = 200;
        AtomicLong samples = new AtomicLong();
        try (BrokerProcess broker = mosquitto("sustained-foreign");
                BridgePath bridge = new BridgePath(
                        LabReceiver.link(broker.port(), "lab-bridge", KEEP_ALIVE),
                        LabTags.of(TAGS, 1 / rate, ForeignRun.TIMEOUT_SECONDS),
                        1,
                        (name, sample, historical) -> samples.incrementAndGet(),
                        () -> {})) {
            awaitConnected(bridge);
            int most = (int) (rate * (seconds + 60));
            try (LabGateway gateway =
                    new LabGateway(LabReceiver.link(broker.port(), "lab-gateway", KEEP_ALIVE), TAGS, rate, 1, most)) {
                TimeUnit.MILLISECONDS.sleep(Math.round(seconds * 1000));
                gateway.stop();
                long published = (gateway.count() - gateway.refused()) * TAGS;
                long begun = System.nanoTime();
                while (samples.get() < published && System.nanoTime() - begun < 10 * NANOS) {
                    TimeUnit.MILLISECONDS.sleep(5);
                }
                String of = "20 000 values/s, foreign gateway: ";
                measures.add(Measure.least(of + "values/s in the store", "1/s", samples.get() / seconds, 19_000));
                measures.add(Measure.most(of + "values lost", "1", (double) Math.max(0, published - samples.get()), 0));
                measures.add(Measure.most(
                        of + "after the last message complete within",
                        "s",
                        (System.nanoTime() - begun) / NANOS,
                        MOST_RECOVERY_SECONDS));
                measures.add(Measure.of(
                        of + "deepest queue", "messages", bridge.ring().deepest()));
                measures.add(Measure.most(
                        of + "dropped by the queue",
                        "messages",
                        (double) bridge.ring().overflowed(),
                        0));
            }
        }
    }

    private void sustainedNative() throws IOException, InterruptedException {
        progress.accept("20 000 values a second, native");
        try (BrokerProcess broker = mosquitto("sustained-native");
                NativeRig rig = new NativeRig(folder.resolve("native"), broker.port(), TAGS, 200)) {
            double cpu = Footprint.cpuSeconds();
            TimeUnit.MILLISECONDS.sleep(Math.round(seconds * 1000));
            double cores = (Footprint.cpuSeconds() - cpu) / seconds;
            double drained = rig.drain(30);
            String of = "20 000 values/s, native profile: ";
            measures.add(Measure.least(of + "values/s produced", "1/s", rig.produced() * TAGS / seconds, 19_000));
            measures.add(Measure.most(of + "frames lost", "1", (double) (rig.produced() - rig.received()), 0));
            measures.add(
                    Measure.most(of + "after the last frame complete within", "s", drained, MOST_RECOVERY_SECONDS));
            measures.add(Measure.of(of + "CPU of sender and receiver", "cores", cores));
        }
    }
}
