package org.openots.instructor.headless;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.openots.common.text.LocalText;
import org.openots.instructor.headless.trend.Trend;
import org.openots.simulator.alarm.AlarmChanged;
import org.openots.simulator.alarm.AlarmKind;
import org.openots.simulator.alarm.AlarmState;
import org.openots.simulator.alarm.AlarmStatus;
import org.openots.simulator.engine.EngineEvent;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.fault.FaultStatus;
import org.openots.simulator.interlock.InterlockTripped;
import org.openots.simulator.operation.AutomationEvent;

/** Writes down the tags of a story tick by tick, and what happens in it. */
final class TrendRecorder implements PlantScenario.Listener {
    private static final int FIRST_ROOM = 4096;

    private final int[] signals;
    private final double[][] values;
    private final List<Trend.Mark> marks = new ArrayList<>();
    private int count;
    private double seconds;

    /** Signals by their number in the table of the plant. */
    TrendRecorder(int[] signals) {
        this.signals = signals.clone();
        this.values = new double[signals.length][FIRST_ROOM];
    }

    @Override
    public void stepBegins(PlantEngine engine, LocalText step) {
        marks.add(new Trend.Mark(Trend.MarkKind.STEP, engine.time(), step, 0));
    }

    @Override
    public void ticked(PlantEngine engine, List<EngineEvent> events) {
        for (int i = 0; i < signals.length; i++) {
            if (count == values[i].length) {
                values[i] = Arrays.copyOf(values[i], 2 * count);
            }
            values[i][count] = engine.view().value(signals[i]);
        }
        count++;
        seconds = engine.time();
        for (EngineEvent event : events) {
            if (event instanceof EngineEvent.Automation a) {
                note(a.event());
            } else if (event instanceof EngineEvent.FaultChanged f && began(f.status())) {
                add(Trend.MarkKind.FAULT, new LocalText("故障开始", "fault begins"), 0);
            }
        }
    }

    private boolean began(FaultStatus status) {
        return status.phase() != FaultStatus.Phase.ARMED
                && marks.stream().noneMatch(m -> m.kind() == Trend.MarkKind.FAULT);
    }

    private void note(AutomationEvent event) {
        if (event instanceof InterlockTripped trip) {
            add(Trend.MarkKind.TRIP, same(trip.id() + " (" + trip.cause() + ")"), 0);
        } else if (event instanceof AlarmChanged change && comes(change)) {
            AlarmStatus alarm = change.status();
            add(Trend.MarkKind.ALARM, same(alarm.signal()), alarm.priority());
        }
    }

    /** It comes, or comes again; that of an interlock is the trip, which has a mark of its own. */
    private static boolean comes(AlarmChanged change) {
        AlarmStatus alarm = change.status();
        return alarm.state() == AlarmState.UNACK
                && change.from() != AlarmState.ACK
                && !(alarm.kind() == AlarmKind.ON && alarm.tag().endsWith(".TRIP"));
    }

    private static LocalText same(String name) {
        return new LocalText(name, name);
    }

    private void add(Trend.MarkKind kind, LocalText text, int priority) {
        marks.add(new Trend.Mark(kind, seconds, text, priority));
    }

    /** An operation of the story, which is no secret of the run. */
    void operated(double time, String target, String verb, String value) {
        String text = target + " " + verb + " " + value;
        marks.add(new Trend.Mark(Trend.MarkKind.ORDER, time, same(text), 0));
    }

    /** Model time so far, s. */
    double seconds() {
        return seconds;
    }

    /** What happened, in order. */
    List<Trend.Mark> marks() {
        return List.copyOf(marks);
    }

    /**
     * A line.
     *
     * @param i position among the signals recorded
     * @return a value for every tick, the first one before the run
     */
    double[] values(int i) {
        return Arrays.copyOf(values[i], count);
    }
}
