package org.openots.distillation.field3d.gl;

/**
 * How much two pictures of the same size differ.
 *
 * @param outliers pixels of which a channel differs by more than {@link #THRESHOLD}
 * @param worst largest difference of a channel, of 255
 * @param squared mean of the squared differences of all channels
 * @param pixels of each picture
 */
public record PictureDiff(int outliers, int worst, double squared, int pixels) {
    /** Difference of a channel that an eye sees beside the other picture, of 255. */
    public static final int THRESHOLD = 16;

    /**
     * Compares.
     *
     * @param one picture
     * @param other picture of the same size
     * @return the difference
     */
    public static PictureDiff of(Picture one, Picture other) {
        if (one.width() != other.width() || one.height() != other.height()) {
            throw new IllegalArgumentException(one.width() + " x " + one.height() + " and " + other.width() + " x "
                    + other.height() + " cannot be compared");
        }
        int outliers = 0;
        int worst = 0;
        long sum = 0;
        for (int i = 0; i < one.pixels().length; i++) {
            int most = 0;
            for (int shift = 0; shift <= 16; shift += 8) {
                int d = Math.abs(((one.pixels()[i] >> shift) & 255) - ((other.pixels()[i] >> shift) & 255));
                most = Math.max(most, d);
                sum += (long) d * d;
            }
            worst = Math.max(worst, most);
            if (most > THRESHOLD) {
                outliers++;
            }
        }
        int pixels = one.pixels().length;
        return new PictureDiff(outliers, worst, sum / (3.0 * pixels), pixels);
    }

    /**
     * Share of the pixels that differ visibly.
     *
     * @return 0 to 1
     */
    public double share() {
        return (double) outliers / pixels;
    }

    /**
     * Peak signal to noise ratio.
     *
     * @return dB; infinite for equal pictures
     */
    public double decibel() {
        return squared == 0 ? Double.POSITIVE_INFINITY : 10 * Math.log10(255.0 * 255.0 / squared);
    }

    /**
     * A picture of the differences, eight times as strong, on black.
     *
     * @param one picture
     * @param other picture of the same size
     * @return the differences
     */
    public static Picture shown(Picture one, Picture other) {
        int[] pixels = new int[one.pixels().length];
        for (int i = 0; i < pixels.length; i++) {
            int p = 0xFF000000;
            for (int shift = 0; shift <= 16; shift += 8) {
                int d = Math.abs(((one.pixels()[i] >> shift) & 255) - ((other.pixels()[i] >> shift) & 255));
                p |= Math.min(255, 8 * d) << shift;
            }
            pixels[i] = p;
        }
        return new Picture(one.width(), one.height(), pixels);
    }
}
