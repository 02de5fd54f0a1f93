package org.openots.instructor.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openots.common.json.CanonicalJson;

/** Writes strategies, always with the same bytes: the components of the records are the fields of the file. */
public final class StrategyWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private StrategyWriter() {}

    /**
     * A strategy as JSON.
     *
     * @param strategy the strategy
     * @return what {@link StrategyReader} reads
     */
    public static ObjectNode json(Strategy strategy) {
        ObjectNode root = NODES.objectNode();
        root.put("format", StrategyReader.FORMAT).put("formatVersion", version(strategy));
        root.setAll((ObjectNode) node(strategy));
        return root;
    }

    /**
     * A strategy as the bytes of its file: canonical JSON and a line end.
     *
     * @param strategy the strategy
     * @return UTF-8
     */
    public static byte[] bytes(Strategy strategy) {
        return (CanonicalJson.text(json(strategy)) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The hash of the content. The state is no part of it: a version stays the same while it is published or sealed.
     *
     * @param strategy the strategy
     * @return SHA-256, lower-case hexadecimal
     */
    public static String hash(Strategy strategy) {
        ObjectNode content = json(strategy);
        content.remove("state");
        return CanonicalJson.sha256(content);
    }

    /** The lowest version that has all of it, so that the bytes of older strategies stay as they are. */
    private static String version(Strategy strategy) {
        boolean hazop = strategy.paper()
                .filter(paper -> paper.sections().stream().anyMatch(ExamRules.Section::hazop))
                .isPresent();
        return hazop ? StrategyReader.HAZOP_VERSION : StrategyReader.FORMAT_VERSION;
    }

    private static JsonNode node(Object value) {
        if (value instanceof String text) {
            return NODES.textNode(text);
        }
        if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        }
        if (value instanceof Integer whole) {
            return NODES.numberNode(whole);
        }
        if (value instanceof Double number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Strategy.Certificate.Code code) {
            return NODES.textNode(code.name());
        }
        if (value instanceof Enum<?> constant) {
            return NODES.textNode(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        if (value instanceof List<?> list) {
            ArrayNode array = NODES.arrayNode();
            list.forEach(one -> array.add(node(one)));
            return array;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            map.forEach((key, one) -> sorted.put(String.valueOf(key), node(one)));
            return NODES.objectNode().setAll(sorted);
        }
        if (value instanceof TrainingRules.Unlock unlock) {
            return unlock(unlock);
        }
        return record((Record) value);
    }

    private static JsonNode unlock(TrainingRules.Unlock unlock) {
        if (unlock instanceof TrainingRules.Unlock.AfterMastery mastery) {
            return NODES.objectNode().set("afterMastery", record(mastery));
        }
        return unlock instanceof TrainingRules.Unlock.FromDate date ? record(date) : NODES.textNode("always");
    }

    private static ObjectNode record(Record record) {
        ObjectNode object = NODES.objectNode();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = value(component, record);
            Object present = value instanceof Optional<?> maybe ? maybe.orElse(null) : value;
            if (present != null) {
                object.set(component.getName().equals("standard") ? "default" : component.getName(), node(present));
            }
        }
        return object;
    }

    private static @Nullable Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a public accessor of a public record", e);
        }
    }
}
