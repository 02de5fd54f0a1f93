package org.openots.instructor.headless.trend;

import java.util.List;

/** One panel: frame, grid, lines, and the name of each line at its right end. */
final class PanelDrawing {
    /** Height of a label, px: two lines of type. */
    static final int LABEL_HEIGHT = 30;

    private static final int LEAST_HEIGHT = 96;

    /** Height of the heading above the frame, px. */
    static final int HEADING = 20;

    /** Room for one tick of the vertical axis, px. */
    private static final int TICK_ROOM = 17;

    /** Space between the frame and the labels, and of the letter before a label, px. */
    private static final int LABEL_GAP = 14;

    private static final int LETTER = 14;
    private static final int TYPE = 12;
    private static final int SMALL_TYPE = 11;

    /** Spans of the axis from which on a last value has 0, 1, 2 decimals: a hundredth of the span can be read then. */
    private static final double[] SPANS = {500, 8, 0.5};

    private final Trend.Panel panel;
    private final Frame frame;

    PanelDrawing(Trend.Panel panel, Frame frame) {
        this.panel = panel;
        this.frame = frame;
    }

    /** Height of the frame a panel needs for its labels, px. */
    static int height(Trend.Panel panel) {
        return Math.max(LEAST_HEIGHT, panel.series().size() * LABEL_HEIGHT + 4);
    }

    /** Width a panel needs to the right of its frame, px. */
    static double labelWidth(Trend.Panel panel) {
        double widest = 0;
        for (Trend.Series series : panel.series()) {
            String first = series.tag() + " 0000.00 " + series.text().zh();
            widest = Math.max(widest, Svg.width(first, TYPE));
            widest = Math.max(widest, Svg.width(series.text().en(), SMALL_TYPE));
        }
        return LABEL_GAP + LETTER + 4 + widest;
    }

    void draw(Svg svg, List<AxisTicks.Tick> times, double seconds) {
        String unit = panel.unit().isEmpty() ? "" : "  " + panel.unit();
        svg.text(
                frame.left(),
                frame.top() - 6,
                "class=\"h\"",
                panel.title().zh() + "  " + panel.title().en() + unit);
        grid(svg, times, seconds);
        double[] ends = new double[panel.series().size()];
        for (int i = 0; i < ends.length; i++) {
            Trend.Series series = panel.series().get(i);
            List<List<PenPath.Point>> strokes = PenPath.strokes(series.values(), frame);
            svg.raw("<path class=\"p\" d=\"" + PenPath.data(strokes) + "\" "
                    + Pen.IN_ORDER.get(i).stroke(series.main()) + "><title>" + Svg.escaped(series.tag())
                    + "</title></path>");
            ends[i] = strokes.isEmpty() ? frame.bottom() : end(strokes.get(strokes.size() - 1)) / 10.0;
        }
        labels(svg, ends);
    }

    private static int end(List<PenPath.Point> stroke) {
        return stroke.get(stroke.size() - 1).y();
    }

    private void grid(Svg svg, List<AxisTicks.Tick> times, double seconds) {
        StringBuilder lines = new StringBuilder();
        for (AxisTicks.Tick tick : AxisTicks.values(frame.low(), frame.high(), frame.height() / TICK_ROOM)) {
            int y = frame.y(tick.at());
            lines.append('M').append(frame.left()).append(' ').append(PenPath.pixels(y));
            lines.append('h').append(frame.width());
            svg.text(frame.left() - 6, y / 10.0 + 4, "class=\"s e\"", tick.label());
        }
        for (AxisTicks.Tick tick : times) {
            lines.append('M').append(PenPath.pixels(frame.x(tick.at() / seconds)));
            lines.append(' ').append(frame.top()).append('v').append(frame.height());
        }
        svg.raw("<path class=\"g\" d=\"" + lines + "\"/>");
        svg.raw("<path class=\"f\" d=\"M" + frame.left() + " " + frame.top() + "h" + frame.width() + "v"
                + frame.height() + "h-" + frame.width() + "z\"/>");
    }

    private void labels(Svg svg, double[] ends) {
        double[] places = LabelColumn.place(ends, LABEL_HEIGHT, frame.top() - HEADING / 2.0, frame.bottom() + 3.0);
        for (int i = 0; i < ends.length; i++) {
            Trend.Series series = panel.series().get(i);
            Pen pen = Pen.IN_ORDER.get(i);
            double x = frame.right() + LABEL_GAP;
            double y = places[i];
            svg.line(frame.right() + 1, ends[i], x - 1, y, "fill=\"none\" stroke=\"" + pen.colour() + "\"");
            svg.raw("<rect x=\"" + Svg.tenth(x) + "\" y=\"" + Svg.tenth(y - LETTER / 2.0) + "\" width=\"" + LETTER
                    + "\" height=\"" + LETTER + "\" rx=\"2\" fill=\"" + pen.colour() + "\"/>");
            svg.text(x + LETTER / 2.0, y + 4, "class=\"l\"", pen.name());
            String weight = series.main() ? "700" : "400";
            svg.raw("<text x=\"" + Svg.tenth(x + LETTER + 4) + "\" y=\"" + Svg.tenth(y - 2) + "\"><tspan font-weight=\""
                    + weight + "\" fill=\"" + pen.colour() + "\">" + Svg.escaped(series.tag())
                    + "</tspan> <tspan class=\"v\">"
                    + last(series) + "</tspan> " + Svg.escaped(series.text().zh()) + "</text>");
            svg.text(x + LETTER + 4, y + 11, "class=\"s\"", series.text().en());
        }
    }

    /** The value at the right edge, as exact as the axis lets one read it. */
    private String last(Trend.Series series) {
        double value = series.values()[series.values().length - 1];
        if (!Double.isFinite(value)) {
            return "????";
        }
        int decimals = 0;
        while (decimals < SPANS.length && frame.high() - frame.low() < SPANS[decimals]) {
            decimals++;
        }
        return Svg.number(value, decimals);
    }
}
