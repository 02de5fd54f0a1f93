package org.openots.instructor.headless.trend;

import java.util.Locale;

/** An SVG document that is being written; coordinates are rounded to a tenth of a pixel, texts are escaped. */
final class Svg {
    /** Width of a Latin letter or digit and of a Chinese character, parts of the type size: wide ones of Noto Sans. */
    private static final double LATIN = 0.58;

    private static final double WIDE_LATIN = 0.68;
    private static final double HAN = 1;

    /** From here on characters are as wide as high (CJK punctuation, ideographs, full-width forms). */
    private static final char FIRST_WIDE = '\u2e80';

    private final StringBuilder text = new StringBuilder(1 << 16);

    Svg raw(String markup) {
        text.append(markup).append('\n');
        return this;
    }

    Svg line(double x1, double y1, double x2, double y2, String attributes) {
        return raw("<path d=\"M" + tenth(x1) + " " + tenth(y1) + "L" + tenth(x2) + " " + tenth(y2) + "\" " + attributes
                + "/>");
    }

    Svg text(double x, double y, String attributes, String content) {
        String between = attributes.isEmpty() ? "" : " " + attributes;
        return raw(
                "<text x=\"" + tenth(x) + "\" y=\"" + tenth(y) + "\"" + between + ">" + escaped(content) + "</text>");
    }

    Svg use(String symbol, double x, double y) {
        return raw("<use href=\"#" + symbol + "\" x=\"" + tenth(x) + "\" y=\"" + tenth(y) + "\"/>");
    }

    static String tenth(double pixels) {
        return PenPath.pixels((int) Math.round(pixels * 10));
    }

    static String escaped(String content) {
        return content.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /**
     * How wide a text is drawn at most, whatever of the fonts named is there.
     *
     * @param content the text
     * @param size type size, px
     * @return px
     */
    static double width(String content, double size) {
        double ems = 0;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (c >= FIRST_WIDE) {
                ems += HAN;
            } else {
                ems += Character.isUpperCase(c) || c == 'm' || c == 'w' || c == '%' ? WIDE_LATIN : LATIN;
            }
        }
        return ems * size;
    }

    /** A number with the decimals of a scale. */
    static String number(double value, int decimals) {
        return AxisTicks.minus(String.format(Locale.ROOT, "%." + decimals + "f", value + 0.0));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
