package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.hazop.drill.DrillAnswers;
import org.openots.instructor.catalog.PlantLibrary;
import org.openots.instructor.catalog.Task;
import org.openots.instructor.error.StationError;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;
import org.openots.instructor.rig.RigWatch;
import org.openots.instructor.session.Answers;
import org.openots.instructor.session.CommandOutcome;
import org.openots.instructor.session.Control;
import org.openots.instructor.session.FieldPose;
import org.openots.instructor.session.MonotonicClock;
import org.openots.instructor.session.Operation;
import org.openots.instructor.session.Pace;
import org.openots.instructor.session.RunRules;
import org.openots.instructor.session.RunView;
import org.openots.instructor.session.SessionHost;
import org.openots.instructor.store.People;
import org.openots.instructor.store.RunIndex;

/** Starting, operating, controlling and closing runs. */
final class RunRoutes {
    static final Set<Role> OPERATORS = Set.of(Role.STUDENT, Role.INSTRUCTOR);
    static final Set<Role> WATCHERS =
            Set.of(Role.STUDENT, Role.INSTRUCTOR, Role.ASSESSOR, Role.INVIGILATOR, Role.SUPERVISOR, Role.RIG_ENGINEER);
    private static final List<String> ACTIONS = List.of("freeze", "run", "speed", "rewind", "restart");
    private static final int LONGEST_ID = 64;
    /** Longest text of an operation: a filled-in shift record as JSON. */
    private static final int LONGEST_TEXT = 16_384;
    /** Verbs only an instructor may use. */
    private static final Set<String> INSTRUCTOR_VERBS = Set.of("bypass");
    /** Operations of an account at once, and each second in the long run: each is written to the disk. */
    private static final double BURST = 300;

    private static final double PER_SECOND = 50;

    private final SessionHost host;

    private final PlantLibrary library;
    private final RunIndex index;
    private final RunOrders orders;
    private final People people;
    private final RunAccess access;
    private final FieldGuard guard;
    private final RequestRate rate = new RequestRate(BURST, PER_SECOND, MonotonicClock.system());

    RunRoutes(ServerParts parts, RunAccess access, FieldGuard guard) {
        this.host = parts.host();
        this.library = parts.library();
        this.index = new RunIndex(parts.database());
        this.people = new People(parts.database());
        this.orders = new RunOrders(parts.strategies());
        this.access = access;
        this.guard = guard;
    }

    void register(RouteTable table) {
        table.add("GET", "/api/my/runs", OPERATORS, this::mine);
        table.add("POST", "/api/my/runs", OPERATORS, this::start);
        table.add("GET", "/api/runs/{id}", WATCHERS, this::run);
        table.add("POST", "/api/runs/{id}/close", OPERATORS, this::close);
        table.add("POST", "/api/runs/{id}/commands", OPERATORS, this::command);
        table.add("POST", "/api/runs/{id}/control", OPERATORS, this::control);
    }

    private void mine(Context ctx) {
        ArrayNode list = Json.array();
        for (RunIndex.Row row : index.of(Gatekeeper.person(ctx).account())) {
            if (row.exam() == null) {
                list.add(history(row));
            }
        }
        Json.answer(ctx, list);
    }

    private ObjectNode history(RunIndex.Row row) {
        ObjectNode node = Json.object().put("id", row.id()).put("task", row.task());
        node.set("title", Json.text(title(row.task())));
        node.put("startedAt", Instant.ofEpochMilli(row.started()).toString());
        node.put("state", state(row));
        Optional<RunView> open = row.closed() ? Optional.empty() : view(row.id());
        if (!row.record()) {
            node.put("branchOf", row.branchOf());
        }
        boolean shown = row.record()
                && open.map(view -> view.spec().rules().liveScore()).orElse(row.closed());
        Double score = open.map(RunView::score).orElse(row.score());
        Double time = open.map(RunView::time).orElse(row.modelTime());
        open.ifPresent(view -> node.set("proc", RunJson.progress(view, Audience.STUDENT)));
        return node.put("score", shown ? score : null).put("modelTime", time);
    }

    private String state(RunIndex.Row row) {
        return row.closed() ? "closed" : host.lost().containsKey(row.id()) ? "lost" : "open";
    }

    private LocalText title(String task) {
        return task.equals(RigWatch.TASK)
                ? RigWatch.task("").title()
                : known(task).map(Task::title).orElse(new LocalText(task, task));
    }

    private Optional<Task> known(String id) {
        return library.find(id);
    }

    private Optional<RunView> view(String run) {
        try {
            return Optional.of(host.observe(run));
        } catch (OtsException e) {
            return Optional.empty();
        }
    }

    /** Starts a run; the same task again gives the unfinished run again. */
    private void start(Context ctx) {
        String account = Gatekeeper.person(ctx).account();
        Task task = library.task(JsonBody.of(ctx, "task").text("task", 1, LONGEST_ID));
        synchronized (access.starting(account)) {
            Optional<RunIndex.Row> open = access.unfinished(index, account);
            if (open.isPresent() && !open.get().task().equals(task.id())) {
                throw new OtsException(
                        StationError.RUN_STILL_OPEN, open.get().id(), open.get().task());
            }
            if (open.isPresent()) {
                host.presence(open.get().id(), 0);
                Json.answer(ctx, Json.object().put("id", open.get().id()).put("resumed", true));
                return;
            }
            String id = host.start(orders.of(Gatekeeper.person(ctx), task, task.initialCondition()));
            ctx.status(201);
            Json.answer(ctx, Json.object().put("id", id).put("resumed", false));
        }
    }

    private void run(Context ctx) {
        String id = ctx.pathParam("id");
        access.requireVisible(Gatekeeper.person(ctx), id);
        RunIndex.Row row = access.row(id);
        ObjectNode node = Json.object().put("id", id).put("task", row.task());
        node.set("title", Json.text(title(row.task())));
        if (!row.record()) {
            node.put("branchOf", row.branchOf());
        }
        node.put("rig", row.measured()).put("virtual", row.virtual());
        node.put("plant", row.plant())
                .put("owner", row.owner())
                .put("startedAt", Instant.ofEpochMilli(row.started()).toString())
                .put("state", row.closed() ? "closed" : "open");
        people.find(row.owner())
                .ifPresent(owner -> node.put("name", owner.name()).put("seat", owner.seat()));
        Optional<Task> task = known(row.task());
        task.ifPresent(found -> node.put("mode", found.mode()));
        if (row.closed()) {
            task.ifPresent(found ->
                    node.set("allowed", RunJson.rules(row.measured() ? RunRules.examination() : found.rules())));
        } else {
            RunView view = host.observe(id);
            node.set("allowed", RunJson.rules(view.spec().rules()));
            view.spec().origin().ifPresent(origin -> node.put("branchTime", origin.time()));
            node.put("timeLimitS", view.spec().timeLimitSeconds());
        }
        Json.answer(ctx, node);
    }

    private void close(Context ctx) {
        String id = ctx.pathParam("id");
        Person person = Gatekeeper.person(ctx);
        access.requireOperable(person, id);
        requireOpen(id);
        var body = Answers.await(host.close(id, person.account()));
        ObjectNode node = Json.object().put("id", id).put("state", "closed");
        node.put("score", body.path("score").asDouble());
        node.put("modelTime", body.path("time").asDouble());
        Json.answer(ctx, node.put("stateHash", body.path("stateHash").asText()));
    }

    private void requireOpen(String id) {
        if (access.row(id).closed()) {
            throw new OtsException(StationError.RUN_CLOSED, id);
        }
    }

    private void command(Context ctx) {
        String id = ctx.pathParam("id");
        Person person = Gatekeeper.person(ctx);
        access.requireOperable(person, id);
        requireOpen(id);
        rate.check(person.account());
        JsonBody body = JsonBody.of(ctx, "cid", "target", "verb", "value", "text");
        String cid = body.text("cid", 1, LONGEST_ID);
        String target = body.text("target", 1, LONGEST_ID);
        Optional<FieldPose> stood = Gatekeeper.fromFieldStation(ctx)
                ? guard.check(id, access.row(id).plant(), person, cid, target)
                : Optional.empty();
        Operation operation = new Operation(
                cid,
                person.account(),
                target,
                body.text("verb", 1, LONGEST_ID),
                body.number("value", -Double.MAX_VALUE, Double.MAX_VALUE, Double.NaN),
                body.text("text", LONGEST_TEXT, ""),
                person.role() == Role.INSTRUCTOR,
                false,
                stood);
        if (INSTRUCTOR_VERBS.contains(operation.verb()) && !operation.privileged()) {
            throw new OtsException(
                    StationError.ROLE_NOT_ALLOWED, person.role().text(), operation.verb(), Role.INSTRUCTOR.text());
        }
        if (operation.target().equals(DrillAnswers.TARGET)) {
            // what was recorded of a played scenario comes from the station itself and from nobody else
            DrillAnswers.check(operation.verb(), operation.value(), false);
        }
        CommandOutcome outcome = Answers.await(host.submit(id, operation));
        ObjectNode node = Json.object();
        if (outcome.applied()) {
            node.put("ok", true);
        } else {
            ctx.status(409);
            node.put("ok", false).put("code", outcome.code());
            node.set("message", Json.text(outcome.text()));
        }
        Json.answer(ctx, node.put("saved", outcome.saved()).put("tick", outcome.tick()));
    }

    private void control(Context ctx) {
        String id = ctx.pathParam("id");
        Person person = Gatekeeper.person(ctx);
        access.requireOperable(person, id);
        requireOpen(id);
        JsonBody body = JsonBody.of(ctx, "action", "value");
        Control action = control(body.choice("action", ACTIONS));
        if ((action == Control.SPEED || action == Control.REWIND) && !body.has("value")) {
            throw new OtsException(StationError.MISSING_FIELD, "value");
        }
        double value = body.number("value", 0, Double.MAX_VALUE, 0);
        Pace pace = Answers.await(host.control(id, action, person.account(), value));
        Json.answer(ctx, pace(pace));
    }

    static Control control(String word) {
        return Control.valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }

    private static ObjectNode pace(Pace pace) {
        ObjectNode node = Json.object().put("ok", true);
        node.put("state", pace.state().name().toLowerCase(java.util.Locale.ROOT));
        return node.put("by", pace.by()).put("speed", pace.speed());
    }
}
