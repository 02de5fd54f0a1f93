package org.openots.instructor.session;

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
        RunRules rules) {}
