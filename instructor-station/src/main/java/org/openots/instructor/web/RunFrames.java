package org.openots.instructor.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openots.common.signal.SignalTable;
import org.openots.instructor.session.Readings;
import org.openots.instructor.session.RunEvent;
import org.openots.instructor.session.RunView;
import org.openots.simulator.engine.FieldSignals;

/**
 * The frames of one run, for screens or for field stations. Each is encoded at most once per audience and kind, whatever the number of viewers. Used by the
 * broadcaster's thread only.
 */
final class RunFrames {
    /** Events a complete frame brings along. */
    private static final int EVENTS_IN_FULL = 50;

    private final Map<Audience, String> full = new EnumMap<>(Audience.class);
    private final Map<Audience, String> delta = new EnumMap<>(Audience.class);
    private long number = SeatChannel.NOTHING;
    private @Nullable RunView previous;
    private @Nullable RunView present;
    private final @Nullable FieldSignals field;

    /** Frames with everything a screen of the control room shows. */
    RunFrames() {
        this(null);
    }

    /**
     * Frames for field stations.
     *
     * @param field signals that are seen in the plant; null for all
     */
    RunFrames(@Nullable FieldSignals field) {
        this.field = field;
    }

    /** Moves on to the next frame. */
    void next(RunView view) {
        previous = present;
        present = view;
        number++;
        full.clear();
        delta.clear();
    }

    long number() {
        return number;
    }

    /** The frame for a seat whose last frame is known: what changed, or everything. */
    String frame(Audience audience, long lastFrame) {
        RunView now = present;
        RunView before = previous;
        if (now == null) {
            throw new IllegalStateException("no frame yet");
        }
        if (before != null && lastFrame == number - 1 && lastFrame != SeatChannel.NOTHING) {
            return delta.computeIfAbsent(audience, key -> Json.write(encodeDelta(before, now, key)));
        }
        return full.computeIfAbsent(audience, key -> Json.write(encodeFull(now, key)));
    }

    /** The last frame of a run that is closed: nothing changed but its state. */
    String closing() {
        ObjectNode node = Json.object().put("type", "delta");
        RunView last = present;
        if (last != null) {
            node.put("tick", last.tick()).put("time", last.time());
        }
        node.putObject("v");
        node.putObject("run").put("state", "closed").put("by", "").put("speed", 1);
        return Json.write(node);
    }

    private static ObjectNode head(RunView view, String type) {
        ObjectNode node = Json.object().put("type", type).put("tick", view.tick());
        node.put("time", view.time());
        return node;
    }

    private void tail(ObjectNode node, RunView view, Audience audience) {
        node.set("run", RunJson.pace(view));
        node.put("saved", view.saved());
        if (field == null) {
            node.put("alarmsSound", view.alarmSound());
        }
        if (audience == Audience.INSTRUCTOR) {
            node.set("faults", RunJson.faults(view.faults()));
        }
    }

    private boolean shown(Audience audience, RunView view, int signal) {
        return told(audience, field, view.signals().signals().get(signal).name());
    }

    /**
     * Whether an audience is told a signal as it is.
     *
     * @param field signals that are seen in the plant; null for all
     */
    static boolean told(Audience audience, @Nullable FieldSignals field, String signal) {
        return audience.isTold(signal) && (field == null || field.shows(signal));
    }

    /** Whether an audience is told in the place of {@link FieldSignals#PPE} whether any equipment is worn. */
    static boolean toldWorn(Audience audience, SignalTable signals) {
        return !audience.isTold(FieldSignals.PPE) && signals.find(FieldSignals.PPE) != SignalTable.NONE;
    }

    private ObjectNode encodeFull(RunView view, Audience audience) {
        ObjectNode node = head(view, "full");
        ObjectNode values = node.putObject("v");
        Readings readings = view.readings();
        for (int i = 0; i < readings.size(); i++) {
            if (shown(audience, view, i)) {
                Json.number(values, view.signals().signals().get(i).name(), readings.get(i));
            }
        }
        equipped(values, view, null, audience);
        if (view.spec().measured()) {
            ObjectNode marks = node.putObject("q");
            for (int i = 0; i < readings.size(); i++) {
                if (!readings.quality(i).good() && shown(audience, view, i)) {
                    RunJson.mark(marks, view.signals(), readings, i);
                }
            }
        }
        tail(node, view, audience);
        if (field == null) {
            node.set("alarms", RunJson.alarms(view.alarms()));
        }
        node.set("proc", RunJson.progress(view, audience));
        List<RunEvent> events = view.events();
        int from = Math.max(0, events.size() - EVENTS_IN_FULL);
        node.set("events", RunJson.events(heard(events.subList(from, events.size())), audience));
        return node;
    }

    /** Whether equipment is worn, in the place of the signal that says whether it is the right one. */
    private static void equipped(ObjectNode values, RunView view, @Nullable RunView before, Audience audience) {
        boolean now = view.sights().equipped();
        boolean news = before == null || before.sights().equipped() != now;
        if (news && toldWorn(audience, view.signals())) {
            values.put(FieldSignals.PPE, now ? 1 : 0);
        }
    }

    /** Events of what is in the plant, and the radio; what happens on screens is not heard there. */
    private List<RunEvent> heard(List<RunEvent> events) {
        FieldSignals seen = field;
        return seen == null
                ? events
                : events.stream()
                        .filter(event -> event.kind().equals(RunEvent.RADIO) || seen.shows(event.subject()))
                        .toList();
    }

    private ObjectNode encodeDelta(RunView before, RunView view, Audience audience) {
        ObjectNode node = head(view, "delta");
        ObjectNode values = node.putObject("v");
        Readings then = before.readings();
        Readings now = view.readings();
        for (int i = 0; i < now.size(); i++) {
            if (Float.compare((float) now.get(i), (float) then.get(i)) != 0 && shown(audience, view, i)) {
                Json.number(values, view.signals().signals().get(i).name(), now.get(i));
            }
        }
        equipped(values, view, before, audience);
        if (view.spec().measured()) {
            ObjectNode marks = node.putObject("q");
            for (int i = 0; i < now.size(); i++) {
                if (!now.quality(i).equals(then.quality(i)) && shown(audience, view, i)) {
                    RunJson.mark(marks, view.signals(), now, i);
                }
            }
        }
        tail(node, view, audience);
        if (field == null && !view.alarms().equals(before.alarms())) {
            node.set("alarms", RunJson.alarms(view.alarms()));
        }
        JsonNode progress = RunJson.progress(view, audience);
        if (!progress.equals(RunJson.progress(before, audience))) {
            node.set("proc", progress);
        }
        List<RunEvent> events = view.events();
        long fresh = Math.min(events.size(), view.eventCount() - before.eventCount());
        if (fresh > 0) {
            List<RunEvent> latest = heard(events.subList((int) (events.size() - fresh), events.size()));
            node.set("events", RunJson.events(latest, audience));
        }
        return node;
    }
}
