package org.openots.simulator.automation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks for things that depend on each other in a circle. */
final class Circle {
    private final Map<String, List<String>> needs;
    private final List<String> done = new ArrayList<>();
    private final List<String> path = new ArrayList<>();

    private Circle(Map<String, List<String>> needs) {
        this.needs = needs;
    }

    /** The first circle, from a name back to the same name; empty if there is none. Unknown names need nothing. */
    static List<String> in(Map<String, List<String>> needs) {
        Circle search = new Circle(needs);
        for (String name : needs.keySet()) {
            if (search.found(name)) {
                return List.copyOf(search.path);
            }
        }
        return List.of();
    }

    private boolean found(String name) {
        int before = path.indexOf(name);
        path.add(name);
        if (before >= 0) {
            path.subList(0, before).clear();
            return true;
        }
        if (!done.contains(name)) {
            for (String next : needs.getOrDefault(name, List.of())) {
                if (found(next)) {
                    return true;
                }
            }
            done.add(name);
        }
        path.remove(path.size() - 1);
        return false;
    }
}
