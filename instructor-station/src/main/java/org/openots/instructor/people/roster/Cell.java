package org.openots.instructor.people.roster;

/**
 * A cell as it stands in a file.
 *
 * @param text what it shows, at most {@link #LONGEST} characters
 * @param kind what it is
 */
record Cell(String text, Kind kind) {
    /** Longest text that is kept: longer ones are refused anyway, and must not fill the memory. */
    static final int LONGEST = 256;
    /** A cell that is not there. */
    static final Cell EMPTY = new Cell("", Kind.TEXT);

    /** What a cell is. */
    enum Kind {
        /** A text. */
        TEXT,
        /** A number: zeros in front and digits after the fifteenth are lost. */
        NUMBER,
        /** A formula, with the value its writer stored. */
        FORMULA,
        /** A mistake of the spreadsheet, such as {@code #REF!}. */
        ERROR
    }

    Cell {
        text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    static Cell text(String text) {
        return new Cell(text, Kind.TEXT);
    }
}
