package org.openots.instructor.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.openots.common.error.OtsException;
import org.openots.common.text.Brief;
import org.openots.instructor.catalog.PlantLibrary;
import org.openots.instructor.debrief.CauseAnalysis;
import org.openots.instructor.debrief.CauseDesk;
import org.openots.instructor.debrief.Deed;
import org.openots.instructor.debrief.Harm;
import org.openots.instructor.error.StationError;
import org.openots.instructor.people.Role;
import org.openots.instructor.session.RunInput;
import org.openots.instructor.session.RunInspection;
import org.openots.simulator.operation.Command;

/** Why a run went wrong: its causes ranked by playing it again without each of them. Names faults, so students get nothing of it. */
final class CauseRoutes {
    static final Set<Role> DEBRIEFERS = Set.of(Role.INSTRUCTOR, Role.ASSESSOR);

    private final CauseDesk desk;
    private final PlantLibrary library;
    private final RunAccess access;

    CauseRoutes(ServerParts parts, RunAccess access) {
        this.desk = parts.causes();
        this.library = parts.library();
        this.access = access;
    }

    void register(RouteTable table) {
        table.add("GET", "/api/runs/{id}/causes", DEBRIEFERS, this::view);
        table.add("POST", "/api/runs/{id}/causes", DEBRIEFERS, this::search);
        table.add("DELETE", "/api/runs/{id}/causes", DEBRIEFERS, this::stop);
        table.add("GET", "/api/runs/{id}/causes/{k}/trend", DEBRIEFERS, ctx -> trend(ctx, desk::without));
        table.add("GET", "/api/runs/{id}/causes/times/{k}/trend", DEBRIEFERS, ctx -> trend(ctx, desk::shifted));
    }

    private String closed(Context ctx) {
        String id = ctx.pathParam("id");
        if (!access.row(id).closed()) {
            throw new OtsException(StationError.RUN_NOT_CLOSED, id, 0);
        }
        return id;
    }

    private void search(Context ctx) {
        String id = closed(ctx);
        Json.answer(ctx, json(id, Optional.of(desk.search(id))));
    }

    private void view(Context ctx) {
        String id = closed(ctx);
        Json.answer(ctx, json(id, desk.view(id)));
    }

    private void stop(Context ctx) {
        String id = closed(ctx);
        desk.stop(id);
        Json.answer(ctx, json(id, desk.view(id)));
    }

    /** How the run would have been with something else, by its rank. */
    private interface OtherRun {
        Optional<ObjectNode> look(String run, int rank, Function<RunInspection, ObjectNode> question);
    }

    /** Curves and events of the run as it would have been without a cause, or with it at another time. */
    private void trend(Context ctx, OtherRun other) {
        String id = closed(ctx);
        String plant = access.row(id).plant();
        List<String> tags = RecordRoutes.tags(ctx.queryParam("tags"));
        int rank = rank(ctx);
        Audience audience = Audience.of(Gatekeeper.person(ctx).role());
        ObjectNode node = other.look(id, rank, inspection -> {
                    ObjectNode answer = RecordRoutes.trend(
                            tags,
                            inspection.trend(
                                    RecordRoutes.indices(inspection.signals(), tags, plant),
                                    0,
                                    Double.MAX_VALUE,
                                    RecordRoutes.POINTS));
                    answer.put("score", inspection.sheet().path("total").asDouble());
                    answer.set("events", RunJson.events(inspection.events(), audience));
                    return answer;
                })
                .orElseThrow(() -> new OtsException(StationError.NOT_FOUND, ctx.path()));
        Json.answer(ctx, node);
    }

    private static int rank(Context ctx) {
        String word = ctx.pathParam("k");
        if (!word.matches("\\d{1,3}")) {
            throw new OtsException(StationError.FIELD_NOT_NUMBER, "k", Brief.of(word));
        }
        return Integer.parseInt(word);
    }

    private ObjectNode json(String id, Optional<CauseDesk.View> view) {
        ObjectNode node = Json.object();
        if (view.isEmpty()) {
            return node.put("state", "none");
        }
        CauseDesk.View one = view.get();
        node.put("state", one.state().name().toLowerCase(Locale.ROOT)).put("progress", one.progress());
        one.problem().ifPresent(why -> node.set("problem", ErrorMapper.body(why)));
        one.analysis().ifPresent(found -> analysis(node, id, found));
        return node;
    }

    private void analysis(ObjectNode node, String id, CauseAnalysis found) {
        String plant = access.row(id).plant();
        JsonNode faults = library.faults(plant);
        node.put("score", found.score());
        node.set("harm", harm(found.harm()));
        ArrayNode causes = node.putArray("causes");
        for (CauseAnalysis.Ranked ranked : found.causes()) {
            Deed deed = ranked.deed();
            ObjectNode one = causes.addObject()
                    .put("kind", deed.kind().name().toLowerCase(Locale.ROOT))
                    .put("subject", deed.subject())
                    .put("time", found.seconds(deed.tick()))
                    .put("weight", ranked.weight())
                    .put("points", ranked.points());
            one.set("without", harm(ranked.without()));
            if (deed.kind() == Deed.Kind.FAULT) {
                faults.forEach(fault -> {
                    if (fault.path("id").asText().equals(deed.subject())) {
                        one.set("title", fault.path("title"));
                    }
                });
            }
            operations(one.putArray("operations"), deed, found);
        }
        shifts(node.putArray("times"), found);
    }

    /** What would have come of other times, each with the rank of its deed among the causes. */
    private static void shifts(ArrayNode list, CauseAnalysis found) {
        List<Deed> deeds =
                found.causes().stream().map(CauseAnalysis.Ranked::deed).toList();
        for (CauseAnalysis.Shifted shift : found.shifts()) {
            ObjectNode one = list.addObject()
                    .put("cause", deeds.indexOf(shift.deed()))
                    .put("seconds", shift.seconds())
                    .put("time", found.seconds(shift.deed().tick() + shift.ticks()))
                    .put("gain", shift.gain())
                    .put("points", shift.points());
            one.set("then", harm(shift.then()));
        }
    }

    private static void operations(ArrayNode list, Deed deed, CauseAnalysis found) {
        for (RunInput input : deed.inputs()) {
            if (input instanceof RunInput.Operated operated) {
                Command command = operated.command();
                ObjectNode one = list.addObject()
                        .put("time", found.seconds(command.tick()))
                        .put("target", command.target())
                        .put("verb", command.verb());
                Json.number(one, "value", command.value());
            }
        }
    }

    private static ObjectNode harm(Harm harm) {
        ObjectNode node = Json.object()
                .put("trips", harm.trips())
                .put("alarms", harm.urgent() + harm.soon() + harm.aware())
                .put("urgent", harm.urgent())
                .put("weight", harm.weight());
        Json.number(node, "firstTrip", harm.firstTrip());
        return node;
    }
}
