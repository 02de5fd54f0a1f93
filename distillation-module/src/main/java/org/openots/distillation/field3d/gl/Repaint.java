package org.openots.distillation.field3d.gl;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When panels are painted anew: if what they show has changed, and not more often than people can read. */
public final class Repaint {
    /** Shortest time between two paintings, s: 15 a second, as fast as figures can be read. */
    private static final double SHORTEST = 1.0 / 15;

    private @Nullable Object shown;
    private double last = Double.NEGATIVE_INFINITY;

    /**
     * Asks whether to paint now; if so, this counts as painted.
     *
     * @param seconds now, s
     * @param model what is to be seen, compared by equals: with everything that changes the panels, size and scale too
     * @return true to paint
     */
    public boolean due(double seconds, Object model) {
        if (Objects.equals(shown, model) || (seconds >= last && seconds - last < SHORTEST)) {
            return false;
        }
        shown = model;
        last = seconds;
        return true;
    }
}
