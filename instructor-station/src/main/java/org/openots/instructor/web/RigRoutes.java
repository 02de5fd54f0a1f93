package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openots.common.error.OtsException;
import org.openots.dcs.bridge.RigBridge;
import org.openots.dcs.historian.RollUp;
import org.openots.dcs.historian.Trend;
import org.openots.instructor.catalog.PlantLibrary;
import org.openots.instructor.catalog.RigTask;
import org.openots.instructor.catalog.Task;
import org.openots.instructor.error.StationError;
import org.openots.instructor.people.Role;
import org.openots.instructor.rig.RigDesk;
import org.openots.instructor.rig.RigWatch;
import org.openots.instructor.session.RunOrder;
import org.openots.instructor.session.RunRules;
import org.openots.instructor.session.RunSpec;
import org.openots.instructor.session.RunView;
import org.openots.instructor.session.SessionHost;
import org.openots.instructor.store.RunIndex;

/** The rig: how its bridge is, its tags, its history, and runs on it. */
final class RigRoutes {
    private static final int LONGEST_ID = 64;
    /** Most tags of one trend, and most steps: a wide screen has no more pixels. */
    private static final int MOST_TAGS = 16;

    private static final int MOST_STEPS = 4_000;
    /** Longest trend, ms: a month. */
    private static final long LONGEST_TREND = 31L * 24 * 3600 * 1000;

    private final RigDesk rig;
    private final SessionHost host;
    private final PlantLibrary library;
    private final RunIndex index;
    private final RunAccess access;
    private final WatchEnd watch;
    private final RigJson json;

    RigRoutes(ServerParts parts, RunAccess access, WatchEnd watch) {
        this.rig = parts.rig();
        this.host = parts.host();
        this.library = parts.library();
        this.index = new RunIndex(parts.database());
        this.access = access;
        this.watch = watch;
        this.json = new RigJson(parts.rig()::today);
    }

    void register(RouteTable table) {
        Set<Role> all = EnumSet.copyOf(RunRoutes.WATCHERS);
        all.add(Role.RIG_ENGINEER);
        table.add("GET", "/api/rig", all, this::status);
        table.add("GET", "/api/rig/tags", all, this::tags);
        table.add("GET", "/api/rig/trend", all, this::trend);
        table.add("GET", "/api/rig/skills", all, this::skills);
        table.add("POST", "/api/rig/runs", RunRoutes.OPERATORS, this::start);
        table.add("POST", "/api/rig/watch", all, this::watch);
    }

    /** What is wrong with the link may name accounts and addresses, which a student need not know. */
    private void status(Context ctx) {
        ObjectNode status = json.status(rig.state());
        if (Gatekeeper.person(ctx).role() == Role.STUDENT) {
            RigJson.forStudents(status);
        }
        Json.answer(ctx, status);
    }

    /** What can be written, and by that what may be made to fail, is for those who may write. */
    private void tags(Context ctx) {
        ArrayNode tags = json.tags(rig.bridge());
        if (Gatekeeper.person(ctx).role() == Role.STUDENT) {
            tags.forEach(tag -> ((ObjectNode) tag).remove("write"));
        }
        Json.answer(ctx, tags);
    }

    private void trend(Context ctx) {
        RigBridge bridge = rig.bridge();
        List<String> tags = Arrays.stream(parameter(ctx, "tags").split(",", -1))
                .filter(tag -> !tag.isBlank())
                .limit(MOST_TAGS)
                .toList();
        long from = whole(ctx, "from", 0, Long.MAX_VALUE);
        long to = whole(ctx, "to", from + 1, from + LONGEST_TREND);
        int points = (int) whole(ctx, "points", 1, MOST_STEPS);
        ObjectNode node = Json.object().put("from", from).put("to", to);
        ObjectNode series = node.putObject("series");
        for (String tag : tags) {
            Trend trend = bridge.history().trend(tag, from, to, points);
            node.put("step", trend.step());
            ArrayNode steps = series.putArray(tag);
            for (RollUp step : trend.steps()) {
                steps.add(RigJson.step(step));
            }
        }
        Json.answer(ctx, node);
    }

    static String parameter(Context ctx, String name) {
        String value = ctx.queryParam(name);
        if (value == null || value.isBlank()) {
            throw new OtsException(StationError.MISSING_FIELD, name);
        }
        return value;
    }

    static long whole(Context ctx, String name, long lowest, long highest) {
        String typed = parameter(ctx, name);
        try {
            long value = Long.parseLong(typed);
            if (value >= lowest && value <= highest) {
                return value;
            }
            throw new OtsException(StationError.FIELD_RANGE, name, value, lowest, highest);
        } catch (NumberFormatException e) {
            throw new OtsException(StationError.FIELD_NOT_NUMBER, name, typed);
        }
    }

    private void skills(Context ctx) {
        ArrayNode list = Json.array();
        for (RigTask one : library.rigTasks()) {
            Task task = one.task();
            ObjectNode node = list.addObject().put("id", task.id()).put("level", task.level());
            node.set("title", Json.text(task.title()));
            node.put("skill", one.skill()).set("post", Json.text(one.post()));
            node.put("timeLimitS", task.timeLimitSeconds());
        }
        Json.answer(ctx, list);
    }

    private void start(Context ctx) {
        String account = Gatekeeper.person(ctx).account();
        String id = JsonBody.of(ctx, "task").text("task", 1, LONGEST_ID);
        Task task = library.rigTasks().stream()
                .map(RigTask::task)
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new OtsException(StationError.TASK_UNKNOWN, id));
        synchronized (access.starting(account)) {
            Optional<RunIndex.Row> open = access.unfinished(index, account);
            if (open.isPresent()) {
                throw new OtsException(
                        StationError.RUN_STILL_OPEN, open.get().id(), open.get().task());
            }
            RunRules rules = new RunRules(1, 1, false, false, false, true, true);
            String run = host.start(
                    new RunOrder(task.plant(), condition(), task.id(), account, task.timeLimitSeconds(), rules));
            ctx.status(201);
            Json.answer(ctx, Json.object().put("id", run));
        }
    }

    /** The run that everybody may watch; it is begun by the first who asks. */
    private void watch(Context ctx) {
        synchronized (access.starting(RigWatch.OWNER)) {
            String plant = rig.bridge().source().plant();
            String run = host.open().stream()
                    .map(RunView::spec)
                    .filter(spec ->
                            spec.owner().equals(RigWatch.OWNER) && spec.plant().equals(plant))
                    .map(RunSpec::id)
                    .findFirst()
                    .orElseGet(() -> begin(RigWatch.task(plant)));
            watch.left(run);
            Json.answer(ctx, Json.object().put("id", run));
        }
    }

    private String condition() {
        return rig.isVirtual() ? RunSpec.VIRTUAL_RIG : RunSpec.RIG;
    }

    private String begin(Task task) {
        return host.start(new RunOrder(
                task.plant(), condition(), task.id(), RigWatch.OWNER, task.timeLimitSeconds(), task.rules()));
    }
}
