package org.openots.instructor.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;

/**
 * The body of a journal event as it is read back: a field that is missing or of another type is damage, never a zero or
 * an empty text.
 */
final class EventBody {
    /** Ten days at 0.1 s: far beyond any session. */
    private static final long LAST_TICK = 8_640_000;

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

    /** A flag that is written only when it is set. */
    boolean flagIfWritten(String field) {
        return node.has(field) && flag(field);
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
