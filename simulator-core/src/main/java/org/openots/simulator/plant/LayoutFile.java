package org.openots.simulator.plant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.openots.common.error.CommonError;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.NameForm;
import org.openots.common.text.LocalText;

/** Reads {@code layout.json}: checks its form and notes which names of the plant it uses where. */
final class LayoutFile {
    /** Format of the file. */
    static final String FORMAT = "layout";

    private static final String FOR_ALL_OTHERS = "default";
    private static final LocalText LENGTH_UNIT = new LocalText("长度单位", "unit of length");
    private static final LocalText PAIR = new LocalText("个数，必须是 2 个", "numbers; 2 are needed");
    private static final LocalText POINT =
            new LocalText("项，必须是 [x, y] 或 [x, y, 对齐]", "entries; [x, y] or [x, y, anchor] is needed");
    private static final LocalText BOX = new LocalText("个数，必须是 4 个", "numbers; 4 are needed");
    private static final LocalText LINE = new LocalText("个点，至少要有 2 个", "points; at least 2 are needed");
    private static final int MOST_DECIMALS = 6;
    /** Drawings are a few thousand pixels wide. */
    private static final double LARGEST_BOX = 1e5;
    /** Smallest size of anything that can be seen, px. */
    private static final double SMALLEST = 0.1;
    /** No display shows a longer number. */
    private static final double LARGEST_NUMBER = 1e6;

    private static final int MOST_TRAYS = 200;
    private static final int MOST_COLUMNS = 20;

    private final List<Layout.Use> uses = new ArrayList<>();
    private double left;
    private double top;
    private double width;
    private double height;

    private LayoutFile() {}

    private enum EquipmentKind {
        COLUMN,
        VESSEL,
        CONDENSER,
        DRUM,
        EXCHANGER
    }

    private enum Service {
        UTILITY
    }

    private enum SymbolKind {
        HAND_VALVE,
        CONTROL_VALVE,
        SOLENOID_VALVE,
        SHUTOFF_VALVE,
        MOTOR_VALVE,
        PUMP,
        HEATER,
        FAN,
        SWITCH,
        ESTOP
    }

    private enum Turn {
        UP,
        DOWN,
        LEFT,
        RIGHT
    }

    private enum HeaterForm {
        EXCHANGER,
        RODS
    }

    private enum Anchor {
        START,
        MIDDLE,
        END
    }

    private enum Style {
        EQUIPMENT
    }

    private enum PanelKind {
        TARGETS,
        GROUP,
        INTERLOCKS,
        VALUE
    }

    private enum GaugeKind {
        SIGHT_GLASS,
        WINDOW,
        DIAL
    }

    private enum MarkKind {
        SAMPLE,
        CHECK,
        PPE,
        DETECTOR,
        LOG,
        REPORT
    }

    static List<Layout.Use> read(JsonCursor file, String plant) {
        return new LayoutFile().root(file, plant);
    }

    private List<Layout.Use> root(JsonCursor file, String plant) {
        file.requireFormat(FORMAT, "1.0");
        PackFiles.samePlant(file, plant);
        file.at("lengthUnit").nameOf(List.of("px"), LENGTH_UNIT);
        JsonCursor drawings = file.at("drawings");
        drawing(drawings.at("dcs"));
        drawing(drawings.at("field"));
        file.optional("measurements")
                .ifPresent(map -> map.fields().forEach((tag, measurement) -> {
                    uses.add(new Layout.Use(Layout.Kind.SHOWN, tag, measurement.place()));
                    shown(measurement);
                }));
        optionalList(file, "trendGroups", this::trendGroup);
        file.optional("related")
                .ifPresent(map -> map.fields().forEach((tag, list) -> {
                    if (!tag.equals(FOR_ALL_OTHERS)) {
                        uses.add(new Layout.Use(Layout.Kind.SHOWN, tag, list.place()));
                    }
                    list.items().forEach(this::shown);
                }));
        file.finish();
        return List.copyOf(uses);
    }

    private void drawing(JsonCursor d) {
        d.at("title").localText();
        box(d.at("viewBox"));
        d.at("equipment").items().forEach(this::equipment);
        d.at("pipes").items().forEach(this::pipe);
        d.at("symbols").items().forEach(this::symbol);
        d.at("texts").items().forEach(this::words);
        optionalList(d, "brackets", b -> points(b.at("points")));
        optionalList(d, "signals", this::signalLine);
        optionalList(d, "tiles", this::tile);
        optionalList(d, "gauges", this::gauge);
        optionalList(d, "marks", this::mark);
        optionalList(d, "panels", this::panel);
    }

    /** Everything of a drawing lies in its box. */
    private void box(JsonCursor c) {
        List<Double> numbers = c.list(JsonCursor::number);
        boolean right = numbers.size() == 4;
        if (c.isArray() && !right) {
            c.report(CommonError.JSON_NUMBER_RANGE, numbers.size(), BOX);
        }
        left = right ? c.items().get(0).between(-LARGEST_BOX, LARGEST_BOX) : Double.NaN;
        top = right ? c.items().get(1).between(-LARGEST_BOX, LARGEST_BOX) : Double.NaN;
        width = right ? c.items().get(2).between(1, LARGEST_BOX) : Double.NaN;
        height = right ? c.items().get(3).between(1, LARGEST_BOX) : Double.NaN;
    }

    private void x(JsonCursor c) {
        c.between(left, left + width);
    }

    private void y(JsonCursor c) {
        c.between(top, top + height);
    }

    private void equipment(JsonCursor e) {
        NameForm.ELEMENT.read(e.at("id"));
        e.at("kind").oneOf(EquipmentKind.class);
        place(e);
        size(e);
        e.optional("dome").ifPresent(d -> d.between(0, height));
        e.optional("trays").ifPresent(t -> {
            t.at("count").integer(1, MOST_TRAYS);
            y(t.at("firstY"));
            t.at("pitch").between(SMALLEST, height);
            t.at("labels").list(label -> label.integer(1, MOST_TRAYS));
        });
        e.optional("level").ifPresent(level -> {
            shown(level.at("signal"));
            range(level.at("range"));
            level.at("unit").text();
        });
    }

    private void pipe(JsonCursor p) {
        points(p.at("points"));
        p.optional("arrow").ifPresent(JsonCursor::bool);
        p.optional("service").ifPresent(s -> s.oneOf(Service.class));
    }

    private void symbol(JsonCursor s) {
        use(Layout.Kind.DEVICE, s.at("tag"));
        s.at("kind").oneOf(SymbolKind.class);
        place(s);
        size(s);
        s.optional("turn").ifPresent(t -> t.oneOf(Turn.class));
        s.optional("form").ifPresent(f -> f.oneOf(HeaterForm.class));
        s.optional("label").ifPresent(this::anchored);
        s.optional("state").ifPresent(this::anchored);
        s.optional("text").ifPresent(JsonCursor::localText);
        s.optional("value").ifPresent(value -> {
            shown(value.at("signal"));
            value.at("unit").text();
            decimals(value.at("decimals"));
        });
    }

    private void words(JsonCursor t) {
        t.at("text").localText();
        place(t);
        t.optional("anchor").ifPresent(a -> a.oneOf(Anchor.class));
        t.optional("style").ifPresent(s -> s.oneOf(Style.class));
    }

    private void signalLine(JsonCursor s) {
        points(s.at("points"));
        s.optional("arrow").ifPresent(JsonCursor::bool);
        s.optional("text").ifPresent(JsonCursor::localText);
        s.optional("at").ifPresent(this::anchored);
    }

    private void tile(JsonCursor t) {
        shown(t.at("tag"));
        place(t);
        t.optional("lead").ifPresent(this::points);
        t.optional("bar").ifPresent(LayoutFile::range);
    }

    private void gauge(JsonCursor g) {
        shown(g.at("tag"));
        g.at("kind").oneOf(GaugeKind.class);
        place(g);
        size(g);
        g.optional("label").ifPresent(this::anchored);
        g.optional("range").ifPresent(LayoutFile::range);
        g.optional("unit").ifPresent(JsonCursor::text);
        g.optional("decimals").ifPresent(LayoutFile::decimals);
        g.optional("lead").ifPresent(this::points);
    }

    private void mark(JsonCursor m) {
        m.at("kind").oneOf(MarkKind.class);
        use(Layout.Kind.TASK, m.at("id"));
        place(m);
        m.optional("label").ifPresent(this::anchored);
        m.optional("lead").ifPresent(this::points);
        m.optional("text").ifPresent(JsonCursor::localText);
    }

    private void panel(JsonCursor p) {
        p.at("kind").oneOf(PanelKind.class);
        place(p);
        size(p);
        p.optional("title").ifPresent(JsonCursor::localText);
        p.optional("text").ifPresent(JsonCursor::localText);
        p.optional("columns").ifPresent(c -> c.integer(1, MOST_COLUMNS));
        p.optional("signal").ifPresent(this::shown);
        p.optional("setPoint").ifPresent(this::shown);
        p.optional("decimals").ifPresent(LayoutFile::decimals);
        optionalList(p, "rows", row -> {
            row.at("text").localText();
            shown(row.at("signal"));
            row.at("unit").text();
            decimals(row.at("decimals"));
            range(row.at("range"));
            range(row.at("band"));
            row.at("limit").localText();
        });
    }

    private void trendGroup(JsonCursor g) {
        NameForm.FILE.read(g.at("id"));
        g.at("text").localText();
        g.at("tags").items().forEach(this::shown);
    }

    private void shown(JsonCursor name) {
        use(Layout.Kind.SHOWN, name);
    }

    private void use(Layout.Kind kind, JsonCursor name) {
        String text = name.text();
        if (!text.isBlank()) {
            uses.add(new Layout.Use(kind, text, name.place()));
        }
    }

    private void place(JsonCursor c) {
        x(c.at("x"));
        y(c.at("y"));
    }

    private void size(JsonCursor c) {
        c.optional("width").ifPresent(w -> w.between(SMALLEST, width));
        c.optional("height").ifPresent(h -> h.between(SMALLEST, height));
        c.optional("radius").ifPresent(r -> r.between(0, height));
    }

    private static void decimals(JsonCursor c) {
        c.integer(0, MOST_DECIMALS);
    }

    private static void range(JsonCursor c) {
        List<Double> ends = c.list(end -> end.between(-LARGEST_NUMBER, LARGEST_NUMBER));
        if (c.isArray() && ends.size() != 2) {
            c.report(CommonError.JSON_NUMBER_RANGE, ends.size(), PAIR);
        } else if (c.isArray() && ends.get(0) >= ends.get(1)) {
            double low = ends.get(0);
            c.report(
                    CommonError.JSON_NUMBER_RANGE,
                    ends.get(1),
                    new LocalText("必须大于下限 " + low, "must be above the lower end " + low));
        }
    }

    private void points(JsonCursor c) {
        List<JsonCursor> points = c.items();
        points.forEach(this::point);
        if (c.isArray() && points.size() < 2) {
            c.report(CommonError.JSON_NUMBER_RANGE, points.size(), LINE);
        }
    }

    private void point(JsonCursor c) {
        List<JsonCursor> ends = c.items();
        if (c.isArray() && ends.size() != 2) {
            c.report(CommonError.JSON_NUMBER_RANGE, ends.size(), PAIR);
        } else if (c.isArray()) {
            x(ends.get(0));
            y(ends.get(1));
        }
    }

    /** A place for words: {@code [x, y]}, or {@code [x, y, "start"]} with the side on which they begin. */
    private void anchored(JsonCursor c) {
        List<JsonCursor> parts = c.items();
        if (c.isArray() && (parts.size() < 2 || parts.size() > 3)) {
            c.report(CommonError.JSON_NUMBER_RANGE, parts.size(), POINT);
            return;
        }
        Optional<JsonCursor> anchor = parts.size() == 3 ? Optional.of(parts.get(2)) : Optional.empty();
        if (c.isArray()) {
            x(parts.get(0));
            y(parts.get(1));
        }
        anchor.ifPresent(a -> a.oneOf(Anchor.class));
    }

    private static void optionalList(JsonCursor c, String field, Consumer<JsonCursor> reader) {
        c.optional(field).ifPresent(list -> list.items().forEach(reader));
    }
}
