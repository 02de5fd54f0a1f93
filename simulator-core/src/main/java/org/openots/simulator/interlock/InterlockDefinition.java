package org.openots.simulator.interlock;

import java.util.List;
import org.openots.common.text.LocalText;

/**
 * One row of the cause-and-effect matrix.
 *
 * @param id its name, for example {@code I-03}
 * @param text what it protects
 * @param armedWhen condition under which its causes count, empty for always
 * @param votes how many causes must be there at once: 1 for any of them
 * @param causes its causes
 * @param effects what it does
 */
public record InterlockDefinition(
        String id, LocalText text, String armedWhen, int votes, List<Cause> causes, List<Effect> effects) {
    /** Copies the lists. */
    public InterlockDefinition {
        causes = List.copyOf(causes);
        effects = List.copyOf(effects);
    }

    /**
     * A cause: a signal beyond a limit for a time.
     *
     * @param id its name, for example {@code TI-708.HH}
     * @param text what it is
     * @param signal the signal
     * @param low whether it is a cause below the limit; otherwise above
     * @param limit the limit, in the unit of the signal
     * @param delaySeconds how long it must last, s
     */
    public record Cause(String id, LocalText text, String signal, boolean low, double limit, double delaySeconds) {}

    /**
     * An effect: a final element goes to its safe state.
     *
     * @param element the final element
     * @param action what happens to it: stop, off, on, open or close
     */
    public record Effect(String element, String action) {}
}
