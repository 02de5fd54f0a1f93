package org.openots.hazop.worksheet;

import org.openots.common.text.LocalText;

/** What people call a cell: the label its row has on the page and the heading of its column, for example D01-3 后果. */
final class CellLabel {
    private static final int LETTERS = 26;

    private CellLabel() {}

    /** A cell that is there. */
    static LocalText of(SheetContent content, SheetContent.Place place, SheetColumn column) {
        int lines = content.cause(place).lines().size();
        String letter = lines > 1 && place.line() >= 0 ? letter(place.line()) : "";
        return words(place.deviation() + "-" + (place.cause() + 1) + letter, column);
    }

    /** A cell of a row that is to come; cause is its number, counted from 1. */
    static LocalText of(String deviation, int cause, SheetColumn column) {
        return words(deviation + "-" + cause, column);
    }

    private static LocalText words(String row, SheetColumn column) {
        LocalText heading = heading(column);
        return new LocalText(row + " " + heading.zh(), row + " " + heading.en());
    }

    private static String letter(int index) {
        return (index >= LETTERS ? letter(index / LETTERS - 1) : "") + (char) ('a' + index % LETTERS);
    }

    private static LocalText heading(SheetColumn column) {
        return switch (column) {
            case CAUSE -> new LocalText("原因", "cause");
            case CONSEQUENCE -> new LocalText("后果", "consequence");
            case LIKELIHOOD -> new LocalText("可能性 L", "likelihood L");
            case SEVERITY -> new LocalText("严重性 S", "severity S");
            case SAFEGUARDS, SHARED -> new LocalText("现有措施", "safeguards");
            case EXISTING_LIKELIHOOD -> new LocalText("剩余可能性 L", "residual likelihood L");
            case EXISTING_SEVERITY -> new LocalText("剩余严重性 S", "residual severity S");
            case RECOMMENDATIONS -> new LocalText("建议", "recommendations");
            case OWNER -> new LocalText("责任人", "owner");
            case DUE -> new LocalText("完成日期", "due date");
            case AFTER_LIKELIHOOD -> new LocalText("建议后可能性 L", "likelihood L after the recommendations");
            case AFTER_SEVERITY -> new LocalText("建议后严重性 S", "severity S after the recommendations");
        };
    }
}
