package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.openots.common.error.OtsException;
import org.openots.distillation.field3d.pack.FieldPack;
import org.openots.instructor.error.StationError;
import org.openots.instructor.field.FieldPlants;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;
import org.openots.instructor.security.FieldTickets;
import org.openots.instructor.security.SignIn;
import org.openots.instructor.store.RunIndex;
import org.openots.simulator.plant.PlantPack;

/** How a field station comes in: a ticket from the run's page, typed or handed over, for a cookie of its own. */
final class FieldRoutes {
    private static final int LONGEST_TICKET = 20;

    private final RunAccess access;
    private final SignIn signIn;
    private final FieldTickets tickets;
    private final FieldPlants plants;
    private final Map<String, String> packs = new ConcurrentHashMap<>();

    FieldRoutes(ServerParts parts, RunAccess access, FieldPlants plants) {
        this.access = access;
        this.signIn = parts.signIn();
        this.tickets = parts.signIn().tickets();
        this.plants = plants;
    }

    void register(RouteTable table) {
        table.add("POST", "/api/runs/{id}/field-ticket", Set.of(Role.STUDENT, Role.INSTRUCTOR), this::issue);
        table.open("POST", "/api/field/join", this::join);
        table.add("GET", "/api/field/pack", RunRoutes.OPERATORS, this::pack);
    }

    private void issue(Context ctx) {
        String run = ctx.pathParam("id");
        Person person = Gatekeeper.person(ctx);
        access.requireOperable(person, run);
        RunIndex.Row row = access.row(run);
        if (row.closed()) {
            throw new OtsException(StationError.RUN_CLOSED, run);
        }
        FieldTickets.Ticket ticket = tickets.issue(run, person.account());
        ctx.status(201);
        Json.answer(
                ctx,
                Json.object()
                        .put("ticket", ticket.digits())
                        .put("until", Instant.ofEpochMilli(ticket.until()).toString()));
    }

    /** What the field station of a run builds its scene and panels of; nothing of the pack's faults and answers. */
    private void pack(Context ctx) {
        String run = ctx.queryParam("run");
        if (run == null) {
            throw new OtsException(StationError.MISSING_FIELD, "run");
        }
        access.requireOperable(Gatekeeper.person(ctx), run);
        String plant = access.row(run).plant();
        PlantPack pack = plants.plant(plant)
                .map(FieldPlants.Plant::pack)
                .filter(known -> known.plot().isPresent())
                .orElseThrow(() -> new OtsException(StationError.FIELD_NO_PLOT, plant));
        ctx.contentType(ContentType.APPLICATION_JSON);
        ctx.result(packs.computeIfAbsent(plant, key -> FieldPack.write(pack).toString()));
    }

    private void join(Context ctx) {
        String digits = JsonBody.of(ctx, "ticket").text("ticket", 1, LONGEST_TICKET);
        FieldTickets.Ticket ticket = tickets.redeem(digits, ctx.ip());
        RunIndex.Row row = access.row(ticket.run());
        if (row.closed()) {
            throw new OtsException(StationError.RUN_CLOSED, ticket.run());
        }
        SignIn.Signed signed = signIn.beside(ticket.account());
        ctx.cookie(AccountRoutes.cookie(signed.token(), AccountRoutes.UNTIL_CLOSED));
        ObjectNode node = Json.object().put("run", row.id()).put("plant", row.plant());
        Person person = signed.person();
        node.put("name", person.name()).put("seat", person.seat()).put("lang", person.lang());
        Json.answer(ctx, node);
    }
}
