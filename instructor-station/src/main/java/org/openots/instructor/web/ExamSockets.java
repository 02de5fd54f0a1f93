package org.openots.instructor.web;

import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.instructor.exam.ExamDesk;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sockets of exams, which push each second: to a candidate his time and what is saved, to the room who needs somebody. A
 * candidate is there while his socket is open: what tells him the time is what tells the station that he can read it.
 */
final class ExamSockets implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ExamSockets.class);

    private static final String CHANNEL = "ots.exam";
    private static final String SEAT = "exam-seat ";
    private static final String ROOM = "exam-room ";
    private static final int TOO_MANY = 4002;
    private static final long PERIOD_MILLIS = 1000;

    private final ExamDesk desk;
    private final ExamJson json;
    private final Seats seats;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "exam-broadcaster");
        thread.setDaemon(true);
        return thread;
    });

    ExamSockets(ServerParts parts, Seats seats) {
        this.desk = parts.exams();
        this.json = new ExamJson(desk, parts.host());
        this.seats = seats;
    }

    /** Whether a topic of the seats is one of exams. */
    static boolean owns(String topic) {
        return topic.startsWith(SEAT) || topic.startsWith(ROOM);
    }

    void register(RouteTable table) {
        table.socket("/ws/my/exam", Set.of(Role.STUDENT), this::seat);
        table.socket("/ws/exams/{id}", ExamRoutes.READERS, this::room);
    }

    void start() {
        var unused = timer.scheduleAtFixedRate(this::guardedRound, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void seat(WsConfig config) {
        config.onConnect(ctx -> {
            Person person = ctx.attribute(Gatekeeper.PERSON);
            if (person != null && open(ctx, person, SEAT + person.account()) != null) {
                desk.connected(person.account(), 1);
            }
        });
        config.onClose(ctx -> {
            SeatChannel channel = ctx.attribute(CHANNEL);
            if (channel != null) {
                String account = channel.person().account();
                if (seats.remove(SEAT + account, channel)) {
                    desk.connected(account, -1);
                }
            }
        });
    }

    private void room(WsConfig config) {
        config.onConnect(ctx -> {
            Person person = ctx.attribute(Gatekeeper.PERSON);
            if (person != null) {
                var unused = open(ctx, person, ROOM + ctx.pathParam("id"));
            }
        });
        config.onClose(ctx -> {
            SeatChannel channel = ctx.attribute(CHANNEL);
            if (channel != null) {
                seats.remove(ROOM + ctx.pathParam("id"), channel);
            }
        });
    }

    private @Nullable SeatChannel open(WsContext ctx, Person person, String topic) {
        String token = ctx.cookie(Gatekeeper.COOKIE);
        SeatChannel channel = new SeatChannel(ctx.session, person, token == null ? "" : token);
        if (!seats.add(topic, channel)) {
            channel.close(TOO_MANY, "too many windows");
            return null;
        }
        ctx.attribute(CHANNEL, channel);
        return channel;
    }

    private void guardedRound() {
        for (String topic : seats.topics()) {
            try {
                if (owns(topic)) {
                    push(topic);
                }
            } catch (OtsException e) {
                LOG.warn("{} cannot be shown now", topic, e);
            } catch (RuntimeException e) {
                LOG.error("{} cannot be shown", topic, e);
            }
        }
    }

    private void push(String topic) {
        if (topic.startsWith(SEAT)) {
            String account = topic.substring(SEAT.length());
            desk.of(account).ifPresent(view -> send(topic, Json.write(json.mine(view, account))));
        } else {
            send(topic, Json.write(json.room(desk.view(topic.substring(ROOM.length())))));
        }
    }

    private void send(String topic, String frame) {
        for (SeatChannel channel : seats.of(topic)) {
            if (channel.free()) {
                channel.offer(frame, 0);
            }
        }
    }
}
