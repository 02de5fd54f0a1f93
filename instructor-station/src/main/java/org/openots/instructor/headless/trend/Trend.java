package org.openots.instructor.headless.trend;

import java.util.List;
import org.openots.common.text.LocalText;

/**
 * A picture before it is drawn.
 *
 * @param title what it shows, for example a fault with its number
 * @param subtitle one sentence below it, for example the cause of the fault
 * @param seconds model time from its left to its right edge, s
 * @param panels stacked, the first one on top
 * @param marks what happened, in order of time
 * @param footer last line, for example the command that draws the picture again
 */
public record Trend(
        LocalText title, LocalText subtitle, double seconds, List<Panel> panels, List<Mark> marks, String footer) {
    /** Copies the lists. */
    public Trend {
        panels = List.copyOf(panels);
        marks = List.copyOf(marks);
    }

    /**
     * Lines that share a vertical axis.
     *
     * @param title its name
     * @param unit engineering unit of the axis, empty for none
     * @param leastSpan shortest axis, in the unit: a smaller movement is noise and is drawn as such
     * @param series one to six
     */
    public record Panel(LocalText title, String unit, double leastSpan, List<Series> series) {
        /** Copies the list. */
        public Panel {
            series = List.copyOf(series);
        }
    }

    /**
     * One line.
     *
     * @param tag signal name
     * @param text what it is
     * @param main whether the picture is about it; the others are drawn thin
     * @param values in the unit of the panel at equal distances of time, NaN where there is none
     */
    public record Series(String tag, LocalText text, boolean main, double[] values) {}

    /** Kinds of marks. */
    public enum MarkKind {
        /** A fault begins. */
        FAULT,
        /** An interlock trips. */
        TRIP,
        /** An alarm comes. */
        ALARM,
        /** A step of the procedure begins. */
        STEP,
        /** An operator does something. */
        ORDER
    }

    /**
     * Something that happened.
     *
     * @param kind what kind
     * @param time model time, s
     * @param text for an alarm or interlock its name in both languages
     * @param priority of an alarm, 1 to 3; 0 for everything else
     */
    public record Mark(MarkKind kind, double time, LocalText text, int priority) {}
}
