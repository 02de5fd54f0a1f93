package org.openots.instructor.session;

import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;
import org.openots.simulator.operation.Command;

/** Something that changes a trajectory; with plant, initial condition and seed all there is to know about a run. */
public sealed interface RunInput {
    /**
     * The tick at whose start it takes effect.
     *
     * @return the tick
     */
    long tick();

    /**
     * Gives it to an engine that stands at its tick.
     *
     * @param engine the engine
     */
    void give(RunEngine engine);

    /**
     * Whether it is an order of the instructor about faults: part of the exercise, not of what the trainee does.
     *
     * @return false for an operation and for what a rig shows
     */
    default boolean ofInstructor() {
        return this instanceof Armed || this instanceof Withdrawn;
    }

    /**
     * The same earlier or later. What would come before the start comes at it.
     *
     * @param ticks by how many ticks, negative for earlier
     * @param tickSeconds model time of a tick, s
     * @return an input that begins to act then
     */
    default RunInput shifted(long ticks, double tickSeconds) {
        if (this instanceof Operated operated) {
            Command one = operated.command();
            long then = Math.max(0, one.tick() + ticks);
            return new Operated(
                    new Command(then, one.sequence(), one.target(), one.verb(), one.value(), one.text()),
                    operated.privileged());
        }
        if (this instanceof Armed armed) {
            FaultOrder order = armed.order();
            double delay = order.delaySeconds() + ticks * tickSeconds;
            long then = delay >= 0 ? armed.tick() : Math.max(0, armed.tick() + Math.round(delay / tickSeconds));
            return new Armed(then, order.delayed(Math.max(0, delay)));
        }
        return this;
    }

    /**
     * What a measured plant shows.
     *
     * @param tick when
     * @param scan what changed
     */
    record Measured(long tick, RigScan scan) implements RunInput {
        @Override
        public void give(RunEngine engine) {
            if (!(engine instanceof MeasuredEngine measured)) {
                throw new OtsException(StationError.NOT_MEASURED, tick);
            }
            measured.take(scan);
        }
    }

    /**
     * An operation.
     *
     * @param command with tick and sequence
     * @param privileged whether an instructor gave it
     */
    record Operated(Command command, boolean privileged) implements RunInput {
        @Override
        public long tick() {
            return command.tick();
        }

        @Override
        public void give(RunEngine engine) {
            engine.submit(command, privileged);
        }
    }

    /**
     * A fault armed.
     *
     * @param tick when
     * @param order what
     */
    record Armed(long tick, FaultOrder order) implements RunInput {
        @Override
        public void give(RunEngine engine) {
            engine.armFault(order);
        }
    }

    /**
     * A fault taken away.
     *
     * @param tick when
     * @param key the order's key
     */
    record Withdrawn(long tick, String key) implements RunInput {
        @Override
        public void give(RunEngine engine) {
            engine.withdrawFault(key);
        }
    }
}
