package org.openots.instructor.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.openots.common.json.StrictJson;
import org.openots.instructor.content.SuiteContent;

/** Strategy files of the tests, and single changes of them. */
public final class StrategyFiles {
    static final ObjectMapper MAPPER = new ObjectMapper();
    private static final StrategyContent CONTENT = new StrategyContent(new SuiteContent().load());

    private StrategyFiles() {}

    /** What the suite teaches. */
    static StrategyContent content() {
        return CONTENT;
    }

    /** One of the files beside the tests: {@code exam}, {@code training}. */
    public static byte[] bytes(String name) {
        return StrictJson.bytes(StrategyFiles.class, name + ".json");
    }

    static JsonNode json(String name) {
        try {
            return MAPPER.readTree(bytes(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A change of a good file at one place; without a value the place is removed. */
    record Change(String base, String at, JsonNode value, List<String> findings) {
        byte[] bytes() {
            JsonNode root = json(base);
            int cut = at.lastIndexOf('/');
            JsonNode parent = root.at(at.substring(0, cut));
            String name = at.substring(cut + 1);
            if (parent instanceof ArrayNode array) {
                array.set(Integer.parseInt(name), value);
            } else if (value.isMissingNode()) {
                ((ObjectNode) parent).remove(name);
            } else {
                ((ObjectNode) parent).set(name, value);
            }
            return root.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return base + at + "=" + value;
        }
    }

    static List<Change> changes(String file) {
        List<Change> all = new ArrayList<>();
        for (JsonNode one : json(file)) {
            List<String> findings = new ArrayList<>();
            one.path("findings").forEach(finding -> findings.add(finding.asText()));
            all.add(new Change(one.path("base").asText(), one.path("at").asText(), one.path("value"), findings));
        }
        return all;
    }
}
