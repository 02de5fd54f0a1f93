package org.openots.simulator.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which loops and selectors are scanned: those that others depend on, in any scheme, come first; what is at
 * the same distance from the end of its chain keeps the order of the pack, loops before selectors.
 */
final class LoopOrder {
    /** For each name what it hands its output to. */
    private final Map<String, List<String>> followers = new HashMap<>();

    LoopOrder(List<SchemeDefinition> schemes, List<SelectorDefinition> selectors) {
        for (SchemeDefinition scheme : schemes) {
            for (SchemeDefinition.Link link : scheme.links()) {
                if (!link.ratio().present()) {
                    add(link.source(), link.slave());
                }
            }
        }
        for (SelectorDefinition selector : selectors) {
            selector.loops().forEach(loop -> add(loop, selector.tag()));
        }
    }

    private void add(String from, String to) {
        followers.computeIfAbsent(from, unused -> new ArrayList<>()).add(to);
    }

    /** The names in the order of scanning. */
    List<String> sorted(List<String> names) {
        List<String> sorted = new ArrayList<>(names);
        sorted.sort(Comparator.comparingInt((String name) -> -height(name, names.size())));
        return sorted;
    }

    /** Length of the longest chain behind a name; schemes that link two loops both ways end at the number of loops. */
    private int height(String name, int limit) {
        int height = 0;
        if (limit > 0) {
            for (String follower : followers.getOrDefault(name, List.of())) {
                height = Math.max(height, 1 + height(follower, limit - 1));
            }
        }
        return height;
    }
}
