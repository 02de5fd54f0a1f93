package org.openots.instructor.session;

/**
 * One alarm that is not in its normal state (ISA-18.2).
 *
 * @param signal for example {@code FI-705.L}
 * @param tag the instrument, for example {@code FI-705}
 * @param kind {@code LL}, {@code L}, {@code H}, {@code HH} or another kind of the plant
 * @param priority 1 (highest) .. 4
 * @param state {@code unack}, {@code ack}, {@code rtn}, {@code shelved}, {@code suppressed} or {@code oos}
 * @param since model time of the last state change, seconds
 * @param value the instrument's value then, in its unit
 * @param limit the alarm limit, in the instrument's unit
 */
public record AlarmState(
        String signal, String tag, String kind, int priority, String state, double since, double value, double limit) {}
