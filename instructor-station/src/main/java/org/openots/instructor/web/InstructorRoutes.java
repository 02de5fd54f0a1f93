package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import org.openots.common.error.OtsException;
import org.openots.instructor.people.Role;
import org.openots.instructor.session.Answers;
import org.openots.instructor.session.Control;
import org.openots.instructor.session.FaultOrder;
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

    InstructorRoutes(SessionHost host, ClassWall wall) {
        this.host = host;
        this.wall = wall;
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
        double value = body.number("value", 0, Double.MAX_VALUE, 0);
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

    private void faults(Context ctx) {
        Json.answer(ctx, RunJson.faults(host.observe(ctx.pathParam("id")).faults()));
    }

    private void arm(Context ctx) {
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
        FaultOrder armed = Answers.await(host.arm(ctx.pathParam("id"), by, order));
        ctx.status(201);
        Json.answer(ctx, Json.object().put("k", armed.key()));
    }

    private void withdraw(Context ctx) {
        String by = Gatekeeper.person(ctx).account();
        long saved = Answers.await(host.withdraw(ctx.pathParam("id"), by, ctx.pathParam("k")));
        Json.answer(ctx, Json.object().put("ok", true).put("saved", saved));
    }
}
