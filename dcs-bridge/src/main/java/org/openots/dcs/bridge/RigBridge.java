package org.openots.dcs.bridge;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.signal.PlantSource;
import org.openots.common.signal.Quality.Cause;
import org.openots.common.signal.SignalTable;
import org.openots.dcs.agent.Grade;
import org.openots.dcs.agent.NativeReader;
import org.openots.dcs.agent.NativeReceiver;
import org.openots.dcs.agent.PeriodWatch;
import org.openots.dcs.frame.FrameArchive;
import org.openots.dcs.historian.Historian;
import org.openots.dcs.historian.HistoryRow;
import org.openots.dcs.influx.InfluxSink;
import org.openots.dcs.map.Dialect;
import org.openots.dcs.map.MappedTag;
import org.openots.dcs.map.TagMap;
import org.openots.dcs.mqtt.LinkClock;
import org.openots.dcs.mqtt.LinkSettings;
import org.openots.dcs.source.RigSource;
import org.openots.dcs.tag.Intake;
import org.openots.dcs.tag.Notice;
import org.openots.dcs.tag.SampleSink;
import org.openots.dcs.tag.TagStore;
import org.openots.dcs.value.Sample;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bridge to one rig: connects and stays connected, reads what comes, keeps the latest values and the history, and
 * hands frames on once a second. Nothing that happens at the rig, the broker or the disk ends it; its state tells.
 */
public final class RigBridge implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RigBridge.class);
    private static final long SECOND = 1_000_000_000;
    private static final int POLL_MILLIS = 50;
    /** Notices that are remembered for people. */
    private static final int MOST_NOTICES = 100;
    /** A segment of received frames, bytes, and how many are kept: they only tell what was received before a restart. */
    private static final long ARCHIVE_BYTES = 64L * 1024 * 1024;

    private static final int ARCHIVES = 16;
    private static final long HISTORY_AGE_MS = 3_600_000;
    private static final int HISTORY_ROWS = 1_000_000;
    private static final int CLOSE_SECONDS = 5;

    private final TagMap map;
    private final LinkSettings link;
    private final LinkClock clock;
    private final TagStore store;
    private final Intake intake;
    private final RigSource source;
    private final Historian history;
    private final PeriodWatch periods = new PeriodWatch();
    private final Deque<BridgeStatus.Told> notices = new ArrayDeque<>();
    private final ExecutorService sealer;
    private final @Nullable ForeignFeed foreign;
    private final @Nullable NativeReceiver receiver;
    private final Thread worker;
    private final List<SampleSink> more;
    private final @Nullable InfluxSink influx;
    private final AtomicLong gaps = new AtomicLong();
    private volatile boolean closed;

    /**
     * Where a bridge works.
     *
     * @param folder its folder: history and archive of frames
     * @param clock the clocks
     * @param random spreads attempts to connect
     * @param more further takers of samples; called by the bridge's threads, must not wait
     */
    public record Place(Path folder, LinkClock clock, RandomGenerator random, List<SampleSink> more) {
        /** Copies the list. */
        public Place {
            more = List.copyOf(more);
        }
    }

    /**
     * Opens the bridge, which begins to connect at once.
     *
     * @param settings what it needs to know, with a broker
     * @param map its tag map
     * @param table signals of its plant
     * @param place where it works
     * @throws OtsException if the settings lack something, a file of TLS or the history's folder cannot be used
     */
    public RigBridge(BridgeSettings settings, TagMap map, SignalTable table, Place place) {
        this.link = settings.broker().orElseThrow(() -> new OtsException(BridgeError.NO_BROKER));
        this.map = map;
        this.clock = place.clock();
        this.influx = settings.influx().map(InfluxSink::new).orElse(null);
        this.more =
                Stream.concat(place.more().stream(), Stream.ofNullable(influx)).toList();
        this.store = new TagStore(map.tags(), clock.nanos());
        this.sealer = Executors.newSingleThreadExecutor(task -> daemon(task, "historian-sealer"));
        this.history = new Historian(
                place.folder().resolve("history"),
                new Historian.Settings(HISTORY_ROWS, HISTORY_AGE_MS, settings.history()),
                clock.wall(),
                sealer);
        this.intake =
                new Intake(map, new Intake.Clocks(clock.wall(), clock.nanos()), this::tell, List.of(store, this::keep));
        this.source = new RigSource(
                map.plant(),
                PlantSource.Kind.LIVE,
                table,
                store,
                clock.nanos(),
                e -> LOG.error("a follower of the rig failed", e));
        long now = clock.nano();
        map.tags().forEach(tag -> periods.watch(tag.tag(), tag.checks().periodSeconds(), now));
        List<TagMap.Group> others = groups(false);
        this.foreign = others.isEmpty() ? null : new ForeignFeed(link, map, others, intake, clock, place.random());
        this.receiver = groups(true).isEmpty() ? null : receiver(settings, place);
        this.worker = daemon(this::work, "rig-bridge");
        worker.start();
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private List<TagMap.Group> groups(boolean ofFrames) {
        return map.groups().stream()
                .filter(group -> (group.dialect() == Dialect.NATIVE) == ofFrames)
                .toList();
    }

    private NativeReceiver receiver(BridgeSettings settings, Place place) {
        BridgeSettings.Wire wire = settings.wire()
                .orElseThrow(() ->
                        new OtsException(BridgeError.NO_WIRE, settings.map().toString()));
        LinkSettings own = foreign == null ? link : link.named(link.clientId() + ".frames");
        return new NativeReceiver(
                wire.topics(),
                wire.consumer(),
                own,
                new FrameArchive(place.folder().resolve("frames"), ARCHIVE_BYTES, ARCHIVES),
                (frame, arrival, historical) -> intake.items(
                        arrival.topic(), NativeReader.items(frame, historical), OptionalLong.of(frame.time())),
                clock,
                place.random());
    }

    private void work() {
        long next = clock.nano();
        try {
            while (!closed) {
                if (foreign == null) {
                    Thread.sleep(POLL_MILLIS);
                } else {
                    foreign.poll(POLL_MILLIS);
                }
                if (clock.nano() - next >= 0) {
                    next = Math.max(next + SECOND, clock.nano());
                    everySecond();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void everySecond() {
        if (foreign != null) {
            foreign.tick();
        }
        long now = clock.nano();
        for (Optional<PeriodWatch.Gap> gap = overdue(now); gap.isPresent(); gap = overdue(now)) {
            gaps.incrementAndGet();
            history.append(gap.get().tag(), HistoryRow.gap(millis(gap.get().from(), now), Cause.COMM_FAILURE));
        }
        history.sync();
        source.scan();
    }

    private synchronized Optional<PeriodWatch.Gap> overdue(long now) {
        return periods.overdue(now);
    }

    /** A monotonic time as wall time, UTC in ms. */
    private long millis(long nanos, long now) {
        return clock.millis() - TimeUnit.NANOSECONDS.toMillis(now - nanos);
    }

    /** Keeps a sample in the history; called by whoever reads messages. */
    private void keep(String tag, Sample sample, boolean historical) {
        if (!historical) {
            synchronized (this) {
                // a gap was told when it began
                Optional<PeriodWatch.Gap> unused = periods.arrived(tag, sample.arrivalNanos());
            }
        }
        long time = sample.sourceTime().orElse(sample.arrivalTime());
        history.append(tag, new HistoryRow(time, sample.value(), sample.quality(), historical, false));
        more.forEach(sink -> sink.accept(tag, sample, historical));
    }

    private void tell(Notice notice) {
        LOG.warn("{}", notice.in(Locale.ENGLISH));
        synchronized (notices) {
            notices.add(new BridgeStatus.Told(clock.millis(), notice));
            while (notices.size() > MOST_NOTICES) {
                notices.remove();
            }
        }
    }

    /**
     * The rig as the suite sees it.
     *
     * @return the source
     */
    public RigSource source() {
        return source;
    }

    /**
     * Where its messages come from.
     *
     * @return the link's settings
     */
    public LinkSettings link() {
        return link;
    }

    /**
     * The tag map.
     *
     * @return the map
     */
    public TagMap map() {
        return map;
    }

    /**
     * The latest samples.
     *
     * @return the store
     */
    public TagStore store() {
        return store;
    }

    /**
     * The history.
     *
     * @return the historian
     */
    public Historian history() {
        return history;
    }

    /**
     * What can be promised of a tag.
     *
     * @param tag the tag
     * @return the grade
     */
    public static Grade grade(MappedTag tag) {
        return tag.source().dialect() == Dialect.NATIVE ? Grade.NATIVE : Grade.FOREIGN;
    }

    /**
     * How it is.
     *
     * @return state and counts of now
     */
    public BridgeStatus status() {
        List<BridgeStatus.Told> told;
        synchronized (notices) {
            told = new ArrayList<>(notices);
        }
        ForeignFeed feed = foreign;
        NativeReceiver frames = receiver;
        return new BridgeStatus(
                feed == null ? Grade.NATIVE : Grade.FOREIGN,
                Optional.ofNullable(feed).map(ForeignFeed::state),
                Optional.ofNullable(feed).map(ForeignFeed::counts),
                feed == null ? 0 : feed.waiting(),
                feed == null ? 0 : feed.overflowed(),
                Optional.ofNullable(frames).map(NativeReceiver::status),
                intake.report(),
                history.status(),
                gaps.get(),
                Optional.ofNullable(influx).map(InfluxSink::status),
                told);
    }

    /** Disconnects, brings the history to the disk and ends. */
    @Override
    public void close() {
        closed = true;
        try {
            worker.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
            if (foreign != null) {
                foreign.close();
            }
            if (receiver != null) {
                receiver.close();
            }
            sealer.shutdown();
            if (!sealer.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a segment of the history was still being written");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (influx != null) {
            influx.close();
        }
        history.close();
    }
}
