package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openots.common.error.OtsException;
import org.openots.common.text.Brief;
import org.openots.instructor.error.StationError;
import org.openots.instructor.field.FieldPlants;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;
import org.openots.instructor.session.Answers;
import org.openots.instructor.session.CommandOutcome;
import org.openots.instructor.session.Control;
import org.openots.instructor.session.FaultOrder;
import org.openots.instructor.session.Operation;
import org.openots.instructor.session.RunRules;
import org.openots.instructor.session.RunView;
import org.openots.instructor.session.SessionHost;
import org.openots.instructor.store.People;

/** What only the leader of a class may do. */
final class InstructorRoutes {
    private static final Set<Role> INSTRUCTOR = Set.of(Role.INSTRUCTOR);
    private static final Set<Role> WALL = Set.of(Role.INSTRUCTOR, Role.INVIGILATOR, Role.SUPERVISOR);
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_CONDITION = 1000;
    /** Longest ramp, delay or hold of a fault, s: a working day. */
    private static final double LONGEST_SECONDS = 28_800;

    private final SessionHost host;
    private final ClassWall wall;
    private final RunAccess access;
    private final FieldPlants plants;
    private final People people;

    InstructorRoutes(SessionHost host, ClassWall wall, RunAccess access, FieldPlants plants, People people) {
        this.host = host;
        this.wall = wall;
        this.access = access;
        this.plants = plants;
        this.people = people;
    }

    void register(RouteTable table) {
        table.add("GET", "/api/class", WALL, ctx -> Json.answer(ctx, wall.build()));
        table.add("POST", "/api/class/control", INSTRUCTOR, this::control);
        table.add("GET", "/api/runs/{id}/faults", INSTRUCTOR, this::faults);
        table.add("POST", "/api/runs/{id}/faults", INSTRUCTOR, this::arm);
        table.add("DELETE", "/api/runs/{id}/faults/{k}", INSTRUCTOR, this::withdraw);
        table.add("POST", "/api/runs/{id}/remote", INSTRUCTOR, this::remote);
    }

    /** Controls the open runs of all students or of a room; one that refuses does not stop the others. */
    private void control(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "action", "value", "room");
        Control action = RunRoutes.control(body.choice("action", List.of("freeze", "run", "speed")));
        double value = body.number("value", -Double.MAX_VALUE, Double.MAX_VALUE, 0);
        if (action == Control.SPEED) {
            requireSpeed(body, value);
        }
        String by = Gatekeeper.person(ctx).account();
        int done = 0;
        ArrayNode refused = Json.array();
        Set<String> owners = owners(body.text("room", LONGEST_ID, ""));
        for (RunView view : host.open()) {
            if (!owners.contains(view.spec().owner())) {
                continue;
            }
            try {
                Answers.await(host.control(view.spec().id(), action, by, value));
                done++;
            } catch (OtsException e) {
                ObjectNode node = ErrorMapper.body(e);
                refused.add(node.put("run", view.spec().id()));
            }
        }
        ObjectNode node = Json.object().put("ok", refused.isEmpty()).put("done", done);
        node.set("refused", refused);
        Json.answer(ctx, node);
    }

    /** The students of a room, or all of them. */
    private Set<String> owners(String room) {
        return people.students().stream()
                .filter(person -> room.isEmpty() || room.equals(person.classId()))
                .map(Person::account)
                .collect(Collectors.toSet());
    }

    /** What is wrong for every run is said once, before any run is touched. */
    private static void requireSpeed(JsonBody body, double value) {
        if (!body.has("value")) {
            throw new OtsException(StationError.MISSING_FIELD, "value");
        }
        if (value < RunRules.SPEED_MIN || value > RunRules.SPEED_MAX) {
            throw new OtsException(
                    StationError.CONTROL_VALUE, Control.SPEED.word(), value, RunRules.SPEED_MIN, RunRules.SPEED_MAX);
        }
    }

    /** The run of the request, which must be open: a closed one has no faults any more. */
    private String open(Context ctx) {
        String id = ctx.pathParam("id");
        if (access.row(id).closed()) {
            throw new OtsException(StationError.RUN_CLOSED, id);
        }
        return id;
    }

    private void faults(Context ctx) {
        Json.answer(ctx, RunJson.faults(host.observe(open(ctx)).faults()));
    }

    private void arm(Context ctx) {
        String id = open(ctx);
        JsonBody body = JsonBody.of(ctx, "fault", "severity", "rampS", "delayS", "when", "holdS");
        FaultOrder order = new FaultOrder(
                "",
                body.text("fault", 1, LONGEST_ID),
                body.number("severity", 0, 1, 1),
                body.number("rampS", 0, LONGEST_SECONDS, 0),
                body.number("delayS", 0, LONGEST_SECONDS, 0),
                body.text("when", LONGEST_CONDITION, ""),
                body.number("holdS", 0, LONGEST_SECONDS, 0));
        String by = Gatekeeper.person(ctx).account();
        FaultOrder armed = Answers.await(host.arm(id, by, order));
        ctx.status(201);
        Json.answer(ctx, Json.object().put("k", armed.key()));
    }

    private void withdraw(Context ctx) {
        String by = Gatekeeper.person(ctx).account();
        long saved = Answers.await(host.withdraw(open(ctx), by, ctx.pathParam("k")));
        Json.answer(ctx, Json.object().put("ok", true).put("saved", saved));
    }

    /** Operates something in the field in place of a field operator: the instructor's doing, not the trainee's. */
    private void remote(Context ctx) {
        String id = open(ctx);
        JsonBody body = JsonBody.of(ctx, "cid", "target", "verb", "value");
        String target = body.text("target", 1, LONGEST_ID);
        boolean elsewhere = plants.plant(access.row(id).plant())
                .flatMap(FieldPlants.Plant::site)
                .filter(site -> !site.stands(target))
                .isPresent();
        if (elsewhere) {
            throw new OtsException(StationError.NOT_IN_FIELD, Brief.of(target));
        }
        Operation operation = new Operation(
                body.text("cid", 1, LONGEST_ID),
                Gatekeeper.person(ctx).account(),
                target,
                body.text("verb", 1, LONGEST_ID),
                body.number("value", -Double.MAX_VALUE, Double.MAX_VALUE, Double.NaN),
                "",
                true,
                true,
                Optional.empty());
        CommandOutcome outcome = Answers.await(host.submit(id, operation));
        ctx.status(outcome.applied() ? 200 : 409);
        ObjectNode node = Json.object().put("ok", outcome.applied()).put("tick", outcome.tick());
        if (!outcome.applied()) {
            node.put("code", outcome.code()).set("message", Json.text(outcome.text()));
        }
        Json.answer(ctx, node);
    }
}
