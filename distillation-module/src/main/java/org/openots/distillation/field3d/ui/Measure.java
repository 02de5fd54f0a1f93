package org.openots.distillation.field3d.ui;

/** Knows how long words are; {@link Canvas#width} is one. */
@FunctionalInterface
public interface Measure {
    /**
     * Length of a line of words.
     *
     * @param size height of the letters, px
     * @param text one line
     * @return px
     */
    float width(float size, String text);

    /**
     * The same, which asks only once for the length of words it has seen: asking the font costs more than all the rest of laying
     * panels out.
     *
     * @param asked knows the lengths
     * @return for one thread
     */
    static Measure remembered(Measure asked) {
        return new RememberedMeasure(asked);
    }
}
