package org.openots.instructor.session;

import java.util.Map;
import org.openots.common.text.LocalText;

/**
 * Something that happened in a run.
 *
 * @param tick the tick in which it happened
 * @param time model time, seconds
 * @param kind for example {@link #APPLIED}, {@code alarm}, {@code trip}, {@code solver}
 * @param subject the signal or target it is about; empty when none
 * @param sequence the command's sequence for {@link #APPLIED} and {@link #REFUSED}, else {@link #NO_COMMAND}
 * @param code stable code of a refusal, for example {@code OTS-CTL-004}; the verb of an operation that took effect; the
 *     fault of an event about one, which is secret; empty when none
 * @param text for people
 * @param values numbers that belong to it, for example value and limit of an alarm, in engineering units
 * @param secret true when it must never reach a student, for example a fault that begins
 */
public record RunEvent(
        long tick,
        double time,
        String kind,
        String subject,
        long sequence,
        String code,
        LocalText text,
        Map<String, Double> values,
        boolean secret) {
    /** Kind of an operation that took effect. */
    public static final String APPLIED = "command-applied";
    /** Kind of an operation that was refused, for example for a missing permissive. */
    public static final String REFUSED = "command-refused";
    /** Kind of a call on the radio: {@code code} is the sentence, {@code subject} the tag it is about. */
    public static final String RADIO = "radio";
    /** Kind of every alarm state change; the alarm log holds these. */
    public static final String ALARM = "alarm";
    /** Sequence of an event that no command caused. */
    public static final long NO_COMMAND = -1;

    /** Freezes the values. */
    public RunEvent {
        values = Map.copyOf(values);
    }

    /** The same, and no student hears of it. */
    RunEvent hidden() {
        return new RunEvent(tick, time, kind, subject, sequence, code, text, values, true);
    }
}
