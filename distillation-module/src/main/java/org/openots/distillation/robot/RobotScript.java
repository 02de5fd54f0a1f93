package org.openots.distillation.robot;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.common.expression.Expression;
import org.openots.common.text.LocalText;

/**
 * A script for a {@link ScriptOperator}, compiled against a plant's signals; format {@code robot-script}, see {@code
 * docs/data-formats/robot-script.md}. Immutable.
 *
 * @param id unique name
 * @param title what it does
 * @param steps done one after the other
 * @param watchers done beside the steps, whenever their condition holds
 */
public record RobotScript(String id, LocalText title, List<Step> steps, List<Watcher> watchers) {
    /** Keeps unmodifiable copies. */
    public RobotScript {
        steps = List.copyOf(steps);
        watchers = List.copyOf(watchers);
    }

    /**
     * One step: waits for {@code when}, acts, ramps, loops, then waits for {@code until}.
     *
     * @param id unique in the script
     * @param text what it does, for people; the id if the script does not say
     * @param when the step begins once this holds
     * @param actions done then, in order, on one tick
     * @param ramp a set point moved afterwards
     * @param loop something repeated afterwards
     * @param until the step ends once this holds
     * @param timeout the longest the whole step may take, s of model time
     * @param onTimeout what happens after that
     * @param next the step after this one; the following one when empty
     */
    public record Step(
            String id,
            LocalText text,
            Expression when,
            List<Action> actions,
            Optional<Ramp> ramp,
            Optional<Loop> loop,
            Expression until,
            double timeout,
            OnTimeout onTimeout,
            Optional<String> next) {
        /** Keeps an unmodifiable copy. */
        public Step {
            actions = List.copyOf(actions);
        }
    }

    /** What happens when a step takes too long. */
    public enum OnTimeout {
        /** The robot stops and names the step. */
        FAIL,
        /** The robot goes on with the next step. */
        GO_ON
    }

    /**
     * An operation with a computed value.
     *
     * @param target what is operated
     * @param verb what is done to it
     * @param value its number; computed when it is done
     * @param text its text
     * @param record numbers to be written as the text, a JSON object of them by name; empty for none
     */
    public record Action(
            String target, String verb, Optional<Expression> value, String text, Map<String, Expression> record) {}

    /**
     * A value moved in equal steps.
     *
     * @param target what is operated
     * @param verb what is done to it
     * @param from where it begins; computed when the ramp begins
     * @param to where it ends; computed when the ramp begins
     * @param ratePerS how fast, engineering units per second
     * @param every time between two steps, s
     * @param hold the ramp pauses while this holds
     */
    public record Ramp(
            String target,
            String verb,
            Expression from,
            Expression to,
            double ratePerS,
            double every,
            Expression hold) {}

    /**
     * Something repeated while a condition holds.
     *
     * @param condition the loop ends once this no longer holds
     * @param every time between two rounds, s
     * @param actions done in every round
     */
    public record Loop(Expression condition, double every, List<Action> actions) {
        /** Keeps an unmodifiable copy. */
        public Loop {
            actions = List.copyOf(actions);
        }
    }

    /**
     * Something done beside the steps.
     *
     * @param id unique in the script
     * @param from active once this step has begun; from the start when empty
     * @param to active until this step has begun; to the end when empty
     * @param when done whenever this holds
     * @param every but not more often than this, s
     * @param actions what is done
     */
    public record Watcher(
            String id,
            Optional<String> from,
            Optional<String> to,
            Expression when,
            double every,
            List<Action> actions) {
        /** Keeps an unmodifiable copy. */
        public Watcher {
            actions = List.copyOf(actions);
        }
    }
}
