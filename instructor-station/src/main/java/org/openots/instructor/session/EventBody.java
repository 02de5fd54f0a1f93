package org.openots.instructor.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.openots.common.error.OtsException;
import org.openots.common.signal.Quality;
import org.openots.instructor.error.StationError;

/**
 * The body of a journal event as it is read back: a field that is missing or of another type is damage, never a zero or
 * an empty text.
 */
final class EventBody {
    /** Ten days at 0.1 s: far beyond any session. */
    private static final long LAST_TICK = 8_640_000;

    /** Value, level, cause, age. */
    private static final int READING_PARTS = 4;

    private final String run;
    private final String place;
    private final JsonNode node;

    EventBody(String run, JournalEvent event) {
        this(run, event.sequence() + " " + event.kind() + ": ", event.body());
    }

    private EventBody(String run, String place, JsonNode node) {
        this.run = run;
        this.place = place;
        this.node = node;
    }

    EventBody at(String field) {
        return new EventBody(run, place + field + ".", require(field, JsonNode::isObject, "object"));
    }

    String text(String field) {
        return require(field, JsonNode::isTextual, "text").textValue();
    }

    double number(String field) {
        return require(field, JsonNode::isNumber, "number").doubleValue();
    }

    long whole(String field) {
        return require(field, value -> value.isIntegralNumber() && value.canConvertToLong(), "whole number")
                .longValue();
    }

    /** A tick of the run; one beyond any run is damage, and nothing is replayed up to it. */
    long tick(String field) {
        return require(field, EventBody::isTick, "0.." + LAST_TICK).longValue();
    }

    private static boolean isTick(JsonNode value) {
        return value.isIntegralNumber()
                && value.canConvertToLong()
                && value.longValue() >= 0
                && value.longValue() <= LAST_TICK;
    }

    boolean flag(String field) {
        return require(field, JsonNode::isBoolean, "true/false").booleanValue();
    }

    /** Whether a field that is written only at times is there. */
    boolean has(String field) {
        return node.has(field);
    }

    /** A flag that is written only when it is set. */
    boolean flagIfWritten(String field) {
        return node.has(field) && flag(field);
    }

    /** A list of objects. */
    List<EventBody> items(String field) {
        List<EventBody> items = new ArrayList<>();
        for (JsonNode item : require(field, JsonNode::isArray, "list")) {
            items.add(new EventBody(run, place + field + "[" + items.size() + "].", item));
        }
        return items;
    }

    /** Readings by signal: a number when good, else value, level, cause and age. */
    Map<String, RigScan.Reading> readings(String field) {
        JsonNode all = require(field, JsonNode::isObject, "object");
        Map<String, RigScan.Reading> readings = new HashMap<>();
        all.properties().forEach(entry -> readings.put(entry.getKey(), reading(field, entry.getValue())));
        return readings;
    }

    private RigScan.Reading reading(String field, JsonNode node) {
        if (node.isNumber()) {
            return new RigScan.Reading(node.doubleValue(), Quality.GOOD, 0);
        }
        boolean whole = node.isArray()
                && node.size() == READING_PARTS
                && (node.get(0).isNumber() || node.get(0).isNull())
                && node.get(READING_PARTS - 1).isNumber();
        if (!whole) {
            throw new OtsException(StationError.JOURNAL_DAMAGED, run, place + field + " = " + node);
        }
        double value = node.get(0).isNull() ? Double.NaN : node.get(0).doubleValue();
        try {
            Quality quality = new Quality(
                    Quality.Level.valueOf(node.get(1).asText()),
                    Quality.Cause.valueOf(node.get(2).asText()));
            return new RigScan.Reading(
                    value, quality, node.get(READING_PARTS - 1).doubleValue());
        } catch (IllegalArgumentException e) {
            throw new OtsException(StationError.JOURNAL_DAMAGED, run, place + field + " = " + node);
        }
    }

    OtsException unknownKind() {
        return new OtsException(StationError.JOURNAL_DAMAGED, run, place + "?");
    }

    private JsonNode require(String field, Predicate<JsonNode> type, String name) {
        JsonNode value = node.path(field);
        if (!type.test(value)) {
            String shown = value.isMissingNode() ? "-" : value.toString();
            throw new OtsException(StationError.JOURNAL_DAMAGED, run, place + field + " = " + shown + ", " + name);
        }
        return value;
    }
}
