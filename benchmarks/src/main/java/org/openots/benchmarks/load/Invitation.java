package org.openots.benchmarks.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What the socket of his exam tells a candidate each second. */
final class Invitation implements WebSocket.Listener {
    private final StringBuilder part = new StringBuilder();
    private volatile JsonNode mine = JsonNodeFactory.instance.objectNode();
    private volatile long heard = System.nanoTime();
    private volatile boolean closed;

    @Override
    public void onOpen(WebSocket socket) {
        socket.request(Long.MAX_VALUE);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean end) {
        part.append(data);
        if (end) {
            try {
                heard = System.nanoTime();
                mine = Browser.MAPPER.readTree(part.toString());
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a frame is no JSON", e);
            } finally {
                part.setLength(0);
            }
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        closed = true;
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        closed = true;
    }

    /** Whether the socket has ended. */
    boolean closed() {
        return closed;
    }

    /** Whether his time runs and there is something in front of him. */
    boolean working() {
        JsonNode now = mine;
        return now.path("state").asText().equals("working")
                && !now.path("still").asBoolean()
                && !now.path("page").asText().isEmpty();
    }

    /** Id of the run in front of him; empty without one. */
    String run() {
        return mine.path("page").asText().replace("/run/", "");
    }

    /** Number of the part in front of him. */
    int item() {
        return mine.path("item").asInt();
    }

    /** When the last picture came. */
    long heard() {
        return heard;
    }

    /** Exam time left in all, s. */
    double left() {
        return mine.path("leftInAllS").asDouble();
    }
}
