package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;
import org.openots.instructor.people.Role;
import org.openots.instructor.rig.TwinDesk;
import org.openots.instructor.rig.TwinHistory;

/**
 * The digital twin of the rig. Its residuals and causes are the answer to a hidden fault, so that students get nothing of it.
 */
final class TwinRoutes {
    private static final Set<Role> READERS = EnumSet.of(Role.INSTRUCTOR, Role.ASSESSOR, Role.RIG_ENGINEER);
    private static final Set<Role> KEEPERS = EnumSet.of(Role.INSTRUCTOR, Role.RIG_ENGINEER);
    private static final List<String> ACTIONS = List.of("calibrate", "keep", "pause", "resume");
    /** Longest trend, ms: the history has half a day. */
    private static final long LONGEST_TREND = 12L * 3600 * 1000;

    private static final double MINUTE = 60;

    private final TwinDesk twin;
    private final TwinJson json;

    TwinRoutes(ServerParts parts) {
        this.twin = parts.rig().twin();
        this.json = new TwinJson(parts.library());
    }

    void register(RouteTable table) {
        table.add("GET", "/api/rig/twin", READERS, ctx -> Json.answer(ctx, json.view(twin.view())));
        table.add("GET", "/api/rig/twin/trend", READERS, this::trend);
        table.add("POST", "/api/rig/twin", KEEPERS, this::order);
    }

    private void trend(Context ctx) {
        String tag = RigRoutes.parameter(ctx, "tag");
        long from = RigRoutes.whole(ctx, "from", 0, Long.MAX_VALUE);
        long to = RigRoutes.whole(ctx, "to", from + 1, from + LONGEST_TREND);
        TwinHistory.Part part = twin.history(tag, from, to);
        ObjectNode node =
                Json.object().put("tag", tag).put("from", from).put("to", to).put("step", part.step());
        ArrayNode steps = node.putArray("steps");
        for (TwinHistory.Step step : part.steps()) {
            ObjectNode one = steps.addObject().put("t", step.time());
            Json.number(one, "rig", step.rig());
            Json.number(one, "model", step.model());
            Json.number(one, "residual", step.residual());
            Json.number(one, "sigma", step.sigma());
            one.put("alarm", step.alarm());
        }
        Json.answer(ctx, node);
    }

    private void order(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "action", "minutes");
        String action = body.choice("action", ACTIONS);
        double minutes =
                body.number("minutes", TwinDesk.SHORTEST / MINUTE, TwinDesk.LONGEST / MINUTE, TwinDesk.USUAL / MINUTE);
        switch (action) {
            case "calibrate" -> twin.calibrate(minutes * MINUTE);
            case "keep" -> twin.keep();
            case "pause" -> twin.pause();
            case "resume" -> twin.resume();
            default -> throw new OtsException(StationError.FIELD_CHOICE, "action", action, String.join(", ", ACTIONS));
        }
        Json.answer(ctx, json.view(twin.view()));
    }
}
