package org.openots.benchmarks.measure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/**
 * One number.
 *
 * @param name of what
 * @param unit its unit
 * @param value the number
 * @param control the same of a thread that does nothing, in the same run; NaN where there is none
 * @param goal what it should be, for people; a dash where there is no goal
 * @param met whether it is, without what the control thread suffered as well
 */
public record Measure(String name, String unit, double value, double control, String goal, boolean met) {
    /**
     * A number without a goal.
     *
     * @param name of what
     * @param unit its unit
     * @param value the number
     * @return the measure
     */
    public static Measure of(String name, String unit, double value) {
        return new Measure(name, unit, value, Double.NaN, "-", true);
    }

    /**
     * A number that is not to be greater.
     *
     * @param name of what
     * @param unit its unit
     * @param value the number
     * @param limit the goal
     * @return the measure
     */
    public static Measure most(String name, String unit, double value, double limit) {
        return new Measure(name, unit, value, Double.NaN, "≤ " + number(limit), value <= limit);
    }

    /**
     * A number that is not to be smaller.
     *
     * @param name of what
     * @param unit its unit
     * @param value the number
     * @param limit the goal
     * @return the measure
     */
    public static Measure least(String name, String unit, double value, double limit) {
        return new Measure(name, unit, value, Double.NaN, "≥ " + number(limit), value >= limit);
    }

    /**
     * A duration whose goal holds for what is beyond the pauses of this machine.
     *
     * @param name of what
     * @param millis the duration, ms
     * @param control the same of a thread that does nothing, ms
     * @param limit the goal, ms
     * @return the measure
     */
    public static Measure beyond(String name, double millis, double control, double limit) {
        return new Measure(name, "ms", millis, control, "≤ " + number(limit), millis - control <= limit);
    }

    private static String number(double value) {
        return Double.isNaN(value)
                ? "–"
                : String.format(
                        Locale.ROOT, Math.abs(value) >= 1000 || value == Math.rint(value) ? "%.0f" : "%.4g", value);
    }

    /**
     * A table for people.
     *
     * @param measures its rows
     * @return lines in Markdown, each ended
     */
    public static String table(List<Measure> measures) {
        StringBuilder text = new StringBuilder(
                "| measure | unit | value | control thread | goal | met |\n|---|---|---|---|---|---|\n");
        for (Measure one : measures) {
            text.append("| ")
                    .append(String.join(
                            " | ",
                            one.name,
                            one.unit,
                            number(one.value),
                            number(one.control),
                            one.goal,
                            one.goal.equals("-") ? "–" : one.met ? "yes" : "NO"))
                    .append(" |\n");
        }
        return text.toString();
    }

    /**
     * Rows for programs.
     *
     * @param measures the rows
     * @return one object each
     */
    public static ArrayNode json(List<Measure> measures) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (Measure one : measures) {
            ObjectNode row = rows.addObject()
                    .put("name", one.name)
                    .put("unit", one.unit)
                    .put("value", one.value)
                    .put("goal", one.goal)
                    .put("met", one.met);
            if (!Double.isNaN(one.control)) {
                row.put("control", one.control);
            }
        }
        return rows;
    }
}
