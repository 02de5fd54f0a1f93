package org.openots.benchmarks.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A socket whose messages are JSON, each put together from its parts. */
abstract class JsonFrames implements WebSocket.Listener {
    private final StringBuilder part = new StringBuilder();
    private volatile boolean closed;

    /** A whole message came; called by one thread at a time. */
    abstract void take(JsonNode frame);

    @Override
    public final void onOpen(WebSocket socket) {
        socket.request(Long.MAX_VALUE);
    }

    @Override
    public final @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean end) {
        part.append(data);
        if (end) {
            try {
                take(Browser.MAPPER.readTree(part.toString()));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a frame is no JSON", e);
            } finally {
                part.setLength(0);
            }
        }
        return null;
    }

    @Override
    public final @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        closed = true;
        return null;
    }

    @Override
    public final void onError(WebSocket socket, Throwable error) {
        closed = true;
    }

    /** Whether the socket has ended. */
    final boolean closed() {
        return closed;
    }
}
