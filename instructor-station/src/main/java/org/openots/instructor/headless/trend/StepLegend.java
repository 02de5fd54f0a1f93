package org.openots.instructor.headless.trend;

import java.util.List;
import java.util.Locale;

/** Steps of a procedure: a numbered flag at each beginning, and below the panels what each of them was. */
final class StepLegend {
    /** Height of an entry, px: two lines of type. */
    private static final int ENTRY = 31;

    private static final int COLUMNS = 3;

    /** Height of the row of flags, px. */
    private static final int FLAGS = 20;

    private static final int TYPE = 11;
    private static final int MARGIN = 20;

    private final Trend trend;
    private final List<Trend.Mark> steps;
    private final int left;
    private final int width;

    StepLegend(Trend trend, int left, int width) {
        this.trend = trend;
        this.steps = trend.marks().stream()
                .filter(m -> m.kind() == Trend.MarkKind.STEP)
                .toList();
        this.left = left;
        this.width = width;
    }

    int flagsHeight() {
        return steps.isEmpty() ? 0 : FLAGS;
    }

    int height() {
        return steps.isEmpty() ? 0 : rows() * ENTRY + 14;
    }

    private int rows() {
        return (steps.size() + COLUMNS - 1) / COLUMNS;
    }

    private double x(Trend.Mark mark) {
        return left + width * mark.time() / trend.seconds();
    }

    /** Lines through the panels, and flags on top; flags that would overlap become one, for example {@code 3–5}. */
    void drawFlags(Svg svg, int flagTop, int top, int bottom) {
        StringBuilder lines = new StringBuilder();
        steps.forEach(m ->
                lines.append('M').append(Svg.tenth(x(m))).append(' ').append(top).append('V').append(bottom));
        svg.raw("<path class=\"m\" d=\"" + lines + "\"/>");
        int from = 0;
        while (from < steps.size()) {
            int to = from;
            while (to + 1 < steps.size() && x(steps.get(to + 1)) < x(steps.get(from)) + flagWidth(from, to) + 2) {
                to++;
            }
            flag(svg, from, to, flagTop);
            from = to + 1;
        }
    }

    private void flag(Svg svg, int from, int to, int top) {
        double x = x(steps.get(from));
        double wide = flagWidth(from, to);
        svg.raw("<rect x=\"" + Svg.tenth(x) + "\" y=\"" + top + "\" width=\"" + Svg.tenth(wide)
                + "\" height=\"16\" rx=\"2\" fill=\"#424a51\"/>");
        svg.text(x + wide / 2, top + 12, "class=\"l\"", name(from, to));
    }

    private static String name(int from, int to) {
        return from == to ? Integer.toString(from + 1) : (from + 1) + "–" + (to + 1);
    }

    private static double flagWidth(int from, int to) {
        return Svg.width(name(from, to), TYPE) + 6;
    }

    void draw(Svg svg, int top) {
        double column = (TrendPicture.WIDTH - 2.0 * MARGIN) / COLUMNS;
        for (int i = 0; i < steps.size(); i++) {
            Trend.Mark step = steps.get(i);
            double x = MARGIN + (i / rows()) * column;
            double y = top + (i % rows()) * ENTRY + 12.0;
            svg.text(x + 20, y, "class=\"t e\"", Integer.toString(i + 1));
            svg.text(x + 26, y, "", clock(step.time()) + "  " + step.text().zh());
            svg.text(x + 26, y + 13, "class=\"s\"", step.text().en());
        }
    }

    private static String clock(double time) {
        long seconds = (long) time;
        return String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
