package org.openots.hazop.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Texts as cells of a workbook hold them. What XML cannot hold, and what looks like it, is escaped as spreadsheet programs
 * do, {@code _xHHHH_}; reading gives the same text again.
 */
final class CellText {
    /** Most characters a cell can hold. */
    static final int LONGEST = 32_767;

    /** From here on characters are as wide as they are high. */
    private static final int FIRST_WIDE = 0x2E80;
    /** Widths at 9 points in widths of a digit of the usual 11 points. */
    private static final double LATIN = 0.97;

    private static final double WIDE = 1.85;
    private static final double PADDING = 0.8;

    private static final String UNDERSCORE = "_x005F_";
    private static final int ESCAPE_LENGTH = 7;

    private CellText() {}

    /** The text to store. */
    static String stored(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String escape = escape(text, i, c);
            if (escape == null) {
                out.append(c);
            } else {
                out.append(escape);
            }
        }
        return out.toString();
    }

    /** Whether a spreadsheet program would take a typed text for a formula. */
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    }

    private static @Nullable String escape(String text, int at, char c) {
        if (c == '_' && looksEscaped(text, at)) {
            return UNDERSCORE;
        }
        boolean low = c < ' ' && c != '\n' && c != '\t';
        boolean none = c == '\uFFFE' || c == '\uFFFF';
        return low || none || isLone(text, at, c) ? String.format(Locale.ROOT, "_x%04X_", (int) c) : null;
    }

    /** Half of a pair of characters that stands alone. */
    private static boolean isLone(String text, int at, char c) {
        if (Character.isHighSurrogate(c)) {
            return at + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    private static boolean looksEscaped(String text, int at) {
        if (at + ESCAPE_LENGTH > text.length()
                || text.charAt(at + 1) != 'x'
                || text.charAt(at + ESCAPE_LENGTH - 1) != '_') {
            return false;
        }
        return text.substring(at + 2, at + ESCAPE_LENGTH - 1).chars().allMatch(d -> Character.digit(d, 16) >= 0);
    }

    /**
     * Width of a text on paper, in widths of a Latin digit: a Chinese character takes two.
     *
     * @param text a text without line breaks
     */
    static double width(String text) {
        double width = 0;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            width += text.codePointAt(i) < FIRST_WIDE ? LATIN : WIDE;
        }
        return width;
    }

    /**
     * Lines that a text takes in a column.
     *
     * @param text the text, also with line breaks
     * @param columnWidth width of the column in Latin digits
     */
    static int lines(String text, double columnWidth) {
        int lines = 0;
        for (String paragraph : text.split("\n", -1)) {
            lines += Math.max(1, (int) Math.ceil(width(paragraph) / Math.max(1, columnWidth - PADDING)));
        }
        return lines;
    }
}
