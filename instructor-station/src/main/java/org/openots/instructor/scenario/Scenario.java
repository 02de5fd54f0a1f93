package org.openots.instructor.scenario;

import java.util.List;
import java.util.Optional;
import org.openots.common.text.LocalText;

/**
 * A plant, where it starts, and what happens there by itself; format {@code scenario}. Secret from students.
 *
 * @param id names it
 * @param version from 1
 * @param title for people
 * @param note what it is for, what a good operator does; for instructors
 * @param plant plant id
 * @param initialCondition where runs start
 * @param task the task it is for; nothing for any task of the plant
 * @param events what happens, in the order of the file
 */
public record Scenario(
        String id,
        int version,
        LocalText title,
        Optional<LocalText> note,
        String plant,
        String initialCondition,
        Optional<String> task,
        List<Event> events) {
    /** Freezes the events. */
    public Scenario {
        events = List.copyOf(events);
    }

    /**
     * Something that happens.
     *
     * @param id unique in the scenario, {@code e1}, {@code e2} and so on
     * @param action what
     * @param trigger when
     * @param endSeconds model time at which it is over; nothing for something that stays or happens at once
     */
    public record Event(String id, Action action, Trigger trigger, Optional<Double> endSeconds) {}

    /**
     * When something happens.
     *
     * @param atSeconds model time from which on it may happen, s
     * @param when condition on signals; empty when the time alone decides
     * @param holdSeconds how long the condition must hold without a break, s
     */
    public record Trigger(double atSeconds, String when, double holdSeconds) {}

    /** What happens. */
    public sealed interface Action {
        /** Share of the full effect, 0..1; 1 for what has no shares. */
        default double severity() {
            return 1;
        }

        /** Time over which it grows, s. */
        default double rampSeconds() {
            return 0;
        }
    }

    /**
     * A fault of the plant pack.
     *
     * @param fault its id
     * @param severity share of its full effect
     * @param rampSeconds time over which it grows
     */
    public record Fault(String fault, double severity, double rampSeconds) implements Action {}

    /**
     * An instrument reads wrong.
     *
     * @param tag the instrument
     * @param override how, for example {@code bias}
     * @param value how much, in the unit of the override; nothing for one that is there or not
     * @param rampSeconds time over which it grows
     */
    public record Impairment(String tag, String override, Optional<Double> value, double rampSeconds)
            implements Action {}

    /**
     * Something is operated in place of a field operator.
     *
     * @param target what
     * @param verb what is done to it
     * @param value number in engineering units; nothing when the verb takes none
     */
    public record Remote(String target, String verb, Optional<Double> value) implements Action {}

    /**
     * The process is disturbed.
     *
     * @param parameter process input
     * @param value where it goes to
     * @param unit unit of the value
     * @param rampSeconds time over which it gets there
     */
    public record Disturbance(String parameter, double value, String unit, double rampSeconds) implements Action {}

    /**
     * The trainee is told something.
     *
     * @param text what
     */
    public record Message(LocalText text) implements Action {}
}
