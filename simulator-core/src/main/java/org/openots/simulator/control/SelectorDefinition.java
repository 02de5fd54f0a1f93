package org.openots.simulator.control;

import java.util.List;
import org.openots.common.text.LocalText;

/**
 * A selector of a plant pack: one of several loops drives what follows it.
 *
 * @param tag its name, for example {@code PY-101}
 * @param text what it is
 * @param high whether the highest output is taken; otherwise the lowest
 * @param loops the loops, in the order of {@code .SEL}
 */
public record SelectorDefinition(String tag, LocalText text, boolean high, List<String> loops) {
    /** Copies the list. */
    public SelectorDefinition {
        loops = List.copyOf(loops);
    }
}
