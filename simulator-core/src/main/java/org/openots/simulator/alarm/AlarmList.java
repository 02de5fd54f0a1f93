package org.openots.simulator.alarm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.state.Stateful;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.operation.EventSink;
import org.openots.simulator.operation.Operable;
import org.openots.simulator.operation.Order;
import org.openots.simulator.operation.Refusal;
import org.openots.simulator.operation.VerbRule;
import org.openots.simulator.signal.SignalBoard;

/**
 * All alarms of a plant, the horn, and the orders on all of them: target {@code ALARMS}, verbs ack (all) and silence.
 * Publishes {@code ALARMS.UNACK} (number to acknowledge) and {@code ALARMS.SOUND} (priority that sounds, 0 for none).
 */
public final class AlarmList implements Operable, Stateful {
    /** Target of the orders. */
    public static final String ALARMS = "ALARMS";

    private static final int LOWEST_PRIORITY = 3;

    private final List<Alarm> alarms;
    private final Alarm[] scanned;
    private final FirstOut[] groups;
    private final SignalBoard board;
    private final EventSink events;
    private final int unacknowledged;
    private final int sound;

    /**
     * Takes the alarms and declares the common signals.
     *
     * @param alarms all alarms, in the order of scanning
     * @param groups first-out groups; the alarms they name must be among them
     * @param board holds the signals
     * @param events takes events
     */
    public AlarmList(List<Alarm> alarms, List<FirstOutDefinition> groups, SignalBoard board, EventSink events) {
        this.alarms = List.copyOf(alarms);
        this.scanned = alarms.toArray(Alarm[]::new);
        this.board = board;
        this.events = events;
        this.unacknowledged = board.declare(ALARMS + ".UNACK", "", new LocalText("未确认报警数", "unacknowledged alarms"));
        this.sound = board.declare(ALARMS + ".SOUND", "", new LocalText("报警声优先级", "priority of the horn"));
        this.groups = groups.stream()
                .map(group -> new FirstOut(group, this.alarms, board, events))
                .toArray(FirstOut[]::new);
    }

    /** Scans all alarms and publishes the common signals. */
    public void scan() {
        int count = 0;
        for (Alarm alarm : scanned) {
            alarm.scan();
            count += alarm.unacknowledged() ? 1 : 0;
        }
        for (FirstOut group : groups) {
            group.scan();
        }
        board.set(unacknowledged, count);
        board.set(sound, soundingPriority());
    }

    /**
     * The alarms.
     *
     * @return all alarms
     */
    public List<Alarm> alarms() {
        return alarms;
    }

    /**
     * The alarms that are not normal, in the order of the pack.
     *
     * @return snapshots
     */
    public List<AlarmStatus> current() {
        return alarms.stream()
                .map(Alarm::status)
                .filter(status -> status.state() != AlarmState.NORMAL)
                .toList();
    }

    @Override
    public String target() {
        return ALARMS;
    }

    @Override
    public Map<String, VerbRule> verbs() {
        return Map.of("ack", VerbRule.PLAIN, "silence", VerbRule.PLAIN);
    }

    @Override
    public Optional<Refusal> operate(Order order) {
        if (order.verb().equals("silence")) {
            int priority = soundingPriority();
            if (priority == 0) {
                return Refusal.because(AutomationError.NOTHING_TO_ACKNOWLEDGE, ALARMS, new LocalText("没有响", "silent"));
            }
            alarms.forEach(Alarm::silence);
            events.raise(new AlarmsSilenced(priority));
            return Optional.empty();
        }
        if (alarms.stream().noneMatch(Alarm::unacknowledged)) {
            return Refusal.because(AutomationError.NOTHING_TO_ACKNOWLEDGE, ALARMS, AlarmState.NORMAL.text());
        }
        alarms.forEach(Alarm::acknowledge);
        return Optional.empty();
    }

    @Override
    public void save(StateWriter writer) {
        alarms.forEach(alarm -> alarm.save(writer));
        for (FirstOut group : groups) {
            group.save(writer);
        }
    }

    @Override
    public void restore(StateReader reader) {
        alarms.forEach(alarm -> alarm.restore(reader));
        for (FirstOut group : groups) {
            group.restore(reader);
        }
    }

    private int soundingPriority() {
        for (int priority = 1; priority <= LOWEST_PRIORITY; priority++) {
            for (Alarm alarm : scanned) {
                if (alarm.definition().priority() == priority && alarm.sounding()) {
                    return priority;
                }
            }
        }
        return 0;
    }
}
