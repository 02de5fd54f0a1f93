package org.openots.instructor.session;

import java.util.Optional;

/**
 * The strategy a run was started under.
 *
 * @param id the strategy
 * @param version of the strategy
 * @param sha256 hash of its content, lower-case hexadecimal
 * @param exam the exam and the item of its paper the run is held for; nothing in training
 */
public record RunStrategy(String id, int version, String sha256, Optional<RunExam> exam) {
    /** The strategy of a run that is training. */
    public RunStrategy(String id, int version, String sha256) {
        this(id, version, sha256, Optional.empty());
    }
}
