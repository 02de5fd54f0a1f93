package org.openots.simulator.automation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hipparchus.util.FastMath;
import org.openots.common.error.ErrorCode;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationError;

/**
 * A place in a pack file. Reading never stops at a mistake: it notes the mistake and goes on with a harmless value, so
 * that one run names every mistake. Each object must be closed with {@link #done}, which notes unknown fields.
 */
final class PackNode {
    private static final double UNLIMITED = 1e9;

    private final String file;
    private final String pointer;
    private final JsonNode json;
    private final List<PackMistake> mistakes;
    private final Set<String> used = new TreeSet<>();

    PackNode(String file, String pointer, JsonNode json, List<PackMistake> mistakes) {
        this.file = file;
        this.pointer = pointer;
        this.json = json;
        this.mistakes = mistakes;
    }

    String pointer() {
        return pointer;
    }

    boolean has(String key) {
        return json.has(key);
    }

    void note(String key, ErrorCode code, Object... details) {
        mistakes.add(new PackMistake(code, file, key.isEmpty() ? pointer : pointer + "/" + key, List.of(details)));
    }

    String string(String key) {
        JsonNode value = required(key);
        if (!value.isMissingNode() && (!value.isTextual() || value.asText().isBlank())) {
            wrongType(key, value, "text");
            return "";
        }
        return value.asText("");
    }

    String string(String key, String otherwise) {
        return has(key) ? string(key) : otherwise;
    }

    LocalText text(String key) {
        PackNode node = child(key);
        LocalText text = new LocalText(node.string("zh"), node.string("en"));
        node.done();
        return text;
    }

    boolean flag(String key) {
        JsonNode value = required(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            wrongType(key, value, "true / false");
        }
        return value.asBoolean(false);
    }

    boolean flag(String key, boolean otherwise) {
        return has(key) ? flag(key) : otherwise;
    }

    double number(String key) {
        return number(key, -UNLIMITED, UNLIMITED);
    }

    double number(String key, double low, double high) {
        JsonNode value = required(key);
        if (value.isMissingNode()) {
            return low;
        }
        if (!value.isNumber()) {
            wrongType(key, value, "number");
            return low;
        }
        double number = value.asDouble();
        if (!(number >= low && number <= high)) {
            note(key, AutomationError.PACK_NUMBER_RULE, number, low + " .. " + high);
            return low;
        }
        return number;
    }

    double numberOr(String key, double otherwise, double low, double high) {
        return has(key) ? number(key, low, high) : otherwise;
    }

    int whole(String key, int low, int high) {
        double number = number(key, low, high);
        if (number != FastMath.rint(number)) {
            note(key, AutomationError.PACK_NUMBER_RULE, number, "1, 2, 3 ...");
        }
        return (int) number;
    }

    String word(String key, String... allowed) {
        String word = string(key);
        if (!word.isEmpty() && !List.of(allowed).contains(word)) {
            note(key, AutomationError.PACK_WORD, word, String.join(", ", allowed));
            return allowed[0];
        }
        return word.isEmpty() ? allowed[0] : word;
    }

    PackNode child(String key) {
        JsonNode value = required(key);
        if (!value.isMissingNode() && !value.isObject()) {
            wrongType(key, value, "{ }");
        }
        return new PackNode(file, pointer + "/" + key, value, mistakes);
    }

    List<PackNode> list(String key) {
        List<PackNode> nodes = new ArrayList<>();
        JsonNode value = required(key);
        if (!value.isMissingNode() && !value.isArray()) {
            wrongType(key, value, "[ ]");
            return nodes;
        }
        for (int i = 0; i < value.size(); i++) {
            String place = pointer + "/" + key + "/" + i;
            if (value.get(i).isObject()) {
                nodes.add(new PackNode(file, place, value.get(i), mistakes));
            } else {
                wrongType(key + "/" + i, value.get(i), "{ }");
            }
        }
        return nodes;
    }

    List<PackNode> listOr(String key) {
        return has(key) ? list(key) : List.of();
    }

    List<String> strings(String key) {
        List<String> words = new ArrayList<>();
        JsonNode value = required(key);
        if (!value.isMissingNode() && !value.isArray()) {
            wrongType(key, value, "[ ]");
            return words;
        }
        for (int i = 0; i < value.size(); i++) {
            if (value.get(i).isTextual()) {
                words.add(value.get(i).asText());
            } else {
                wrongType(key + "/" + i, value.get(i), "text");
            }
        }
        return words;
    }

    void done() {
        json.fieldNames().forEachRemaining(name -> {
            if (!used.contains(name)) {
                note(name, AutomationError.PACK_UNKNOWN_FIELD, name, String.join(", ", used));
            }
        });
    }

    private JsonNode required(String key) {
        used.add(key);
        JsonNode value = json.path(key);
        if (value.isMissingNode() && !json.isMissingNode()) {
            note(key, AutomationError.PACK_MISSING, key);
        }
        return value.isNull() ? MissingNode.getInstance() : value;
    }

    private void wrongType(String key, JsonNode value, String expected) {
        note(key, AutomationError.PACK_TYPE, value.toString(), expected);
    }
}
