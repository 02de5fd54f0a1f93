package org.openots.distillation.field3d.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.openots.common.error.CommonError;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.common.text.LocalText;
import org.openots.distillation.field3d.state.Effect;
import org.openots.simulator.field.InspectionDefect;
import org.openots.simulator.field.VisibleDefect;

/**
 * A run as it was seen in the field ({@code docs/data-formats/field-recording.md}).
 *
 * @param plant id of the plant pack
 * @param title of the task
 * @param name of the operator
 * @param frames oldest first, one or more
 * @param people who stood where; the operator first, if he was in the field
 * @param events what happened, oldest first
 */
record Recording(
        String plant, LocalText title, String name, List<Moment> frames, List<Walker> people, List<Event> events) {
    static final String FORMAT = "openots-field-recording";
    static final String VERSION = "1.2";

    /** Versions before: the second without {@code no-blind}, the first without defects and, from a station of then, effects. */
    private static final String[] ALL = {"1.0", "1.1", VERSION};

    /** Longest run, s: a day. */
    private static final double LONGEST = 86_400;

    private static final LocalText NUMBER = new LocalText("数或 null", "a number or null");

    /** A pose is six numbers. */
    private static final int POSE = 6;

    /** Copies the lists. */
    Recording {
        frames = List.copyOf(frames);
        people = List.copyOf(people);
        events = List.copyOf(events);
    }

    /**
     * Everything at an instant.
     *
     * @param time model time, s
     * @param values by signal, in engineering units; a signal without a value is missing
     * @param effects that go on
     * @param defects to be seen at check points
     */
    record Moment(double time, Map<String, Double> values, List<Effect> effects, List<VisibleDefect> defects) {
        /** Copies the collections. */
        Moment {
            values = Map.copyOf(values);
            effects = List.copyOf(effects);
            defects = List.copyOf(defects);
        }
    }

    /**
     * Somebody in the field.
     *
     * @param name for people
     * @param operator whether it is the one whose run it is
     * @param poses oldest first
     */
    record Walker(String name, boolean operator, List<Pose> poses) {
        /** Copies the list. */
        Walker {
            poses = List.copyOf(poses);
        }
    }

    /**
     * Where an eye was.
     *
     * @param time model time, s
     * @param eye m
     * @param yaw counter-clockwise from above, 0 to the north, radian
     * @param pitch up from the horizontal, radian
     */
    record Pose(double time, Vector3fc eye, double yaw, double pitch) {}

    /**
     * Something that happened.
     *
     * @param time model time, s
     * @param text for people
     */
    record Event(double time, LocalText text) {}

    /** How long the run was, s. */
    double length() {
        return frames.get(frames.size() - 1).time();
    }

    /**
     * Reads a file.
     *
     * @throws org.openots.common.error.OtsException that names place, value and rule of the first mistake
     */
    static Recording read(Path file) {
        return read(StrictJson.read(file, Findings.throwing()));
    }

    /** Reads what was parsed; mistakes go where the cursor reports them. */
    static Recording read(JsonCursor root) {
        root.requireFormat(FORMAT, ALL);
        root.at("run").text();
        root.at("engine").text();
        String plant = root.at("plant").text();
        LocalText title = root.at("title").localText();
        String name = root.at("name").text();
        List<Moment> frames = new ArrayList<>();
        Map<String, Double> values = new HashMap<>();
        List<VisibleDefect> defects = List.of();
        for (JsonCursor frame : root.at("frames").items()) {
            Moment moment = moment(frame, values, defects);
            defects = moment.defects();
            frames.add(moment);
        }
        if (frames.isEmpty()) {
            root.at("frames").report(CommonError.JSON_TOO_FEW, 0, 1);
        }
        Recording recording = new Recording(
                plant,
                title,
                name,
                frames,
                root.at("people").list(Recording::walker),
                root.at("events").list(Recording::event));
        root.finish();
        return recording;
    }

    private static double time(JsonCursor owner) {
        return owner.at("t").between(0, LONGEST);
    }

    /** A frame holds what changed since the one before. */
    private static Moment moment(JsonCursor frame, Map<String, Double> values, List<VisibleDefect> before) {
        double time = time(frame);
        JsonCursor changed = frame.at("v");
        if (!changed.isMap()) {
            changed.fields(); // tells that it is none
        }
        for (Map.Entry<String, JsonNode> one : changed.raw().properties()) {
            if (one.getValue().isNumber()) {
                values.put(one.getKey(), one.getValue().doubleValue());
            } else if (one.getValue().isNull()) {
                values.remove(one.getKey());
            } else {
                changed.report(CommonError.JSON_WRONG_TYPE, brief(one.getValue()), NUMBER);
            }
        }
        List<Effect> effects = frame.optional("fx")
                .map(list -> list.list(one -> new Effect(
                        one.at("place").text(),
                        one.at("kind").oneOf(Effect.Kind.class),
                        one.at("amount").number())))
                .orElse(List.of());
        List<VisibleDefect> defects = frame.optional("defects")
                .map(list -> list.list(one -> new VisibleDefect(
                        one.at("point").text(), one.at("defect").oneOf(InspectionDefect.class))))
                .orElse(before);
        return new Moment(time, values, effects, defects);
    }

    private static Walker walker(JsonCursor one) {
        return new Walker(
                one.at("name").text(),
                one.at("operator").bool(),
                one.at("poses").list(Recording::pose));
    }

    private static Pose pose(JsonCursor pose) {
        List<JsonCursor> numbers = pose.items();
        if (numbers.size() != POSE) {
            pose.report(
                    CommonError.JSON_WRONG_TYPE,
                    brief(pose.raw()),
                    new LocalText("六个数 [t, x, y, z, yaw, pitch]", "six numbers [t, x, y, z, yaw, pitch]"));
            return new Pose(0, new Vector3f(), 0, 0);
        }
        return new Pose(
                numbers.get(0).between(0, LONGEST),
                new Vector3f(
                        (float) numbers.get(1).number(), (float) numbers.get(2).number(), (float)
                                numbers.get(3).number()),
                numbers.get(4).number(),
                numbers.get(5).number());
    }

    private static String brief(JsonNode node) {
        String text = node.toString();
        return text.length() > 40 ? String.format(Locale.ROOT, "%.40s…", text) : text;
    }

    private static Event event(JsonCursor event) {
        return new Event(time(event), event.at("text").localText());
    }
}
