package org.openots.instructor.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openots.common.error.OtsException;
import org.openots.common.text.Brief;
import org.openots.hazop.review.AnswerRef;
import org.openots.hazop.worksheet.EditOutcome;
import org.openots.hazop.worksheet.OperationJson;
import org.openots.hazop.worksheet.SheetEdit;
import org.openots.hazop.worksheet.SheetView;
import org.openots.instructor.catalog.OfferedStudy;
import org.openots.instructor.error.StationError;
import org.openots.instructor.hazop.HazopDesk;
import org.openots.instructor.hazop.ReferencePoints;
import org.openots.instructor.hazop.ReviewDesk;
import org.openots.instructor.hazop.SheetFeedback;
import org.openots.instructor.hazop.SheetResult;
import org.openots.instructor.hazop.SheetScope;
import org.openots.instructor.hazop.StudyFrame;
import org.openots.instructor.hazop.TaskDesk;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;
import org.openots.instructor.store.People;

/** Studies without their keys, and worksheets: opening, saving, submitting, handing in. */
final class HazopRoutes {
    private static final Set<Role> STUDENT = Set.of(Role.STUDENT);
    private static final Set<Role> READERS =
            Set.of(Role.STUDENT, Role.INSTRUCTOR, Role.ASSESSOR, Role.INVIGILATOR, Role.SUPERVISOR);
    private static final int LONGEST_ID = 64;
    /** Most edits of one request: what a student types in some minutes without a network comes in a few of them. */
    private static final int MOST_EDITS = 200;

    private static final int MOST_NODES = 16;

    /** Who sees reasons and points before a student may. */
    private static final Set<Role> EXAMINERS = Set.of(Role.INSTRUCTOR, Role.ASSESSOR);

    private static final int LONGEST_REASON = 500;

    private final HazopDesk desk;
    private final ReviewDesk review;
    private final TaskDesk tasks;
    private final ReferencePoints references;
    private final People people;

    HazopRoutes(ServerParts parts) {
        this.desk = parts.hazop();
        this.review = parts.review();
        this.tasks = parts.tasks().desk();
        this.references = new ReferencePoints(desk);
        this.people = new People(parts.database());
    }

    void register(RouteTable table) {
        table.add("GET", "/api/hazop/studies", READERS, this::studies);
        table.add("GET", "/api/hazop/studies/{id}", READERS, this::study);
        table.add("GET", "/api/my/worksheets", STUDENT, this::mine);
        table.add("POST", "/api/my/worksheets", STUDENT, this::open);
        table.add("GET", "/api/worksheets/{id}", READERS, this::sheet);
        table.add("POST", "/api/worksheets/{id}/edits", STUDENT, this::edit);
        table.add("POST", "/api/worksheets/{id}/submit", STUDENT, this::submit);
        table.add("POST", "/api/worksheets/{id}/hand-in", STUDENT, this::handIn);
        table.add("POST", "/api/worksheets/{id}/appeals", STUDENT, this::appeal);
    }

    private void studies(Context ctx) {
        ArrayNode list = Json.array();
        desk.content().studies().forEach(study -> list.add(StudyJson.summary(study)));
        Json.answer(ctx, list);
    }

    private void study(Context ctx) {
        String id = ctx.pathParam("id");
        String version = ctx.queryParam("version");
        OfferedStudy study = version == null
                ? desk.content().study(id)
                : desk.study(id, version).orElseGet(() -> desk.content().study(id));
        Person person = Gatekeeper.person(ctx);
        StudyFrame frame = person.role() == Role.STUDENT ? tasks.frame(person.account(), id) : StudyFrame.WHOLE;
        Json.answer(ctx, StudyJson.whole(study, frame));
    }

    private void mine(Context ctx) {
        ArrayNode list = Json.array();
        desk.store().of(Gatekeeper.person(ctx).account()).stream()
                .filter(view -> !HazopDesk.isExam(view.state().head().id()))
                .forEach(view -> list.add(SheetJson.summary(view, review.result(view))));
        Json.answer(ctx, list);
    }

    private void open(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "study", "level", "nodes");
        OfferedStudy study = desk.content().study(body.text("study", 1, LONGEST_ID));
        String level = body.text("level", 1, LONGEST_ID);
        List<String> nodes =
                body.list("nodes", MOST_NODES).stream().map(JsonNode::asText).toList();
        SheetScope scope = SheetScope.of(study.study()).stream()
                .filter(one -> one.level().word().equals(level) && one.nodes().equals(nodes))
                .findFirst()
                .orElseThrow(() -> new OtsException(
                        StationError.SCOPE_UNKNOWN,
                        study.study().id(),
                        Brief.of(level),
                        Brief.of(String.join(" ", nodes))));
        HazopDesk.Opened opened = desk.open(Gatekeeper.person(ctx).account(), study, scope);
        ctx.status(opened.resumed() ? 200 : 201);
        Json.answer(
                ctx, Json.object().put("id", opened.view().state().head().id()).put("resumed", opened.resumed()));
    }

    private void sheet(Context ctx) {
        Person person = Gatekeeper.person(ctx);
        SheetView view = desk.store().view(ctx.pathParam("id"));
        String owner = view.state().head().owner();
        if (person.role() == Role.STUDENT && !owner.equals(person.account())) {
            throw new OtsException(
                    StationError.NOT_SHEET_OWNER, view.state().head().id());
        }
        ObjectNode node = whole(view, person);
        people.find(owner).ifPresent(who -> node.put("name", who.name()).put("seat", who.seat()));
        Json.answer(ctx, node);
    }

    private void edit(Context ctx) {
        String id = own(ctx);
        JsonBody body = JsonBody.of(ctx, "token", "edits");
        List<SheetEdit> edits = new ArrayList<>();
        Optional<EditOutcome.Refusal> unreadable = Optional.empty();
        for (JsonNode node : body.list("edits", MOST_EDITS)) {
            String edit = node.path("id").asText();
            try {
                edits.add(new SheetEdit(edit, OperationJson.read(node.path("op"))));
            } catch (OtsException e) {
                unreadable = Optional.of(new EditOutcome.Refusal(edit, e));
                break;
            }
        }
        EditOutcome outcome = desk.store().edit(id, body.text("token", 1, LONGEST_ID), edits);
        ObjectNode node = Json.object().put("revision", outcome.revision()).put("token", outcome.token());
        Optional<EditOutcome.Refusal> refused = outcome.refused().isPresent() ? outcome.refused() : unreadable;
        refused.ifPresent(refusal ->
                node.set("refused", ErrorMapper.body(refusal.reason()).put("edit", refusal.edit())));
        Json.answer(ctx, node);
    }

    private void submit(Context ctx) {
        String id = own(ctx);
        JsonBody body = JsonBody.of(ctx, "token", "deviation");
        SheetView view = desk.submit(id, body.text("token", 1, LONGEST_ID), body.text("deviation", 1, LONGEST_ID));
        Json.answer(ctx, whole(view, Gatekeeper.person(ctx)));
    }

    private void handIn(Context ctx) {
        String id = own(ctx);
        SheetView view = desk.handIn(id, JsonBody.of(ctx, "token").text("token", 1, LONGEST_ID));
        Json.answer(ctx, whole(view, Gatekeeper.person(ctx)));
    }

    private void appeal(Context ctx) {
        String id = own(ctx);
        JsonBody body = JsonBody.of(ctx, "deviation", "index", "reason");
        AnswerRef answer = new AnswerRef(
                id, body.text("deviation", 1, LONGEST_ID), (int) body.number("index", 0, Integer.MAX_VALUE, -1));
        review.store().appeal(answer, Gatekeeper.person(ctx).account(), body.text("reason", 1, LONGEST_REASON));
        Json.answer(ctx, whole(desk.store().view(id), Gatekeeper.person(ctx)));
    }

    private ObjectNode whole(SheetView view, Person reader) {
        SheetResult result = review.result(view);
        boolean training = !HazopDesk.isExam(view.state().head().id());
        boolean shown = EXAMINERS.contains(reader.role()) || (training && SheetFeedback.shown(view.state(), result));
        ObjectNode node = SheetJson.whole(view, desk.content().scorer().isPresent(), result, shown);
        node.set("missed", SheetJson.missed(shown ? references.of(view, result) : List.of()));
        tasks.attemptOf(view.state().head().id())
                .ifPresent(attempt -> node.putObject("task")
                        .put("attempt", attempt.head().id())
                        .put("submitted", attempt.submission().isPresent()));
        return node;
    }

    /** The id of a worksheet that belongs to the sender; the owner is the one in the journal. */
    private String own(Context ctx) {
        SheetView view = desk.store().view(ctx.pathParam("id"));
        String id = view.state().head().id();
        if (!view.state().head().owner().equals(Gatekeeper.person(ctx).account())) {
            throw new OtsException(StationError.NOT_SHEET_OWNER, id);
        }
        return id;
    }
}
