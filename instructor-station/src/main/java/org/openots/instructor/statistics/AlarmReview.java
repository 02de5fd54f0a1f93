package org.openots.instructor.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openots.instructor.session.RunEvent;
import org.openots.instructor.session.RunEvents;
import org.openots.simulator.alarm.AlarmChanged;
import org.openots.simulator.alarm.AlarmKind;
import org.openots.simulator.alarm.AlarmMetrics;
import org.openots.simulator.alarm.AlarmState;
import org.openots.simulator.alarm.AlarmStatus;

/** The measures of EEMUA 191 of a run, from the events that its journal gives. */
public final class AlarmReview {
    private AlarmReview() {}

    /**
     * Measures the alarms of a run.
     *
     * @param events its events, oldest first; after a jump back in time the ones before it that were undone are left out
     * @param end model time it has reached, s
     * @return the measures; of a run that has not begun those of its first second
     */
    public static AlarmMetrics of(List<RunEvent> events, double end) {
        List<AlarmChanged> changes = new ArrayList<>();
        Map<String, AlarmState> last = new HashMap<>();
        for (RunEvent event : events) {
            if (event.kind().equals(RunEvents.REWOUND)) {
                changes.removeIf(change -> change.status().since() > event.time());
                last.clear();
                changes.forEach(change ->
                        last.put(change.status().signal(), change.status().state()));
            } else if (event.kind().equals(RunEvent.ALARM)) {
                AlarmStatus status = status(event);
                AlarmState before = last.getOrDefault(event.subject(), AlarmState.NORMAL);
                changes.add(new AlarmChanged(before, status));
                last.put(event.subject(), status.state());
            }
        }
        return AlarmMetrics.of(changes, 0, Math.max(1, end));
    }

    private static AlarmStatus status(RunEvent event) {
        String signal = event.subject();
        int dot = signal.lastIndexOf('.');
        String word = signal.substring(dot + 1);
        AlarmKind kind = Arrays.stream(AlarmKind.values())
                .filter(one -> one.name().equals(word))
                .findFirst()
                .orElse(AlarmKind.ON);
        AlarmState state = Arrays.stream(AlarmState.values())
                .filter(one -> one.word().equals(event.code()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("alarm " + signal + " in state " + event.code()));
        return new AlarmStatus(
                signal,
                dot > 0 ? signal.substring(0, dot) : signal,
                kind,
                event.values().getOrDefault("priority", 3.0).intValue(),
                state,
                event.time(),
                event.values().getOrDefault("value", Double.NaN),
                event.values().getOrDefault("limit", Double.NaN));
    }
}
