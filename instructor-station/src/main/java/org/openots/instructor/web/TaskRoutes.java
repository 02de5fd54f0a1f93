package org.openots.instructor.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openots.common.error.OtsException;
import org.openots.hazop.task.AttemptEdit;
import org.openots.hazop.task.AttemptState;
import org.openots.instructor.catalog.HazopTaskSource;
import org.openots.instructor.error.StationError;
import org.openots.instructor.hazop.TaskDesk;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;
import org.openots.instructor.store.People;

/** Training tasks of the HAZOP certificate: the catalogue, and attempts from beginning to release. */
final class TaskRoutes {
    private static final Set<Role> STUDENT = Set.of(Role.STUDENT);
    private static final Set<Role> READERS =
            Set.of(Role.STUDENT, Role.INSTRUCTOR, Role.ASSESSOR, Role.INVIGILATOR, Role.SUPERVISOR);
    private static final Set<Role> TEACHERS = Set.of(Role.INSTRUCTOR, Role.ASSESSOR, Role.INVIGILATOR, Role.SUPERVISOR);
    private static final Set<Role> RELEASERS = Set.of(Role.INSTRUCTOR, Role.ASSESSOR);
    private static final int LONGEST_ID = 64;
    private static final int MOST_EDITS = 50;
    private static final int MOST_WORDS = 120;

    private final TaskDesk desk;
    private final List<HazopTaskSource> sources;
    private final TaskJson json;
    private final People people;

    TaskRoutes(ServerParts parts) {
        this.desk = parts.tasks().desk();
        this.sources = parts.tasks().sources();
        this.json = new TaskJson(desk);
        this.people = new People(parts.database());
    }

    void register(RouteTable table) {
        table.add("GET", "/api/hazop/tasks", READERS, this::tasks);
        table.add("GET", "/api/hazop/tasks/{id}/preview", RELEASERS, this::preview);
        table.add("POST", "/api/my/hazop-attempts", STUDENT, this::open);
        table.add("GET", "/api/hazop/attempts", TEACHERS, this::all);
        table.add("GET", "/api/hazop/attempts/{id}", READERS, this::attempt);
        table.add("POST", "/api/hazop/attempts/{id}/answers", STUDENT, this::answer);
        table.add("POST", "/api/hazop/attempts/{id}/check", STUDENT, this::check);
        table.add("POST", "/api/hazop/attempts/{id}/sheet", STUDENT, this::sheet);
        table.add("POST", "/api/hazop/attempts/{id}/submit", STUDENT, this::submit);
        table.add("POST", "/api/hazop/attempts/{id}/release", RELEASERS, this::release);
    }

    private void tasks(Context ctx) {
        Person person = Gatekeeper.person(ctx);
        ArrayNode list = Json.array();
        for (HazopTaskSource source : sources) {
            for (HazopTaskSource.OfferedTask task : source.tasks()) {
                ObjectNode node = list.addObject()
                        .put("id", task.id())
                        .put("module", task.module())
                        .put("level", task.level())
                        .put("plant", task.plant())
                        .put("minutes", task.minutes());
                node.set("title", Json.text(task.title()));
                task.link().ifPresent(link -> node.put("link", link));
                if (person.role() == Role.STUDENT) {
                    source.standing(person.account(), task.id()).ifPresent(standing -> {
                        node.put("state", standing.state())
                                .put("page", standing.link())
                                .put("passed", standing.passed());
                        standing.bestPercent().ifPresent(best -> Json.number(node, "best", best));
                        standing.provisionalPercent().ifPresent(best -> Json.number(node, "provisional", best));
                    });
                }
            }
        }
        Json.answer(ctx, list);
    }

    private void preview(Context ctx) {
        boolean key = "1".equals(ctx.queryParam("key"));
        AttemptState state = desk.preview(Gatekeeper.person(ctx).account(), ctx.pathParam("id"));
        Json.answer(ctx, json.preview(state, key));
    }

    private void open(Context ctx) {
        String task = JsonBody.of(ctx, "task").text("task", 1, LONGEST_ID);
        TaskDesk.Opened opened = desk.open(Gatekeeper.person(ctx).account(), task);
        ctx.status(opened.resumed() ? 200 : 201);
        Json.answer(ctx, Json.object().put("id", opened.state().head().id()).put("resumed", opened.resumed()));
    }

    private void all(Context ctx) {
        ArrayNode list = Json.array();
        for (AttemptState state : desk.store().all()) {
            ObjectNode node = json.summary(state);
            people.find(state.head().owner())
                    .ifPresent(who -> node.put("name", who.name()).put("seat", who.seat()));
            list.add(node);
        }
        Json.answer(ctx, list);
    }

    private void attempt(Context ctx) {
        Person person = Gatekeeper.person(ctx);
        AttemptState state = desk.store().view(ctx.pathParam("id"));
        boolean student = person.role() == Role.STUDENT;
        if (student && !state.head().owner().equals(person.account())) {
            throw new OtsException(StationError.NOT_SHEET_OWNER, state.head().id());
        }
        ObjectNode node = json.whole(state, !student);
        people.find(state.head().owner())
                .ifPresent(who -> node.put("name", who.name()).put("seat", who.seat()));
        Json.answer(ctx, node);
    }

    private void answer(Context ctx) {
        AttemptState state = own(ctx);
        List<AttemptEdit> edits = new ArrayList<>();
        for (JsonNode node : JsonBody.of(ctx, "edits").list("edits", MOST_EDITS)) {
            List<String> words = new ArrayList<>();
            for (JsonNode word : node.path("answer")) {
                words.add(word.asText());
            }
            if (words.size() > MOST_WORDS) {
                throw new OtsException(StationError.FIELD_RANGE, "answer", words.size(), 0, MOST_WORDS);
            }
            edits.add(new AttemptEdit(
                    node.path("id").asText(), node.path("question").asText(), words));
        }
        Json.answer(ctx, Json.object().put("revision", desk.answer(state, edits).revision()));
    }

    private void check(Context ctx) {
        AttemptState state = own(ctx);
        String question = JsonBody.of(ctx, "question").text("question", 1, LONGEST_ID);
        Json.answer(ctx, json.whole(desk.check(state, question), false));
    }

    private void sheet(Context ctx) {
        AttemptState state = own(ctx);
        JsonBody.of(ctx);
        Json.answer(
                ctx,
                json.whole(desk.openSheet(state, TaskDesk.isExam(state.head().id())), false));
    }

    private void submit(Context ctx) {
        AttemptState state = own(ctx);
        JsonBody.of(ctx);
        Json.answer(ctx, json.whole(desk.submit(state), false));
    }

    private void release(Context ctx) {
        JsonBody.of(ctx);
        AttemptState state =
                desk.store().release(ctx.pathParam("id"), Gatekeeper.person(ctx).account());
        Json.answer(ctx, json.whole(state, true));
    }

    /** An attempt that belongs to the sender; the owner is the one in the journal. */
    private AttemptState own(Context ctx) {
        AttemptState state = desk.store().view(ctx.pathParam("id"));
        if (!state.head().owner().equals(Gatekeeper.person(ctx).account())) {
            throw new OtsException(StationError.NOT_SHEET_OWNER, state.head().id());
        }
        return state;
    }
}
