package org.openots.instructor.headless.trend;

import java.util.ArrayList;
import java.util.List;

/**
 * Draws a {@link Trend} as SVG: title, what happened, stacked panels over one time axis, names at the right ends of the
 * lines. The same trend gives the same bytes.
 */
public final class TrendPicture {
    /** Width of the paper, px. */
    static final int WIDTH = 1100;

    private static final int LEFT = 64;
    private static final int MARGIN = 20;
    private static final int TITLE = 76;

    /** Space between panels, px. */
    private static final int PANEL_GAP = 14;

    /** Space between the strip of marks and the first panel, px. */
    private static final int STRIP_GAP = 4;

    private static final int AXIS = 36;
    private static final int FOOTER = 24;
    private static final int MOST_TIMES = 13;

    /** Colours and sizes are those of the station world of the design system. */
    private static final String STYLE = """
            <style>
            text{font:400 12px "Microsoft YaHei UI","Microsoft YaHei","PingFang SC","Noto Sans CJK SC","Noto Sans SC",sans-serif;fill:#14211e;font-variant-numeric:tabular-nums}
            .k{font-size:18px;font-weight:700}
            .k2{font-size:14px}
            .h{font-weight:700}
            .t{font-size:11px}
            .s{font-size:11px;fill:#424a51}
            .e{text-anchor:end}
            .c{text-anchor:middle}
            .l{font-size:11px;font-weight:700;fill:#fff;text-anchor:middle}
            .v{font-weight:700;fill:#0f2f66}
            .p{fill:none;stroke-linejoin:round}
            .g{fill:none;stroke:#e3e6e8}
            .f{fill:none;stroke:#9aa2a8}
            .b{fill:#f1f4f3}
            .m{fill:none;stroke:#9aa2a8;stroke-dasharray:1 3}
            .a{stroke:#2a2e32}
            </style>
            <defs>
            <g id="p1"><rect x=".5" y=".5" width="13" height="13" fill="#c4161c" stroke="#2a2e32"/><text class="l" x="7" y="11">1</text></g>
            <g id="p2"><path d="M7 0 14 13.5H0z" fill="#f08a00" stroke="#2a2e32"/><text class="l" style="fill:#1a1200" x="7" y="12">2</text></g>
            <g id="p3"><circle cx="7" cy="7" r="6.5" fill="#f4d000" stroke="#2a2e32"/><text class="l" style="fill:#1a1600" x="7" y="11">3</text></g>
            <g id="x"><rect x=".5" y=".5" width="13" height="13" fill="#2a2e32"/><path d="M3.5 3.5l7 7m0-7l-7 7" stroke="#fff" stroke-width="2"/></g>
            <g id="o"><path d="M7 .7 13.3 7 7 13.3.7 7z" fill="#fff" stroke="#2a2e32"/></g>
            </defs>
            """;

    private final Trend trend;
    private final int plotWidth;
    private final MarkStrip strip;
    private final StepLegend steps;

    private TrendPicture(Trend trend) {
        this.trend = trend;
        double labels = trend.panels().stream()
                .mapToDouble(PanelDrawing::labelWidth)
                .max()
                .orElse(0);
        this.plotWidth = (int) (WIDTH - LEFT - MARGIN / 2 - labels);
        this.strip = new MarkStrip(trend, LEFT, plotWidth);
        this.steps = new StepLegend(trend, LEFT, plotWidth);
    }

    /**
     * Draws a trend.
     *
     * @param trend what
     * @return an SVG document
     */
    public static String draw(Trend trend) {
        return new TrendPicture(trend).draw();
    }

    private String draw() {
        int flagTop = TITLE;
        int stripTop = flagTop + steps.flagsHeight();
        int top = stripTop + strip.height();
        List<Frame> frames = new ArrayList<>();
        int bottom = top + STRIP_GAP;
        for (Trend.Panel panel : trend.panels()) {
            int height = PanelDrawing.height(panel);
            frames.add(Frame.of(panel, LEFT, bottom + PanelDrawing.HEADING, plotWidth, height));
            bottom += PanelDrawing.HEADING + height + PANEL_GAP;
        }
        bottom -= PANEL_GAP;
        int legend = bottom + AXIS;
        int height = legend + steps.height() + FOOTER;
        Svg svg = new Svg();
        begin(svg, height);
        steps.drawFlags(svg, flagTop);
        strip.draw(svg, stripTop);
        List<AxisTicks.Tick> times = AxisTicks.times(trend.seconds(), MOST_TIMES);
        for (int i = 0; i < frames.size(); i++) {
            new PanelDrawing(trend.panels().get(i), frames.get(i)).draw(svg, times, trend.seconds());
        }
        List<int[]> spans = spans(stripTop, top, frames);
        steps.drawLines(svg, spans);
        verticals(svg, spans);
        faultNames(svg, bottom);
        timeAxis(svg, times, bottom);
        steps.draw(svg, legend);
        svg.text(MARGIN, height - 8, "class=\"s\"", trend.footer());
        return svg.raw("</svg>").toString();
    }

    private void begin(Svg svg, int height) {
        String title = Svg.escaped(trend.title().zh() + " / " + trend.title().en());
        svg.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + WIDTH + "\" height=\"" + height
                + "\" viewBox=\"0 0 " + WIDTH + " " + height + "\" role=\"img\" lang=\"zh-CN\">");
        svg.raw("<title>" + title + "</title>");
        svg.raw(STYLE.strip());
        svg.raw("<rect width=\"" + WIDTH + "\" height=\"" + height + "\" fill=\"#fff\"/>");
        svg.raw("<text class=\"k\" x=\"" + MARGIN + "\" y=\"26\">"
                + Svg.escaped(trend.title().zh()) + " <tspan class=\"k2\" font-weight=\"400\">"
                + Svg.escaped(trend.title().en()) + "</tspan></text>");
        svg.text(MARGIN, 47, "class=\"s\"", trend.subtitle().zh());
        svg.text(MARGIN, 63, "class=\"s\"", trend.subtitle().en());
    }

    /** From where to where vertical lines go: over the marks and over each frame, not through headings. */
    private static List<int[]> spans(int stripTop, int stripBottom, List<Frame> frames) {
        List<int[]> spans = new ArrayList<>();
        spans.add(new int[] {stripTop, stripBottom});
        frames.forEach(frame -> spans.add(new int[] {frame.top(), frame.bottom()}));
        return spans;
    }

    /** The beginning of the fault, and the trips. */
    private void verticals(Svg svg, List<int[]> spans) {
        for (Trend.Mark mark : trend.marks()) {
            if (mark.kind() == Trend.MarkKind.FAULT) {
                svg.raw("<path d=\"" + vertical(x(mark), spans) + "\" stroke=\"#14211e\" stroke-width=\"1.4\"/>");
            } else if (mark.kind() == Trend.MarkKind.TRIP) {
                svg.raw("<path d=\"" + vertical(x(mark), spans) + "\" stroke=\"#c4161c\" stroke-dasharray=\"4 3\"/>");
            }
        }
    }

    /** Path data of a line at one place, in several parts. */
    static String vertical(double x, List<int[]> spans) {
        StringBuilder data = new StringBuilder();
        spans.forEach(span -> data.append('M')
                .append(Svg.tenth(x))
                .append(' ')
                .append(span[0])
                .append('V')
                .append(span[1]));
        return data.toString();
    }

    private double x(Trend.Mark mark) {
        return LEFT + plotWidth * mark.time() / trend.seconds();
    }

    private void faultNames(Svg svg, int bottom) {
        trend.marks().stream()
                .filter(mark -> mark.kind() == Trend.MarkKind.FAULT)
                .forEach(mark -> svg.text(
                        x(mark) - 5,
                        bottom + 30.0,
                        "class=\"t\"",
                        "▲ " + mark.text().zh() + " " + mark.text().en()));
    }

    private void timeAxis(Svg svg, List<AxisTicks.Tick> times, int bottom) {
        for (AxisTicks.Tick tick : times) {
            double x = LEFT + plotWidth * tick.at() / trend.seconds();
            svg.text(x, bottom + 14.0, "class=\"s c\"", tick.label());
        }
        boolean hours = AxisTicks.hours(trend.seconds());
        svg.text(LEFT + plotWidth + 14.0, bottom + 14.0, "class=\"s\"", hours ? "时间 time, h" : "时间 time, min");
    }
}
