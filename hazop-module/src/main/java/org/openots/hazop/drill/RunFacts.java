package org.openots.hazop.drill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.openots.common.expression.Evaluation;
import org.openots.common.expression.Expression;
import org.openots.common.signal.SignalTable;
import org.openots.common.signal.SignalView;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;

/** What happened in a run from the first fault on, as far as an incident note tells it. Not thread-safe. */
final class RunFacts {
    private static final double ON = 0.5;
    private static final String TRIP = ".TRIP";

    private final Map<Integer, Integer> trips = new LinkedHashMap<>();
    private final List<Evaluation> states = new ArrayList<>();
    private final int button;
    private final SortedSet<Integer> tripped = new TreeSet<>();
    private double firstAlarm = Double.NaN;
    private boolean stopped;
    private int state;

    /** Facts of a drill whose note asks for them. */
    RunFacts(Drill drill, DrillRules.Note rules, SignalTable signals) {
        List<Drill.Option> offered = drill.offers().of(DrillPart.TRIPPED);
        for (int i = 0; i < offered.size(); i++) {
            int signal = signals.find(offered.get(i).id() + TRIP);
            if (signal != SignalTable.NONE) {
                trips.put(i + 1, signal);
            }
        }
        rules.states()
                .values()
                .forEach(when -> states.add(Expression.condition(when, signals).begin()));
        this.button = signals.find(rules.emergencyStop());
    }

    /** Shows one tick after the first fault began. */
    void observe(SignalView view, boolean alarm) {
        if (alarm && Double.isNaN(firstAlarm)) {
            firstAlarm = view.time();
        }
        trips.forEach((number, signal) -> {
            if (view.value(signal) > ON) {
                tripped.add(number);
            }
        });
        stopped |= view.value(button) > ON;
        state = 0;
        for (int i = 0; i < states.size(); i++) {
            // each is shown every tick: a condition may remember
            if (states.get(i).test(view) && state == 0) {
                state = i + 1;
            }
        }
    }

    /** When the first alarm came, s of model time; NaN while there was none. */
    double firstAlarm() {
        return firstAlarm;
    }

    /** Numbers of the options for the interlocks that tripped. */
    SortedSet<Integer> tripped() {
        return tripped;
    }

    /** Whether the emergency stop was pressed. */
    boolean stopped() {
        return stopped;
    }

    /** Number of the option for the state of the plant; 0 before the first tick. */
    int state() {
        return state;
    }

    void save(StateWriter writer) {
        writer.writeDouble(firstAlarm);
        writer.writeInt(tripped.size());
        tripped.forEach(writer::writeInt);
        writer.writeBoolean(stopped);
        writer.writeInt(state);
        states.forEach(one -> one.save(writer));
    }

    void restore(StateReader reader) {
        firstAlarm = reader.readDouble();
        tripped.clear();
        int count = reader.readInt();
        for (int i = 0; i < count; i++) {
            tripped.add(reader.readInt());
        }
        stopped = reader.readBoolean();
        state = reader.readInt();
        states.forEach(one -> one.restore(reader));
    }
}
