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
 * @param burns faults with which what comes out here burns
 */
public record Leak(
        String id,
        LocalText text,
        Point at,
        Way jet,
        Optional<String> element,
        List<String> faults,
        List<String> burns) {
    /** Copies the lists. */
    public Leak {
        faults = List.copyOf(faults);
        burns = List.copyOf(burns);
    }
}
