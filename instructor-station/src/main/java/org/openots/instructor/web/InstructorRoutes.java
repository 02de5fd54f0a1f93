package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;
import org.openots.instructor.people.Role;
import org.openots.instructor.session.Answers;
import org.openots.instructor.session.Control;
import org.openots.instructor.session.FaultOrder;
import org.openots.instructor.session.RunRules;
import org.openots.instructor.session.RunView;
import org.openots.instructor.session.SessionHost;

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

    InstructorRoutes(SessionHost host, ClassWall wall, RunAccess access) {
        this.host = host;
        this.wall = wall;
        this.access = access;
    }

    void register(RouteTable table) {
        table.add("GET", "/api/class", WALL, ctx -> Json.answer(ctx, wall.build()));
        table.add("POST", "/api/class/control", INSTRUCTOR, this::control);
        table.add("GET", "/api/runs/{id}/faults", INSTRUCTOR, this::faults);
        table.add("POST", "/api/runs/{id}/faults", INSTRUCTOR, this::arm);
        table.add("DELETE", "/api/runs/{id}/faults/{k}", INSTRUCTOR, this::withdraw);
    }

    /** Controls all open runs; one that refuses does not stop the others. */
    private void control(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "action", "value");
        Control action = RunRoutes.control(body.choice("action", List.of("freeze", "run", "speed")));
        double value = body.number("value", -Double.MAX_VALUE, Double.MAX_VALUE, 0);
        if (action == Control.SPEED) {
            requireSpeed(body, value);
        }
        String by = Gatekeeper.person(ctx).account();
        int done = 0;
        ArrayNode refused = Json.array();
        for (RunView view : host.open()) {
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
}
