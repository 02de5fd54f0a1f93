package org.openots.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.openots.benchmarks.BenchError;
import org.openots.common.error.OtsException;

/** One computer's worth of HTTP: connections and cookies of its own. Used by one thread. */
final class Browser {
    static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int OK = 200;
    private static final int REFUSED = 300;

    private final HttpClient http;
    private final String base;
    private final Map<String, String> cookies = new TreeMap<>();

    /**
     * A browser that has never been at the station.
     *
     * @param base the station's address
     * @param executor runs what the browsers do at the same time
     */
    Browser(String base, Executor executor) {
        this.base = base;
        this.http = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .executor(executor)
                .build();
    }

    /**
     * An answer.
     *
     * @param status HTTP status
     * @param body as JSON; an empty object when it is none
     */
    record Answer(int status, JsonNode body) {
        boolean good() {
            return status >= OK && status < REFUSED;
        }

        /** The body, if it is not a refusal. */
        JsonNode need(String what) {
            if (!good()) {
                throw new OtsException(BenchError.STATION_REFUSED, what, status, body);
            }
            return body;
        }
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    Answer post(String path, JsonNode body) throws IOException, InterruptedException {
        return post(path, "application/json", BodyPublishers.ofString(body.toString()));
    }

    /** A request without words. */
    Answer post(String path) throws IOException, InterruptedException {
        return post(path, JsonNodeFactory.instance.objectNode());
    }

    Answer upload(String path, byte[] file) throws IOException, InterruptedException {
        return post(path, "application/octet-stream", BodyPublishers.ofByteArray(file));
    }

    private Answer post(String path, String type, BodyPublisher body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", type)
                .header("Origin", base)
                .POST(body));
    }

    /** A file. */
    byte[] bytes(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request(path).build(), BodyHandlers.ofByteArray());
        if (response.statusCode() != OK) {
            throw new OtsException(BenchError.STATION_REFUSED, path, response.statusCode(), "");
        }
        return response.body();
    }

    /** Signs in and keeps the cookies. */
    Answer signIn(String account, String password) throws IOException, InterruptedException {
        return post(
                "/api/sign-in",
                JsonNodeFactory.instance.objectNode().put("account", account).put("password", password));
    }

    /** Opens a socket. */
    WebSocket socket(String path, WebSocket.Listener listener) throws IOException {
        try {
            return http.newWebSocketBuilder()
                    .header("Cookie", cookie())
                    .header("Origin", base)
                    .connectTimeout(PATIENCE)
                    .buildAsync(URI.create(base.replace("http:", "ws:") + path), listener)
                    .join();
        } catch (CompletionException e) {
            throw new IOException(path, e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
        return cookies.isEmpty() ? builder : builder.header("Cookie", cookie());
    }

    private String cookie() {
        return cookies.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("; "));
    }

    private Answer send(HttpRequest.Builder builder) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(builder.build(), BodyHandlers.ofString());
        for (String set : response.headers().allValues("set-cookie")) {
            String[] pair = set.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        String text = response.body();
        boolean json = text.startsWith("{") || text.startsWith("[");
        return new Answer(response.statusCode(), json ? MAPPER.readTree(text) : JsonNodeFactory.instance.objectNode());
    }
}
