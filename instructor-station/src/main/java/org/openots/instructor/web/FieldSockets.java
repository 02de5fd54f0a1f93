package org.openots.instructor.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.openots.common.error.OtsException;
import org.openots.instructor.field.FieldPlants;
import org.openots.instructor.field.FieldSite;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;
import org.openots.instructor.session.FieldPose;
import org.openots.instructor.session.FieldSights;
import org.openots.instructor.session.MonotonicClock;
import org.openots.instructor.session.RunView;
import org.openots.instructor.session.SessionHost;
import org.openots.simulator.field.FieldEffect;
import org.openots.simulator.field.VisibleDefect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The socket of the field stations: five frames a second with what is seen in the plant, who else is there, and what goes on near
 * the operator. A field station says where its operator stands; operations go by the same request as those of the screens.
 */
final class FieldSockets implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FieldSockets.class);
    private static final String CHANNEL = "ots.channel";
    /** Beginning of the topics of field stations; the run follows. */
    static final String TOPIC = "field ";

    private static final long PERIOD_MILLIS = 200;
    private static final int NORMAL_CLOSE = 1000;
    private static final int TOO_MANY = 4002;
    private static final int BAD_MESSAGE = 4003;
    /** Places of an operator: a field station sends ten each second; of more, only the latest would count anyway. */
    private static final double BURST = 60;

    private static final double PER_SECOND = 30;
    private static final double HALF_TURN = Math.PI / 2;

    private final SessionHost host;
    private final Seats seats;
    private final RunAccess access;
    private final FieldPosts posts;
    private final FieldPlants plants;
    private final RequestRate rate = new RequestRate(BURST, PER_SECOND, MonotonicClock.system());
    private final Map<String, RunFrames> frames = new HashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "field-broadcaster");
        thread.setDaemon(true);
        return thread;
    });

    FieldSockets(SessionHost host, Seats seats, RunAccess access, FieldPosts posts, FieldPlants plants) {
        this.host = host;
        this.seats = seats;
        this.access = access;
        this.posts = posts;
        this.plants = plants;
    }

    void register(RouteTable table) {
        table.socket("/ws/runs/{id}/field", Set.of(Role.STUDENT, Role.INSTRUCTOR), this::field);
    }

    void start() {
        var unused = timer.scheduleAtFixedRate(this::guardedRound, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void field(WsConfig config) {
        config.onConnect(this::open);
        config.onMessage(ctx -> take(ctx, ctx.message()));
        config.onClose(ctx -> {
            SeatChannel channel = ctx.attribute(CHANNEL);
            String run = ctx.pathParam("id");
            if (channel != null && seats.remove(TOPIC + run, channel)) {
                posts.left(run, channel.person());
                presence(run, channel.person(), -1);
            }
        });
    }

    private void open(WsContext ctx) {
        Person person = ctx.attribute(Gatekeeper.PERSON);
        if (person == null) {
            ctx.closeSession(Seats.TAKEN_OVER, "not signed in");
            return;
        }
        String run = ctx.pathParam("id");
        String token = ctx.cookie(Gatekeeper.COOKIE);
        SeatChannel channel = new SeatChannel(ctx.session, person, token == null ? "" : token);
        if (!seats.add(TOPIC + run, channel)) {
            channel.close(TOO_MANY, "too many windows");
            return;
        }
        ctx.attribute(CHANNEL, channel);
        presence(run, person, 1);
    }

    private void presence(String run, Person person, int change) {
        if (access.owner(run).map(person.account()::equals).orElse(false)) {
            host.presence(run, change);
        }
    }

    /** A place, or nothing of ours: then the socket ends, because its station is of another version. */
    private void take(WsContext ctx, String message) {
        SeatChannel channel = ctx.attribute(CHANNEL);
        if (channel == null || !rate.takes(channel.person().account())) {
            return;
        }
        try {
            JsonNode node = Json.read(message.getBytes(StandardCharsets.UTF_8));
            FieldPose pose = new FieldPose(
                    within(node, "x", FieldPose.FARTHEST),
                    within(node, "y", FieldPose.FARTHEST),
                    within(node, "z", FieldPose.FARTHEST),
                    within(node, "yaw", Double.MAX_VALUE),
                    within(node, "pitch", HALF_TURN));
            String run = ctx.pathParam("id");
            if (posts.at(run, channel.person(), pose)) {
                host.walked(run, channel.person().account(), pose);
            }
        } catch (JsonProcessingException | IllegalArgumentException e) {
            LOG.warn("field station of {} sent {}", channel.person().account(), e.getMessage());
            channel.close(BAD_MESSAGE, "not a place");
        }
    }

    private static double within(JsonNode node, String name, double most) {
        JsonNode value = node.path(name);
        if (!value.isNumber() || !(Math.abs(value.doubleValue()) <= most)) {
            throw new IllegalArgumentException(name + " = " + value + ", wanted a number up to " + most);
        }
        return value.doubleValue();
    }

    private void guardedRound() {
        try {
            round();
        } catch (RuntimeException e) {
            LOG.error("a round of field frames failed", e);
        }
    }

    private void round() {
        List<String> topics =
                seats.topics().stream().filter(topic -> topic.startsWith(TOPIC)).toList();
        frames.keySet().retainAll(topics);
        topics.forEach(this::push);
    }

    private void push(String topic) {
        String run = topic.substring(TOPIC.length());
        RunView view;
        try {
            view = host.observe(run);
        } catch (OtsException e) {
            RunFrames known = frames.remove(topic);
            String last = (known == null ? new RunFrames() : known).closing();
            seats.of(topic).forEach(channel -> {
                channel.offer(last, SeatChannel.NOTHING);
                channel.close(NORMAL_CLOSE, "run closed");
            });
            return;
        }
        Optional<FieldPlants.Plant> plant = plants.plant(view.spec().plant());
        RunFrames runFrames = frames.computeIfAbsent(
                topic,
                key -> new RunFrames(plant.map(FieldPlants.Plant::signals).orElse(null)));
        runFrames.next(view);
        for (SeatChannel channel : seats.of(topic)) {
            if (channel.free()) {
                String frame = runFrames.frame(Audience.STUDENT, channel.lastFrame());
                String account = channel.person().account();
                ObjectNode own = Json.object();
                own.set("people", posts.others(run, account));
                plant.flatMap(FieldPlants.Plant::site)
                        .ifPresent(site -> sights(own, site, view.sights(), posts.pose(run, account)));
                channel.offer(with(frame, own), runFrames.number());
            }
        }
    }

    /** What goes on within sight; one who has not said where he stands sees nothing of it. */
    private static void sights(ObjectNode own, FieldSite site, FieldSights all, Optional<FieldPose> pose) {
        ArrayNode effects = own.putArray("fx");
        ArrayNode defects = own.putArray("defects");
        if (pose.isEmpty()) {
            return;
        }
        for (FieldEffect effect : all.effects()) {
            if (site.sees(effect, pose.get())) {
                effects.addObject()
                        .put("place", effect.place())
                        .put("kind", effect.kind().name().toLowerCase(Locale.ROOT))
                        .put("amount", effect.amount());
            }
        }
        for (VisibleDefect defect : all.defects()) {
            if (site.seesDefect(defect.point(), pose.get())) {
                defects.addObject()
                        .put("point", defect.point())
                        .put("defect", defect.defect().id());
            }
        }
    }

    /** The frame with what is its viewer's own: the frame is encoded once for all, this for each. */
    private static String with(String frame, ObjectNode own) {
        String more = Json.write(own);
        return frame.substring(0, frame.length() - 1) + "," + more.substring(1);
    }
}
