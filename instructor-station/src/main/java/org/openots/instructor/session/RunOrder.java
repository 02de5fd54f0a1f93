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
 */
public record RunOrder(
        String plant,
        String initialCondition,
        String task,
        String owner,
        double timeLimitSeconds,
        RunRules rules,
        Optional<RunStrategy> strategy) {
    /** A run by the rules of its task. */
    public RunOrder(
            String plant, String initialCondition, String task, String owner, double timeLimitSeconds, RunRules rules) {
        this(plant, initialCondition, task, owner, timeLimitSeconds, rules, Optional.empty());
    }
}
