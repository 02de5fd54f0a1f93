package org.openots.instructor.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.openots.common.error.OtsException;
import org.openots.common.signal.Quality;
import org.openots.common.signal.Quality.Cause;
import org.openots.common.signal.SignalTable;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.instructor.error.StationError;
import org.openots.instructor.session.AlarmState;
import org.openots.instructor.session.FaultOrder;
import org.openots.instructor.session.FaultStatus;
import org.openots.instructor.session.MeasuredEngine;
import org.openots.instructor.session.Readings;
import org.openots.instructor.session.RigScan;
import org.openots.instructor.session.RunEvent;
import org.openots.simulator.automation.MonitoredPlant;
import org.openots.simulator.engine.PlantSignals;
import org.openots.simulator.operation.AutomationEvent;
import org.openots.simulator.operation.Command;
import org.openots.simulator.plant.PlantPack;

/** A rig as the station follows it: one tick a second, alarms by the limits of its pack, nothing operated from here. */
final class RigRunEngine implements MeasuredEngine {
    /** Time between two ticks, s: the scan of the gateways this is made for, and what a second of a score needs. */
    private static final double PERIOD = 1;

    private static final Quality NEVER_SEEN = Quality.bad(Cause.NOT_CONNECTED);
    private static final Quality GAP = Quality.bad(Cause.STALE);

    private final MonitoredPlant plant;
    private final int sound;
    private final double[] shown;
    private final Quality[] qualities;
    private final double[] since;
    private final boolean[] reading;
    private final List<Given> given = new ArrayList<>();
    private boolean gap;

    /** An operation that waits for its tick. */
    private record Given(Command command, boolean privileged) {}

    RigRunEngine(PlantPack pack) {
        this.plant = new MonitoredPlant(pack.automation(), PlantSignals.of(pack).table(), PERIOD);
        this.sound = plant.signals().find("ALARMS.SOUND");
        int size = plant.signals().size();
        this.shown = new double[size];
        this.qualities = new Quality[size];
        this.since = new double[size];
        this.reading = new boolean[size];
        Arrays.fill(shown, Double.NaN);
        for (int i = 0; i < size; i++) {
            reading[i] = plant.isReading(name(i));
            qualities[i] = reading[i] ? NEVER_SEEN : Quality.GOOD;
        }
    }

    private String name(int index) {
        return plant.signals().signals().get(index).name();
    }

    @Override
    public double tickSeconds() {
        return PERIOD;
    }

    @Override
    public long tick() {
        return plant.view().tick();
    }

    @Override
    public double time() {
        return plant.view().time();
    }

    @Override
    public void submit(Command command, boolean privileged) {
        plant.check(command, privileged);
        given.add(new Given(command, privileged));
    }

    @Override
    public boolean takesValue(String target, String verb) {
        return plant.takesValue(target, verb);
    }

    @Override
    public void armFault(FaultOrder order) {
        throw new OtsException(StationError.RIG_FAULT, order.fault());
    }

    @Override
    public void withdrawFault(String key) {
        throw new OtsException(StationError.RIG_FAULT, key);
    }

    @Override
    public void take(RigScan scan) {
        gap = scan.gap();
        scan.changes().forEach((signal, seen) -> {
            int index = plant.signals().find(signal);
            if (index != SignalTable.NONE && reading[index]) {
                shown[index] = seen.value();
                qualities[index] = seen.quality();
                since[index] = time() - seen.age();
            }
        });
    }

    @Override
    public void step() {
        given.forEach(one -> plant.apply(one.command(), one.privileged()));
        given.clear();
        double now = time();
        for (int i = 0; i < shown.length; i++) {
            if (reading[i]) {
                boolean good = !gap && qualities[i].good();
                plant.show(name(i), good ? shown[i] : Double.NaN);
                since[i] = good ? now : since[i];
            }
        }
        plant.scan();
        for (int i = 0; i < shown.length; i++) {
            if (!reading[i]) {
                shown[i] = plant.view().value(i);
            }
        }
    }

    @Override
    public SignalTable signals() {
        return plant.signals();
    }

    @Override
    public void copyValues(double[] target) {
        for (int i = 0; i < target.length; i++) {
            target[i] = plant.view().value(i);
        }
    }

    @Override
    public Readings readings() {
        Quality[] seen = qualities.clone();
        for (int i = 0; gap && i < seen.length; i++) {
            seen[i] = reading[i] ? seen[i].and(GAP) : seen[i];
        }
        return Readings.measured(shown, seen, since);
    }

    @Override
    public List<RunEvent> drainEvents() {
        List<RunEvent> events = new ArrayList<>();
        for (AutomationEvent event : plant.drainEvents()) {
            events.add(EngineWords.event(tick(), time(), event));
        }
        return events;
    }

    @Override
    public List<AlarmState> alarms() {
        return EngineWords.alarms(plant.alarms());
    }

    @Override
    public int alarmSound() {
        double priority = plant.view().value(sound);
        return Double.isNaN(priority) ? 0 : (int) priority;
    }

    @Override
    public List<FaultStatus> faults() {
        return List.of();
    }

    private void save(StateWriter writer) {
        writer.section("rig run");
        writer.writeBoolean(gap);
        writer.writeDoubles(shown);
        writer.writeDoubles(since);
        for (Quality quality : qualities) {
            writer.writeString(quality.level().name());
            writer.writeString(quality.cause().name());
        }
        plant.save(writer);
    }

    @Override
    public byte[] saveState() {
        StateWriter writer = new StateWriter();
        save(writer);
        return writer.toByteArray();
    }

    @Override
    public void restoreState(byte[] state) {
        StateReader reader = new StateReader(state);
        reader.section("rig run");
        gap = reader.readBoolean();
        reader.readDoubles(shown);
        reader.readDoubles(since);
        for (int i = 0; i < qualities.length; i++) {
            Quality.Level level = Quality.Level.valueOf(reader.readString());
            qualities[i] = new Quality(level, Cause.valueOf(reader.readString()));
        }
        plant.restore(reader);
        reader.end();
        given.clear();
    }

    @Override
    public String stateHash() {
        StateWriter writer = new StateWriter();
        save(writer);
        return writer.sha256();
    }
}
