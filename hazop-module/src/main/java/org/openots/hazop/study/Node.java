package org.openots.hazop.study;

import java.util.List;
import org.openots.common.text.LocalText;

/**
 * A node (part) of the plant.
 *
 * @param id its id
 * @param name its name
 * @param boundary from where to where
 * @param designIntent what it is meant to do
 * @param tags the tags in it
 * @param units units and equipment of the plant pack in it, to draw the boundary; may be empty
 */
public record Node(
        String id, LocalText name, LocalText boundary, LocalText designIntent, List<String> tags, List<String> units) {
    /** Keeps unmodifiable copies. */
    public Node {
        tags = List.copyOf(tags);
        units = List.copyOf(units);
    }
}
