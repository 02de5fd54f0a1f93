package org.openots.simulator.alarm;

import java.util.List;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.state.Stateful;
import org.openots.simulator.operation.EventSink;
import org.openots.simulator.signal.SignalBoard;

/**
 * One first-out group. Its signal is the place, from 1, of the alarm that came first, and 0 while there is none; alarms
 * that come in the same scan count in the order of the group. It is given up once every alarm of the group is gone and
 * acknowledged. Alarms that are shelved, suppressed or out of service take no part.
 */
final class FirstOut implements Stateful {
    private final FirstOutDefinition definition;
    private final Alarm[] alarms;
    private final SignalBoard board;
    private final EventSink events;
    private final int signal;
    private int first;

    FirstOut(FirstOutDefinition definition, List<Alarm> all, SignalBoard board, EventSink events) {
        this.definition = definition;
        this.board = board;
        this.events = events;
        this.alarms = definition.alarms().stream()
                .map(name -> all.stream()
                        .filter(alarm -> alarm.target().equals(name))
                        .findFirst()
                        .orElseThrow())
                .toArray(Alarm[]::new);
        this.signal = board.declare(definition.id(), "", definition.text());
    }

    void scan() {
        int there = 0;
        boolean open = false;
        for (int i = alarms.length - 1; i >= 0; i--) {
            AlarmState state = alarms[i].state();
            open |= state == AlarmState.UNACK || state == AlarmState.ACK || state == AlarmState.RTN;
            there = state == AlarmState.UNACK ? i + 1 : there;
        }
        if (!open) {
            first = 0;
        } else if (first == 0 && there > 0) {
            first = there;
            events.raise(new FirstOutSet(definition.id(), alarms[first - 1].target()));
        }
        board.set(signal, first);
    }

    @Override
    public void save(StateWriter writer) {
        writer.section(definition.id());
        writer.writeInt(first);
    }

    @Override
    public void restore(StateReader reader) {
        reader.section(definition.id());
        first = reader.readInt();
    }
}
