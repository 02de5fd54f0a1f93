package org.openots.instructor.hazop;

import java.util.Optional;
import java.util.Set;

/**
 * What of a study's frame a reader is told. A worksheet shows nodes and deviations of its study; while a task asks its
 * student for just these, they stay on the server.
 *
 * @param nodes whether it is told what belongs to which node
 * @param deviations ids of the deviations that are told; nothing for all
 * @param team whether the roles of the team are told
 */
public record StudyFrame(boolean nodes, Optional<Set<String>> deviations, boolean team) {
    /** Everything. */
    public static final StudyFrame WHOLE = new StudyFrame(true, Optional.empty(), true);

    /** Keeps an unmodifiable copy. */
    public StudyFrame {
        deviations = deviations.map(Set::copyOf);
    }

    /**
     * Whether a deviation is told.
     *
     * @param id its id
     * @return true for one of those that are told
     */
    public boolean tells(String id) {
        return deviations.map(some -> some.contains(id)).orElse(true);
    }
}
