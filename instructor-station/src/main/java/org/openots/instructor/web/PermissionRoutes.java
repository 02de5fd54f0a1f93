package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openots.common.text.LocalText;
import org.openots.instructor.people.PermissionPolicy;
import org.openots.instructor.people.Role;
import org.openots.instructor.store.PermissionTable;

/** The table of pages, actions and roles, for the administrator to see and to change within its limits. */
final class PermissionRoutes {
    private static final Set<Role> ADMIN = Set.of(Role.ADMIN);
    private static final int LONGEST = 40;

    private final Permissions permissions;
    private final RouteTable table;

    PermissionRoutes(Permissions permissions, RouteTable table) {
        this.permissions = permissions;
        this.table = table;
    }

    void register() {
        table.add("GET", "/api/permissions", ADMIN, ctx -> Json.answer(ctx, matrix()));
        table.add("POST", "/api/permissions", ADMIN, this::set);
    }

    private void set(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "page", "action", "role", "allowed");
        PermissionTable.Changed change = new PermissionTable.Changed(
                body.text("page", 1, LONGEST),
                body.choice("action", PermissionPolicy.ACTIONS),
                Role.of(body.choice("role", Role.words())),
                body.number("allowed", 0, 1, 0) > 0);
        permissions.set(Gatekeeper.person(ctx).account(), change);
        Json.answer(ctx, matrix());
    }

    private ObjectNode matrix() {
        PermissionPolicy policy = permissions.policy();
        List<PermissionMatrix.Row> rows = PermissionMatrix.rows(policy, table);
        ObjectNode answer = Json.object();
        Role.words().forEach(answer.putArray("roles")::add);
        ArrayNode list = answer.putArray("rows");
        for (PermissionMatrix.Row row : rows) {
            ObjectNode node = list.addObject()
                    .put("page", row.page().id())
                    .put("action", row.action())
                    .put("routes", row.routes().size());
            node.set("text", Json.text(row.page().text()));
            ArrayNode cells = node.putArray("cells");
            for (Role role : Role.values()) {
                cells.add(cell(policy, row, role));
            }
        }
        ArrayNode pairs = answer.putArray("pairs");
        for (PermissionPolicy.Pair pair : policy.pairs()) {
            ObjectNode node = pairs.addObject();
            pair.roles().forEach(node.putArray("roles")::add);
            node.set("why", Json.text(pair.why()));
        }
        return answer;
    }

    private ObjectNode cell(PermissionPolicy policy, PermissionMatrix.Row row, Role role) {
        String page = row.page().id();
        int most = row.count(role);
        Optional<LocalText> never = policy.never(page, row.action(), role);
        ObjectNode node = Json.object()
                .put("routes", most)
                .put("allowed", most > 0 && permissions.allowed(page, row.action(), role))
                .put("fixed", most == 0 || policy.fixed(page, row.action(), role) || never.isPresent());
        never.ifPresent(why -> node.set("never", Json.text(why)));
        return node;
    }
}
