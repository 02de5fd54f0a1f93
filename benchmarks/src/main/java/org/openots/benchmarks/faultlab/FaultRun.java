package org.openots.benchmarks.faultlab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.openots.dcs.agent.AgentSettings;
import org.openots.dcs.agent.NativeReceiver;
import org.openots.dcs.agent.RigAgent;
import org.openots.dcs.broker.BrokerProcess;
import org.openots.dcs.frame.FrameArchive;
import org.openots.dcs.frame.JournalFolder;

/** One run: a sender, a broker, a receiver, one fault, and the count of what was produced and what was kept. */
final class FaultRun {
    private static final int POLL_MILLIS = 50;
    private static final double BURST = 10;

    private final Settings settings;
    private final Path folder;
    private final int port = BrokerProcess.freePort();
    private final BrokerProcess broker;
    private final AtomicLong lastLive = new AtomicLong(-1);
    private final AtomicInteger disorder = new AtomicInteger();
    private final LabFeed feed;
    private @Nullable NativeReceiver receiver;
    private @Nullable Process child;

    /**
     * How a run goes.
     *
     * @param fault what breaks
     * @param embedded whether the broker is the embedded one instead of mosquitto
     * @param seconds how long it is broken
     * @param calm time before and after, s
     * @param tags tags in a frame
     * @param rate frames a second
     * @param keepAlive of all links, s
     */
    record Settings(
            FaultCase fault, boolean embedded, double seconds, double calm, int tags, double rate, int keepAlive) {}

    /**
     * What came of it; all but the last two are frames.
     *
     * @param produced scans of the feed
     * @param received numbers in the archive
     * @param lost produced and not in the archive when the time for it was over
     * @param twice in the archive more than once
     * @param repeated sent more often than once and dropped by number
     * @param disorder live frames that came after a later one
     * @param recovered from the end of the fault until nothing was missing, s
     */
    record Result(long produced, long received, long lost, long twice, long repeated, int disorder, double recovered) {}

    FaultRun(Settings settings, Path folder) throws IOException {
        this.settings = settings;
        this.folder = Files.createDirectories(folder);
        broker = settings.embedded()
                ? BrokerProcess.embedded(folder, port)
                : BrokerProcess.mosquitto(folder, port, BrokerProcess.open(port));
        double rate = settings.fault() == FaultCase.BURST ? BURST * settings.rate() : settings.rate();
        feed = new LabFeed(settings.tags(), rate);
    }

    Result run() throws IOException, InterruptedException {
        if (settings.fault() != FaultCase.DOWN_AT_START) {
            broker.start();
        }
        try (broker;
                DroppingProxy proxy = new DroppingProxy(port)) {
            startReceiver();
            AgentSettings sender = new AgentSettings(
                    LabReceiver.TOPICS,
                    Set.of(LabReceiver.CONSUMER),
                    folder.resolve("journal"),
                    JournalFolder.Caps.USUAL,
                    LabReceiver.link(proxy.port(), "lab-sender", settings.keepAlive()),
                    Optional.empty());
            try (RigAgent agent = new RigAgent(sender, feed, LabReceiver.CLOCK, new SplittableRandom())) {
                sleep(settings.calm());
                disturb(proxy);
                long mended = System.nanoTime();
                sleep(settings.calm());
                feed.stop();
                return count(agent, mended);
            }
        } finally {
            stopReceiver(true);
        }
    }

    private void disturb(DroppingProxy proxy) throws IOException, InterruptedException {
        switch (settings.fault()) {
            case KILL -> broker.kill();
            case TERM -> broker.terminate();
            case STOP, STOP_AND_KILL -> signal("STOP");
            case CUT -> proxy.cut();
            case AWAY -> stopReceiver(false);
            case RECEIVER_KILLED -> stopReceiver(true);
            default -> {
                // nothing is disturbed: a burst, or a broker that is not there yet
            }
        }
        sleep(settings.seconds());
        switch (settings.fault()) {
            case KILL, TERM, DOWN_AT_START -> broker.start();
            case STOP -> signal("CONT");
            case STOP_AND_KILL -> {
                broker.kill();
                broker.start();
            }
            case CUT -> proxy.mend();
            case AWAY, RECEIVER_KILLED -> startReceiver();
            default -> {
                // nothing was disturbed
            }
        }
    }

    private Result count(RigAgent agent, long mended) throws IOException, InterruptedException {
        int polls = (int) ((20 + settings.seconds()) * 1000 / POLL_MILLIS);
        for (int i = 0; i < polls; i++) {
            if (agent.status().produced() == feed.produced() && agent.status().pending() == 0) {
                break;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        if (agent.status().pending() > 0) {
            NativeReceiver own = receiver;
            System.err.println(agent.status() + "\n" + (own == null ? "" : own.status()));
        }
        double recovered = (System.nanoTime() - mended) * 1e-9 - settings.calm();
        long repeated = agent.status().sent() - feed.produced();
        stopReceiver(false);
        Map<Long, Integer> seen = new HashMap<>();
        FrameArchive.read(folder.resolve("archive"), frame -> seen.merge(frame.seq(), 1, Integer::sum));
        long twice = seen.values().stream().filter(times -> times > 1).count();
        return new Result(
                feed.produced(),
                seen.size(),
                feed.produced() - seen.size(),
                twice,
                Math.max(0, repeated),
                disorder.get(),
                Math.max(0, recovered));
    }

    private void startReceiver() throws IOException {
        Path archive = folder.resolve("archive");
        if (settings.fault() != FaultCase.RECEIVER_KILLED) {
            receiver = LabReceiver.open(port, archive, settings.keepAlive(), (frame, arrival, historical) -> {
                if (!historical && lastLive.getAndSet(frame.seq()) >= frame.seq()) {
                    disorder.incrementAndGet();
                }
            });
            return;
        }
        child = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LabReceiver.class.getName(),
                        Integer.toString(port),
                        archive.toString(),
                        Integer.toString(settings.keepAlive())))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("receiver.log").toFile()))
                .start();
    }

    /** By SIGKILL when it is a process of its own and this is wanted. */
    private void stopReceiver(boolean kill) {
        NativeReceiver own = receiver;
        if (own != null) {
            own.close();
            receiver = null;
        }
        Process process = child;
        if (process != null) {
            if (kill) {
                process.destroyForcibly();
            } else {
                process.destroy();
            }
            process.onExit().join();
            child = null;
        }
    }

    private void signal(String name) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", "-" + name, Long.toString(broker.pid()))
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("kill -" + name + " ended with " + code);
        }
    }

    private static void sleep(double seconds) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(Math.round(1000 * seconds));
    }
}
