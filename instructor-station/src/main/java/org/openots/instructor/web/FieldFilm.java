package org.openots.instructor.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openots.common.signal.SignalTable;
import org.openots.common.text.LocalText;
import org.openots.instructor.session.FieldSights;
import org.openots.instructor.session.Readings;
import org.openots.instructor.session.RunEvent;
import org.openots.instructor.session.RunInspection;
import org.openots.instructor.session.RunSpec;
import org.openots.instructor.session.RunStory;
import org.openots.instructor.session.Walk;
import org.openots.simulator.engine.FieldSignals;
import org.openots.simulator.field.FieldEffect;
import org.openots.simulator.field.VisibleDefect;

/**
 * A closed run as it was seen in the field, written while it is played once more: {@code docs/data-formats/field-recording.md}.
 * Holds the signals that its trainee's field station was sent, everything that was to be seen in the plant, and nothing hidden.
 */
final class FieldFilm {
    static final String FORMAT = "openots-field-recording";
    static final String VERSION = "1.2";

    /** Model time between two frames, s. */
    static final double PERIOD = 1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final JsonGenerator json;
    private final List<RunEvent> events = new ArrayList<>();
    private final @Nullable FieldSignals field;
    private float[] before = {};
    private boolean[] shown = {};
    private boolean worn;
    private List<VisibleDefect> defects = List.of();
    private double until = Double.NEGATIVE_INFINITY;
    private double tickSeconds;

    /**
     * Begins with the head.
     *
     * @param spec of the run
     * @param title of its task
     * @param name of its trainee
     * @param field signals that are seen in its plant; null for all
     */
    FieldFilm(RunSpec spec, LocalText title, String name, @Nullable FieldSignals field) {
        this.field = field;
        try {
            json = new JsonFactory().createGenerator(bytes);
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeStringField("formatVersion", VERSION);
            json.writeStringField("run", spec.id());
            json.writeStringField("plant", spec.plant());
            json.writeStringField("engine", spec.engineVersion());
            text("title", title);
            json.writeStringField("name", name);
            json.writeArrayFieldStart("frames");
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
    }

    /** Adds a frame: what changed since the one before. */
    void frame(RunInspection run) {
        Readings now = run.readings();
        SignalTable table = run.signals();
        boolean first = shown.length == 0;
        if (first) {
            shown = new boolean[now.size()];
            before = new float[now.size()];
            Arrays.fill(before, Float.NaN);
            for (int i = 0; i < shown.length; i++) {
                shown[i] = RunFrames.told(
                        Audience.STUDENT, field, table.signals().get(i).name());
            }
        }
        try {
            json.writeStartObject();
            json.writeNumberField("t", Math.rint(run.time() * 10) / 10);
            json.writeObjectFieldStart("v");
            for (int i = 0; i < shown.length; i++) {
                float value = (float) now.get(i);
                if (shown[i] && (first || Float.compare(value, before[i]) != 0)) {
                    number(table.signals().get(i).name(), value);
                    before[i] = value;
                }
            }
            FieldSights sights = run.sights();
            if (RunFrames.toldWorn(Audience.STUDENT, table) && (first || sights.equipped() != worn)) {
                json.writeNumberField(FieldSignals.PPE, sights.equipped() ? 1 : 0);
                worn = sights.equipped();
            }
            json.writeEndObject();
            effects(sights.effects());
            defects(sights.defects());
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        tickSeconds = run.tickSeconds();
        take(run.events());
    }

    /** All that go on, wherever the trainee stood: whoever looks at a replay walks where he likes. */
    private void effects(List<FieldEffect> effects) throws IOException {
        if (effects.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("fx");
        for (FieldEffect effect : effects) {
            json.writeStartObject();
            json.writeStringField("place", effect.place());
            json.writeStringField("kind", effect.kind().name().toLowerCase(Locale.ROOT));
            json.writeNumberField("amount", (float) effect.amount());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** All that are there, when they are others than before. */
    private void defects(List<VisibleDefect> now) throws IOException {
        if (now.equals(defects)) {
            return;
        }
        json.writeArrayFieldStart("defects");
        for (VisibleDefect one : now) {
            json.writeStartObject();
            json.writeStringField("point", one.point());
            json.writeStringField("defect", one.defect().id());
            json.writeEndObject();
        }
        json.writeEndArray();
        defects = now;
    }

    private void number(String name, float value) throws IOException {
        if (Float.isFinite(value)) {
            json.writeNumberField(name, value);
        } else {
            json.writeNullField(name);
        }
    }

    /** The log holds the latest events only; those since the last frame are always among them. */
    private void take(List<RunEvent> log) {
        int from = log.size();
        while (from > 0 && log.get(from - 1).time() > until) {
            from--;
        }
        for (RunEvent event : log.subList(from, log.size())) {
            if (!event.secret()) {
                events.add(event);
            }
            until = Math.max(until, event.time());
        }
    }

    /**
     * Ends it.
     *
     * @param story where people stood
     * @param names of the people by account
     * @return the file in UTF-8
     */
    byte[] end(RunStory story, Map<String, String> names) {
        Map<String, List<Walk>> walks = new LinkedHashMap<>();
        story.walks()
                .forEach(walk -> walks.computeIfAbsent(walk.by(), key -> new ArrayList<>())
                        .add(walk));
        try {
            json.writeEndArray();
            json.writeArrayFieldStart("people");
            for (Map.Entry<String, List<Walk>> one : walks.entrySet()) {
                json.writeStartObject();
                json.writeStringField("name", names.getOrDefault(one.getKey(), "-"));
                json.writeBooleanField(
                        "operator", one.getKey().equals(story.spec().owner()));
                json.writeArrayFieldStart("poses");
                for (Walk walk : one.getValue()) {
                    pose(walk);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("events");
            for (RunEvent event : events) {
                json.writeStartObject();
                json.writeNumberField("t", Math.rint(event.time() * 10) / 10);
                text("text", event.text());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.close();
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    private void pose(Walk walk) throws IOException {
        double[] numbers = {
            walk.tick() * tickSeconds,
            walk.pose().x(),
            walk.pose().y(),
            walk.pose().z(),
            walk.pose().yaw(),
            walk.pose().pitch()
        };
        json.writeStartArray();
        for (double number : numbers) {
            json.writeNumber((float) (Math.rint(number * 1e4) / 1e4));
        }
        json.writeEndArray();
    }

    private void text(String field, LocalText text) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("zh", text.zh());
        json.writeStringField("en", text.en());
        json.writeEndObject();
    }
}
