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
}
