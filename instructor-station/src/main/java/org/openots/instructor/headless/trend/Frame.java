package org.openots.instructor.headless.trend;

/**
 * Where a panel lies on the paper and what its axes span.
 *
 * @param left edge, px
 * @param top edge, px
 * @param width px
 * @param height px
 * @param low value at the bottom
 * @param high value at the top
 */
record Frame(int left, int top, int width, int height, double low, double high) {
    private static final double TENTHS = 10;

    /** Room above and below the lines, part of their span. */
    private static final double MARGIN = 0.06;

    /**
     * A frame whose vertical axis holds all lines of a panel.
     *
     * @param panel the panel
     * @param left edge, px
     * @param top edge, px
     * @param width px
     * @param height px
     * @return the frame
     */
    static Frame of(Trend.Panel panel, int left, int top, int width, int height) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Trend.Series series : panel.series()) {
            for (double value : series.values()) {
                if (Double.isFinite(value)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        if (low > high) { // no value at all
            low = 0;
            high = 0;
        }
        double missing = Math.max(0, panel.leastSpan() - (high - low)) / 2;
        double margin = MARGIN * Math.max(high - low, panel.leastSpan());
        return new Frame(left, top, width, height, low - missing - margin, high + missing + margin);
    }

    /**
     * A place in time.
     *
     * @param share of the time axis, 0 to 1
     * @return from the left edge of the paper, tenths of a pixel
     */
    int x(double share) {
        return (int) Math.round((left + share * width) * TENTHS);
    }

    /**
     * A value.
     *
     * @param value in the unit of the panel
     * @return from the top edge of the paper, tenths of a pixel
     */
    int y(double value) {
        return (int) Math.round((top + height * (high - value) / (high - low)) * TENTHS);
    }

    int right() {
        return left + width;
    }

    int bottom() {
        return top + height;
    }
}
