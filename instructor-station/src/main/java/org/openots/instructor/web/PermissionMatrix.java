package org.openots.instructor.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openots.instructor.people.PermissionPolicy;
import org.openots.instructor.people.Role;

/** The routes of the station by page and action. */
final class PermissionMatrix {
    private PermissionMatrix() {}

    /** A route with the most roles it can have. */
    record Entry(String method, String path, Set<Role> roles) {}

    /** A page and an action with the routes that belong to it. */
    record Row(PermissionPolicy.Page page, String action, List<Entry> routes) {
        Row {
            routes = List.copyOf(routes);
        }

        /** How many of the routes a role can have. */
        int count(Role role) {
            return (int) routes.stream()
                    .filter(route -> route.roles().contains(role))
                    .count();
        }
    }

    /** All routes that need a sign-in. */
    static List<Entry> entries(RouteTable table) {
        List<Entry> entries = new ArrayList<>();
        table.routes().stream()
                .filter(route -> !route.open())
                .forEach(route -> entries.add(new Entry(route.method(), route.path(), route.roles())));
        table.sockets().forEach(socket -> entries.add(new Entry("WS", socket.path(), socket.roles())));
        return entries;
    }

    /** One row a page and action that has routes. */
    static List<Row> rows(PermissionPolicy policy, RouteTable table) {
        List<Entry> entries = entries(table);
        List<Row> rows = new ArrayList<>();
        for (PermissionPolicy.Page page : policy.pages()) {
            for (String action : PermissionPolicy.ACTIONS) {
                List<Entry> routes = entries.stream()
                        .filter(entry -> policy.page(entry.path())
                                .filter(found -> found.id().equals(page.id()))
                                .isPresent())
                        .filter(entry -> PermissionPolicy.action(entry.method()).equals(action))
                        .toList();
                if (!routes.isEmpty()) {
                    rows.add(new Row(page, action, routes));
                }
            }
        }
        return rows;
    }
}
