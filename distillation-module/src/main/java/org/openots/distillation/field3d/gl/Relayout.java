package org.openots.distillation.field3d.gl;

import java.util.List;

/** When panels are laid out anew: at once after a key or the pointer, else not more often than people can read. */
public final class Relayout {
    /** Shortest time between two layouts that nobody asked for, s: 15 a second, as fast as figures can be read. */
    private static final double SHORTEST = 1.0 / 15;

    /** Clocks are not exact: a picture that comes a little early counts, s. */
    private static final double EARLY = 0.002;

    private List<Object> asked = List.of();
    private double last = Double.NEGATIVE_INFINITY;

    /**
     * Asks whether to lay out now; if so, this counts as done.
     *
     * @param seconds now, s
     * @param causes what changes when somebody does something: panel, pointer, size; compared by equals
     * @return true to lay out
     */
    public boolean due(double seconds, Object... causes) {
        boolean same = asked.size() == causes.length;
        for (int i = 0; same && i < causes.length; i++) {
            same = asked.get(i).equals(causes[i]);
        }
        if (same && seconds >= last && seconds - last < SHORTEST - EARLY) {
            return false;
        }
        asked = List.of(causes);
        last = seconds;
        return true;
    }
}
