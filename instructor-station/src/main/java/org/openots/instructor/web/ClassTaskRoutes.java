package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openots.common.error.OtsException;
import org.openots.common.text.Brief;
import org.openots.instructor.catalog.PlantLibrary;
import org.openots.instructor.catalog.Task;
import org.openots.instructor.error.StationError;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;
import org.openots.instructor.scenario.Scenario;
import org.openots.instructor.scenario.ScenarioDesk;
import org.openots.instructor.session.RunOrder;
import org.openots.instructor.session.RunScenario;
import org.openots.instructor.session.SessionHost;
import org.openots.instructor.store.Assignments;
import org.openots.instructor.store.People;
import org.openots.instructor.store.RunIndex;
import org.openots.simulator.plant.PlantPack;

/** The task a class does together: the instructor gives it, who is there begins at once, who comes later falls in. */
final class ClassTaskRoutes {
    private static final Set<Role> INSTRUCTOR = Set.of(Role.INSTRUCTOR);
    private static final Set<Role> STUDENT = Set.of(Role.STUDENT);
    private static final int LONGEST_ID = 64;

    private final SessionHost host;
    private final PlantLibrary library;
    private final RunIndex index;
    private final People people;
    private final Assignments assignments;
    private final RunOrders orders;
    private final ScenarioDesk scenarios;
    private final RunAccess access;
    private final Seats seats;
    private final Presence presence;
    private final Clock clock;

    ClassTaskRoutes(ServerParts parts, RunAccess access, Seats seats, Presence presence) {
        this.host = parts.host();
        this.library = parts.library();
        this.index = new RunIndex(parts.database());
        this.people = new People(parts.database());
        this.assignments = new Assignments(parts.database());
        this.scenarios = parts.scenarios();
        this.orders = new RunOrders(parts.strategies());
        this.access = access;
        this.seats = seats;
        this.presence = presence;
        this.clock = parts.database().clock();
    }

    void register(RouteTable table) {
        table.add("GET", "/api/class/task", INSTRUCTOR, this::given);
        table.add("POST", "/api/class/task", INSTRUCTOR, this::give);
        table.add("DELETE", "/api/class/task", INSTRUCTOR, this::takeBack);
        table.add("GET", "/api/class/conditions/{id}", INSTRUCTOR, this::conditions);
        table.add("POST", "/api/my/task", STUDENT, this::fallIn);
    }

    private void given(Context ctx) {
        ArrayNode list = Json.array();
        for (Assignments.Given given : assignments.all()) {
            ObjectNode node = list.addObject()
                    .put("whom", given.whom())
                    .put("task", given.task())
                    .put("initialCondition", given.initialCondition())
                    .put("by", given.by())
                    .put("scenario", given.scenarioId())
                    .put("at", Instant.ofEpochMilli(given.at()).toString());
            library.find(given.task()).ifPresent(task -> node.set("title", Json.text(task.title())));
        }
        Json.answer(ctx, list);
    }

    /** Where runs of a task can start: its own initial condition first. */
    private List<String> conditions(Task task) {
        return library.pack(task.plant()).map(PlantPack::initialConditionIds).orElse(List.of(task.initialCondition()));
    }

    private void conditions(Context ctx) {
        Task task = library.task(ctx.pathParam("id"));
        ObjectNode node = Json.object().put("own", task.initialCondition());
        ArrayNode all = node.putArray("all");
        conditions(task).forEach(all::add);
        Json.answer(ctx, node);
    }

    private void give(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "task", "initialCondition", "room", "account", "scenario");
        Task task = library.task(body.text("task", 1, LONGEST_ID));
        Optional<Scenario> scenario = Optional.of(body.text("scenario", LONGEST_ID, ""))
                .filter(id -> !id.isEmpty())
                .map(id -> scenarios.offered(id, task).document());
        String condition = scenario.map(Scenario::initialCondition)
                .orElseGet(() -> body.text("initialCondition", LONGEST_ID, task.initialCondition()));
        if (!conditions(task).contains(condition)) {
            throw new OtsException(
                    StationError.FIELD_CHOICE,
                    "initialCondition",
                    Brief.of(condition),
                    String.join(", ", conditions(task)));
        }
        String account = body.text("account", LONGEST_ID, "");
        String room = body.text("room", LONGEST_ID, Assignments.ALL);
        String whom = account.isEmpty() ? room : Assignments.seat(account);
        String by = Gatekeeper.person(ctx).account();
        List<Person> meant = people.students().stream()
                .filter(person -> account.isEmpty()
                        ? room.isEmpty() || room.equals(person.classId())
                        : account.equals(person.account()))
                .toList();
        // refused before anybody is put into it
        meant.forEach(person -> orders.rules(person, task));
        String word = scenario.map(one -> Assignments.version(one.id(), one.version()))
                .orElse("");
        assignments.give(new Assignments.Given(whom, task.id(), condition, by, clock.millis(), word));
        int begun = 0;
        int busy = 0;
        int absent = 0;
        for (Person person : meant) {
            if (!seats.online(person) && !presence.here(person)) {
                absent++;
            } else if (begin(person).isPresent()) {
                begun++;
            } else {
                busy++;
            }
        }
        ctx.status(201);
        Json.answer(ctx, Json.object().put("begun", begun).put("busy", busy).put("absent", absent));
    }

    private void takeBack(Context ctx) {
        assignments.clear();
        Json.answer(ctx, Json.object().put("ok", true));
    }

    /** A student asks whether his class does something: he is put into it, once, unless he is at something. */
    private void fallIn(Context ctx) {
        JsonBody.of(ctx);
        Person person = Gatekeeper.person(ctx);
        Optional<Assignments.Given> given = assignments.of(person);
        ObjectNode node = Json.object();
        if (given.isPresent()) {
            Task task = library.task(given.get().task());
            node.put("task", task.id()).set("title", Json.text(task.title()));
            node.put("begun", begin(person).isPresent());
            access.unfinished(index, person.account())
                    .filter(row -> row.task().equals(task.id()))
                    .filter(row -> row.started() >= given.get().at())
                    .ifPresent(row -> node.put("run", row.id()));
        }
        Json.answer(ctx, node);
    }

    private RunScenario scenario(Assignments.Given given) {
        return scenarios.begin(scenarios.store().version(given.scenarioId(), given.scenarioVersion()), given.by());
    }

    /** Begins the given task for a person who did not yet and has nothing open. */
    private Optional<String> begin(Person person) {
        Assignments.Given given = assignments.of(person).orElse(null);
        if (given == null) {
            return Optional.empty();
        }
        Task task = library.task(given.task());
        synchronized (access.starting(person.account())) {
            boolean done = index.of(person.account()).stream()
                    .anyMatch(row -> row.record() && row.task().equals(task.id()) && row.started() >= given.at());
            if (done || access.unfinished(index, person.account()).isPresent()) {
                return Optional.empty();
            }
            RunOrder order = orders.of(person, task, given.initialCondition());
            return Optional.of(host.start(given.scenario().isEmpty() ? order : order.with(scenario(given))));
        }
    }
}
