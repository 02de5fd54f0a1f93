package org.openots.benchmarks.load;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.openots.benchmarks.measure.Measure;

/** Numbers with their goals, and what went wrong in words. */
final class LoadReport {
    private final LoadSettings settings;
    private final String kind;
    private final List<Measure> measures = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();

    LoadReport(String kind, LoadSettings settings) {
        this.kind = kind;
        this.settings = settings;
    }

    void add(Measure measure) {
        measures.add(measure);
    }

    /** Something that must not happen. */
    void trouble(String text) {
        troubles.add(text);
    }

    boolean met() {
        return troubles.isEmpty() && measures.stream().allMatch(Measure::met);
    }

    String table() {
        StringBuilder text = new StringBuilder(Measure.table(measures));
        troubles.forEach(one -> text.append("! ").append(one).append('\n'));
        List<String> missed =
                measures.stream().filter(one -> !one.met()).map(Measure::name).toList();
        text.append(
                met()
                        ? "达到全部目标 / all goals reached"
                        : "未达到 / missed: " + String.join(", ", missed) + (troubles.isEmpty() ? "" : " (!)"));
        return text.append('\n').toString();
    }

    ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("format", "openots-load")
                .put("formatVersion", "1.0")
                .put("kind", kind)
                .put("seats", settings.seats())
                .put("seconds", settings.seconds())
                .put("plant", settings.plant())
                .put("seed", settings.seed())
                .put("java", System.getProperty("java.version", ""))
                .put("processors", Runtime.getRuntime().availableProcessors())
                .put("met", met());
        node.set("measures", Measure.json(measures));
        ArrayNode list = node.putArray("troubles");
        troubles.forEach(list::add);
        return node;
    }
}
