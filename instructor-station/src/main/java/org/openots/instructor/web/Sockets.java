package org.openots.instructor.web;

import io.javalin.http.Context;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;
import org.openots.instructor.session.SessionHost;

/** The two sockets: one run, and the class wall. They only push; what a client sends on them is ignored. */
final class Sockets {
    private static final String CHANNEL = "ots.channel";
    private static final int TOO_MANY = 4002;

    private final SessionHost host;
    private final Seats seats;
    private final RunAccess access;
    private final WatchEnd watch;

    Sockets(SessionHost host, Seats seats, RunAccess access, WatchEnd watch) {
        this.host = host;
        this.seats = seats;
        this.access = access;
        this.watch = watch;
    }

    void register(RouteTable table) {
        table.socket(
                "/ws/runs/{id}",
                Set.of(
                        Role.STUDENT,
                        Role.INSTRUCTOR,
                        Role.ASSESSOR,
                        Role.INVIGILATOR,
                        Role.SUPERVISOR,
                        Role.RIG_ENGINEER),
                this::run);
        table.socket("/ws/class", Set.of(Role.INSTRUCTOR, Role.INVIGILATOR, Role.SUPERVISOR), this::wall);
    }

    /** Refuses the upgrade when the run is not to be seen by this person. */
    void checkRun(Context ctx, String run) {
        access.requireVisible(Gatekeeper.person(ctx), run);
    }

    private void run(WsConfig config) {
        config.onConnect(ctx -> {
            String run = ctx.pathParam("id");
            SeatChannel channel = open(ctx, run);
            if (channel != null && owns(channel.person(), run)) {
                host.presence(run, 1);
            }
        });
        config.onClose(ctx -> {
            String run = ctx.pathParam("id");
            SeatChannel channel = ctx.attribute(CHANNEL);
            boolean left = channel != null && seats.remove(run, channel);
            if (channel != null && left && owns(channel.person(), run)) {
                host.presence(run, -1);
            }
            watch.left(run);
        });
    }

    private void wall(WsConfig config) {
        config.onConnect(ctx -> open(ctx, Seats.CLASS));
        config.onClose(ctx -> {
            SeatChannel channel = ctx.attribute(CHANNEL);
            if (channel != null) {
                seats.remove(Seats.CLASS, channel);
            }
        });
    }

    private @Nullable SeatChannel open(WsContext ctx, String topic) {
        Person person = ctx.attribute(Gatekeeper.PERSON);
        if (person == null) {
            ctx.closeSession(Seats.TAKEN_OVER, "not signed in");
            return null;
        }
        String token = ctx.cookie(Gatekeeper.COOKIE);
        SeatChannel channel = new SeatChannel(ctx.session, person, token == null ? "" : token);
        if (!seats.add(topic, channel)) {
            channel.close(TOO_MANY, "too many windows");
            return null;
        }
        ctx.attribute(CHANNEL, channel);
        return channel;
    }

    private boolean owns(Person person, String run) {
        return access.owner(run).map(person.account()::equals).orElse(false);
    }
}
