package org.openots.instructor.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.common.text.LocalText;

/** Reads scenarios; whether a plant can do what they say is checked by {@link ScenarioCheck}. */
public final class ScenarioReader {
    static final String FORMAT = "scenario";
    static final String FORMAT_VERSION = "1.0";
    /** Most events: more than a working day has minutes to watch. */
    static final int MOST_EVENTS = 200;
    /** Latest time in a scenario, s: a working day. */
    static final double LONGEST = 28_800;

    private static final int LONGEST_LINE = 200;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern EVENT_ID = Pattern.compile("e[1-9][0-9]{0,3}");

    private ScenarioReader() {}

    private enum Kind {
        FAULT,
        OVERRIDE,
        REMOTE,
        DISTURBANCE,
        MESSAGE
    }

    /**
     * Reads a scenario.
     *
     * @param file the name shown in messages
     * @param json the bytes in UTF-8
     * @param findings where mistakes go
     * @return the scenario; not to be used when mistakes were collected
     * @throws org.openots.common.error.OtsException for the first mistake when the sink throws
     */
    public static Scenario read(String file, byte[] json, Findings findings) {
        return read(StrictJson.parse(file, json, findings));
    }

    static Scenario read(JsonCursor root) {
        root.requireFormat(FORMAT, FORMAT_VERSION);
        Scenario scenario = new Scenario(
                id(root.at("id")),
                root.at("version").integer(1, Integer.MAX_VALUE),
                root.at("title").localText(),
                root.optional("note").map(JsonCursor::localText),
                root.at("plant").text(),
                root.at("initialCondition").text(),
                root.optional("task").map(JsonCursor::text),
                events(root.at("events")));
        root.finish();
        return scenario;
    }

    private static String id(JsonCursor field) {
        String id = field.text();
        if (!id.isBlank() && !ID.matcher(id).matches()) {
            field.report(ScenarioError.ID_FORM, id);
        }
        return id;
    }

    private static List<Scenario.Event> events(JsonCursor field) {
        List<Scenario.Event> events = field.list(ScenarioReader::event);
        if (events.size() > MOST_EVENTS) {
            field.report(ScenarioError.MANY, events.size(), MOST_EVENTS);
        }
        Set<String> ids = new HashSet<>();
        List<JsonCursor> items = field.items();
        for (int i = 0; i < events.size(); i++) {
            if (!ids.add(events.get(i).id())) {
                items.get(i)
                        .at("id")
                        .report(ScenarioError.DUPLICATE, events.get(i).id());
            }
        }
        return events;
    }

    private static Scenario.Event event(JsonCursor event) {
        String id = event.at("id").text();
        if (!id.isBlank() && !EVENT_ID.matcher(id).matches()) {
            event.at("id").report(ScenarioError.EVENT_ID_FORM, id);
        }
        Kind kind = event.at("kind").oneOf(Kind.class);
        Scenario.Action action = action(kind, event);
        Scenario.Trigger trigger = trigger(event.at("trigger"));
        boolean ends = kind == Kind.FAULT || kind == Kind.OVERRIDE || kind == Kind.DISTURBANCE;
        Optional<Double> end = ends ? end(event, trigger) : Optional.empty();
        return new Scenario.Event(id, action, trigger, end);
    }

    private static Optional<Double> end(JsonCursor event, Scenario.Trigger trigger) {
        return event.optional("endSeconds").map(field -> {
            double end = field.between(0, LONGEST);
            if (end <= trigger.atSeconds()) {
                field.report(ScenarioError.END_BEFORE, end, trigger.atSeconds());
            }
            return end;
        });
    }

    private static Scenario.Trigger trigger(JsonCursor trigger) {
        Optional<String> when = trigger.optional("when").map(JsonCursor::text);
        if (when.isEmpty() && trigger.has("holdSeconds")) {
            trigger.at("holdSeconds").report(ScenarioError.HOLD_ALONE);
        }
        return new Scenario.Trigger(
                when.isEmpty()
                        ? trigger.at("atSeconds").between(0, LONGEST)
                        : optional(trigger, "atSeconds", LONGEST).orElse(0.0),
                when.orElse(""),
                optional(trigger, "holdSeconds", LONGEST).orElse(0.0));
    }

    private static Optional<Double> optional(JsonCursor place, String field, double most) {
        return place.optional(field).map(number -> number.between(0, most));
    }

    private static double ramp(JsonCursor event) {
        return optional(event, "rampSeconds", LONGEST).orElse(0.0);
    }

    private static Optional<Double> value(JsonCursor event) {
        return event.optional("value").map(JsonCursor::number);
    }

    private static Scenario.Action action(Kind kind, JsonCursor event) {
        return switch (kind) {
            case FAULT ->
                new Scenario.Fault(
                        event.at("fault").text(),
                        event.optional("severity").map(s -> s.between(0, 1)).orElse(1.0),
                        ramp(event));
            case OVERRIDE ->
                new Scenario.Impairment(
                        event.at("tag").text(), event.at("override").text(), value(event), ramp(event));
            case REMOTE ->
                new Scenario.Remote(event.at("target").text(), event.at("verb").text(), value(event));
            case DISTURBANCE ->
                new Scenario.Disturbance(
                        event.at("parameter").text(),
                        event.at("value").number(),
                        event.at("unit").text(),
                        ramp(event));
            case MESSAGE -> new Scenario.Message(line(event.at("text")));
        };
    }

    /** A text that fits on one line in each language. */
    private static LocalText line(JsonCursor field) {
        LocalText text = field.localText();
        for (String one : List.of(text.zh(), text.en())) {
            if (one.length() > LONGEST_LINE || one.contains("\n") || one.contains("\r")) {
                field.report(ScenarioError.LINE, LONGEST_LINE);
            }
        }
        return text;
    }
}
