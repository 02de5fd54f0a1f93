package org.openots.instructor.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openots.common.signal.SignalTable;
import org.openots.common.text.LocalText;
import org.openots.instructor.hazop.HazopProgress;
import org.openots.instructor.people.Person;
import org.openots.instructor.session.AlarmState;
import org.openots.instructor.session.Pace;
import org.openots.instructor.session.RunView;
import org.openots.instructor.session.SessionHost;
import org.openots.instructor.store.People;

/** The class at a glance: one tile per student, who needs attention first. */
final class ClassWall {
    /** Points of the small score curve: five minutes at one each 10 s. */
    private static final int CURVE = 30;
    /** Lowest priority number that still is urgent (1 is the highest). */
    private static final int URGENT = 2;

    private static final LocalText NOTHING = new LocalText("正常", "Fine");
    private static final LocalText NO_RUN = new LocalText("没有运行", "No run");
    private static final LocalText UNACK = new LocalText("有未确认报警", "Unacknowledged alarms");
    private static final LocalText UNACK_URGENT = new LocalText("有未确认的高优先级报警", "Urgent alarm unacknowledged");
    private static final LocalText HELD = new LocalText("连接中断，运行已保持", "Connection lost, run held");
    private static final LocalText LEFT_IN_TROUBLE = new LocalText("已离开，运行中有报警未处理", "Left with alarms not dealt with");
    private static final LocalText TRIPPED = new LocalText("联锁已动作", "Interlock tripped");

    private final SessionHost host;
    private final People people;
    private final Seats seats;
    private final Presence presence;
    private final HazopProgress hazop;
    private final Map<String, Deque<Double>> curves = new ConcurrentHashMap<>();

    ClassWall(SessionHost host, People people, Seats seats, Presence presence, HazopProgress hazop) {
        this.host = host;
        this.people = people;
        this.seats = seats;
        this.presence = presence;
        this.hazop = hazop;
    }

    /** Takes one point of every score curve; called each 10 s. */
    void sample() {
        Map<String, Double> scores = new HashMap<>();
        records().forEach(view -> scores.put(view.spec().id(), view.score()));
        curves.keySet().retainAll(scores.keySet());
        scores.forEach((run, score) -> {
            Deque<Double> curve = curves.computeIfAbsent(run, key -> new ArrayDeque<>());
            synchronized (curve) {
                curve.addLast(score);
                if (curve.size() > CURVE) {
                    curve.removeFirst();
                }
            }
        });
    }

    /** The runs that may count; what somebody tries on a branch concerns nobody else. */
    private Stream<RunView> records() {
        return host.open().stream()
                .filter(view -> !view.spec().branched() && view.spec().exam().isEmpty());
    }

    ObjectNode build() {
        Map<String, RunView> byOwner =
                records().collect(Collectors.toMap(view -> view.spec().owner(), Function.identity(), ClassWall::later));
        Map<String, HazopProgress.Work> works = hazop.all();
        ObjectNode root = Json.object();
        ArrayNode tiles = root.putArray("tiles");
        for (Person person : people.students()) {
            ObjectNode tile = tiles.addObject()
                    .put("account", person.account())
                    .put("seat", person.seat())
                    .put("name", person.name())
                    .put("room", person.classId())
                    .put("online", seats.online(person) || presence.here(person));
            RunView view = byOwner.get(person.account());
            HazopProgress.Work work = works.get(person.account());
            if (work != null) {
                tile.putObject("work")
                        .put("page", work.page())
                        .put("done", work.done())
                        .put("of", work.of())
                        .set("about", Json.text(work.about()));
            }
            if (view == null) {
                tile.put("state", "none").put("attention", 0);
                tile.set("reason", Json.text(NO_RUN));
            } else {
                describe(tile, view);
            }
        }
        return root;
    }

    private static RunView later(RunView a, RunView b) {
        return a.spec().startedAt() >= b.spec().startedAt() ? a : b;
    }

    private void describe(ObjectNode tile, RunView view) {
        tile.put("runId", view.spec().id())
                .put("task", view.spec().task())
                .put("state", RunJson.pace(view).path("state").asText())
                .put("speed", view.pace().speed())
                .put("time", view.time())
                .put("score", view.score())
                .put("unack", unack(view.alarms(), Integer.MAX_VALUE))
                .put("lastSaved", view.saved());
        ArrayNode curve = tile.putArray("scoreTrend");
        Deque<Double> points = curves.getOrDefault(view.spec().id(), new ArrayDeque<>());
        synchronized (points) {
            points.forEach(curve::add);
        }
        step(tile, view.progress());
        attention(tile, view);
    }

    private static void step(ObjectNode tile, JsonNode progress) {
        JsonNode steps = progress.path("steps");
        int number = 0;
        for (int i = 0; i < steps.size() && number == 0; i++) {
            String state = steps.get(i).path("state").asText();
            if (List.of("ACTIVE", "READY", "REGRESSED", "WRONG").contains(state)) {
                number = i + 1;
            }
        }
        tile.put("step", number).put("steps", steps.size());
    }

    private static void attention(ObjectNode tile, RunView view) {
        int level = 0;
        LocalText reason = NOTHING;
        boolean held = view.pace().state() == Pace.State.HELD;
        if (tripped(view)) {
            level = 3;
            reason = TRIPPED;
        } else if (held && unack(view.alarms(), URGENT) > 0) {
            level = 3;
            reason = LEFT_IN_TROUBLE;
        } else if (held) {
            level = 2;
            reason = HELD;
        } else if (unack(view.alarms(), URGENT) > 0) {
            level = 2;
            reason = UNACK_URGENT;
        } else if (unack(view.alarms(), Integer.MAX_VALUE) > 0) {
            level = 1;
            reason = UNACK;
        }
        tile.put("attention", level);
        tile.set("reason", Json.text(reason));
    }

    private static boolean tripped(RunView view) {
        int index = view.signals().find("TRIPS");
        return index != SignalTable.NONE && view.readings().get(index) > 0;
    }

    private static long unack(List<AlarmState> alarms, int lowestPriority) {
        return alarms.stream()
                .filter(alarm -> alarm.state().equals("unack") && alarm.priority() <= lowestPriority)
                .count();
    }
}
