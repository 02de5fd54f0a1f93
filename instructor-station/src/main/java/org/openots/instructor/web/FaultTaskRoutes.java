package org.openots.instructor.web;

import io.javalin.http.Context;
import java.util.EnumSet;
import java.util.Set;
import org.openots.common.error.OtsException;
import org.openots.common.text.Brief;
import org.openots.instructor.catalog.PlantLibrary;
import org.openots.instructor.error.StationError;
import org.openots.instructor.people.Role;

/** Tasks about a hidden fault: what a trainee chooses his diagnosis from. The same for every fault. */
final class FaultTaskRoutes {
    private static final Set<Role> READERS = EnumSet.complementOf(EnumSet.of(Role.ADMIN));

    private final PlantLibrary library;

    FaultTaskRoutes(ServerParts parts) {
        this.library = parts.library();
    }

    void register(RouteTable table) {
        table.add("GET", "/api/fault-tasks/{id}", READERS, this::task);
    }

    private void task(Context ctx) {
        String id = ctx.pathParam("id");
        Json.answer(
                ctx,
                library.faultTask(id).orElseThrow(() -> new OtsException(StationError.TASK_UNKNOWN, Brief.of(id))));
    }
}
