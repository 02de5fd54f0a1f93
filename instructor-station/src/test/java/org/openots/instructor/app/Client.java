package org.openots.instructor.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A browser's worth of HTTP: one cookie, an Origin header, JSON; remembers every byte it received. */
public final class Client {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final String base;
    private final Map<String, String> cookies = new java.util.LinkedHashMap<>();

    Client(String base) {
        this.base = base;
    }

    /** A response. */
    public record Answer(int status, Map<String, java.util.List<String>> headers, String body) {
        /** The body as JSON. */
        public JsonNode json() {
            try {
                return MAPPER.readTree(body);
            } catch (JsonProcessingException e) {
                throw new AssertionError("not JSON: " + body, e);
            }
        }

        /** Asserts the status. */
        public Answer expect(int wanted) {
            assertThat(status).as(body).isEqualTo(wanted);
            return this;
        }

        /** Asserts that it is a refusal: the status, the code, and one message in each language without gaps. */
        public Answer refused(int wanted, String code) {
            expect(wanted);
            assertThat(code()).as(body).isEqualTo(code);
            JsonNode message = json().path("message");
            assertThat(message.path("zh").asText())
                    .containsPattern("[\\u4e00-\\u9fff]")
                    .doesNotContainPattern("\\{\\d");
            assertThat(message.path("en").asText())
                    .isNotBlank()
                    .doesNotContainPattern("[\\u4e00-\\u9fff]")
                    .doesNotContainPattern("\\{\\d");
            return this;
        }

        /** The first value of a header, empty when there is none. */
        public String header(String name) {
            return headers.getOrDefault(name, java.util.List.of("")).get(0);
        }

        /** The code of an error. */
        public String code() {
            return json().path("code").asText();
        }
    }

    /** Signs in and keeps the cookie. */
    public Client signIn(String account, String password) {
        Answer answer = post("/api/sign-in", Map.of("account", account, "password", password))
                .expect(200);
        keepCookie(answer);
        return this;
    }

    /** Keeps the cookies of an answer, as a browser does. */
    public void keepCookie(Answer answer) {
        for (String set : answer.headers().getOrDefault("set-cookie", java.util.List.of())) {
            String[] pair = set.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
    }

    private String cookie() {
        return cookies.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(java.util.stream.Collectors.joining("; "));
    }

    /** GET. */
    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** GET of a file; fails unless it is there. */
    public byte[] bytes(String path) {
        try {
            HttpResponse<byte[]> response = http.send(request(path).GET().build(), BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** POST with a JSON body. */
    public Answer post(String path, Map<String, ?> body) {
        try {
            return postText(path, MAPPER.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** POST with any body, said to be JSON. */
    public Answer postText(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Origin", base)
                .POST(BodyPublishers.ofString(body)));
    }

    /** DELETE. */
    public Answer delete(String path) {
        return send(request(path).header("Origin", base).DELETE());
    }

    /** POST of a file. */
    public Answer upload(String path, byte[] file) {
        return send(request(path)
                .header("Content-Type", "application/octet-stream")
                .header("Origin", base)
                .POST(BodyPublishers.ofByteArray(file)));
    }

    /** Any request; the caller sets the headers but the cookie. */
    public Answer raw(String method, String path, Map<String, String> headers, @Nullable String body) {
        HttpRequest.Builder builder = request(path);
        headers.forEach(builder::header);
        return send(builder.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    /** An operation with its own id. */
    public Answer operate(String run, String target, String verb, double value) {
        Map<String, Object> body = new HashMap<>();
        body.put("cid", java.util.UUID.randomUUID().toString());
        body.put("target", target);
        body.put("verb", verb);
        body.put("value", value);
        return post("/api/runs/" + run + "/commands", body);
    }

    /** Opens a socket; fails with the HTTP status when it is refused. */
    public CompletableFuture<WebSocket> socket(String path, String origin, WebSocket.Listener listener) {
        return http.newWebSocketBuilder()
                .header("Cookie", cookie())
                .header("Origin", origin)
                .buildAsync(URI.create(base.replace("http:", "ws:") + path), new Recording(listener));
    }

    /** Opens a socket from the station's own page. */
    public WebSocket socket(String path, WebSocket.Listener listener) {
        return socket(path, base, listener).join();
    }

    /** Status with which a socket is refused. */
    public int refusedSocket(String path, String origin) {
        try {
            socket(path, origin, new WebSocket.Listener() {}).join().abort();
            return 101;
        } catch (CompletionException e) {
            if (e.getCause() instanceof java.net.http.WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw e;
        }
    }

    /** Everything that came in over HTTP and sockets, headers included. */
    public synchronized String received() {
        return received.toString(StandardCharsets.UTF_8);
    }

    /** The station's own origin. */
    public String base() {
        return base;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
        if (!cookies.isEmpty()) {
            builder.header("Cookie", cookie());
        }
        return builder;
    }

    private Answer send(HttpRequest.Builder builder) {
        try {
            HttpResponse<String> response = http.send(builder.build(), BodyHandlers.ofString());
            remember(response.headers().map() + "\n" + response.body());
            Answer answer = new Answer(response.statusCode(), response.headers().map(), response.body());
            if (response.statusCode() >= 400) {
                // a browser keeps the mark of its computer when a sign-in is refused
                keepCookie(answer);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private synchronized void remember(String text) {
        received.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private final class Recording implements WebSocket.Listener {
        private final WebSocket.Listener inner;

        Recording(WebSocket.Listener inner) {
            this.inner = inner;
        }

        @Override
        public void onOpen(WebSocket socket) {
            inner.onOpen(socket);
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            remember(data.toString());
            return inner.onText(socket, data, last);
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            return inner.onClose(socket, status, reason);
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            inner.onError(socket, error);
        }
    }
}
