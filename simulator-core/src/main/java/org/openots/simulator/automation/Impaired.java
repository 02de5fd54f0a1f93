package org.openots.simulator.automation;

import java.util.List;
import org.openots.simulator.operation.ImpairmentKind;

/**
 * A part that faults can impair.
 *
 * @param target its name
 * @param kinds how it can be impaired
 */
public record Impaired(String target, List<ImpairmentKind> kinds) {
    /** Copies the list. */
    public Impaired {
        kinds = List.copyOf(kinds);
    }
}
