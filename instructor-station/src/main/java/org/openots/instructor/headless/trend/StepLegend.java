package org.openots.instructor.headless.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Steps of a procedure: a numbered flag at each beginning, and below the panels what each of them was. */
final class StepLegend {
    /** Height of an entry, px: two lines of type. */
    private static final int ENTRY = 31;

    private static final int MOST_COLUMNS = 3;

    /** Height of the row of flags, px. */
    private static final int FLAGS = 20;

    private static final int TYPE = 11;
    private static final int TEXT_TYPE = 12;
    private static final int MARGIN = 20;

    /** Where the text of an entry begins in its column, px. */
    private static final int INDENT = 26;

    /** Steps of a procedure without numbers that follow sooner are part of the one before, s. */
    private static final double APART = 30;

    /** A number of the procedure in front of a text. */
    private static final Pattern NUMBER = Pattern.compile("([0-9]+) ");

    private final Trend trend;
    private final List<Trend.Mark> steps;
    private final List<String> names;
    private final int left;
    private final int width;
    private final int columns;

    StepLegend(Trend trend, int left, int width) {
        this.trend = trend;
        this.steps = milestones(trend.marks().stream()
                .filter(m -> m.kind() == Trend.MarkKind.STEP)
                .toList());
        this.names = names(steps.stream().map(step -> step.text().zh()).toList());
        this.left = left;
        this.width = width;
        this.columns = columns();
    }

    /** All steps of a procedure whose steps are numbered; otherwise those that do not follow at once. */
    static List<Trend.Mark> milestones(List<Trend.Mark> steps) {
        if (steps.stream().anyMatch(step -> !number(step.text().zh()).isEmpty())) {
            return steps;
        }
        List<Trend.Mark> kept = new ArrayList<>();
        for (Trend.Mark step : steps) {
            if (kept.isEmpty() || step.time() - kept.get(kept.size() - 1).time() >= APART) {
                kept.add(step);
            }
        }
        return kept;
    }

    /** As many columns as the longest entry lets stand side by side. */
    private int columns() {
        double widest = 0;
        for (Trend.Mark step : steps) {
            widest = Math.max(widest, Svg.width(zh(step), TEXT_TYPE));
            widest = Math.max(widest, Svg.width(step.text().en(), TYPE));
        }
        int fit = (int) ((TrendPicture.WIDTH - 2 * MARGIN) / (widest + INDENT));
        return Math.max(1, Math.min(MOST_COLUMNS, fit));
    }

    private static String zh(Trend.Mark step) {
        return clock(step.time()) + "  " + unnumbered(step.text().zh());
    }

    int flagsHeight() {
        return steps.isEmpty() ? 0 : FLAGS;
    }

    int height() {
        return steps.isEmpty() ? 0 : rows() * ENTRY + 14;
    }

    private int rows() {
        return (steps.size() + columns - 1) / columns;
    }

    private double x(Trend.Mark mark) {
        return left + width * mark.time() / trend.seconds();
    }

    /** A line at each beginning. */
    void drawLines(Svg svg, List<int[]> spans) {
        StringBuilder lines = new StringBuilder();
        steps.forEach(step -> lines.append(TrendPicture.vertical(x(step), spans)));
        if (!steps.isEmpty()) {
            svg.raw("<path class=\"m\" d=\"" + lines + "\"/>");
        }
    }

    /** Flags on top of the lines; those that would overlap become one, for example {@code 3–5}. */
    void drawFlags(Svg svg, int top) {
        int from = 0;
        while (from < steps.size()) {
            int to = from;
            while (to + 1 < steps.size() && x(steps.get(to + 1)) < x(steps.get(from)) + flagWidth(from, to) + 2) {
                to++;
            }
            flag(svg, from, to, top);
            from = to + 1;
        }
    }

    private void flag(Svg svg, int from, int to, int top) {
        double x = x(steps.get(from));
        double wide = flagWidth(from, to);
        svg.raw("<rect x=\"" + Svg.tenth(x) + "\" y=\"" + top + "\" width=\"" + Svg.tenth(wide)
                + "\" height=\"16\" rx=\"2\" fill=\"#424a51\"/>");
        svg.text(x + wide / 2, top + 12.0, "class=\"l\"", flag(from, to));
    }

    private String flag(int from, int to) {
        return from == to ? names.get(from) : names.get(from) + "–" + names.get(to);
    }

    private double flagWidth(int from, int to) {
        return Svg.width(flag(from, to), TYPE) + 6;
    }

    /**
     * Short names of steps: the number a text begins with, as in the procedure, and letters for what belongs to it;
     * 1, 2, 3 if no text begins with a number.
     *
     * @param texts what each step is
     * @return for example {@code 10}, {@code 10a}, {@code 10b}, {@code 11}
     */
    static List<String> names(List<String> texts) {
        boolean numbered = texts.stream().anyMatch(text -> !number(text).isEmpty());
        List<String> names = new ArrayList<>();
        String number = "0";
        int letters = 0;
        for (String text : texts) {
            String own = number(text);
            letters = own.isEmpty() ? letters + 1 : 0;
            number = own.isEmpty() ? number : own;
            names.add(numbered ? number + letter(letters) : Integer.toString(names.size() + 1));
        }
        return names;
    }

    private static String number(String text) {
        Matcher matcher = NUMBER.matcher(text);
        return matcher.lookingAt() ? matcher.group(1) : "";
    }

    private static String letter(int count) {
        return count == 0 ? "" : Character.toString('a' + count - 1);
    }

    void draw(Svg svg, int top) {
        double column = (TrendPicture.WIDTH - 2.0 * MARGIN) / columns;
        for (int i = 0; i < steps.size(); i++) {
            Trend.Mark step = steps.get(i);
            int across = i / rows();
            double x = MARGIN + across * column;
            double y = top + i % rows() * ENTRY + 12.0;
            svg.text(x + 20, y, "class=\"t e\"", names.get(i));
            svg.text(x + INDENT, y, "", zh(step));
            svg.text(x + INDENT, y + 13, "class=\"s\"", unnumbered(step.text().en()));
        }
    }

    private static String unnumbered(String text) {
        return text.substring(Math.min(
                text.length(), number(text).isEmpty() ? 0 : number(text).length() + 1));
    }

    private static String clock(double time) {
        long seconds = (long) time;
        return String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
