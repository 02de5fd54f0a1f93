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
        FILLER;

        /**
         * Whether it says what an answer is about.
         *
         * @return false for words that only join, deny or fill
         */
        public boolean content() {
            return this != NEGATION && this != CONNECTIVE && this != FILLER;
        }
    }

    /** Axes of opposites. */
    public enum Axis {
        /** More or less of something. */
        AMOUNT(0),
        /** Open or closed. */
        OPENING(1),
        /** Running or stopped. */
        RUNNING(2),
        /** On specification or off it. */
        QUALITY(3),
        /** Able or unable to do its duty. */
        HEALTH(4),
        /** Free or blocked. */
        PASSAGE(5);

        /** How many axes there are. */
        public static final int COUNT = 6;

        private final int place;

        Axis(int place) {
            this.place = place;
        }

        /**
         * The axis's place in arrays.
         *
         * @return 0 to {@link #COUNT} - 1
         */
        public int place() {
            return place;
        }
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
