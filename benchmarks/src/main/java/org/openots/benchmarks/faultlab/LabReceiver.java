package org.openots.benchmarks.faultlab;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import org.openots.dcs.agent.FrameListener;
import org.openots.dcs.agent.NativeReceiver;
import org.openots.dcs.agent.RigTopics;
import org.openots.dcs.frame.FrameArchive;
import org.openots.dcs.mqtt.LinkClock;
import org.openots.dcs.mqtt.LinkSettings;

/** A receiver in a process of its own, so that it can be killed. */
public final class LabReceiver {
    static final String CONSUMER = "bridge";
    static final RigTopics TOPICS = new RigTopics("lab", "rig");
    static final LinkClock CLOCK = new LinkClock(InstantSource.system(), System::nanoTime);

    private LabReceiver() {}

    /**
     * Receives until it is killed.
     *
     * @param args port of the broker, folder of the archive, keep-alive in s
     * @throws InterruptedException if it is told to end
     */
    public static void main(String[] args) throws InterruptedException {
        NativeReceiver receiver =
                open(Integer.parseInt(args[0]), Path.of(args[1]), Integer.parseInt(args[2]), (f, a, h) -> {});
        Runtime.getRuntime().addShutdownHook(new Thread(receiver::close));
        new CountDownLatch(1).await();
    }

    static NativeReceiver open(int port, Path archive, int keepAlive, FrameListener listener) {
        return new NativeReceiver(
                TOPICS,
                CONSUMER,
                link(port, "lab-receiver", keepAlive),
                new FrameArchive(archive, 16L << 20, 1000),
                listener,
                CLOCK,
                new SplittableRandom());
    }

    static LinkSettings link(int port, String clientId, int keepAlive) {
        return LinkSettings.local(port, clientId)
                .with(new LinkSettings.Timing(
                        Duration.ofSeconds(keepAlive), Duration.ofSeconds(5), Duration.ofSeconds(60)));
    }
}
