package org.openots.distillation.field3d.ui;

/**
 * The picture as the panels see it.
 *
 * @param width in px of the panels' scale
 * @param height in px of the panels' scale
 * @param scale pixels of the picture for one of these
 */
public record Screen(float width, float height, float scale) {
    /** The least that the panels need, px: the faceplate beside the plan, below the status box. */
    public static final float LEAST_WIDTH = 800;

    /** The least height, px. */
    public static final float LEAST_HEIGHT = 540;

    /**
     * The scale that is wanted, or less if the panels would not fit.
     *
     * @param pixelsWide of the picture
     * @param pixelsHigh of the picture
     * @param wanted scale, 1 to 2
     * @return the picture in px of the panels
     */
    public static Screen of(int pixelsWide, int pixelsHigh, float wanted) {
        float scale = Math.min(wanted, Math.min(pixelsWide / LEAST_WIDTH, pixelsHigh / LEAST_HEIGHT));
        return new Screen(pixelsWide / scale, pixelsHigh / scale, scale);
    }

    /**
     * All of it.
     *
     * @return from the left upper corner
     */
    public Box box() {
        return new Box(0, 0, width, height);
    }
}
