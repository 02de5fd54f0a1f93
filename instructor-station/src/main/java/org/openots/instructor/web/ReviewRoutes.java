package org.openots.instructor.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.openots.common.error.OtsException;
import org.openots.common.text.Brief;
import org.openots.hazop.review.AnswerRef;
import org.openots.hazop.review.ReviewError;
import org.openots.hazop.review.Verdict;
import org.openots.hazop.worksheet.SheetView;
import org.openots.instructor.hazop.HazopDesk;
import org.openots.instructor.hazop.ReviewDesk;
import org.openots.instructor.people.Role;
import org.openots.instructor.store.People;

/** What examiners do with worksheets: the queue of answers, decisions, releases, appeals. */
final class ReviewRoutes {
    /** Who reviews. */
    static final Set<Role> EXAMINERS = Set.of(Role.INSTRUCTOR, Role.ASSESSOR);

    private static final int LONGEST_ID = 64;
    private static final int LONGEST_REASON = 500;
    private static final int MOST_ANSWERS = 500;
    private static final int MOST_SHEETS = 500;
    private static final double MOST_POINTS = 1000;
    private static final int MOST_DAYS = 366;
    private static final int USUAL_DAYS = 7;
    private static final List<String> BASES = List.of("key", "outside", "none");

    private final HazopDesk desk;
    private final ReviewDesk review;
    private final ReviewJson json;

    ReviewRoutes(ServerParts parts) {
        this.desk = parts.hazop();
        this.review = parts.review();
        this.json = new ReviewJson(desk, review, new People(parts.database()));
    }

    void register(RouteTable table) {
        table.add("GET", "/api/review/queue", EXAMINERS, ctx -> Json.answer(ctx, json.queue()));
        table.add("GET", "/api/review/answer", EXAMINERS, this::answer);
        table.add("POST", "/api/review/rulings", EXAMINERS, this::rule);
        table.add("POST", "/api/review/appeals", EXAMINERS, this::correct);
        table.add("GET", "/api/review/worksheets", EXAMINERS, this::sheets);
        table.add("GET", "/api/review/worksheets/{id}", EXAMINERS, this::sheet);
        table.add("POST", "/api/review/releases", EXAMINERS, this::release);
    }

    private void answer(Context ctx) {
        AnswerRef ref = new AnswerRef(
                String.valueOf(ctx.queryParam("sheet")),
                String.valueOf(ctx.queryParam("deviation")),
                index(String.valueOf(ctx.queryParam("index"))));
        Json.answer(ctx, json.reading(review.find(ref)));
    }

    private static int index(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    }

    /** An answer as it is named in a request. */
    static AnswerRef ref(JsonNode node) {
        if (!node.path("sheet").isTextual()
                || !node.path("deviation").isTextual()
                || !node.path("index").isInt()) {
            throw new OtsException(ReviewError.ANSWER_UNKNOWN, Brief.of(node.toString()));
        }
        return new AnswerRef(
                node.path("sheet").asText(),
                node.path("deviation").asText(),
                node.path("index").asInt());
    }

    private static Verdict verdict(JsonBody body) {
        Verdict.Basis basis = Verdict.Basis.valueOf(body.choice("basis", BASES).toUpperCase(Locale.ROOT));
        return new Verdict(basis, body.text("item", LONGEST_ID, ""), body.number("points", 0, MOST_POINTS, 0));
    }

    private void rule(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "answers", "basis", "item", "points", "reason");
        List<AnswerRef> answers = body.list("answers", MOST_ANSWERS).stream()
                .map(ReviewRoutes::ref)
                .toList();
        String examiner = Gatekeeper.person(ctx).account();
        int decided = review.rule(answers, verdict(body), examiner, body.text("reason", LONGEST_REASON, ""))
                .size();
        Json.answer(ctx, Json.object().put("decided", decided));
    }

    private void correct(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "answers", "basis", "item", "points", "reason");
        String examiner = Gatekeeper.person(ctx).account();
        String reason = body.text("reason", LONGEST_REASON, "");
        Verdict verdict = verdict(body);
        List<JsonNode> answers = body.list("answers", 1);
        answers.forEach(node -> review.correct(ref(node), verdict, examiner, reason));
        Json.answer(ctx, Json.object().put("decided", answers.size()));
    }

    private void sheets(Context ctx) {
        ArrayNode list = Json.array();
        desk.store().all().forEach(view -> list.add(json.sheet(view)));
        Json.answer(ctx, list);
    }

    private void sheet(Context ctx) {
        SheetView view = desk.store().view(ctx.pathParam("id"));
        Json.answer(ctx, json.answers(view));
    }

    /** Releases what is ready; what is not is named with its reason, and does not stop the rest. */
    private void release(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "sheets", "appealDays");
        int days = (int) body.number("appealDays", 0, MOST_DAYS, USUAL_DAYS);
        String examiner = Gatekeeper.person(ctx).account();
        List<String> released = new ArrayList<>();
        ArrayNode refused = Json.array();
        for (JsonNode node : body.list("sheets", MOST_SHEETS)) {
            String sheet = node.asText();
            try {
                review.release(sheet, examiner, days);
                released.add(sheet);
            } catch (OtsException e) {
                refused.add(ErrorMapper.body(e).put("sheet", sheet));
            }
        }
        ObjectNode answer = Json.object();
        released.forEach(answer.putArray("released")::add);
        answer.set("refused", refused);
        Json.answer(ctx, answer);
    }
}
