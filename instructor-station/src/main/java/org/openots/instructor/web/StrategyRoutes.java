package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;
import org.openots.instructor.people.Role;
import org.openots.instructor.strategy.Strategy;
import org.openots.instructor.strategy.StrategyCheck;
import org.openots.instructor.strategy.StrategyDesk;
import org.openots.instructor.strategy.StrategyDiff;
import org.openots.instructor.strategy.StrategyStore;
import org.openots.instructor.strategy.StrategyVersion;
import org.openots.instructor.strategy.StrategyView;

/**
 * Training and exam strategies: instructors work on those for training, exam officers on those for exams, supervisors
 * read both. Papers of exams are no business of administrators.
 */
final class StrategyRoutes {
    private static final Set<Role> WRITERS = Set.of(Role.INSTRUCTOR, Role.EXAM_OFFICER);
    private static final Set<Role> READERS = Set.of(Role.INSTRUCTOR, Role.EXAM_OFFICER, Role.SUPERVISOR);
    private static final String ALL = "/api/strategies";
    private static final String ONE = ALL + "/{id}";
    private static final int LONGEST_TOKEN = 64;
    private static final int LONGEST_REASON = 500;

    private final StrategyDesk desk;
    private final StrategyStore store;

    StrategyRoutes(ServerParts parts) {
        this.desk = parts.strategies();
        this.store = desk.store();
    }

    void register(RouteTable table) {
        table.add("GET", ALL, READERS, this::list);
        table.add("POST", ALL, WRITERS, this::save);
        table.add("POST", ALL + "/check", WRITERS, this::check);
        table.add("GET", ONE, READERS, ctx -> Json.answer(ctx, StrategyJson.whole(seen(ctx))));
        table.add("GET", ONE + "/document", READERS, this::document);
        table.add("GET", ONE + "/diff", READERS, this::diff);
        table.add("POST", ONE + "/publish", Set.of(Role.INSTRUCTOR), this::publish);
        table.add("POST", ONE + "/review", Set.of(Role.EXAM_OFFICER), this::review);
        table.add("POST", ONE + "/seal", Set.of(Role.EXAM_OFFICER), this::seal);
        table.add("POST", ONE + "/retire", WRITERS, this::retire);
        table.add("GET", ONE + "/dry-run", READERS, this::dryRun);
        table.add("POST", ONE + "/dry-run", WRITERS, this::startDryRun);
        table.add("POST", ONE + "/dry-run/cancel", WRITERS, this::cancelDryRun);
    }

    private static boolean reads(Role role, Strategy.Kind kind) {
        return role == Role.SUPERVISOR
                || kind == (role == Role.INSTRUCTOR ? Strategy.Kind.TRAINING : Strategy.Kind.EXAM);
    }

    private static void allowed(Context ctx, Strategy.Kind kind) {
        Role role = Gatekeeper.person(ctx).role();
        if (!reads(role, kind)) {
            Role needed = kind == Strategy.Kind.TRAINING ? Role.INSTRUCTOR : Role.EXAM_OFFICER;
            throw new OtsException(StationError.ROLE_NOT_ALLOWED, role.text(), ctx.path(), needed.text());
        }
    }

    /** The strategy of the path, if this person may see it. */
    private StrategyView seen(Context ctx) {
        StrategyView view = store.view(ctx.pathParam("id"));
        allowed(ctx, view.kind());
        return view;
    }

    private void list(Context ctx) {
        Role role = Gatekeeper.person(ctx).role();
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("strategies");
        store.all().stream()
                .filter(view -> reads(role, view.kind()))
                .forEach(view -> list.add(StrategyJson.brief(view)));
        ArrayNode damaged = answer.putArray("damaged");
        store.damaged().forEach((name, why) -> damaged.add(ErrorMapper.body(why).put("name", name)));
        Json.answer(ctx, answer);
    }

    private static byte[] bytes(JsonBody body) {
        return body.object("document").toString().getBytes(StandardCharsets.UTF_8);
    }

    private void check(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "document");
        Json.answer(ctx, StrategyJson.check(desk.check("strategy.json", bytes(body))));
    }

    /** Saves a draft; what it says may be wrong still, its form may not. */
    private void save(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "token", "document");
        StrategyCheck.Result result = desk.check("strategy.json", bytes(body));
        Strategy document =
                result.strategy().orElseThrow(() -> result.findings().get(0).toException());
        allowed(ctx, document.kind());
        String by = Gatekeeper.person(ctx).account();
        StrategyView saved = store.save(body.text("token", LONGEST_TOKEN, ""), document, by);
        ObjectNode answer = StrategyJson.whole(saved);
        answer.set("check", StrategyJson.check(result));
        Json.answer(ctx, answer);
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    private StrategyVersion version(Context ctx, StrategyView view, String parameter) {
        return store.version(view.id(), number(String.valueOf(ctx.queryParam(parameter))));
    }

    private void document(Context ctx) {
        StrategyVersion version = version(ctx, seen(ctx), "version");
        ctx.header(
                "Content-Disposition",
                "attachment; filename=\"" + version.document().id() + "-v"
                        + version.document().version() + ".json\"");
        Json.answer(ctx, StrategyJson.document(version));
    }

    private void diff(Context ctx) {
        StrategyView view = seen(ctx);
        Json.answer(
                ctx,
                StrategyJson.diff(StrategyDiff.of(
                        version(ctx, view, "from").document(),
                        version(ctx, view, "to").document())));
    }

    /** What a request to move a version says. */
    private record Wish(String id, int version, String token, String by, String reason) {}

    private Wish wish(Context ctx, String... more) {
        StrategyView view = seen(ctx);
        JsonBody body = more.length == 0
                ? JsonBody.of(ctx, "version", "token")
                : JsonBody.of(ctx, "version", "token", "reason");
        return new Wish(
                view.id(),
                (int) body.number("version", 1, Integer.MAX_VALUE, 1),
                body.text("token", 1, LONGEST_TOKEN),
                Gatekeeper.person(ctx).account(),
                body.text("reason", LONGEST_REASON, ""));
    }

    private void publish(Context ctx) {
        Wish wish = wish(ctx);
        answer(ctx, store.publish(wish.id(), wish.version(), wish.token(), wish.by()));
    }

    private void review(Context ctx) {
        Wish wish = wish(ctx);
        answer(ctx, store.review(wish.id(), wish.version(), wish.token(), wish.by()));
    }

    private void seal(Context ctx) {
        Wish wish = wish(ctx);
        answer(ctx, store.seal(wish.id(), wish.version(), wish.token(), wish.by()));
    }

    private void retire(Context ctx) {
        Wish wish = wish(ctx, "reason");
        answer(ctx, store.retire(wish.id(), wish.version(), wish.token(), wish.by(), wish.reason()));
    }

    private static void answer(Context ctx, StrategyView view) {
        Json.answer(ctx, StrategyJson.whole(view));
    }

    private void dryRun(Context ctx) {
        Json.answer(ctx, StrategyJson.dryRun(desk.dryRun(seen(ctx).id())));
    }

    private void startDryRun(Context ctx) {
        Wish wish = wish(ctx);
        Json.answer(ctx, StrategyJson.dryRun(desk.startDryRun(wish.id(), wish.version(), wish.token(), wish.by())));
    }

    private void cancelDryRun(Context ctx) {
        Json.answer(ctx, StrategyJson.dryRun(desk.cancel(seen(ctx).id())));
    }
}
