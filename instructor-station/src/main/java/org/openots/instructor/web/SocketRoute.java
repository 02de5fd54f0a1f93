package org.openots.instructor.web;

import io.javalin.websocket.WsConfig;
import java.util.Set;
import java.util.function.Consumer;
import org.openots.instructor.people.Role;

/**
 * One WebSocket route with the roles that may use it.
 *
 * @param path Javalin path
 * @param roles roles that may connect, never empty
 * @param setup handlers
 */
record SocketRoute(String path, Set<Role> roles, Consumer<WsConfig> setup) {
    SocketRoute {
        roles = Set.copyOf(roles);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException(path + " must name its roles");
        }
    }
}
