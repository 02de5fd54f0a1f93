package org.openots.instructor.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import org.openots.common.error.OtsException;
import org.openots.hazop.worksheet.SheetState;
import org.openots.hazop.worksheet.WorksheetStore;
import org.openots.instructor.error.StationError;
import org.openots.instructor.hazop.PlayDesk;
import org.openots.instructor.hazop.PlayJob;
import org.openots.instructor.hazop.PlayQueue;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;

/** Playing the rows of a worksheet: for its student, and for instructors. */
final class PlayRoutes {
    private static final Set<Role> PLAYERS = Set.of(Role.STUDENT, Role.INSTRUCTOR);
    private static final int LONGEST_ID = 64;
    private static final int MOST_SAFEGUARDS = 32;

    private final PlayDesk desk;
    private final PlayQueue queue;
    private final WorksheetStore sheets;

    PlayRoutes(ServerParts parts) {
        this.desk = parts.plays();
        this.queue = parts.playing();
        this.sheets = parts.hazop().store();
    }

    void register(RouteTable table) {
        table.add("GET", "/api/worksheets/{id}/plays", PLAYERS, this::offers);
        table.add("POST", "/api/worksheets/{id}/plays", PLAYERS, this::play);
        table.add("GET", "/api/plays/{id}", PLAYERS, this::view);
        table.add("DELETE", "/api/plays/{id}", PLAYERS, this::stop);
    }

    private void offers(Context ctx) {
        ArrayNode rows = Json.array();
        desk.offers(visible(ctx)).forEach(offer -> rows.add(PlayJson.offer(offer)));
        Json.answer(ctx, rows);
    }

    private void play(Context ctx) {
        SheetState state = visible(ctx);
        JsonBody body = JsonBody.of(ctx, "row", "cause", "without", "all");
        List<Integer> without = body.has("without")
                ? body.list("without", MOST_SAFEGUARDS).stream()
                        .map(PlayRoutes::index)
                        .toList()
                : List.of();
        int cause = (int) body.number("cause", 0, MOST_SAFEGUARDS, 0);
        boolean all = body.number("all", 0, 1, 0) > 0;
        PlayDesk.Wish wish = new PlayDesk.Wish(body.text("row", 1, LONGEST_ID), cause, without, all);
        PlayJob.View view = desk.play(Gatekeeper.person(ctx).account(), state, wish);
        ctx.status(202);
        Json.answer(ctx, PlayJson.job(view));
    }

    private static int index(JsonNode node) {
        if (!node.isInt()) {
            throw new OtsException(StationError.FIELD_NOT_NUMBER, "without", node.toString());
        }
        return node.intValue();
    }

    private void view(Context ctx) {
        Json.answer(ctx, PlayJson.job(queue.view(Gatekeeper.person(ctx).account(), ctx.pathParam("id"))));
    }

    private void stop(Context ctx) {
        Json.answer(ctx, PlayJson.job(queue.stop(Gatekeeper.person(ctx).account(), ctx.pathParam("id"))));
    }

    private SheetState visible(Context ctx) {
        Person person = Gatekeeper.person(ctx);
        SheetState state = sheets.view(ctx.pathParam("id")).state();
        if (person.role() == Role.STUDENT && !state.head().owner().equals(person.account())) {
            throw new OtsException(StationError.NOT_SHEET_OWNER, state.head().id());
        }
        return state;
    }
}
