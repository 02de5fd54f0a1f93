package org.openots.instructor.web;

import io.javalin.websocket.WsConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.openots.instructor.people.Role;

/** All routes of the station, as data: the server is built from it and the access tests are generated from it. */
final class RouteTable {
    private final List<Route> routes = new ArrayList<>();
    private final List<SocketRoute> sockets = new ArrayList<>();

    /** A route that needs no sign-in. */
    void open(String method, String path, Route.Endpoint endpoint) {
        routes.add(new Route(method, path, Set.of(), true, endpoint));
    }

    void add(String method, String path, Set<Role> roles, Route.Endpoint endpoint) {
        routes.add(new Route(method, path, roles, false, endpoint));
    }

    void socket(String path, Set<Role> roles, Consumer<WsConfig> setup) {
        sockets.add(new SocketRoute(path, roles, setup));
    }

    List<Route> routes() {
        return List.copyOf(routes);
    }

    List<SocketRoute> sockets() {
        return List.copyOf(sockets);
    }
}
