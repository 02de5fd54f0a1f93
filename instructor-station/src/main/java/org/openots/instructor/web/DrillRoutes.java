package org.openots.instructor.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.openots.common.error.OtsException;
import org.openots.common.text.Brief;
import org.openots.instructor.catalog.PlantLibrary;
import org.openots.instructor.catalog.Task;
import org.openots.instructor.error.StationError;
import org.openots.instructor.hazop.DrillDesk;
import org.openots.instructor.hazop.TrialDesk;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;
import org.openots.instructor.store.RunIndex;

/** Drills of abnormal situations: the list, what is asked, and beginning one. */
final class DrillRoutes {
    private static final Set<Role> READERS = EnumSet.complementOf(EnumSet.of(Role.ADMIN));
    private static final Set<Role> TRAINEES = Set.of(Role.STUDENT, Role.INSTRUCTOR);
    private static final int LONGEST_ID = 64;
    private static final int MOST_SAFEGUARDS = 99;

    private final DrillDesk desk;
    private final TrialDesk trials;
    private final PlantLibrary library;
    private final RunIndex index;
    private final RunAccess access;

    DrillRoutes(ServerParts parts, RunAccess access) {
        this.desk = new DrillDesk(parts.host(), parts.library());
        this.trials = new TrialDesk(parts.host(), parts.library(), parts.playing());
        this.library = parts.library();
        this.index = new RunIndex(parts.database());
        this.access = access;
    }

    void register(RouteTable table) {
        table.add("GET", "/api/drills", READERS, this::list);
        table.add("GET", "/api/drills/{id}", READERS, this::drill);
        table.add("POST", "/api/my/drills", TRAINEES, this::start);
        table.add("POST", "/api/runs/{id}/trials", TRAINEES, this::trial);
    }

    /** What a catalogue of tasks shows: {@code [{id, module, level, plant, title, minutes, link}]}. */
    private void list(Context ctx) {
        ArrayNode list = Json.array();
        for (JsonNode drill : library.drills()) {
            String id = drill.path("id").asText();
            ObjectNode node = list.addObject()
                    .put("id", id)
                    .put("module", "M1")
                    .put("level", drill.path("level").asText())
                    .put("plant", drill.path("plant").asText())
                    .put("minutes", drill.path("minutes").asInt())
                    .put("link", "/hazop/drills/" + id);
            node.set("title", drill.path("title"));
            node.set("plantTitle", library.plant(drill.path("plant").asText()).path("title"));
        }
        Json.answer(ctx, list);
    }

    private void drill(Context ctx) {
        String id = ctx.pathParam("id");
        JsonNode found = library.drills().stream()
                .filter(drill -> drill.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new OtsException(StationError.TASK_UNKNOWN, Brief.of(id)));
        Json.answer(ctx, found);
    }

    /** Has the scenario of a run played without a safeguard; how far it is tells {@code /api/plays/{id}}. */
    private void trial(Context ctx) {
        String run = ctx.pathParam("id");
        Person person = Gatekeeper.person(ctx);
        access.requireOperable(person, run);
        int safeguard = (int) JsonBody.of(ctx, "safeguard").number("safeguard", 1, MOST_SAFEGUARDS, 1);
        ctx.status(202);
        Json.answer(ctx, PlayJson.job(trials.play(person.account(), run, safeguard)));
    }

    /** Begins a drill; the same again goes on with the unfinished run. */
    private void start(Context ctx) {
        String account = Gatekeeper.person(ctx).account();
        Task task = desk.task(JsonBody.of(ctx, "drill").text("drill", 1, LONGEST_ID));
        synchronized (access.starting(account)) {
            Optional<RunIndex.Row> open = access.unfinished(index, account);
            if (open.isPresent() && !open.get().task().equals(task.id())) {
                throw new OtsException(
                        StationError.RUN_STILL_OPEN, open.get().id(), open.get().task());
            }
            String run = open.map(RunIndex.Row::id).orElseGet(() -> desk.start(account, task.id()));
            if (open.isPresent()) {
                access.returned(run);
                desk.ensureFaults(run);
            }
            ctx.status(open.isPresent() ? 200 : 201);
            Json.answer(ctx, Json.object().put("id", run).put("resumed", open.isPresent()));
        }
    }
}
