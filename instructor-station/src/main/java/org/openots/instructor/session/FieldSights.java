package org.openots.instructor.session;

import java.util.List;
import org.openots.simulator.field.FieldEffect;
import org.openots.simulator.field.VisibleDefect;

/**
 * What is seen in the plant beyond the signals. Somebody in the plant sees what is near him, so whoever shows it to a student
 * must leave out what is far.
 *
 * @param effects leaks, pools, flames, froth behind windows
 * @param defects what an inspection finds
 * @param equipped whether protective equipment was put on, right or wrong
 */
public record FieldSights(List<FieldEffect> effects, List<VisibleDefect> defects, boolean equipped) {
    /** Freezes the lists. */
    public FieldSights {
        effects = List.copyOf(effects);
        defects = List.copyOf(defects);
    }
}
