package org.openots.benchmarks.faultlab;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.openots.benchmarks.measure.Measure;
import org.openots.dcs.broker.BrokerProcess;

/** A rig of 1000 values a second in the native profile and one of a foreign gateway, for long. */
final class SoakLab {
    private static final int TAGS = 100;
    private static final double RATE = 10;
    private static final double MOST_GROWTH = 5;
    private static final int KEEP_ALIVE = 5;

    /** This part of the time is for the virtual machine to come to rest. */
    private static final double WARM_UP = 0.1;

    private final Path folder;
    private final Duration length;
    private final Consumer<String> progress;

    SoakLab(Path folder, Duration length, Consumer<String> progress) {
        this.folder = folder;
        this.length = length;
        this.progress = progress;
    }

    List<Measure> run() throws IOException, InterruptedException {
        int port = BrokerProcess.freePort();
        int most = (int) (RATE * (length.toSeconds() + 600));
        AtomicLong samples = new AtomicLong();
        try (BrokerProcess broker = BrokerKind.MOSQUITTO.at(folder, port).start();
                NativeRig rig = new NativeRig(folder.resolve("native"), port, TAGS, RATE);
                BridgePath bridge = new BridgePath(
                        LabReceiver.link(port, "lab-bridge", KEEP_ALIVE),
                        LabTags.of(TAGS, 1 / RATE, ForeignRun.TIMEOUT_SECONDS),
                        1,
                        (name, sample, historical) -> samples.incrementAndGet(),
                        () -> {})) {
            progress.accept("broker " + broker.pid() + ", bridge "
                    + bridge.link().state().text().en());
            TimeUnit.SECONDS.sleep(5);
            try (LabGateway gateway =
                    new LabGateway(LabReceiver.link(port, "lab-gateway", KEEP_ALIVE), TAGS, RATE, 1, most)) {
                Footprint first = null;
                Footprint last = Footprint.now();
                long begun = System.nanoTime();
                double cpu = Footprint.cpuSeconds();
                long nap = Math.max(1, Math.min(60, length.toSeconds() / 20));
                double gone = 0;
                while (gone < length.toSeconds()) {
                    TimeUnit.SECONDS.sleep(nap);
                    gone = (System.nanoTime() - begun) * 1e-9;
                    last = Footprint.now();
                    first = first == null && gone > WARM_UP * length.toSeconds() ? last : first;
                    progress.accept(Math.round(gone) + " s: " + last + ", " + rig.received() + " frames");
                }
                double cores = (Footprint.cpuSeconds() - cpu) / gone;
                gateway.stop();
                double drained = rig.drain(30);
                TimeUnit.SECONDS.sleep(2);
                long published = (gateway.count() - gateway.refused()) * TAGS;
                double[] growth = (first == null ? last : first).growthTo(last);
                return List.of(
                        Measure.least("soak: length", "s", gone, (double) length.toSeconds()),
                        Measure.of("soak: frames, native", "1", (double) rig.produced()),
                        Measure.most("soak: frames lost, native", "1", (double) (rig.produced() - rig.received()), 0),
                        Measure.most(
                                "soak: frames missing at the end",
                                "1",
                                (double) rig.status().missing(),
                                0),
                        Measure.most("soak: complete after the last frame within", "s", drained, 2),
                        Measure.of("soak: values, foreign", "1", (double) published),
                        Measure.most(
                                "soak: values lost, foreign", "1", (double) Math.max(0, published - samples.get()), 0),
                        Measure.most("soak: growth of threads", "%", growth[0], MOST_GROWTH),
                        Measure.most("soak: growth of live heap", "%", growth[1], MOST_GROWTH),
                        Measure.most("soak: growth of open files and sockets", "%", growth[2], MOST_GROWTH),
                        Measure.of("soak: CPU of both rigs and both ends", "cores", cores));
            }
        }
    }
}
