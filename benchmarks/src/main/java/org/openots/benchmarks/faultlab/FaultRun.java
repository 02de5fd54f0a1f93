package org.openots.benchmarks.faultlab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openots.dcs.frame.FrameArchive;

/** One run: a sender, a broker, a receiver, one fault, and the count of what was produced and what was kept. */
final class FaultRun {
    private static final int POLL_MILLIS = 10;
    private static final double SECOND = 1e9;
    private static final double BURST = 10;

    /** What a rig of 10 scans a second produces in ten minutes. */
    static final int BACKLOG = 6000;

    private static final double PATIENCE_SECONDS = 180;

    private final Settings settings;
    private final Path folder;
    private final Marks marks = new Marks();

    /**
     * How a run goes.
     *
     * @param fault what breaks
     * @param broker which broker
     * @param seconds how long it is broken
     * @param calm time before and after, s
     * @param tags tags in a frame
     * @param rate frames a second
     * @param keepAlive of all links, s
     * @param backlog frames produced while the receiver is away
     */
    record Settings(
            FaultCase fault,
            BrokerKind broker,
            double seconds,
            double calm,
            int tags,
            double rate,
            int keepAlive,
            int backlog) {}

    /**
     * What came of it; counts are frames, times s, and NaN where there is nothing to measure.
     *
     * @param produced frames that the sender has taken
     * @param lost produced, and neither in the archive nor in the sender's journal to be sent
     * @param pending still to be sent when the patience of the lab was over
     * @param twice in the archive more than once
     * @param repeated sent more often than once and dropped by number
     * @param untaken scans in the pipe to a sender when it was killed
     * @param disorder live frames that came after a later one
     * @param detected from the fault until both ends knew
     * @param reconnected from the end of the fault until both ends were connected
     * @param live from the end of the fault until the first live frame
     * @param recovered from the end of the fault until nothing was missing, less the calm time
     */
    record Result(
            long produced,
            long lost,
            long pending,
            long twice,
            long repeated,
            long untaken,
            int disorder,
            double detected,
            double reconnected,
            double live,
            double recovered) {
        boolean clean() {
            return produced > 0 && lost == 0 && pending == 0 && twice == 0 && disorder == 0;
        }
    }

    /** What is seen of the links while it happens. */
    private static final class Marks {
        private long broken;
        private long mended;
        private double detected = Double.NaN;
        private double reconnected = Double.NaN;
        private double live = Double.NaN;

        void look(SenderEnd sender, ReceiverEnd receiver) throws IOException {
            long now = System.nanoTime();
            if (mended == 0) {
                if (broken != 0 && Double.isNaN(detected) && !sender.connected() && !receiver.connected()) {
                    detected = (now - broken) / SECOND;
                }
            } else {
                if (Double.isNaN(reconnected) && sender.connected() && receiver.connected()) {
                    reconnected = (now - mended) / SECOND;
                }
                if (Double.isNaN(live) && receiver.lastLiveNanos() - mended > 0) {
                    live = (receiver.lastLiveNanos() - mended) / SECOND;
                }
            }
        }
    }

    FaultRun(Settings settings, Path folder) throws IOException {
        this.settings = settings;
        this.folder = Files.createDirectories(folder);
    }

    Result run() throws IOException, InterruptedException {
        FaultCase fault = settings.fault();
        try (LabBroker broker = new LabBroker(settings.broker(), folder)) {
            if (fault != FaultCase.DOWN_AT_START) {
                broker.start();
            }
            try (ReceiverEnd receiver = new ReceiverEnd(
                            folder, broker.port(fault), settings.keepAlive(), fault == FaultCase.RECEIVER_KILLED);
                    SenderEnd sender = sender(broker.port(fault))) {
                if (fault != FaultCase.DOWN_AT_START) {
                    awaitLinks(sender, receiver);
                }
                watch(settings.calm(), sender, receiver);
                marks.broken = System.nanoTime();
                disturb(broker, sender, receiver);
                watch(settings.seconds(), sender, receiver);
                mend(broker, sender, receiver);
                marks.mended = System.nanoTime();
                watch(settings.calm(), sender, receiver);
                sender.feedEnds();
                return count(sender, receiver);
            }
        }
    }

    private SenderEnd sender(int port) throws IOException {
        if (settings.fault() == FaultCase.AGENT_KILLED) {
            return new ChildSender(folder.resolve("rig"), port, settings.tags(), settings.rate());
        }
        return new OwnSender(
                folder.resolve("journal"),
                LabReceiver.link(port, "lab-sender", settings.keepAlive()),
                new LabFeed(settings.tags(), settings.rate()));
    }

    private static void awaitLinks(SenderEnd sender, ReceiverEnd receiver) throws IOException, InterruptedException {
        long end = System.nanoTime() + (long) (PATIENCE_SECONDS * SECOND);
        while (!(sender.connected() && receiver.began()) && System.nanoTime() - end < 0) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    private void watch(double seconds, SenderEnd sender, ReceiverEnd receiver)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + Math.round(seconds * SECOND);
        while (System.nanoTime() - end < 0) {
            marks.look(sender, receiver);
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    private void disturb(LabBroker broker, SenderEnd sender, ReceiverEnd receiver)
            throws IOException, InterruptedException {
        switch (settings.fault()) {
            case AWAY -> {
                receiver.stop(false);
                sender.rate(Math.max(settings.rate(), settings.backlog() / settings.seconds()));
            }
            case RECEIVER_KILLED -> receiver.stop(true);
            case AGENT_KILLED -> sender.kill();
            case BURST -> sender.rate(BURST * settings.rate());
            default -> broker.disturb(settings.fault());
        }
    }

    private void mend(LabBroker broker, SenderEnd sender, ReceiverEnd receiver)
            throws IOException, InterruptedException {
        sender.rate(settings.rate());
        switch (settings.fault()) {
            case AWAY, RECEIVER_KILLED -> receiver.start();
            case AGENT_KILLED -> sender.restart();
            default -> broker.mend(settings.fault());
        }
    }

    private Result count(SenderEnd sender, ReceiverEnd receiver) throws IOException, InterruptedException {
        long end = System.nanoTime() + (long) ((PATIENCE_SECONDS + settings.seconds()) * SECOND);
        while (!sender.done() && System.nanoTime() - end < 0) {
            marks.look(sender, receiver);
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        double recovered = (System.nanoTime() - marks.mended) / SECOND - settings.calm();
        receiver.stop(false);
        boolean done = sender.done();
        long pending = done ? 0 : sender.pending();
        Map<String, Integer> seen = new HashMap<>();
        FrameArchive.read(receiver.archive(), frame -> seen.merge(frame.boot() + "/" + frame.seq(), 1, Integer::sum));
        long twice = seen.values().stream().filter(times -> times > 1).count();
        boolean links = settings.fault().breaksLinks();
        boolean downAtStart = settings.fault() == FaultCase.DOWN_AT_START;
        return new Result(
                sender.produced(),
                Math.max(0, sender.produced() - seen.size() - pending),
                pending,
                twice,
                sender.repeated() < 0 ? receiver.duplicates() : sender.repeated(),
                sender.untaken(),
                receiver.disorder(),
                links ? marks.detected : Double.NaN,
                links || downAtStart ? marks.reconnected : Double.NaN,
                settings.fault() == FaultCase.RECEIVER_KILLED ? Double.NaN : marks.live,
                Math.max(0, recovered));
    }
}
