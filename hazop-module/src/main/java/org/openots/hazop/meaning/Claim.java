package org.openots.hazop.meaning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openots.hazop.language.Concept;
import org.openots.hazop.language.Mention;

/**
 * One thing said of one subject.
 *
 * @param subject what it is said of: roles, devices, properties, in the order of the text
 * @param state what is said, or null when only a thing is named
 */
public record Claim(List<Mention> subject, @Nullable Mention state) {
    /** Copies the list. */
    public Claim {
        subject = List.copyOf(subject);
    }

    /**
     * Where the claim lies on an axis; a denied state lies on the other side of the axes of two ends.
     *
     * @param axis the axis
     * @return -1, 0 or +1
     */
    public int on(Concept.Axis axis) {
        if (state == null) {
            return 0;
        }
        int side = state.concept().on(axis);
        return state.negated() ? -side : side;
    }
}
