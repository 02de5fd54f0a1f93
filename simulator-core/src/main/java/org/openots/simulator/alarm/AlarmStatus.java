package org.openots.simulator.alarm;

/**
 * An alarm as an alarm list shows it.
 *
 * @param signal name of the alarm
 * @param tag the watched signal
 * @param kind its kind
 * @param priority 1 (highest) to 3
 * @param state its state
 * @param since model time of the last change of state, s
 * @param value value of the watched signal at that time, in its unit
 * @param limit its limit, in the unit
 */
public record AlarmStatus(
        String signal,
        String tag,
        AlarmKind kind,
        int priority,
        AlarmState state,
        double since,
        double value,
        double limit) {}
