package org.openots.simulator.automation;

import java.util.ArrayList;
import java.util.List;
import org.openots.common.error.ErrorCode;
import org.openots.common.json.JsonCursor;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationError;

/**
 * An object in a pack file, read field by field. After a mistake reading goes on with a harmless value, so that one run
 * names every mistake.
 */
final class PackNode {
    private final JsonCursor cursor;

    PackNode(JsonCursor cursor) {
        this.cursor = cursor;
    }

    boolean has(String key) {
        return cursor.optional(key).isPresent();
    }

    /** Reports a mistake at a field, or here when the field is missing. */
    void note(String key, ErrorCode code, Object... details) {
        cursor.optional(key).orElse(cursor).report(code, details);
    }

    String string(String key) {
        return cursor.at(key).text();
    }

    String string(String key, String otherwise) {
        return cursor.optional(key).map(JsonCursor::text).orElse(otherwise);
    }

    LocalText text(String key) {
        return cursor.at(key).localText();
    }

    boolean flag(String key) {
        return cursor.at(key).bool();
    }

    double number(String key) {
        double number = cursor.at(key).number();
        return Double.isNaN(number) ? 0 : number;
    }

    double number(String key, double low, double high) {
        double number = cursor.at(key).between(low, high);
        return Double.isNaN(number) ? low : number;
    }

    double numberOr(String key, double otherwise, double low, double high) {
        return has(key) ? number(key, low, high) : otherwise;
    }

    int whole(String key, int low, int high) {
        return cursor.at(key).integer(low, high);
    }

    <E extends Enum<E>> E oneOf(String key, Class<E> type) {
        return cursor.at(key).oneOf(type);
    }

    String word(String key, String... allowed) {
        String word = string(key);
        if (List.of(allowed).contains(word)) {
            return word;
        }
        if (!word.isBlank()) {
            note(key, AutomationError.PACK_WORD, word, String.join(", ", allowed));
        }
        return allowed[0];
    }

    PackNode child(String key) {
        return new PackNode(cursor.at(key));
    }

    List<PackNode> list(String key) {
        return cursor.at(key).list(PackNode::new);
    }

    List<PackNode> listOr(String key) {
        return has(key) ? list(key) : List.of();
    }

    List<String> strings(String key) {
        return new ArrayList<>(cursor.at(key).list(JsonCursor::text));
    }
}
