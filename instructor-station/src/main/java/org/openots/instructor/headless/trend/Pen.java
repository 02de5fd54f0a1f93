package org.openots.instructor.headless.trend;

import java.util.List;

/** The six pens of the design system: hues that are no alarm priority, each with a letter and a dash. */
enum Pen {
    A("#1d3f94", ""),
    B("#00695c", "7 3"),
    C("#8a4b00", "2 2.5"),
    D("#6a2c91", "11 4"),
    E("#4f6300", "8 3 2 3"),
    F("#22282d", "2 5");

    /** The first line of a panel takes the first pen. */
    static final List<Pen> IN_ORDER = List.of(values());

    private final String colour;
    private final String dash;

    Pen(String colour, String dash) {
        this.colour = colour;
        this.dash = dash;
    }

    String colour() {
        return colour;
    }

    /** Attributes of a line. */
    String stroke(boolean main) {
        String width = main ? "2" : "1.2";
        return "stroke=\"" + colour + "\" stroke-width=\"" + width + "\""
                + (dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\"");
    }
}
