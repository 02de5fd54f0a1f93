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
