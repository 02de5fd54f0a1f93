package org.openots.instructor.headless.trend;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The strip above the panels: trips of interlocks, alarms, and what operators do, each with a shape and a name. */
final class MarkStrip {
    private static final int LANE = 17;
    private static final int SYMBOL = 14;
    private static final int TYPE = 11;

    /** Lanes at most of each row: alarms come by dozens. */
    private static final int MOST_LANES = 10;

    private final Trend trend;
    private final int left;
    private final int width;
    private final List<Row> rows = new ArrayList<>();

    /** Marks of one kind. */
    private record Row(
            Trend.MarkKind kind,
            String zh,
            String en,
            List<Trend.Mark> named,
            List<Trend.Mark> again,
            MarkLanes.Places places) {
        /** That no alarm came is news too. */
        boolean shown() {
            return !named.isEmpty() || kind == Trend.MarkKind.ALARM;
        }

        int height() {
            return shown() ? Math.max(1, places.lanes()) * LANE + 6 : 0;
        }
    }

    MarkStrip(Trend trend, int left, int width) {
        this.trend = trend;
        this.left = left;
        this.width = width;
        row(Trend.MarkKind.ORDER, "操作", "operated");
        row(Trend.MarkKind.TRIP, "联锁", "trips");
        row(Trend.MarkKind.ALARM, "报警", "alarms");
    }

    /** A name is written once; when the same comes again, only a stroke shows it. */
    private void row(Trend.MarkKind kind, String zh, String en) {
        List<Trend.Mark> named = new ArrayList<>();
        List<Trend.Mark> again = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Trend.Mark mark : trend.marks()) {
            if (mark.kind() == kind) {
                (kind == Trend.MarkKind.ORDER || seen.add(mark.text().zh()) ? named : again).add(mark);
            }
        }
        double[] at = named.stream().mapToDouble(this::x).toArray();
        double[] wide = named.stream()
                .mapToDouble(m -> SYMBOL + 3 + Svg.width(label(m), TYPE))
                .toArray();
        rows.add(new Row(kind, zh, en, named, again, MarkLanes.place(at, wide, MOST_LANES)));
    }

    private double x(Trend.Mark mark) {
        return left + width * mark.time() / trend.seconds();
    }

    private static String label(Trend.Mark mark) {
        String zh = mark.text().zh();
        return zh.equals(mark.text().en()) ? zh : zh + " " + mark.text().en();
    }

    int height() {
        return rows.stream().mapToInt(Row::height).sum();
    }

    void draw(Svg svg, int top) {
        int y = top;
        for (Row row : rows) {
            if (row.shown()) {
                draw(svg, row, y);
                y += row.height();
            }
        }
    }

    private void draw(Svg svg, Row row, int top) {
        int bottom = top + row.height() - 3;
        svg.raw("<rect class=\"b\" x=\"" + left + "\" y=\"" + top + "\" width=\"" + width + "\" height=\""
                + (bottom - top) + "\"/>");
        svg.text(left - 6, top + 13, "class=\"t e\"", row.zh);
        if (row.places.lanes() > 1) {
            svg.text(left - 6, top + 28, "class=\"s e\"", row.en);
        }
        if (!row.places.left().isEmpty()) {
            svg.text(
                    left - 6, top + 43, "class=\"s e\"", "+" + row.places.left().size());
        }
        if (row.named.isEmpty()) {
            svg.text(left + width / 2.0, top + 13.0, "class=\"s\"", "无 none");
        }
        row.again.forEach(mark -> stroke(svg, mark, bottom));
        row.places.left().forEach(i -> stroke(svg, row.named.get(i), bottom));
        for (MarkLanes.Place place : row.places.places()) {
            Trend.Mark mark = row.named.get(place.index());
            int y = top + 2 + place.lane() * LANE;
            svg.use(symbol(mark), x(mark), y);
            svg.text(x(mark) + SYMBOL + 3, y + 11, "class=\"s\"", label(mark));
        }
    }

    private void stroke(Svg svg, Trend.Mark mark, int bottom) {
        svg.line(x(mark), bottom - 4, x(mark), bottom, "class=\"a\"");
    }

    private static String symbol(Trend.Mark mark) {
        return switch (mark.kind()) {
            case TRIP -> "x";
            case ALARM -> "p" + mark.priority();
            case ORDER, FAULT, STEP -> "o";
        };
    }
}
