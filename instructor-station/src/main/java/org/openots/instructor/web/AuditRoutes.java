package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;
import org.openots.instructor.people.Role;
import org.openots.instructor.store.AuditTrail;

/** Who changed what, and whether the chain of the audit is whole. */
final class AuditRoutes {
    private static final Set<Role> READERS = Set.of(Role.ADMIN, Role.SUPERVISOR);
    private static final int MOST = 200;
    private static final int LONGEST = 80;

    private final AuditTrail trail;

    AuditRoutes(ServerParts parts) {
        this.trail = new AuditTrail(parts.database().readers());
    }

    void register(RouteTable table) {
        table.add("GET", "/api/audit", READERS, this::rows);
    }

    /** The newest rows with a text in them, newest first. */
    private void rows(Context ctx) {
        String text = Optional.ofNullable(ctx.queryParam("text")).orElse("").strip();
        if (text.length() > LONGEST) {
            throw new OtsException(StationError.FIELD_LENGTH, "text", text.length(), 0, LONGEST);
        }
        String wanted = text.toLowerCase(Locale.ROOT);
        List<AuditTrail.Row> all = trail.rows();
        List<AuditTrail.Row> found = all.stream()
                .filter(row -> (row.actor() + " " + row.action() + " " + row.detail())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
        ObjectNode answer =
                Json.object().put("all", all.size()).put("found", found.size()).put("broken", trail.firstBroken());
        answer.put("head", all.isEmpty() ? "" : all.get(all.size() - 1).hash());
        ArrayNode rows = answer.putArray("rows");
        for (int i = found.size() - 1; i >= Math.max(0, found.size() - MOST); i--) {
            AuditTrail.Row row = found.get(i);
            rows.addObject()
                    .put("seq", row.seq())
                    .put("at", Instant.ofEpochMilli(row.at()).toString())
                    .put("actor", row.actor())
                    .put("action", row.action())
                    .put("detail", row.detail());
        }
        Json.answer(ctx, answer);
    }
}
