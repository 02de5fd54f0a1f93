package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import java.io.InputStream;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.distillation.field3d.pack.FieldPack;
import org.openots.instructor.catalog.PlantLibrary;
import org.openots.instructor.catalog.Task;
import org.openots.instructor.error.StationError;
import org.openots.instructor.field.FieldPlants;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;
import org.openots.instructor.security.FieldTickets;
import org.openots.instructor.security.SignIn;
import org.openots.instructor.session.RunArchive;
import org.openots.instructor.session.RunJournals;
import org.openots.instructor.session.RunRules;
import org.openots.instructor.session.RunStory;
import org.openots.instructor.store.People;
import org.openots.instructor.store.RunIndex;
import org.openots.simulator.plant.PlantPack;

/**
 * How a field station comes to a lab PC and into a run: an archive to download, and a ticket from the run's page, typed or handed
 * over, for a cookie of its own; and the recording of a closed run for a replay.
 */
final class FieldRoutes {
    private static final int LONGEST_TICKET = 20;

    private final RunAccess access;
    private final SignIn signIn;
    private final FieldTickets tickets;
    private final FieldPackage archive;
    private final FieldPlants plants;
    private final Map<String, String> packs = new ConcurrentHashMap<>();
    private final RunJournals journals;
    private final RunArchive runs;
    private final PlantLibrary library;
    private final People people;

    FieldRoutes(ServerParts parts, RunAccess access, FieldPackage archive, FieldPlants plants) {
        this.access = access;
        this.archive = archive;
        this.signIn = parts.signIn();
        this.tickets = parts.signIn().tickets();
        this.plants = plants;
        this.journals = parts.journals();
        this.runs = parts.archive();
        this.library = parts.library();
        this.people = new People(parts.database());
    }

    void register(RouteTable table) {
        table.add("POST", "/api/runs/{id}/field-ticket", Set.of(Role.STUDENT, Role.INSTRUCTOR), this::issue);
        table.open("POST", "/api/field/join", this::join);
        table.add("GET", "/api/field/pack", RunRoutes.OPERATORS, this::pack);
        table.add("GET", "/download/field", EnumSet.allOf(Role.class), this::download);
        table.add("GET", "/download/field-licences", EnumSet.allOf(Role.class), FieldRoutes::licences);
        table.add("GET", "/api/runs/{id}/field-recording", RunRoutes.WATCHERS, this::film);
    }

    private void download(Context ctx) {
        InputStream content = archive.open();
        ctx.contentType("application/zip");
        ctx.header("Content-Disposition", "attachment; filename=\"" + FieldPackage.NAME + "\"");
        ctx.result(content);
    }

    private static void licences(Context ctx) {
        ctx.contentType("text/plain; charset=utf-8");
        ctx.result(FieldPackage.licences());
    }

    /** A closed run as it was seen in the field, played once more. */
    private void film(Context ctx) {
        String run = ctx.pathParam("id");
        Person person = Gatekeeper.person(ctx);
        access.requireVisible(person, run);
        RunIndex.Row row = access.row(run);
        RunStory story = RunStory.of(run, journals.read(run));
        RunRules rules = story.spec().rules();
        if (Audience.of(person.role()) == Audience.STUDENT
                && row.owner().equals(person.account())
                && !rules.hints()
                && !rules.liveScore()) {
            throw new OtsException(StationError.FIELD_HIDDEN, run, row.task());
        }
        if (!row.closed()) {
            throw new OtsException(StationError.RUN_NOT_CLOSED, run, story.resumeTick());
        }
        LocalText title = library.find(row.task()).map(Task::title).orElse(new LocalText(row.task(), row.task()));
        FieldFilm film = new FieldFilm(
                story.spec(),
                title,
                name(row.owner()),
                plants.plant(story.spec().plant())
                        .map(FieldPlants.Plant::signals)
                        .orElse(null));
        runs.watch(run, FieldFilm.PERIOD, film::frame);
        Map<String, String> names = new HashMap<>();
        story.walks().forEach(walk -> names.computeIfAbsent(walk.by(), this::name));
        ctx.header("Content-Disposition", "attachment; filename=\"" + run + ".field.json\"");
        ctx.contentType("application/json; charset=utf-8");
        ctx.result(film.end(story, names));
    }

    private String name(String account) {
        return people.find(account).map(Person::name).orElse(account);
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
                        .put("until", Instant.ofEpochMilli(ticket.until()).toString())
                        .put("packageBytes", archive.bytes()));
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
