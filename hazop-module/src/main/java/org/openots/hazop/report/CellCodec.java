package org.openots.hazop.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openots.hazop.report.StudyTable.Column;

/** Values of the study's JSON as texts of cells, and back. */
final class CellCodec {
    /** A frame that is there but says nothing. */
    static final String EMPTY_FRAME = "{}";

    private static final String EQUALS = " = ";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private CellCodec() {}

    /** The value of a column in a row's object. */
    static JsonNode find(JsonNode row, Column column) {
        JsonNode at = row;
        for (String step : column.steps()) {
            at = at.path(step);
        }
        return at;
    }

    /** Puts a value where the column's path leads. */
    static void put(ObjectNode row, Column column, JsonNode value) {
        ObjectNode at = row;
        String[] steps = column.steps();
        for (int i = 0; i < steps.length - 1; i++) {
            at = at.withObject("/" + steps[i]);
        }
        at.set(steps[steps.length - 1], value);
    }

    /** Texts, one a line. */
    static String list(JsonNode array) {
        List<String> lines = new ArrayList<>();
        array.forEach(one -> lines.add(escape(one.asText())));
        return String.join("\n", lines);
    }

    static ArrayNode list(String cell) {
        ArrayNode array = NODES.arrayNode();
        lines(cell).forEach(line -> array.add(unescape(line)));
        return array;
    }

    static String statements(JsonNode array) {
        List<String> lines = new ArrayList<>();
        array.forEach(one -> lines.add(escape(one.path("subject").asText())
                + EQUALS
                + escape(one.path("state").asText())));
        return String.join("\n", lines);
    }

    /** Nothing if a line has no equals sign. */
    static Optional<ArrayNode> statements(String cell) {
        ArrayNode array = NODES.arrayNode();
        for (String line : lines(cell)) {
            int at = line.lastIndexOf(EQUALS);
            if (at < 0) {
                return Optional.empty();
            }
            array.addObject()
                    .put("subject", unescape(line.substring(0, at)))
                    .put("state", unescape(line.substring(at + EQUALS.length())));
        }
        return Optional.of(array);
    }

    static String figures(JsonNode object) {
        return object.properties().stream()
                .filter(entry -> entry.getValue().isNumber())
                .map(entry -> entry.getKey() + EQUALS + entry.getValue().asText())
                .collect(Collectors.joining("\n"));
    }

    /** Nothing if a line is no name with a number. */
    static Optional<ObjectNode> figures(String cell) {
        ObjectNode object = NODES.objectNode();
        for (String line : lines(cell)) {
            int at = line.lastIndexOf(EQUALS);
            Optional<Double> value = at < 0 ? Optional.empty() : number(line.substring(at + EQUALS.length()));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            object.put(line.substring(0, at).strip(), value.get());
        }
        return Optional.of(object);
    }

    /** A finite number, as programs and as people write it. */
    static Optional<Double> number(String text) {
        try {
            double value = Double.parseDouble(text.strip().replace('\u2212', '-'));
            return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static List<String> lines(String cell) {
        return cell.lines().filter(line -> !line.isBlank()).toList();
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String unescape(String line) {
        StringBuilder out = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                i++;
                char next = line.charAt(i);
                out.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
