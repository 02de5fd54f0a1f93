package org.openots.instructor.session;

import java.util.List;
import org.openots.common.signal.SignalTable;
import org.openots.simulator.field.FieldEffect;
import org.openots.simulator.field.VisibleDefect;
import org.openots.simulator.operation.Command;

/**
 * One plant in motion, as the station drives it. A pure function of plant, initial condition, seed and the inputs given
 * to it: no clock, no thread of its own. Used by one thread at a time.
 */
public interface RunEngine {
    /**
     * The fixed model time of one tick.
     *
     * @return seconds, greater than 0
     */
    double tickSeconds();

    /**
     * Ticks done since the start of the run.
     *
     * @return the tick, 0 before the first step
     */
    long tick();

    /**
     * Model time since the start of the run.
     *
     * @return seconds
     */
    double time();

    /**
     * Checks an operation and queues it for the start of its tick. Its outcome is an event of that tick with the
     * command's sequence: {@link RunEvent#APPLIED} or {@link RunEvent#REFUSED}.
     *
     * @param command the operation; its tick is the present one
     * @param privileged whether an instructor gives it
     * @throws org.openots.common.error.OtsException if target or verb is unknown, the value is out of range or
     *     the privilege missing; the engine is then unchanged
     */
    void submit(Command command, boolean privileged);

    /**
     * Whether an operation needs a number.
     *
     * @param target what is operated
     * @param verb what is done to it
     * @return false if it takes none, and for a target or verb the plant does not have
     */
    boolean takesValue(String target, String verb);

    /**
     * Arms a fault from the present tick on.
     *
     * @param order what, how much and when
     * @throws org.openots.common.error.OtsException if the fault or its parameters are wrong; the engine is then
     *     unchanged
     */
    void armFault(FaultOrder order);

    /**
     * Takes a fault away from the present tick on.
     *
     * @param key the order's key
     * @throws org.openots.common.error.OtsException if there is none with this key
     */
    void withdrawFault(String key);

    /** Does one tick: queued inputs, control, process, instruments, alarms. */
    void step();

    /**
     * The observable signals.
     *
     * @return the table, the same for the whole run
     */
    SignalTable signals();

    /**
     * What somebody who stands at a check point can see wrong there. A secret for all who do not stand there: whoever hands
     * it to a student leaves out the points that are not near him.
     *
     * @return the defects, in the order of the points; empty for an engine without an inspection round
     */
    default List<VisibleDefect> visibleDefects() {
        return List.of();
    }

    /**
     * Copies all present values.
     *
     * @param target receives one value a signal, in engineering units; NaN means there is none
     */
    void copyValues(double[] target);

    /**
     * Takes the events since the last call.
     *
     * @return events in the order they happened
     */
    List<RunEvent> drainEvents();

    /**
     * All alarms that are not in the normal state.
     *
     * @return the alarms, most urgent first
     */
    List<AlarmState> alarms();

    /**
     * The priority of the sounding alarm.
     *
     * @return 1 (highest) .. 4, or 0 when silent
     */
    int alarmSound();

    /**
     * The armed and active faults.
     *
     * @return their states, in the order they were armed
     */
    List<FaultStatus> faults();

    /**
     * Leaks, pools, flames and froth that are seen in the plant.
     *
     * @return those large enough to be seen; none of a plant of which nothing is known but its signals
     */
    default List<FieldEffect> fieldEffects() {
        return List.of();
    }

    /**
     * The complete state, enough for {@link #restoreState} in another engine of the same plant, initial condition and
     * seed. Called between ticks, with no event left to drain.
     *
     * @return the bytes
     */
    byte[] saveState();

    /**
     * Goes to a saved state, tick included.
     *
     * @param state from {@link #saveState}
     */
    void restoreState(byte[] state);

    /**
     * A digest of the complete state, equal exactly when two runs are in the same state.
     *
     * @return hexadecimal digits
     */
    String stateHash();
}
