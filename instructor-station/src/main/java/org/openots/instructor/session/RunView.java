package org.openots.instructor.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.openots.common.signal.SignalTable;

/**
 * A run at one instant; made by the thread that steps the run, read by all others. Holds secrets (faults, secret
 * events): whoever shows it to a student must leave them out.
 *
 * @param spec what is fixed
 * @param signals names of the readings
 * @param tick ticks done
 * @param time model time, seconds
 * @param readings all values
 * @param pace whether it moves
 * @param saved how many operations of the run are durable
 * @param alarms alarms that are not normal
 * @param alarmSound priority of the sounding alarm, 0 when silent
 * @param progress the scorer's progress, not to be changed
 * @param score points as they stand, 0..100
 * @param events the latest events, oldest first, numbered without a gap up to {@code eventCount}
 * @param eventCount events so far; the last of {@code events} has number {@code eventCount - 1}
 * @param faults armed and active faults
 * @param sights what is seen in the plant beyond the readings
 * @param closed true once the run takes no more operations
 */
public record RunView(
        RunSpec spec,
        SignalTable signals,
        long tick,
        double time,
        Readings readings,
        Pace pace,
        long saved,
        List<AlarmState> alarms,
        int alarmSound,
        JsonNode progress,
        double score,
        List<RunEvent> events,
        long eventCount,
        List<FaultStatus> faults,
        FieldSights sights,
        boolean closed) {
    /** Freezes the lists. */
    public RunView {
        alarms = List.copyOf(alarms);
        events = List.copyOf(events);
        faults = List.copyOf(faults);
    }
}
