package org.openots.instructor.rig;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.openots.dcs.twin.FaultSignatures;
import org.openots.dcs.twin.TwinFrame;

/** Alarms of a twin with their beginnings and ends. Safe for use by several threads. */
final class TwinEvents {
    /** The name of what all outputs say together. */
    static final String JOINT = "";
    /** Events that are remembered. */
    private static final int MOST = 200;
    /** Causes that are remembered of each. */
    private static final int MOST_CAUSES = 5;
    /** An alarm that comes again so soon is still the same one, ms. */
    private static final long AGAIN_MS = 60_000;

    private final Deque<Event> all = new ArrayDeque<>();
    private final Map<String, Event> latest = new HashMap<>();

    /** One alarm. */
    private static final class Event {
        private final long from;
        private final String output;
        private final int side;
        private long until;
        private boolean open = true;
        private double worst;
        private List<FaultSignatures.Cause> causes = List.of();

        Event(long from, String output, int side) {
            this.from = from;
            this.output = output;
            this.side = side;
        }
    }

    /**
     * Takes what a twin said.
     *
     * @param time UTC in ms
     * @param frame what it said
     */
    synchronized void take(long time, TwinFrame frame) {
        Set<String> there = new HashSet<>();
        for (TwinFrame.Tag tag : frame.tags()) {
            if (tag.alarm() != 0) {
                Double residual = tag.residual();
                alarm(time, tag.name(), tag.alarm(), residual == null ? 0 : residual / tag.sigma(), frame.causes());
                there.add(tag.name());
            }
        }
        if (frame.joint()) {
            alarm(time, JOINT, 0, 0, frame.causes());
            there.add(JOINT);
        }
        latest.forEach((name, event) -> {
            if (event.open && !there.contains(name)) {
                event.open = false;
                event.until = time;
            }
        });
    }

    private void alarm(long time, String output, int side, double sigmas, List<FaultSignatures.Cause> causes) {
        Event event = latest.get(output);
        if (event == null || event.side != side || (!event.open && time - event.until > AGAIN_MS)) {
            if (event != null && event.open) {
                event.open = false;
                event.until = time;
            }
            event = new Event(time, output, side);
            latest.put(output, event);
            all.addLast(event);
            if (all.size() > MOST) {
                all.removeFirst();
            }
        }
        event.open = true;
        event.worst = Math.abs(sigmas) > Math.abs(event.worst) ? sigmas : event.worst;
        if (!causes.isEmpty()) {
            event.causes = causes.subList(0, Math.min(MOST_CAUSES, causes.size()));
        }
    }

    /** What is remembered, the newest first. */
    synchronized List<TwinDesk.Event> list() {
        List<TwinDesk.Event> list = new ArrayList<>();
        for (Event one : all) {
            list.add(
                    0,
                    new TwinDesk.Event(
                            one.from,
                            one.open ? OptionalLong.empty() : OptionalLong.of(one.until),
                            one.output,
                            one.side,
                            one.worst,
                            one.causes));
        }
        return list;
    }
}
