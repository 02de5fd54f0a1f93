package org.openots.instructor.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/**
 * Everything a browser received, taken from its developer tools: headers and bodies of all answers and the payload of
 * all socket frames. Has to be {@link #drain drained} while the page that received them is still there.
 */
final class Received {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** Statuses whose answers have no body. */
    private static final List<Integer> BODILESS = List.of(204, 304);

    private final StringBuilder text = new StringBuilder();
    private final Map<String, String> requests = new HashMap<>();
    private final List<String> urls = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private int frames;

    /** Reads what came since the last call. */
    void drain(ChromeDriver driver) {
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            JsonNode message = tree(entry.getMessage()).path("message");
            take(driver, message.path("method").asText(), message.path("params"));
        }
    }

    private void take(ChromeDriver driver, String method, JsonNode params) {
        String request = params.path("requestId").asText();
        switch (method) {
            case "Network.responseReceived" -> {
                JsonNode response = params.path("response");
                requests.put(
                        request,
                        response.path("status").asInt() + " "
                                + response.path("url").asText());
                urls.add(response.path("url").asText());
                text.append(response.path("url").asText())
                        .append('\n')
                        .append(response.path("headers"))
                        .append('\n');
            }
            case "Network.responseReceivedExtraInfo" ->
                text.append(params.path("headers")).append('\n');
            case "Network.loadingFinished" -> body(driver, request);
            case "Network.webSocketFrameReceived" -> {
                frames++;
                text.append(params.path("response").path("payloadData").asText())
                        .append('\n');
            }
            case "Network.webSocketHandshakeResponseReceived" ->
                text.append(params.path("response")).append('\n');
            default -> {
                // what was sent, timings and the like
            }
        }
    }

    private void body(ChromeDriver driver, String request) {
        String name = requests.getOrDefault(request, "");
        if (name.isEmpty() || BODILESS.stream().anyMatch(status -> name.startsWith(status + " "))) {
            return;
        }
        try {
            Map<String, Object> answer =
                    driver.executeCdpCommand("Network.getResponseBody", Map.of("requestId", request));
            String body = String.valueOf(answer.get("body"));
            boolean encoded = Boolean.TRUE.equals(answer.get("base64Encoded"));
            text.append(encoded ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8) : body)
                    .append('\n');
        } catch (WebDriverException e) {
            unread.add(name);
        }
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** All of it as one text. */
    String text() {
        return text.toString();
    }

    /** Addresses of the answers, in order. */
    List<String> urls() {
        return List.copyOf(urls);
    }

    /** Number of socket frames. */
    int frames() {
        return frames;
    }

    /** Answers whose body the browser no longer had: with any, the record is not complete. */
    List<String> unread() {
        return List.copyOf(unread);
    }
}
