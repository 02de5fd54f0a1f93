package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.openots.common.error.OtsException;
import org.openots.hazop.draft.StudyDraft;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.KeyItem;
import org.openots.hazop.study.StudyWriter;
import org.openots.instructor.error.StationError;
import org.openots.instructor.hazop.DraftDesk;
import org.openots.instructor.people.Role;

/** Drafts of studies from sweeps of all faults, for instructors only. */
final class DraftRoutes {
    private static final Set<Role> INSTRUCTOR = Set.of(Role.INSTRUCTOR);

    private final DraftDesk desk;

    DraftRoutes(ServerParts parts) {
        this.desk = parts.drafts();
    }

    void register(RouteTable table) {
        table.add("GET", "/api/hazop/drafts/{id}", INSTRUCTOR, ctx -> answer(ctx, desk.view(ctx.pathParam("id"))));
        table.add("POST", "/api/hazop/drafts/{id}", INSTRUCTOR, ctx -> answer(ctx, desk.start(ctx.pathParam("id"))));
        table.add("GET", "/api/hazop/drafts/{id}/study", INSTRUCTOR, this::study);
    }

    private static void answer(Context ctx, DraftDesk.View view) {
        ObjectNode node = Json.object()
                .put("state", view.state().name().toLowerCase(Locale.ROOT))
                .put("share", view.share());
        view.draft().ifPresent(draft -> rows(node, draft));
        Json.answer(ctx, node);
    }

    private static void rows(ObjectNode node, StudyDraft.Draft draft) {
        ArrayNode rows = node.putArray("rows");
        for (Deviation row : draft.study().deviations()) {
            ObjectNode one = rows.addObject().put("id", row.id());
            one.set("text", Json.text(row.text()));
            texts(one.putArray("causes"), row.causes());
            texts(one.putArray("consequences"), row.consequences());
            texts(one.putArray("safeguards"), row.safeguards());
        }
        ArrayNode unplaced = node.putArray("unplaced");
        draft.unplaced()
                .forEach(
                        (fault, why) -> unplaced.addObject().put("fault", fault).set("text", Json.text(why)));
    }

    private static void texts(ArrayNode array, List<? extends KeyItem> items) {
        items.forEach(item -> array.add(Json.text(item.text())));
    }

    /** The draft as a file to be edited. */
    private void study(Context ctx) {
        String plant = ctx.pathParam("id");
        StudyDraft.Draft draft =
                desk.view(plant).draft().orElseThrow(() -> new OtsException(StationError.NOT_FOUND, ctx.path()));
        ctx.header(
                "Content-Disposition", "attachment; filename=\"" + draft.study().id() + ".json\"");
        Json.answer(ctx, StudyWriter.json(draft.study()));
    }
}
