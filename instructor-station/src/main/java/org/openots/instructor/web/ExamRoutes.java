package org.openots.instructor.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.openots.common.error.OtsException;
import org.openots.common.text.Brief;
import org.openots.instructor.error.StationError;
import org.openots.instructor.exam.ExamDesk;
import org.openots.instructor.exam.ExamOrder;
import org.openots.instructor.exam.ExamView;
import org.openots.instructor.people.Role;
import org.openots.instructor.upkeep.Backups;

/** Planning exams, running a room, and what a candidate does; results are in {@link ExamResultRoutes}. */
final class ExamRoutes {
    static final Set<Role> READERS = Set.of(Role.EXAM_OFFICER, Role.INVIGILATOR, Role.ASSESSOR, Role.SUPERVISOR);
    private static final Set<Role> OFFICERS = Set.of(Role.EXAM_OFFICER);
    private static final Set<Role> ROOM = Set.of(Role.EXAM_OFFICER, Role.INVIGILATOR);
    private static final Set<Role> STUDENT = Set.of(Role.STUDENT);
    private static final List<String> CODES =
            List.of("late", "violation", "equipment", "illness", "identity", "paper", "other");
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_TEXT = 500;
    private static final int MOST_SEATS = 300;
    /** Longest extension, s: an exam is not lengthened by more than its own kind. */
    private static final int LONGEST_EXTENSION = 7200;

    private final ExamDesk desk;
    private final ExamJson json;
    private final Devices devices;
    private final Backups backups;

    ExamRoutes(ServerParts parts, Devices devices) {
        this.desk = parts.exams();
        this.json = new ExamJson(desk, parts.host());
        this.devices = devices;
        this.backups = parts.upkeep().backups();
    }

    void register(RouteTable table) {
        table.add("GET", "/api/my/exam", STUDENT, this::mine);
        table.add("POST", "/api/my/exam/sit", STUDENT, this::sit);
        table.add("POST", "/api/my/exam/next", STUDENT, this::next);
        table.add("POST", "/api/my/exam/hand-in", STUDENT, this::handIn);
        table.add("POST", "/api/my/exam/hand", STUDENT, this::hand);
        table.add("POST", "/api/my/exam/blur", STUDENT, this::blur);
        table.add("GET", "/api/exams", READERS, this::list);
        table.add("POST", "/api/exams", OFFICERS, this::plan);
        table.add("GET", "/api/exams/{id}", READERS, this::room);
        table.add("POST", "/api/exams/{id}/open", ROOM, this::open);
        table.add("POST", "/api/exams/{id}/start", ROOM, this::start);
        table.add("POST", "/api/exams/{id}/cancel", OFFICERS, this::cancel);
        table.add("POST", "/api/exams/{id}/stop", ROOM, ctx -> pace(ctx, true));
        table.add("POST", "/api/exams/{id}/go", ROOM, ctx -> pace(ctx, false));
        table.add("POST", "/api/exams/{id}/extend", ROOM, this::extend);
        table.add("POST", "/api/exams/{id}/decide", ROOM, this::decide);
        table.add("POST", "/api/exams/{id}/handover", ROOM, this::handover);
        table.add("POST", "/api/exams/{id}/move", ROOM, this::move);
        table.add("POST", "/api/exams/{id}/incident", ROOM, this::incident);
        table.add("POST", "/api/exams/{id}/attended", ROOM, this::attended);
        table.add("POST", "/api/exams/{id}/collect", ROOM, this::collect);
    }

    // ---- candidate --------------------------------------------------------------------------------------------

    private static String sender(Context ctx) {
        return Gatekeeper.person(ctx).account();
    }

    private void mine(Context ctx) {
        String wanted = ctx.queryParam("exam");
        Optional<ExamView> view = wanted == null ? desk.of(sender(ctx)) : Optional.of(desk.of(sender(ctx), wanted));
        ObjectNode node = Json.object();
        view.ifPresent(exam -> node.set("exam", json.mine(exam, sender(ctx))));
        Json.answer(ctx, node);
    }

    private void answer(Context ctx, ExamView view) {
        Json.answer(ctx, Json.object().set("exam", json.mine(view, sender(ctx))));
    }

    private void sit(Context ctx) {
        JsonBody.of(ctx);
        String device = devices.of(ctx);
        answer(ctx, desk.seat(sender(ctx), (seat, exam) -> seat.sit(exam, sender(ctx), device)));
    }

    private void next(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "item");
        int item = whole(body, "item", 1, MOST_SEATS);
        answer(ctx, desk.seat(sender(ctx), (seat, exam) -> seat.next(exam, sender(ctx), item)));
    }

    private void handIn(Context ctx) {
        JsonBody.of(ctx);
        answer(ctx, desk.seat(sender(ctx), (seat, exam) -> seat.handIn(exam, sender(ctx))));
    }

    private void hand(Context ctx) {
        boolean up =
                JsonBody.of(ctx, "hand").choice("hand", List.of("up", "down")).equals("up");
        answer(ctx, desk.seat(sender(ctx), (seat, exam) -> seat.hand(exam, sender(ctx), up)));
    }

    private void blur(Context ctx) {
        JsonBody.of(ctx);
        answer(ctx, desk.seat(sender(ctx), (seat, exam) -> seat.blurred(exam, sender(ctx))));
    }

    private static int whole(JsonBody body, String field, int lowest, int highest) {
        if (!body.has(field)) {
            throw new OtsException(StationError.MISSING_FIELD, field);
        }
        return (int) Math.round(body.number(field, lowest, highest, lowest));
    }

    // ---- office -----------------------------------------------------------------------------------------------

    private void list(Context ctx) {
        ObjectNode node = Json.object();
        ArrayNode list = node.putArray("exams");
        desk.all().forEach(view -> list.add(ExamJson.brief(view)));
        ArrayNode damaged = node.putArray("damaged");
        desk.lost().forEach((id, why) -> damaged.add(ErrorMapper.body(why).put("id", id)));
        Json.answer(ctx, node);
    }

    private void plan(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "strategy", "version", "room", "start", "seats");
        List<ExamOrder.Place> places = new ArrayList<>();
        for (JsonNode seat : body.list("seats", MOST_SEATS)) {
            places.add(new ExamOrder.Place(text(seat, "seat"), text(seat, "account")));
        }
        ExamOrder order = new ExamOrder(
                body.text("strategy", 1, LONGEST_ID),
                whole(body, "version", 1, Integer.MAX_VALUE),
                body.text("room", 1, LONGEST_ID),
                instant(body.text("start", 1, LONGEST_ID)).toEpochMilli(),
                places);
        ExamView view = desk.plan(order, sender(ctx));
        ctx.status(201);
        Json.answer(ctx, json.room(view));
    }

    private static String text(JsonNode node, String field) {
        String text = node.path(field).asText().strip();
        if (text.isEmpty() || text.length() > LONGEST_ID) {
            throw new OtsException(StationError.FIELD_LENGTH, "seats." + field, text.length(), 1, LONGEST_ID);
        }
        return text;
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new OtsException(StationError.FIELD_NOT_TIME, "start", Brief.of(text));
        }
    }

    private void room(Context ctx) {
        Json.answer(ctx, json.room(desk.view(ctx.pathParam("id"))));
    }

    /** Does something to the exam of the path, and shows the room after it. */
    private void act(Context ctx, ExamDesk.RoomAction action) {
        Json.answer(ctx, json.room(desk.room(ctx.pathParam("id"), action)));
    }

    private void open(Context ctx) {
        JsonBody.of(ctx);
        act(ctx, (room, exam) -> room.open(exam, sender(ctx)));
        backUp(ctx.pathParam("id"));
    }

    /** Everything is backed up before an exam; that it could not be is written down and stops nobody. */
    private void backUp(String id) {
        try {
            backups.now("exam");
        } catch (OtsException e) {
            desk.room(
                    id,
                    (room, exam) ->
                            room.incident(exam, "", "backup", e.messageIn(Locale.SIMPLIFIED_CHINESE), "station"));
        }
    }

    private void start(Context ctx) {
        JsonBody.of(ctx);
        act(ctx, (room, exam) -> room.start(exam, sender(ctx)));
    }

    private void cancel(Context ctx) {
        String reason = JsonBody.of(ctx, "reason").text("reason", 1, LONGEST_TEXT);
        act(ctx, (room, exam) -> room.cancel(exam, sender(ctx), reason));
    }

    private void pace(Context ctx, boolean stop) {
        JsonBody body = JsonBody.of(ctx, "account", "reason");
        String whom = body.text("account", LONGEST_ID, "");
        String reason = body.text("reason", LONGEST_TEXT, "");
        act(ctx, (room, exam) -> room.pace(exam, whom, stop, sender(ctx), reason));
    }

    private void extend(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "account", "seconds", "reason");
        String whom = body.text("account", 1, LONGEST_ID);
        int seconds = whole(body, "seconds", 1, LONGEST_EXTENSION);
        String reason = body.text("reason", 1, LONGEST_TEXT);
        Role role = Gatekeeper.person(ctx).role();
        act(ctx, (room, exam) -> room.extend(exam, whom, seconds, reason, sender(ctx), role));
    }

    private void decide(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "account", "grant", "decision");
        String whom = body.text("account", 1, LONGEST_ID);
        int grant = whole(body, "grant", 1, Integer.MAX_VALUE);
        boolean given = body.choice("decision", List.of("give", "refuse")).equals("give");
        act(ctx, (room, exam) -> room.decide(exam, whom, grant, given, sender(ctx)));
    }

    private void handover(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "account", "decision");
        String whom = body.text("account", 1, LONGEST_ID);
        boolean approved = body.choice("decision", List.of("approve", "refuse")).equals("approve");
        act(ctx, (room, exam) -> room.handover(exam, whom, approved, sender(ctx)));
    }

    private void move(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "account", "seat", "reason");
        String whom = body.text("account", 1, LONGEST_ID);
        String seat = body.text("seat", 1, LONGEST_ID);
        String reason = body.text("reason", 1, LONGEST_TEXT);
        act(ctx, (room, exam) -> room.move(exam, whom, seat, reason, sender(ctx)));
    }

    private void incident(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "account", "code", "text");
        String whom = body.text("account", LONGEST_ID, "");
        String code = body.choice("code", CODES);
        String text = body.text("text", 1, LONGEST_TEXT);
        act(ctx, (room, exam) -> room.incident(exam, whom, code, text, sender(ctx)));
    }

    private void attended(Context ctx) {
        String whom = JsonBody.of(ctx, "account").text("account", 1, LONGEST_ID);
        act(ctx, (room, exam) -> room.attended(exam, whom, sender(ctx)));
    }

    private void collect(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "account", "reason");
        String whom = body.text("account", 1, LONGEST_ID);
        String reason = body.text("reason", 1, LONGEST_TEXT);
        act(ctx, (room, exam) -> room.collect(exam, whom, reason, sender(ctx)));
    }
}
