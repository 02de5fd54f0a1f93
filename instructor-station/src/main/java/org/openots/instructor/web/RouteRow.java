package org.openots.instructor.web;

import java.util.Set;
import org.openots.instructor.people.Role;

/**
 * A route the server really has, with who may use it; the rows of the page on roles and rights.
 *
 * @param method HTTP method, or {@code WS}
 * @param path Javalin path
 * @param roles roles that may use it
 * @param open true when it needs no sign-in
 */
public record RouteRow(String method, String path, Set<Role> roles, boolean open) {
    /** Freezes the roles. */
    public RouteRow {
        roles = Set.copyOf(roles);
    }
}
