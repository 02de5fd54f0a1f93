package org.openots.hazop.drill;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.hazop.study.Effect;
import org.openots.hazop.study.Order;

/**
 * How a drill is judged.
 *
 * @param weights what the parts are worth
 * @param trial what is played to prove a safeguard; nothing where none is to be proved
 * @param note against what the incident note is checked; nothing where none is to be written
 */
public record DrillRules(DrillWeights weights, Optional<Trial> trial, Optional<Note> note) {
    /** Points from which on a drill is passed, of 100 (certificates and procedures, section 10.4). */
    public static final double PASS = 60;

    /** Id of the option that says that there is none of the others. */
    public static final String NONE = "none";

    /**
     * A scenario without a safeguard.
     *
     * @param seconds how long it is played, s of model time
     * @param disable by id of a safeguard that is offered the orders that take it away
     * @param limits by id of a limit that is offered how it is seen to be reached; {@link #NONE} is not among them
     */
    public record Trial(int seconds, Map<String, List<Order>> disable, Map<String, Effect> limits) {
        /** Keeps copies in their order. */
        public Trial {
            disable = new LinkedHashMap<>(disable);
            limits = new LinkedHashMap<>(limits);
        }
    }

    /**
     * What an incident note is checked against.
     *
     * @param toleranceSeconds largest error of the time of the first alarm, s
     * @param emergencyStop button that stops the plant: a signal, 1 while it is pressed, and a target with the verb
     *     {@code press}
     * @param states by id of a state that is offered the condition for it; the first that holds is the state
     */
    public record Note(double toleranceSeconds, String emergencyStop, Map<String, String> states) {
        /** Keeps a copy in its order. */
        public Note {
            states = new LinkedHashMap<>(states);
        }
    }
}
