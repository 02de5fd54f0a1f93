package org.openots.distillation.field3d.ui;

/**
 * What panels are painted on. Lengths in px of the panel's own scale (the canvas enlarges them for the screen), y down;
 * colours 0xRRGGBBAA.
 */
public interface Canvas {
    /** Where the point of a text lies. */
    enum Align {
        /** At its left end. */
        LEFT,
        /** In its middle. */
        CENTRE,
        /** At its right end. */
        RIGHT
    }

    /**
     * A filled rectangle.
     *
     * @param x left
     * @param y top
     * @param width px
     * @param height px
     * @param radius of the corners, px
     * @param colour fill
     */
    void fill(float x, float y, float width, float height, float radius, int colour);

    /**
     * The outline of a rectangle.
     *
     * @param x left
     * @param y top
     * @param width px
     * @param height px
     * @param radius of the corners, px
     * @param thickness px
     * @param colour of the line
     */
    void frame(float x, float y, float width, float height, float radius, float thickness, int colour);

    /**
     * A line.
     *
     * @param points x and y in turn, at least two points
     * @param thickness px
     * @param colour of the line
     */
    void line(float[] points, float thickness, int colour);

    /**
     * A filled polygon.
     *
     * @param points x and y in turn, at least three points
     * @param colour fill
     */
    void polygon(float[] points, int colour);

    /**
     * A filled circle.
     *
     * @param x centre
     * @param y centre
     * @param radius px
     * @param colour fill
     */
    void disc(float x, float y, float radius, int colour);

    /**
     * Part of a circle's line.
     *
     * @param x centre
     * @param y centre
     * @param radius px
     * @param from angle, clockwise from the right, radian
     * @param to angle, greater than from
     * @param thickness px
     * @param colour of the line
     */
    void arc(float x, float y, float radius, float from, float to, float thickness, int colour);

    /**
     * A line of words.
     *
     * @param x point
     * @param y middle of the line's height
     * @param size height of the letters, px
     * @param align where the point lies
     * @param text one line
     * @param colour of the words
     */
    void text(float x, float y, float size, Align align, String text, int colour);

    /**
     * Length of a line of words.
     *
     * @param size height of the letters, px
     * @param text one line
     * @return px
     */
    float width(float size, String text);

    /**
     * Nothing is painted outside a rectangle until {@link #unclip()}.
     *
     * @param x left
     * @param y top
     * @param width px
     * @param height px
     */
    void clip(float x, float y, float width, float height);

    /** Ends {@link #clip}. */
    void unclip();
}
