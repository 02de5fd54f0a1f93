package org.openots.instructor.session;

/**
 * A wish to start a run.
 *
 * @param plant plant id
 * @param initialCondition where it starts
 * @param task task id
 * @param owner account of the student
 * @param timeLimitSeconds model time after which the run freezes, seconds; 0 means none
 * @param rules what the owner may do
 */
public record RunOrder(
        String plant, String initialCondition, String task, String owner, double timeLimitSeconds, RunRules rules) {}
