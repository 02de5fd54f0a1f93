package org.openots.instructor.people.roster;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.openots.common.error.OtsException;

/** What a cell with a number shows. */
final class NumberText {
    private static final Pattern ZEROS = Pattern.compile("0{2,20}");
    private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d(\\.\\d+)?[Ee]\\+?\\d{1,3}");
    /** Digits a spreadsheet keeps of a number. */
    static final int KEPT_DIGITS = 15;

    private static final int MOST_DIGITS = 40;

    private NumberText() {}

    /** A whole number without exponent, with zeros in front where the cell's format shows them. */
    static Cell cell(String raw, String format) {
        BigDecimal value;
        try {
            value = new BigDecimal(raw);
        } catch (NumberFormatException e) {
            return Cell.text(raw);
        }
        if (Math.abs((long) value.precision() - value.scale()) > MOST_DIGITS) {
            return new Cell(raw, Cell.Kind.NUMBER);
        }
        boolean whole = value.stripTrailingZeros().scale() <= 0;
        String shown = whole ? value.toBigInteger().toString() : value.toPlainString();
        if (whole && ZEROS.matcher(format).matches()) {
            return Cell.text("0".repeat(Math.max(0, format.length() - shown.length())) + shown);
        }
        return new Cell(shown, Cell.Kind.NUMBER);
    }

    /** Whether a text is a long number as spreadsheets shorten it: {@code 1.10105E+17}. */
    static boolean scientific(String text) {
        return SCIENTIFIC.matcher(text).matches();
    }

    /** Whether a number has more digits than a spreadsheet keeps. */
    static boolean digitsLost(Cell cell) {
        return cell.kind() == Cell.Kind.NUMBER && cell.text().length() > KEPT_DIGITS;
    }

    /** A whole number in a file, such as a line or style. */
    static int whole(String text, String file) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new OtsException(RosterError.FILE_DAMAGED, file, text);
        }
    }
}
