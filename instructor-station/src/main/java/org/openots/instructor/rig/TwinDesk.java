package org.openots.instructor.rig;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.signal.PlantSource;
import org.openots.common.text.LocalText;
import org.openots.dcs.bridge.BridgeSettings;
import org.openots.dcs.twin.FaultSignatures;
import org.openots.dcs.twin.FitResult;
import org.openots.dcs.twin.TwinDefinition;
import org.openots.dcs.twin.TwinFrame;
import org.openots.instructor.error.StationError;
import org.openots.instructor.session.MonotonicClock;

/**
 * The digital twin beside the rig of the station, if its plant has one. It runs on one thread of low priority and never keeps
 * the bridge waiting. What it says of causes is the answer to a hidden fault: not for students. Safe for use by several
 * threads.
 */
public final class TwinDesk implements AutoCloseable {
    /** Shortest and longest record for a calibration, and the usual one, s. */
    public static final double SHORTEST = 600;

    /** Longest record for a calibration, s. */
    public static final double LONGEST = 4 * 3600;

    /** Usual record for a calibration, s. */
    public static final double USUAL = 3600;

    private final Place place;
    private @Nullable TwinWork work;
    private Optional<LocalText> absent = Optional.empty();

    /** What a twin is doing, as people see it. */
    public enum Mode {
        /** There is none. */
        OFF,
        /** It is being made ready. */
        STARTING,
        /** It takes every scan. */
        RUNNING,
        /** Somebody paused it. */
        PAUSED,
        /** It stopped; only a new calibration helps. */
        FAILED
    }

    /**
     * Where a twin works.
     *
     * @param folder folder of the rig, where calibrations are kept
     * @param wall tells when scans were
     * @param monotonic measures what the twin costs
     * @param engine version of the engine
     */
    public record Place(Path folder, Clock wall, MonotonicClock monotonic, String engine) {}

    /**
     * An alarm.
     *
     * @param from when it began, UTC in ms
     * @param until when it ended; nothing while it lasts
     * @param output name of the output; empty for all outputs together
     * @param side 1 when the rig was above the model, -1 below, 0 for all together
     * @param worst largest residual while it lasted, sigma with its sign
     * @param causes likely faults, the likeliest first, by the last scan with this alarm
     */
    public record Event(
            long from, OptionalLong until, String output, int side, double worst, List<FaultSignatures.Cause> causes) {
        /** Keeps an unmodifiable copy. */
        public Event {
            causes = List.copyOf(causes);
        }
    }

    /**
     * A calibration in use.
     *
     * @param time its end, UTC in ms
     * @param seconds length of its record, s
     * @param fit what was fitted
     * @param takenUp whether it is from before the station started
     */
    public record Calibrated(long time, double seconds, FitResult fit, boolean takenUp) {}

    /**
     * What there is to see of a twin.
     *
     * @param mode what it does
     * @param absent why there is none
     * @param definition of the twin, once it is there
     * @param newest what it said last
     * @param time of that, UTC in ms
     * @param calibrated the calibration in use
     * @param wanted length of the record that is being made or will be, s
     * @param note why a calibration was begun anew, or what else people should know
     * @param failure why it stopped
     * @param cost what it costs
     * @param saved whether there is a calibration to go back to
     * @param events alarms, the newest first
     */
    public record View(
            Mode mode,
            Optional<LocalText> absent,
            Optional<TwinDefinition> definition,
            Optional<TwinFrame> newest,
            long time,
            Optional<Calibrated> calibrated,
            double wanted,
            Optional<LocalText> note,
            Optional<OtsException> failure,
            Cost cost,
            boolean saved,
            List<Event> events) {
        /** Keeps an unmodifiable copy. */
        public View {
            events = List.copyOf(events);
        }

        static View off(Optional<LocalText> absent) {
            return new View(
                    Mode.OFF,
                    absent,
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    Optional.empty(),
                    USUAL,
                    Optional.empty(),
                    Optional.empty(),
                    new Cost(0, 0, 0, false),
                    false,
                    List.of());
        }
    }

    /**
     * What a twin costs.
     *
     * @param waiting scans that wait for it
     * @param dropped scans that it never saw because too many waited
     * @param milliseconds time of its thread for a scan, a moving mean over some minutes
     * @param filtered whether it follows the parameters
     */
    public record Cost(int waiting, long dropped, double milliseconds, boolean filtered) {}

    /**
     * No twin yet.
     *
     * @param place where it will work
     */
    public TwinDesk(Place place) {
        this.place = place;
    }

    /**
     * Starts the twin of a rig, if there is one for its plant; another one ends.
     *
     * @param source the rig
     * @param pack fingerprint of the plant pack
     * @param map fingerprint of the tag map
     * @param settings what the bridge was told of its twin
     */
    public synchronized void attach(PlantSource source, String pack, String map, BridgeSettings.Twin settings) {
        detach();
        if (!settings.on()) {
            absent = Optional.of(
                    new LocalText("bridge.json 关闭了数字孪生", "the digital twin is switched off in bridge.json"));
        } else if (!TwinDefinition.SHIPPED.contains(source.plant())) {
            absent = Optional.of(new LocalText(
                    "装置“" + source.plant() + "”没有孪生定义", "there is no twin of the plant " + source.plant()));
        } else {
            absent = Optional.empty();
            TwinWork fresh = new TwinWork(place, source, pack, map, settings);
            work = fresh;
            fresh.start();
        }
    }

    /** Ends the twin. */
    public synchronized void detach() {
        TwinWork old = work;
        work = null;
        absent = Optional.empty();
        if (old != null) {
            old.close();
        }
    }

    /**
     * What there is to see.
     *
     * @return the state of now
     */
    public View view() {
        TwinWork now;
        Optional<LocalText> why;
        synchronized (this) {
            now = work;
            why = absent;
        }
        return now == null ? View.off(why) : now.view();
    }

    /**
     * What the twin said of an output.
     *
     * @param output its name
     * @param from first time, UTC in ms
     * @param to last time, UTC in ms
     * @return the steps
     * @throws OtsException if there is no twin or no such output
     */
    public TwinHistory.Part history(String output, long from, long to) {
        TwinWork now = present();
        boolean known = now.view().definition().stream()
                .flatMap(definition -> definition.outputs().stream())
                .anyMatch(one -> one.name().equals(output));
        if (!known) {
            throw new OtsException(StationError.TWIN_OUTPUT, output);
        }
        return now.history().map(history -> history.part(output, from, to)).orElseThrow();
    }

    private synchronized TwinWork present() {
        TwinWork now = work;
        if (now == null) {
            throw new OtsException(StationError.TWIN_ABSENT);
        }
        return now;
    }

    /**
     * Begins a new calibration; the rig should be at work without a fault. The old one is kept until the new one is done.
     *
     * @param seconds length of the record, {@link #SHORTEST} to {@link #LONGEST}
     */
    public void calibrate(double seconds) {
        present().order(TwinWork.Order.calibrate(seconds));
    }

    /**
     * Ends a calibration that was begun and goes back to the saved one.
     *
     * @throws OtsException if there is none
     */
    public void keep() {
        TwinWork now = present();
        if (!now.view().saved()) {
            throw new OtsException(StationError.TWIN_NOT_SAVED);
        }
        now.order(TwinWork.Order.KEEP);
    }

    /** Pauses the twin: it takes no scans. */
    public void pause() {
        present().pause(true);
    }

    /** Lets a paused twin go on; after a long pause it settles first. */
    public void resume() {
        present().pause(false);
    }

    @Override
    public void close() {
        detach();
    }
}
