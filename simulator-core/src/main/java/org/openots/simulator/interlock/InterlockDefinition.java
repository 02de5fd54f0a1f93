package org.openots.simulator.interlock;

import java.util.List;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.Hold;

/**
 * One row of the cause-and-effect matrix.
 *
 * @param id its name, for example {@code I-03}
 * @param text what it protects
 * @param armedWhen condition under which its causes count, empty for always
 * @param votes how many causes must be there at once: 1 for any of them
 * @param causes its causes
 * @param effects what it does
 * @param options what not every interlock has
 */
public record InterlockDefinition(
        String id,
        LocalText text,
        String armedWhen,
        int votes,
        List<Cause> causes,
        List<Effect> effects,
        Options options) {
    /** Copies the lists. */
    public InterlockDefinition {
        causes = List.copyOf(causes);
        effects = List.copyOf(effects);
    }

    /**
     * An interlock without options.
     *
     * @param id its name, for example {@code I-03}
     * @param text what it protects
     * @param armedWhen condition under which its causes count, empty for always
     * @param votes how many causes must be there at once
     * @param causes its causes
     * @param effects what it does
     */
    public InterlockDefinition(
            String id, LocalText text, String armedWhen, int votes, List<Cause> causes, List<Effect> effects) {
        this(id, text, armedWhen, votes, causes, effects, Options.NONE);
    }

    /**
     * What not every interlock has.
     *
     * @param latching whether it stays tripped until it is reset; otherwise it resets itself once its cause is gone
     * @param resetWhen condition that must hold at a reset, empty for none
     * @param register whether trips, demands and proof tests are kept
     * @param inService whether it is in service at the start; otherwise it is bypassed until that is taken away
     * @param tag name under which its trip signal is known as well, for example {@code PAHH101}; empty for none
     */
    public record Options(boolean latching, String resetWhen, boolean register, boolean inService, String tag) {
        /** Latching, without reset condition and register, in service, without another name. */
        public static final Options NONE = new Options(true, "", false, true, "");
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
     * @param options what not every cause has
     */
    public record Cause(
            String id,
            LocalText text,
            String signal,
            boolean low,
            double limit,
            double delaySeconds,
            CauseOptions options) {
        /**
         * A cause on one signal.
         *
         * @param id its name
         * @param text what it is
         * @param signal the signal
         * @param low whether it is a cause below the limit; otherwise above
         * @param limit the limit, in the unit of the signal
         * @param delaySeconds how long it must last, s
         */
        public Cause(String id, LocalText text, String signal, boolean low, double limit, double delaySeconds) {
            this(id, text, signal, low, limit, delaySeconds, CauseOptions.NONE);
        }
    }

    /**
     * What not every cause has.
     *
     * @param voters signals that vote; empty for the one signal of the cause
     * @param votes how many of them must be beyond the limit
     * @param missingVotes whether a missing value counts as beyond the limit
     * @param armedWhen condition under which this cause counts, empty for always
     * @param condition the cause itself when it is a condition and no signal; empty otherwise
     */
    public record CauseOptions(
            List<String> voters, int votes, boolean missingVotes, String armedWhen, String condition) {
        /** One signal, always armed. */
        public static final CauseOptions NONE = new CauseOptions(List.of(), 1, false, "", "");

        /** Copies the list. */
        public CauseOptions {
            voters = List.copyOf(voters);
        }
    }

    /**
     * An effect: something is held, a final element or a controller.
     *
     * @param element the final element or the controller
     * @param action what happens to it: stop, start, off, on, open, close, position, manual
     * @param hold how it is held
     */
    public record Effect(String element, String action, Hold hold) {
        /** The action on a controller. */
        public static final String MANUAL = "manual";

        /**
         * A final element goes to its safe state.
         *
         * @param element the final element
         * @param action what happens to it
         */
        public Effect(String element, String action) {
            this(element, action, Hold.SAFE);
        }
    }
}
