package org.openots.distillation.field3d.scene;

import org.joml.Vector3fc;

/**
 * How a part follows a signal. The signal is brought to 0 to 1 between {@code low} and {@code high} and is then the share of
 * the way {@code from} to {@code to}.
 *
 * @param part index in the scene
 * @param kind what moves
 * @param signal name in the snapshots
 * @param low signal at 0
 * @param high signal at 1, not equal to low
 * @param axis in the axes of the archetype, length 1
 * @param from at 0, in the unit of the kind
 * @param to at 1
 */
public record Motion(
        int part, Kind kind, String signal, double low, double high, Vector3fc axis, float from, float to) {
    /** What moves. */
    public enum Kind {
        /** Turned about the axis; radian. A handwheel of six turns goes from 0 to 12 pi. */
        TURN,
        /** Turns on about the axis; radian a second. */
        SPIN,
        /** Moved along the axis; m. */
        SLIDE,
        /** Stretched along the axis from the origin: the column in a level glass; factor. */
        STRETCH,
        /** Shines; emission 0 to 1. */
        SHINE,
        /** Shines on and off once a second while above 0.5. */
        BLINK,
        /** There while above 0.5, else not. */
        SHOWN,
        /** Falls along the axis again and again while above 0; how far it falls, m. */
        DRIP
    }

    /** Refuses an empty range. */
    public Motion {
        if (low == high) {
            throw new IllegalArgumentException(signal + ": no range between " + low + " and " + high);
        }
    }

    /**
     * Where the part is.
     *
     * @param value of the signal
     * @return between from and to, in the unit of the kind; {@code from} for no number
     */
    public float at(double value) {
        double share = Double.isNaN(value) ? 0 : (value - low) / (high - low);
        return (float) (from + Math.max(0, Math.min(1, share)) * (to - from));
    }
}
