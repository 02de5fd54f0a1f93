package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Set;
import org.openots.common.error.OtsException;
import org.openots.common.text.Brief;
import org.openots.instructor.error.StationError;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;
import org.openots.instructor.session.Answers;
import org.openots.instructor.session.Intervention;
import org.openots.instructor.session.NamedSnapshot;
import org.openots.instructor.session.Pace;
import org.openots.instructor.session.RunArchive;
import org.openots.instructor.session.RunEvents;
import org.openots.instructor.session.RunInspection;
import org.openots.instructor.session.RunJournals;
import org.openots.instructor.session.RunPast;
import org.openots.instructor.session.RunRules;
import org.openots.instructor.session.RunSpec;
import org.openots.instructor.session.RunStory;
import org.openots.instructor.session.RunView;
import org.openots.instructor.session.SessionHost;
import org.openots.instructor.store.People;
import org.openots.instructor.store.RunIndex;

/** Looking back to any second of a run, and going on from there as a run of one's own. */
final class BackRoutes {
    /** Branches of one account that may be open at once: each takes memory and model time like any run. */
    private static final int MOST_BRANCHES = 3;

    /** Longest name of a snapshot, characters. */
    private static final int LONGEST_NAME = 40;

    private final SessionHost host;
    private final RunArchive archive;
    private final RunIndex index;
    private final RunAccess access;
    private final RunJournals journals;
    private final People people;

    BackRoutes(ServerParts parts, RunAccess access) {
        this.host = parts.host();
        this.archive = parts.archive();
        this.index = new RunIndex(parts.database());
        this.access = access;
        this.journals = parts.journals();
        this.people = new People(parts.database());
    }

    void register(RouteTable table) {
        table.add("GET", "/api/runs/{id}/at/{second}", RunRoutes.WATCHERS, this::at);
        table.add("POST", "/api/runs/{id}/branch", RunRoutes.OPERATORS, this::branch);
        table.add("GET", "/api/runs/{id}/snapshots", RunRoutes.OPERATORS, this::snapshots);
        table.add("POST", "/api/runs/{id}/snapshots", RunRoutes.OPERATORS, this::name);
        table.add("GET", "/api/runs/{id}/interventions", Set.of(Role.INSTRUCTOR), this::interventions);
        table.add("GET", "/api/runs/{id}/score-curve", Set.of(Role.INSTRUCTOR), this::curve);
    }

    /** State, alarms, score and events at a second, as a frame of the run's socket would have told them. */
    private void at(Context ctx) {
        Person person = Gatekeeper.person(ctx);
        String id = ctx.pathParam("id");
        access.requireVisible(person, id);
        RunPast past = past(person, id, seconds(ctx.pathParam("second")));
        RunFrames frames = new RunFrames();
        frames.next(host.look(past));
        ctx.contentType("application/json");
        ctx.result(frames.frame(Audience.of(person.role()), SeatChannel.NOTHING));
    }

    private static double seconds(String text) {
        try {
            double seconds = Double.parseDouble(text);
            if (Double.isFinite(seconds)) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            // said below, in the words of people
        }
        throw new OtsException(StationError.FIELD_NOT_NUMBER, "second", Brief.of(text));
    }

    /** The past of an open run as its task allows, or of a closed one. */
    private RunPast past(Person person, String id, double time) {
        if (access.row(id).closed()) {
            return archive.past(id, time);
        }
        RunSpec spec = host.observe(id).spec();
        requireBack(person, spec);
        return Answers.await(host.past(id, time));
    }

    /** Throws if a trainee would look back in a run whose task does not let him go back. */
    private static void requireBack(Person person, RunSpec spec) {
        if (person.role() == Role.STUDENT && !spec.rules().rewind()) {
            throw new OtsException(StationError.BACK_NOT_ALLOWED, spec.task());
        }
    }

    /** Throws if a trainee would get round his teacher's freeze. */
    private void requireNotStopped(Person person, String id) {
        if (person.role() != Role.STUDENT || access.row(id).closed()) {
            return;
        }
        Pace pace = host.observe(id).pace();
        boolean byOther = !pace.by().equals(person.account()) && !pace.by().equals(Pace.STATION);
        if (pace.state() == Pace.State.FROZEN && byOther) {
            throw new OtsException(StationError.FROZEN_BY_OTHER, id);
        }
    }

    /** Goes on from a second of a run as another one, which is never a record. */
    private void branch(Context ctx) {
        Person person = Gatekeeper.person(ctx);
        String id = ctx.pathParam("id");
        access.requireOperable(person, id);
        JsonBody body = JsonBody.of(ctx, "time");
        if (!body.has("time")) {
            throw new OtsException(StationError.MISSING_FIELD, "time");
        }
        double time = body.number("time", 0, Double.MAX_VALUE, 0);
        synchronized (access.starting(person.account())) {
            long open = index.of(person.account()).stream()
                    .filter(row -> !row.closed() && !row.record())
                    .filter(row -> !host.lost().containsKey(row.id()))
                    .count();
            if (open >= MOST_BRANCHES) {
                throw new OtsException(StationError.BRANCH_LIMIT, open);
            }
            requireNotStopped(person, id);
            RunPast past = past(person, id, time);
            RunSpec spec = past.spec();
            requireBack(person, spec);
            boolean trainee = person.role() == Role.STUDENT;
            String run = host.branch(
                    past,
                    person.account(),
                    trainee ? spec.timeLimitSeconds() : 0,
                    trainee ? spec.rules() : RunRules.practice());
            RunView view = host.observe(run);
            ctx.status(201);
            ObjectNode node = Json.object().put("id", run);
            Json.answer(ctx, node.put("time", view.time()).set("branchOf", RunJson.branchOf(view.spec())));
        }
    }

    /** The ticks that were given names; a trainee sees his own, as a teacher's tell what is to come. */
    private void snapshots(Context ctx) {
        Person person = Gatekeeper.person(ctx);
        String id = ctx.pathParam("id");
        access.requireOperable(person, id);
        double tickSeconds = tickSeconds(id);
        ArrayNode list = Json.array();
        for (NamedSnapshot snapshot : RunStory.of(id, journals.read(id)).snapshots()) {
            if (person.role() == Role.INSTRUCTOR || snapshot.by().equals(person.account())) {
                list.add(snapshot(snapshot, tickSeconds));
            }
        }
        Json.answer(ctx, list);
    }

    private static ObjectNode snapshot(NamedSnapshot snapshot, double tickSeconds) {
        return Json.object()
                .put("time", snapshot.tick() * tickSeconds)
                .put("by", snapshot.by())
                .put("name", snapshot.name());
    }

    private double tickSeconds(String id) {
        return access.row(id).closed()
                ? archive.inspect(id, RunInspection::tickSeconds)
                : Answers.await(host.inspect(id, RunInspection::tickSeconds));
    }

    private void name(Context ctx) {
        Person person = Gatekeeper.person(ctx);
        String id = ctx.pathParam("id");
        access.requireOperable(person, id);
        if (access.row(id).closed()) {
            throw new OtsException(StationError.RUN_CLOSED, id);
        }
        requireBack(person, host.observe(id).spec());
        String name = JsonBody.of(ctx, "name").text("name", 1, LONGEST_NAME);
        NamedSnapshot snapshot = Answers.await(host.name(id, person.account(), name));
        ctx.status(201);
        Json.answer(ctx, snapshot(snapshot, tickSeconds(id)));
    }

    /** What others than its trainee did to a run, oldest first. */
    private void interventions(Context ctx) {
        String id = ctx.pathParam("id");
        String owner = access.row(id).owner();
        double tickSeconds = tickSeconds(id);
        ArrayNode list = Json.array();
        for (Intervention one : Intervention.of(owner, journals.read(id))) {
            ObjectNode node = list.addObject()
                    .put("at", Instant.ofEpochMilli(one.at()).toString())
                    .put("time", one.tick() * tickSeconds)
                    .put("by", one.by())
                    .put("kind", one.kind());
            if (one.kind().equals(RunEvents.REWOUND)) {
                node.put("to", one.what().path("toTick").asLong() * tickSeconds);
            }
            people.find(one.by()).ifPresent(person -> node.put("name", person.name()));
            node.set("what", one.what());
        }
        Json.answer(ctx, list);
    }

    private void curve(Context ctx) {
        String id = ctx.pathParam("id");
        var points = access.row(id).closed()
                ? archive.inspect(id, RunInspection::scores)
                : Answers.await(host.inspect(id, RunInspection::scores));
        ArrayNode list = Json.array();
        points.forEach((time, total) -> list.addArray().add(time).add(total));
        Json.answer(ctx, list);
    }
}
