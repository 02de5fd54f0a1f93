package org.openots.hazop.language;

import java.util.Map;

/**
 * Something that words stand for.
 *
 * @param id its name in the lexicon, for example {@code reflux}
 * @param kind what sort of thing
 * @param axes for a state, where it lies on the axes of opposites: -1, 0 or +1
 */
public record Concept(String id, Kind kind, Map<Axis, Integer> axes) {
    /** Copies the axes. */
    public Concept {
        axes = Map.copyOf(axes);
    }

    /** What sort of thing a concept is. */
    public enum Kind {
        /** A stream, place, medium, person or part of the plant that tells one thing from another of its class. */
        ROLE,
        /** A class of equipment, instrument or measure. */
        DEVICE,
        /** A characteristic in the sense of IEC 61882: level, pressure, flow. */
        PROPERTY,
        /** What is the matter with it: high, open, tripped, leaking. */
        STATE,
        /** What somebody does or shall do. */
        ACTION,
        /** A word that denies what follows. */
        NEGATION,
        /** A word between cause and effect. */
        CONNECTIVE,
        /** A word without content. */
        FILLER
    }

    /** Axes of opposites. */
    public enum Axis {
        /** More or less of something. */
        AMOUNT,
        /** Open or closed. */
        OPENING,
        /** Running or stopped. */
        RUNNING,
        /** On specification or off it. */
        QUALITY,
        /** Able or unable to do its duty. */
        HEALTH,
        /** Free or blocked. */
        PASSAGE
    }

    /**
     * Where the state lies on an axis.
     *
     * @param axis the axis
     * @return -1, 0 or +1; 0 also when it says nothing about the axis
     */
    public int on(Axis axis) {
        return axes.getOrDefault(axis, 0);
    }
}
