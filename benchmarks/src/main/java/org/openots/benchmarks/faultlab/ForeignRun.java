package org.openots.benchmarks.faultlab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openots.common.signal.Quality.Cause;
import org.openots.dcs.agent.PeriodWatch;
import org.openots.dcs.value.Sample;

/**
 * One run with a gateway that is not ours. What it loses cannot be repaired; it must be seen: every gap is found, and no
 * value is shown as live when it is old. The gateway's own record of when it published what is the truth.
 */
final class ForeignRun {
    static final double TIMEOUT_SECONDS = 3;

    /** What is allowed beyond the timeout. */
    static final double GRACE_SECONDS = 1;

    private static final double SECOND = 1e9;
    private static final int POLL_MILLIS = 10;
    private static final int PATIENCE_SECONDS = 60;
    private static final int MOST_MESSAGES = 1_000_000;

    private final FaultRun.Settings settings;
    private final Path folder;
    private final PeriodWatch watch = new PeriodWatch();
    private final Map<Long, Long> flagged = new HashMap<>();
    private final Map<Long, Long> stale = new HashMap<>();
    private long first;
    private long lastNumber;
    private long lastArrival;
    private long arrived;
    private int gaps;
    private int unflagged;
    private int staleLive;
    private double latestFlag;
    private double oldestLive;
    private double detected = Double.NaN;
    private double live = Double.NaN;

    /**
     * What came of it.
     *
     * @param published messages of the gateway since the first that came
     * @param missing those that never came
     * @param gaps times in which more than two messages in a row are missing
     * @param unflagged those of them that were not found, or later than a second after the timeout
     * @param staleLive values shown as live although they were older than the timeout and a second
     * @param latestFlag the longest time from a timeout to the first sight of the stale value, s
     * @param oldestLive the greatest age of a value shown as live, s
     * @param detected from the fault until the bridge's link knew, s
     * @param live from the end of the fault until the first new value was shown as live, s
     */
    record Result(
            long published,
            long missing,
            int gaps,
            int unflagged,
            int staleLive,
            double latestFlag,
            double oldestLive,
            double detected,
            double live) {
        boolean clean() {
            return published > 0 && oldestLive > 0 && unflagged == 0 && staleLive == 0 && latestFlag <= GRACE_SECONDS;
        }
    }

    ForeignRun(FaultRun.Settings settings, Path folder) throws IOException {
        this.settings = settings;
        this.folder = Files.createDirectories(folder);
    }

    Result run() throws IOException, InterruptedException {
        double period = 1 / settings.rate();
        watch.watch(LabTags.name(0), period, System.nanoTime());
        try (LabBroker broker = new LabBroker(settings.broker(), folder)) {
            broker.start();
            try (LabGateway gateway = new LabGateway(
                            LabReceiver.link(broker.port(settings.fault()), "lab-gateway", settings.keepAlive()),
                            settings.tags(),
                            settings.rate(),
                            1,
                            MOST_MESSAGES);
                    BridgePath bridge = new BridgePath(
                            LabReceiver.link(broker.port(settings.fault()), "lab-bridge", settings.keepAlive()),
                            LabTags.of(settings.tags(), period, TIMEOUT_SECONDS),
                            1,
                            this::arrived,
                            this::overdue)) {
                awaitLive(bridge);
                look(settings.calm(), gateway, bridge, 0, 0);
                long broken = System.nanoTime();
                broker.disturb(settings.fault());
                look(settings.seconds(), gateway, bridge, broken, 0);
                broker.mend(settings.fault());
                long mended = System.nanoTime();
                look(settings.calm() + TIMEOUT_SECONDS, gateway, bridge, broken, mended);
                for (int i = 0; i < PATIENCE_SECONDS && isDark(); i++) {
                    look(1, gateway, bridge, broken, mended);
                }
                gateway.stop();
                return result(gateway);
            }
        }
    }

    private synchronized boolean isDark() {
        return settings.fault().breaksLinks() && Double.isNaN(live);
    }

    private synchronized Result result(LabGateway gateway) {
        long published = gateway.count() - first + 1;
        return new Result(
                published,
                Math.max(0, published - arrived),
                gaps,
                unflagged,
                staleLive,
                latestFlag,
                oldestLive,
                settings.fault().breaksLinks() ? detected : Double.NaN,
                settings.fault().breaksLinks() ? live : Double.NaN);
    }

    /** A sample came, by the bridge's thread. */
    private synchronized void arrived(String tag, Sample sample, boolean historical) {
        if (!tag.equals(LabTags.name(0))) {
            return;
        }
        arrived++;
        long number = Math.round(sample.value());
        first = first == 0 ? number : first;
        if (historical) {
            return;
        }
        watch.arrived(tag, sample.arrivalNanos())
                .ifPresent(gap -> flagged.putIfAbsent(gap.from(), sample.arrivalNanos()));
        if (lastArrival != 0 && number - lastNumber > 2) {
            gap(lastArrival, sample.arrivalNanos());
        }
        lastNumber = number;
        lastArrival = sample.arrivalNanos();
    }

    private void overdue() {
        long now = System.nanoTime();
        synchronized (this) {
            watch.overdue(now).ifPresent(gap -> flagged.putIfAbsent(gap.from(), now));
        }
    }

    /** Numbers are missing between two arrivals: was it noticed in time, by the period and by the age of the value? */
    private void gap(long from, long to) {
        gaps++;
        long latest = from + Math.round((TIMEOUT_SECONDS + GRACE_SECONDS) * SECOND);
        Long noticed = flagged.get(from);
        boolean inTime = noticed != null && noticed - latest <= 0;
        if (to - latest > 0) {
            Long seen = stale.get(from);
            inTime &= seen != null && seen - latest <= 0;
        }
        unflagged += inTime ? 0 : 1;
    }

    private static void awaitLive(BridgePath bridge) throws InterruptedException {
        for (int i = 0; i < 2000 && bridge.store().latest(LabTags.name(0)).isEmpty(); i++) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    /** Looks at the values as a screen does. */
    private void look(double seconds, LabGateway gateway, BridgePath bridge, long broken, long mended)
            throws InterruptedException {
        long end = System.nanoTime() + Math.round(seconds * SECOND);
        while (System.nanoTime() - end < 0) {
            List<Sample> shown = List.copyOf(bridge.store().all().values());
            long now = System.nanoTime();
            synchronized (this) {
                shown.forEach(sample -> shown(sample, gateway, now, mended));
                if (broken != 0
                        && Double.isNaN(detected)
                        && !bridge.link().state().connected()) {
                    detected = (now - broken) / SECOND;
                }
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    private void shown(Sample sample, LabGateway gateway, long now, long mended) {
        if (sample.quality().cause() == Cause.STALE) {
            if (stale.putIfAbsent(sample.arrivalNanos(), now) == null) {
                latestFlag = Math.max(latestFlag, (now - sample.arrivalNanos()) / SECOND - TIMEOUT_SECONDS);
            }
        } else if (sample.quality().good()) {
            long published = gateway.when(Math.round(sample.value()));
            double age = (now - published) / SECOND;
            oldestLive = Math.max(oldestLive, age);
            staleLive += age > TIMEOUT_SECONDS + GRACE_SECONDS ? 1 : 0;
            if (mended != 0 && Double.isNaN(live) && published - mended > 0) {
                live = (now - mended) / SECOND;
            }
        }
    }
}
