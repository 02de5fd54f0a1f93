package org.openots.simulator.field;

import java.util.List;
import org.openots.common.text.LocalText;

/**
 * An inspection point of a plant pack.
 *
 * @param id its short name, for example {@code CP-07}
 * @param text what to look at
 * @param defects what can be wrong there; without any it cannot be given a defect
 */
public record CheckItem(String id, LocalText text, List<InspectionDefect> defects) {
    /** Copies the list. */
    public CheckItem {
        defects = List.copyOf(defects);
    }
}
