package org.openots.instructor.rig;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.common.signal.PlantFrame;
import org.openots.common.signal.PlantSource;
import org.openots.common.text.LocalText;
import org.openots.dcs.bridge.BridgeSettings;
import org.openots.dcs.twin.CalibrationFile;
import org.openots.dcs.twin.DigitalTwin;
import org.openots.dcs.twin.FaultSignatures;
import org.openots.dcs.twin.TwinCalibration;
import org.openots.dcs.twin.TwinDefinition;
import org.openots.dcs.twin.TwinFrame;
import org.openots.dcs.twin.TwinPack;
import org.openots.instructor.error.StationError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One twin at work: its thread, its queue, what it said. */
final class TwinWork {
    /** Name of the file that keeps the calibration. */
    static final String FILE = "twin-calibration.json";

    private static final Logger LOG = LoggerFactory.getLogger(TwinWork.class);
    /** Scans that may wait: ten minutes, many times what a fit takes. */
    private static final int QUEUE = 600;

    private static final long POLL_MS = 500;
    private static final long CLOSE_MS = 3000;
    private static final double NANOS_A_MS = 1e6;
    /** Part of a new measurement in the mean cost: about two minutes of scans. */
    private static final double SHARE = 0.01;
    /** The history is saved so often, and at the end. */
    private static final long SAVE_MS = 60_000;

    private final TwinDesk.Place place;
    private final PlantSource source;
    private final String pack;
    private final String map;
    private final BridgeSettings.Twin settings;
    private final TwinHistoryFile charts;
    private final BlockingQueue<Taken> queue = new ArrayBlockingQueue<>(QUEUE);
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicReference<@Nullable Order> ordered = new AtomicReference<>();
    private final TwinEvents events = new TwinEvents();
    private final Thread thread;
    private PlantSource.@Nullable Following following;
    private volatile boolean closed;
    private volatile boolean paused;
    private volatile @Nullable Shown shown;
    private volatile @Nullable OtsException failure;
    private volatile double milliseconds;

    // of the thread alone
    private @Nullable DigitalTwin twin;
    private @Nullable TwinCalibration kept;
    private double wanted = TwinDesk.USUAL;
    private long chartsSaved;
    private Optional<LocalText> note = Optional.empty();
    private Optional<TwinDesk.Calibrated> calibrated = Optional.empty();

    /** A scan and when it came. */
    private record Taken(PlantFrame frame, long time) {}

    /** What it said last, with all that belongs to it. */
    private record Shown(
            TwinDefinition definition,
            TwinHistory history,
            Optional<TwinFrame> frame,
            long time,
            Optional<TwinDesk.Calibrated> calibrated,
            double wanted,
            Optional<LocalText> note,
            boolean filtered) {}

    /**
     * What somebody wants.
     *
     * @param anew whether a new calibration is to begin, or the saved one is to be taken up
     * @param seconds length of its record, s
     */
    record Order(boolean anew, double seconds) {
        static final Order KEEP = new Order(false, TwinDesk.USUAL);

        static Order calibrate(double seconds) {
            return new Order(true, seconds);
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // a wish only: where it is not heard, the twin works all the same
    TwinWork(TwinDesk.Place place, PlantSource source, String pack, String map, BridgeSettings.Twin settings) {
        this.place = place;
        this.source = source;
        this.pack = pack;
        this.map = map;
        this.settings = settings;
        this.charts = new TwinHistoryFile(place.folder());
        this.thread = new Thread(this::run, "twin");
        thread.setDaemon(true);
    }

    void start() {
        following = source.follow(this::offer);
        thread.start();
    }

    /** Called by the thread of the bridge: never waits. */
    private void offer(PlantFrame frame) {
        if (paused || failure != null) {
            return;
        }
        Taken taken = new Taken(frame, place.wall().millis());
        while (!queue.offer(taken)) {
            if (queue.poll() != null) {
                dropped.incrementAndGet();
            }
        }
    }

    void order(Order order) {
        failure = null;
        paused = false;
        ordered.set(order);
    }

    void pause(boolean wanted) {
        paused = wanted;
        if (wanted) {
            queue.clear();
        }
    }

    Optional<TwinHistory> history() {
        return Optional.ofNullable(shown).map(Shown::history);
    }

    private void run() {
        try {
            Made made = make();
            while (!closed) {
                Taken next = queue.poll(POLL_MS, TimeUnit.MILLISECONDS);
                Order order = ordered.getAndSet(null);
                if (order != null) {
                    begin(made, order);
                }
                if (next != null && failure == null) {
                    take(made, next);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (OtsException e) {
            LOG.error("the digital twin cannot be made", e);
            failure = e;
        }
    }

    /** What does not change while the plant is the same. */
    private record Made(TwinPack pack, FaultSignatures signatures, CalibrationFile.Stamp stamp, TwinHistory history) {
        TwinDefinition definition() {
            return pack.definition();
        }
    }

    private Made make() {
        TwinPack twinPack = TwinPack.shipped(source.plant());
        TwinDefinition definition = twinPack.definition();
        Made made = new Made(
                twinPack,
                FaultSignatures.shipped(definition),
                new CalibrationFile.Stamp(
                        source.plant(), pack, map, CalibrationFile.fingerprint(definition), place.engine()),
                charts.read(definition.outputs().stream()
                        .map(TwinDefinition.Output::name)
                        .toList()));
        begin(made, Order.KEEP);
        return made;
    }

    /** Takes the saved calibration up, or begins a new one and says why. */
    private void begin(Made made, Order order) {
        wanted = order.seconds();
        calibrated = Optional.empty();
        note = Optional.empty();
        kept = null;
        DigitalTwin.Settings how = new DigitalTwin.Settings(
                wanted,
                settings.falseAlarms(),
                settings.filter(),
                settings.settleSeconds(),
                DigitalTwin.Settings.USUAL_PATIENCE);
        Optional<CalibrationFile> saved = order.anew() ? Optional.empty() : saved(made);
        if (saved.isPresent()) {
            TwinCalibration known = saved.get().calibration();
            twin = new DigitalTwin(made.pack(), made.signatures(), how, source.signals(), known);
            kept = known;
            calibrated = Optional.of(new TwinDesk.Calibrated(saved.get().time(), known.seconds(), known.fit(), true));
        } else {
            twin = new DigitalTwin(made.pack(), made.signatures(), how, source.signals());
        }
        show(made, Optional.empty(), place.wall().millis());
    }

    private Optional<CalibrationFile> saved(Made made) {
        Path file = place.folder().resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            CalibrationFile read = CalibrationFile.read(StrictJson.read(file, Findings.throwing()), made.definition());
            Optional<LocalText> other = read.stamp().difference(made.stamp());
            if (other.isEmpty()) {
                return Optional.of(read);
            }
            note = other.map(why -> new LocalText("重新标定：" + why.zh(), "calibrating anew: " + why.en()));
        } catch (OtsException e) {
            LOG.warn("the calibration of the twin cannot be read", e);
            note = Optional.of(new LocalText(
                    "重新标定：保存的标定读不出来。" + e.messageIn(Locale.SIMPLIFIED_CHINESE),
                    "calibrating anew: the saved calibration cannot be read. " + e.messageIn(Locale.ENGLISH)));
        }
        return Optional.empty();
    }

    private void take(Made made, Taken next) {
        DigitalTwin own = twin;
        if (own == null) {
            return;
        }
        try {
            long begun = place.monotonic().nanos();
            Optional<TwinFrame> said = own.take(next.frame());
            Optional<TwinCalibration> found = own.calibration();
            if (found.isPresent() && !found.get().equals(kept)) {
                keep(made, found.get());
            } else {
                double spent = (place.monotonic().nanos() - begun) / NANOS_A_MS;
                double mean = milliseconds;
                milliseconds = mean + (mean == 0 ? 1 : SHARE) * (spent - mean);
            }
            if (said.isPresent()) {
                made.history().add(next.time(), said.get());
                events.take(next.time(), said.get());
                show(made, said, next.time());
                if (next.time() - chartsSaved >= SAVE_MS) {
                    chartsSaved = next.time();
                    save(made.history());
                }
            }
        } catch (OtsException e) {
            fail(e);
        } catch (RuntimeException e) {
            LOG.error("a defect in the digital twin", e);
            fail(new OtsException(StationError.TWIN_STOPPED, e.toString()));
        }
    }

    private void fail(OtsException e) {
        LOG.error("the digital twin stopped", e);
        failure = e;
        queue.clear();
    }

    /** A calibration is done: it goes to the disk and is in use. */
    private void keep(Made made, TwinCalibration found) {
        if (closed) {
            return;
        }
        kept = found;
        milliseconds = 0;
        long time = place.wall().millis();
        calibrated = Optional.of(new TwinDesk.Calibrated(time, found.seconds(), found.fit(), false));
        note = Optional.empty();
        Path file = place.folder().resolve(FILE);
        try {
            Path fresh = place.folder().resolve(FILE + ".part");
            String json = new CalibrationFile(made.stamp(), time, found)
                    .json(made.definition())
                    .toPrettyString();
            Files.write(fresh, json.getBytes(StandardCharsets.UTF_8));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.error("the calibration of the twin cannot be saved", e);
            note = Optional.of(new LocalText(
                    "标定没有存盘（" + e + "），重启后要重新标定",
                    "the calibration could not be saved (" + e + "); it is lost at a restart"));
        }
    }

    private void save(TwinHistory history) {
        try {
            charts.write(history);
        } catch (IOException e) {
            LOG.warn("the charts of the twin cannot be saved; a restart shortens them", e);
        }
    }

    private void show(Made made, Optional<TwinFrame> frame, long time) {
        DigitalTwin own = twin;
        shown = new Shown(
                made.definition(),
                made.history(),
                frame,
                time,
                calibrated,
                wanted,
                note,
                own != null && own.filter().isPresent());
    }

    TwinDesk.View view() {
        Shown now = shown;
        OtsException stopped = failure;
        TwinDesk.Mode mode = stopped != null
                ? TwinDesk.Mode.FAILED
                : paused ? TwinDesk.Mode.PAUSED : now == null ? TwinDesk.Mode.STARTING : TwinDesk.Mode.RUNNING;
        return new TwinDesk.View(
                mode,
                Optional.empty(),
                Optional.ofNullable(now).map(Shown::definition),
                Optional.ofNullable(now).flatMap(Shown::frame),
                now == null ? 0 : now.time(),
                Optional.ofNullable(now).flatMap(Shown::calibrated),
                now == null ? TwinDesk.USUAL : now.wanted(),
                Optional.ofNullable(now).flatMap(Shown::note),
                Optional.ofNullable(stopped),
                new TwinDesk.Cost(queue.size(), dropped.get(), milliseconds, now != null && now.filtered()),
                Files.isRegularFile(place.folder().resolve(FILE)),
                events.list());
    }

    void close() {
        closed = true;
        PlantSource.Following own = following;
        if (own != null) {
            own.close();
        }
        thread.interrupt();
        try {
            thread.join(CLOSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        history().ifPresent(this::save);
    }
}
