package org.openots.instructor.session;

import java.util.Optional;

/**
 * Everything that is fixed when a run starts; the first event of its journal.
 *
 * @param id the run
 * @param plant plant id
 * @param packHash digest of the plant pack
 * @param initialCondition where it starts
 * @param seed seed of the run's generator
 * @param task task id
 * @param rubricHash digest of the rubric
 * @param engineVersion version of the engine that records it
 * @param owner account of the student
 * @param startedAt when it was started, epoch milliseconds
 * @param timeLimitSeconds model time after which the run freezes, seconds; 0 means none
 * @param rules what the owner may do
 * @param origin where a branch left another run; nothing for a run that began at its initial condition
 * @param strategy whose rules these are; nothing for those of the task
 * @param scenario what happens in it by itself; nothing for a plain run
 */
public record RunSpec(
        String id,
        String plant,
        String packHash,
        String initialCondition,
        long seed,
        String task,
        String rubricHash,
        String engineVersion,
        String owner,
        long startedAt,
        double timeLimitSeconds,
        RunRules rules,
        Optional<RunOrigin> origin,
        Optional<RunStrategy> strategy,
        Optional<RunScenario> scenario) {
    /** The initial condition of a plant that is measured and not simulated: it is where it is. */
    public static final String RIG = "rig";

    /** The same of a plant that is measured at a virtual rig, which nobody may later take for a real one. */
    public static final String VIRTUAL_RIG = "virtual-rig";

    /**
     * Whether an initial condition is that of a measured plant.
     *
     * @param initialCondition of a run
     * @return true for that of a rig, real or virtual
     */
    public static boolean measured(String initialCondition) {
        return initialCondition.equals(RIG) || initialCondition.equals(VIRTUAL_RIG);
    }

    /**
     * Whether the plant is measured, so that the run is recorded and not simulated again.
     *
     * @return true for a run on a rig
     */
    public boolean measured() {
        return measured(initialCondition);
    }

    /**
     * Whether the measured plant was a virtual rig.
     *
     * @return false for a real rig and for a simulated plant
     */
    public boolean virtual() {
        return initialCondition.equals(VIRTUAL_RIG);
    }

    /**
     * Whether it goes on from a run instead of beginning anew; then its score is nobody's result.
     *
     * @return true for a branch
     */
    public boolean branched() {
        return origin.isPresent();
    }

    /**
     * The exam it is part of.
     *
     * @return which part of which exam; nothing in training
     */
    public Optional<RunExam> exam() {
        return strategy.flatMap(RunStrategy::exam);
    }
}
