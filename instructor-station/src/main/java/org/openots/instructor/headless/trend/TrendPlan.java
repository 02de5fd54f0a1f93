package org.openots.instructor.headless.trend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.common.signal.Signal;
import org.openots.common.signal.SignalTable;
import org.openots.common.text.LocalText;

/**
 * What the trend pictures of a plant show, and what one sees on them.
 *
 * @param panels from top to bottom
 * @param stories those with signals, length or sentence of their own, by id: {@code cold-start}, {@code hold}, or a fault
 */
public record TrendPlan(List<Panel> panels, Map<String, Story> stories) {
    private static final String ROOT = "/org/openots/instructor/headless/trend/";
    private static final LocalText SIGNAL = new LocalText("信号", "signal");
    private static final LocalText UNIT = new LocalText("该信号的单位", "unit of this signal");

    /** Length of a story that has no length of its own, min. */
    private static final double MINUTES = 30;

    private static final String SET_POINT = ".SP";

    /** Copies. */
    public TrendPlan {
        panels = List.copyOf(panels);
        stories = Map.copyOf(stories);
    }

    /**
     * A panel.
     *
     * @param title its name
     * @param unit of its signals
     * @param leastSpan shortest vertical axis, in the unit
     * @param always signals that every picture shows
     * @param also signals that are shown here when a story is about them
     */
    public record Panel(LocalText title, String unit, double leastSpan, List<String> always, List<String> also) {
        /** Copies. */
        public Panel {
            always = List.copyOf(always);
            also = List.copyOf(also);
        }
    }

    /**
     * A story.
     *
     * @param minutes length of the picture; after a start-up, how long it runs on
     * @param tags signals it is about
     * @param orders what an operator does in it; empty but for faults that show only when somebody acts
     * @param seen what one sees and why
     */
    public record Story(double minutes, List<String> tags, List<Order> orders, Optional<LocalText> seen) {
        /** Copies. */
        public Story {
            tags = List.copyOf(tags);
            orders = List.copyOf(orders);
        }
    }

    /**
     * Something an operator does.
     *
     * @param minute when
     * @param target what is operated
     * @param verb what is done to it
     * @param value number that goes with it
     */
    public record Order(double minute, String target, String verb, double value) {}

    /**
     * The plan of a plant: that of the suite, or its controllers in panels by unit.
     *
     * @param plant plant id
     * @param table signals of the plant
     * @return the plan
     * @throws OtsException if the file is wrong
     */
    public static TrendPlan of(String plant, SignalTable table) {
        String resource = ROOT + plant + ".json";
        return TrendPlan.class.getResource(resource) == null
                ? ofControllers(table)
                : read(StrictJson.resource(TrendPlan.class, resource, Findings.throwing()), table);
    }

    static TrendPlan read(JsonCursor file, SignalTable table) {
        file.requireFormat("trend-plan", "1.0");
        file.at("plant").text();
        Map<String, Story> stories = new LinkedHashMap<>();
        List<Panel> panels = file.at("panels").list(c -> panel(c, table));
        file.at("stories").fields().forEach((id, c) -> stories.put(id, story(c, table)));
        file.finish();
        return new TrendPlan(panels, stories);
    }

    private static Panel panel(JsonCursor c, SignalTable table) {
        Panel panel = new Panel(
                c.at("title").localText(),
                c.at("unit").text(),
                c.at("leastSpan").positive(),
                c.at("always").list(tag -> tag(tag, table)),
                c.at("also").list(tag -> tag(tag, table)));
        for (List<String> tags : List.of(panel.always(), panel.also())) {
            tags.stream()
                    .filter(tag -> table.find(tag) >= 0)
                    .forEach(tag ->
                            c.at("unit").nameOf(List.of(signal(table, tag).unit()), UNIT));
        }
        return panel;
    }

    private static String tag(JsonCursor c, SignalTable table) {
        return c.nameOf(table.signals().stream().map(Signal::name).toList(), SIGNAL);
    }

    private static Story story(JsonCursor c, SignalTable table) {
        return new Story(
                c.at("minutes").positive(),
                c.at("tags").list(tag -> tag(tag, table)),
                c.optional("orders").map(o -> o.list(TrendPlan::order)).orElse(List.of()),
                Optional.of(c.at("seen").localText()));
    }

    private static Order order(JsonCursor c) {
        return new Order(
                c.at("minute").notNegative(),
                c.at("target").text(),
                c.at("verb").text(),
                c.at("value").number());
    }

    /** Everything that has a set point, by unit, and the outputs. */
    private static TrendPlan ofControllers(SignalTable table) {
        Map<String, List<String>> byUnit = new LinkedHashMap<>();
        List<String> outputs = new ArrayList<>();
        for (Signal signal : table.signals()) {
            if (table.find(signal.name() + SET_POINT) >= 0) {
                byUnit.computeIfAbsent(signal.unit(), unit -> new ArrayList<>()).add(signal.name());
                outputs.add(signal.name() + ".OP");
            }
        }
        List<Panel> panels = new ArrayList<>();
        byUnit.forEach((unit, tags) -> panels.add(other(unit, tags)));
        panels.add(new Panel(new LocalText("控制器输出", "controller outputs"), "%", 2, outputs, List.of()));
        return new TrendPlan(panels, Map.of());
    }

    /** A panel for signals of a unit that no panel of the plan holds. */
    static Panel other(String unit, List<String> tags) {
        return new Panel(new LocalText("其他", "others"), unit, 1, tags, List.of());
    }

    static Signal signal(SignalTable table, String tag) {
        return table.signals().get(table.find(tag));
    }

    /**
     * A story.
     *
     * @param id its id
     * @return as planned, or half an hour of what every picture shows
     */
    public Story story(String id) {
        return stories.getOrDefault(id, new Story(MINUTES, List.of(), List.of(), Optional.empty()));
    }

    /**
     * The panels of a picture: first those that show what it is about, with these signals first and at most six lines.
     *
     * @param tags signals it is about
     * @param alone whether nothing else is shown
     * @param table signals of the plant
     * @return panels with what is shown in {@code always}; signals it is about that find no room get further panels
     */
    public List<Panel> chosen(List<String> tags, boolean alone, SignalTable table) {
        List<String> homeless = new ArrayList<>(tags);
        List<Panel> first = new ArrayList<>();
        List<Panel> then = new ArrayList<>();
        for (Panel panel : panels) {
            List<String> mine = tags.stream()
                    .filter(tag -> panel.always().contains(tag) || panel.also().contains(tag))
                    .filter(homeless::remove)
                    .toList();
            List<String> shown = new ArrayList<>(mine);
            panel.always().stream()
                    .filter(tag -> !alone && !shown.contains(tag))
                    .forEach(shown::add);
            if (!shown.isEmpty()) {
                (mine.isEmpty() ? then : first).addAll(split(panel, shown, mine.size()));
            }
        }
        Map<String, List<String>> byUnit = new LinkedHashMap<>();
        homeless.forEach(tag -> byUnit.computeIfAbsent(signal(table, tag).unit(), unit -> new ArrayList<>())
                .add(tag));
        byUnit.forEach((unit, more) -> first.addAll(split(other(unit, more), more, more.size())));
        first.addAll(then);
        return first;
    }

    /** As many panels as the signals that must be shown need; the others go where there is room. */
    private static List<Panel> split(Panel panel, List<String> shown, int must) {
        int pens = Pen.IN_ORDER.size();
        List<Panel> parts = new ArrayList<>();
        int from = 0;
        do {
            int to = Math.min(shown.size(), from + pens);
            parts.add(new Panel(panel.title(), panel.unit(), panel.leastSpan(), shown.subList(from, to), List.of()));
            from = to;
        } while (from < must);
        return parts;
    }
}
