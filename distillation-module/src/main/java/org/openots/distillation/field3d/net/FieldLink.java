package org.openots.distillation.field3d.net;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.joml.Vector3fc;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.distillation.field3d.state.Operation;

/**
 * The connection of a field station: comes in with a ticket, gets frames, hands operations over in their order, tells where the
 * operator stands, and connects again after a break, by itself and for as long as the run is open. The drawing thread calls
 * {@link #take}, {@link #stand} and {@link #operate}; none of them waits.
 */
public final class FieldLink implements AutoCloseable {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /** An operation that the station did not take for so long was not done: the operator sees it and turns again. */
    private static final int HANDED_OVER_MILLIS = 20_000;

    /** Waits between attempts, ms. */
    private static final int[] WAITS = {200, 500, 1_000, 2_000, 3_000};

    /** Frames kept for a drawing thread that stands still; older ones go with the next complete frame. */
    private static final int MOST_FRAMES = 50;

    private static final int RUN_CLOSED = 1000;
    private static final int TAKEN_OVER = 4001;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int OK = 200;

    private final URI station;
    private final String cookie;
    private final Joined joined;
    private final HttpClient http;
    private final ScheduledExecutorService timer = executor("field-link");
    private final ScheduledExecutorService sender = executor("field-operations");
    private final Deque<Snapshot> frames = new ArrayDeque<>();
    private final String session;
    private final Deque<Pending> waiting = new ArrayDeque<>();
    private long operations;
    private volatile LinkState state = new LinkState(LinkState.Phase.CONNECTING, 1);
    private volatile @Nullable WebSocket socket;
    private volatile boolean closed;
    private boolean askFull;

    private FieldLink(URI station, HttpClient http, String cookie, Joined joined, String session) {
        this.station = station;
        this.http = http;
        this.cookie = cookie;
        this.joined = joined;
        this.session = session;
    }

    private static ScheduledExecutorService executor(String name) {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Comes in.
     *
     * @param address of the station, for example {@code 192.168.1.10:8080}
     * @param ticket eight digits from the run's page
     * @param session a text that no other field station of the run uses; the ids of the operations begin with it
     * @return the connection, which makes itself
     * @throws OtsException if the address is none, nobody answers, or the ticket is not taken
     */
    public static FieldLink join(String address, String ticket, String session) {
        URI station = station(address);
        HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        ObjectNode body = JSON.createObjectNode().put("ticket", ticket);
        HttpResponse<String> answer;
        try {
            answer = http.send(post(station, "/api/field/join", body).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new OtsException(NetError.UNREACHABLE, station, reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OtsException(NetError.UNREACHABLE, station, "interrupted");
        }
        JsonNode node = json(station, answer);
        if (answer.statusCode() != OK) {
            throw refusal(node);
        }
        String cookie = answer.headers()
                .firstValue("set-cookie")
                .map(value -> value.split(";", 2)[0])
                .orElseThrow(() -> new OtsException(NetError.NOT_A_STATION, station, "no cookie"));
        Joined joined = new Joined(
                node.path("run").asText(),
                node.path("plant").asText(),
                node.path("name").asText(),
                node.path("seat").asText(),
                node.path("lang").asText());
        FieldLink link = new FieldLink(station, http, cookie, joined, session);
        link.connectIn(0, 1);
        return link;
    }

    private static URI station(String address) {
        try {
            URI uri = new URI(address.contains("://") ? address : "http://" + address);
            if (uri.getHost() == null || !List.of("http", "https").contains(uri.getScheme())) {
                throw new OtsException(NetError.ADDRESS, address);
            }
            return new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), null, null, null);
        } catch (URISyntaxException e) {
            throw new OtsException(NetError.ADDRESS, address);
        }
    }

    private static HttpRequest.Builder post(URI station, String path, ObjectNode body) {
        return HttpRequest.newBuilder(station.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Origin", station.toString())
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    private static JsonNode json(URI station, HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new OtsException(NetError.NOT_A_STATION, station, "HTTP " + answer.statusCode());
        }
    }

    private static OtsException refusal(JsonNode node) {
        JsonNode text = node.path("message");
        return new OtsException(
                NetError.REFUSED,
                node.path("code").asText(),
                new LocalText(text.path("zh").asText(), text.path("en").asText()));
    }

    private static String reason(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /**
     * What the station said at the beginning.
     *
     * @return run, plant and operator
     */
    public Joined joined() {
        return joined;
    }

    /**
     * The field page of the run in the browser.
     *
     * @return its address
     */
    public URI page() {
        return station.resolve("/run/" + joined.run() + "/field");
    }

    /** Tries once more after the connection has ended. */
    public void again() {
        if (state.phase().over()) {
            state = new LinkState(LinkState.Phase.CONNECTING, 1);
            connectIn(0, 1);
        }
    }

    /**
     * How the connection is.
     *
     * @return the state now
     */
    public LinkState state() {
        return state;
    }

    /**
     * Takes the frames that came since the last call.
     *
     * @return oldest first; the first of a connection is complete
     */
    public List<Snapshot> take() {
        synchronized (frames) {
            List<Snapshot> all = new ArrayList<>(frames);
            frames.clear();
            return all;
        }
    }

    // ---- the socket -------------------------------------------------------------------------------------------

    private void connectIn(long millis, int attempt) {
        if (!closed && !state.phase().over()) {
            state = new LinkState(LinkState.Phase.CONNECTING, attempt);
            var unused = timer.schedule(() -> connect(attempt), millis, TimeUnit.MILLISECONDS);
        }
    }

    private void connect(int attempt) {
        URI uri = URI.create(station.toString().replaceFirst("^http", "ws") + "/ws/runs/" + joined.run() + "/field");
        try {
            WebSocket fresh = http.newWebSocketBuilder()
                    .connectTimeout(PATIENCE)
                    .header("Cookie", cookie)
                    .header("Origin", station.toString())
                    .buildAsync(uri, new Ears())
                    .join();
            socket = fresh;
            if (closed) {
                fresh.abort();
            }
        } catch (CompletionException e) {
            int status = e.getCause() instanceof WebSocketHandshakeException refused
                    ? refused.getResponse().statusCode()
                    : 0;
            switch (status) {
                case UNAUTHORIZED, FORBIDDEN -> end(LinkState.Phase.REFUSED);
                case NOT_FOUND -> end(LinkState.Phase.RUN_CLOSED);
                default -> connectIn(WAITS[Math.min(attempt, WAITS.length) - 1], attempt + 1);
            }
        }
    }

    private void end(LinkState.Phase phase) {
        state = new LinkState(phase, 0);
    }

    private final class Ears implements WebSocket.Listener {
        private final StringBuilder part = new StringBuilder();
        private boolean gone;

        @Override
        public void onOpen(WebSocket opened) {
            state = new LinkState(LinkState.Phase.CONNECTED, 0);
            opened.request(Long.MAX_VALUE);
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                String frame = part.toString();
                part.setLength(0);
                try {
                    keep(FrameReader.read(frame));
                } catch (JsonProcessingException | IllegalArgumentException e) {
                    // a station of another version: nothing of it can be shown
                    end(LinkState.Phase.REFUSED);
                    from.abort();
                }
            }
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String why) {
            switch (status) {
                case RUN_CLOSED -> end(LinkState.Phase.RUN_CLOSED);
                case TAKEN_OVER -> end(LinkState.Phase.SIGNED_IN_ELSEWHERE);
                default -> lost();
            }
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            lost();
        }

        private void lost() {
            if (!gone) {
                gone = true;
                connectIn(WAITS[0], 1);
            }
        }
    }

    private void keep(Snapshot snapshot) {
        synchronized (frames) {
            if (snapshot.full()) {
                frames.clear();
                askFull = false;
            }
            if (frames.size() >= MOST_FRAMES) {
                // nobody draws: begin again with a complete frame instead of keeping everything
                frames.clear();
                askFull = true;
            }
            if (!askFull) {
                frames.add(snapshot);
                return;
            }
        }
        WebSocket now = socket;
        if (now != null) {
            now.abort();
            connectIn(WAITS[0], 1);
        }
    }

    /**
     * Tells where the operator stands; a few times a second is enough.
     *
     * @param eye m
     * @param yaw counter-clockwise from above, 0 to the north, radian
     * @param pitch up from the horizontal, radian
     */
    public void stand(Vector3fc eye, double yaw, double pitch) {
        WebSocket now = socket;
        if (now == null || state.phase() != LinkState.Phase.CONNECTED) {
            return;
        }
        ObjectNode place = JSON.createObjectNode()
                .put("x", eye.x())
                .put("y", eye.y())
                .put("z", eye.z())
                .put("yaw", yaw)
                .put("pitch", pitch);
        sender.execute(() -> {
            try {
                now.sendText(place.toString(), true).join();
            } catch (CompletionException e) {
                now.abort(); // the listener does not hear of an abort of our own
                connectIn(WAITS[0], 1);
            }
        });
    }

    // ---- operations -------------------------------------------------------------------------------------------

    /**
     * Hands an operation over; it is done once, however often it has to be sent.
     *
     * @param operation what to do
     * @return what became of it; fails with an {@link OtsException} when the station could not be reached for 20 s
     */
    public CompletableFuture<Outcome> operate(Operation operation) {
        operations++;
        ObjectNode body = JSON.createObjectNode()
                .put("cid", session + "-" + operations)
                .put("target", operation.target())
                .put("verb", operation.verb())
                .put("value", operation.value())
                .put("text", operation.text());
        Pending pending = new Pending(operation.target(), body, new CompletableFuture<>());
        sender.execute(() -> {
            waiting.add(pending);
            if (waiting.size() == 1) {
                hand();
            }
        });
        return pending.answer;
    }

    /** Hands over what waits, in its order: one that cannot be sent keeps those after it back. */
    private void hand() {
        Pending head = waiting.peek();
        while (head != null) {
            try {
                HttpRequest request = post(station, "/api/runs/" + joined.run() + "/commands", head.body)
                        .header("Cookie", cookie)
                        .build();
                head.answer.complete(outcome(http.send(request, HttpResponse.BodyHandlers.ofString())));
            } catch (IOException e) {
                int wait = WAITS[Math.min(head.attempts, WAITS.length - 1)];
                head.attempts++;
                head.waited += wait;
                if (head.waited <= HANDED_OVER_MILLIS) {
                    var unused = sender.schedule(this::hand, wait, TimeUnit.MILLISECONDS);
                    return;
                }
                head.fail();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                waiting.forEach(Pending::fail);
                waiting.clear();
                return;
            } catch (OtsException e) {
                head.answer.completeExceptionally(e);
            }
            waiting.remove();
            head = waiting.peek();
        }
    }

    /** An operation on its way. */
    private static final class Pending {
        private final String target;
        private final ObjectNode body;
        private final CompletableFuture<Outcome> answer;
        private int attempts;
        private int waited;

        Pending(String target, ObjectNode body, CompletableFuture<Outcome> answer) {
            this.target = target;
            this.body = body;
            this.answer = answer;
        }

        void fail() {
            answer.completeExceptionally(new OtsException(NetError.NOT_HANDED_OVER, target, HANDED_OVER_MILLIS / 1000));
        }
    }

    private Outcome outcome(HttpResponse<String> got) {
        JsonNode node = json(station, got);
        if (got.statusCode() == OK && node.path("ok").asBoolean()) {
            return new Outcome(true, "", new LocalText("", ""));
        }
        JsonNode text = node.path("message");
        return new Outcome(
                false,
                node.path("code").asText(),
                new LocalText(text.path("zh").asText(), text.path("en").asText()));
    }

    @Override
    public void close() {
        closed = true;
        WebSocket now = socket;
        if (now != null) {
            now.abort();
        }
        timer.shutdownNow();
        sender.shutdownNow();
    }
}
