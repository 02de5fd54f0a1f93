package org.openots.simulator.plot;

import java.util.List;
import java.util.Optional;
import org.openots.common.text.LocalText;

/**
 * Where something can come out.
 *
 * @param id name
 * @param text for people
 * @param at the place
 * @param jet its direction
 * @param element element of the flowsheet whose flow comes out here; nothing where only faults tell
 * @param faults faults that show here
 */
public record Leak(String id, LocalText text, Point at, Way jet, Optional<String> element, List<String> faults) {
    /** Copies the list. */
    public Leak {
        faults = List.copyOf(faults);
    }
}
