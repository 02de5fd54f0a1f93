package org.openots.instructor.session;

import java.util.Optional;

/**
 * A wish to start a run.
 *
 * @param plant plant id
 * @param initialCondition where it starts
 * @param task task id
 * @param owner account of the student
 * @param timeLimitSeconds model time after which the run freezes, seconds; 0 means none
 * @param rules what the owner may do
 * @param strategy whose rules these are; nothing for those of the task
 * @param scenario what happens in it by itself; nothing for a plain run
 */
public record RunOrder(
        String plant,
        String initialCondition,
        String task,
        String owner,
        double timeLimitSeconds,
        RunRules rules,
        Optional<RunStrategy> strategy,
        Optional<RunScenario> scenario) {
    /** A run without a scenario. */
    public RunOrder(
            String plant,
            String initialCondition,
            String task,
            String owner,
            double timeLimitSeconds,
            RunRules rules,
            Optional<RunStrategy> strategy) {
        this(plant, initialCondition, task, owner, timeLimitSeconds, rules, strategy, Optional.empty());
    }

    /**
     * The same with a scenario.
     *
     * @param chosen what happens in it
     * @return the order
     */
    public RunOrder with(RunScenario chosen) {
        return new RunOrder(
                plant, initialCondition, task, owner, timeLimitSeconds, rules, strategy, Optional.of(chosen));
    }

    /** A run by the rules of its task. */
    public RunOrder(
            String plant, String initialCondition, String task, String owner, double timeLimitSeconds, RunRules rules) {
        this(plant, initialCondition, task, owner, timeLimitSeconds, rules, Optional.empty());
    }
}
