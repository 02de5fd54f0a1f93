package org.openots.instructor.web;

import io.javalin.http.Context;
import java.util.Set;
import org.openots.instructor.people.Role;

/**
 * One HTTP route with the roles that may use it.
 *
 * @param method {@code GET}, {@code POST} or {@code DELETE}
 * @param path Javalin path
 * @param roles roles that may use it; empty only for routes that need no sign-in
 * @param open true when it needs no sign-in
 * @param endpoint what it does
 */
record Route(String method, String path, Set<Role> roles, boolean open, Endpoint endpoint) {
    /** What a route does. */
    @FunctionalInterface
    interface Endpoint {
        /** Answers a request; throws OtsException to refuse it. */
        void handle(Context ctx);
    }

    Route {
        roles = Set.copyOf(roles);
        if (open == !roles.isEmpty()) {
            throw new IllegalArgumentException(method + " " + path + " must be open or name its roles");
        }
    }
}
