package org.openots.hazop.verification;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openots.common.text.LocalText;
import org.openots.hazop.study.Column;

/** A verification report as JSON: the same report gives the same text. */
public final class VerificationJson {
    private static final List<Column> PLAYED = List.of(Column.CAUSE, Column.CONSEQUENCE, Column.SAFEGUARD);

    private VerificationJson() {}

    /**
     * The figures of a report and its refuted items.
     *
     * @param report the report
     * @return an object
     */
    public static ObjectNode summary(VerificationReport report) {
        ObjectNode root = JsonNodeFactory.instance
                .objectNode()
                .put("study", report.studyId())
                .put("plant", report.plant())
                .put("packHash", report.packHash())
                .put("seed", report.seed())
                .put("runs", report.runs());
        ObjectNode counts = root.putObject("counts");
        for (Column column : PLAYED) {
            ObjectNode node = counts.putObject(column.field());
            Map<Verdict, Integer> found = report.counts(column);
            node.put(
                    "total", found.values().stream().mapToInt(Integer::intValue).sum());
            found.forEach((verdict, count) -> node.put(verdict.word(), count));
        }
        root.put("modelledShare", report.modelledShare());
        ArrayNode refuted = root.putArray("refuted");
        report.refuted().forEach(result -> refuted.add(row(result)));
        return root;
    }

    /**
     * The whole report with the evidence of every item.
     *
     * @param report the report
     * @return an object
     */
    public static ObjectNode full(VerificationReport report) {
        ObjectNode root = summary(report);
        ArrayNode items = root.putArray("items");
        report.results().forEach(result -> items.add(row(result)));
        return root;
    }

    private static ObjectNode row(ItemResult result) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("id", result.id())
                .put("deviationId", result.deviationId())
                .put("column", result.column().word())
                .put("verdict", result.verdict().word());
        node.set("reason", text(result.reason()));
        ArrayNode evidence = node.putArray("evidence");
        for (ItemResult.RunEvidence run : result.evidence()) {
            ObjectNode one = evidence.addObject().put("causeId", run.causeId()).put("seen", run.seen());
            ArrayNode effects = one.putArray("effects");
            run.sightings().forEach(sighting -> effects.add(sighting(sighting)));
            ArrayNode hashes = one.putArray("traceHashes");
            run.traceHashes().forEach(hashes::add);
        }
        return node;
    }

    private static ObjectNode sighting(Sighting sighting) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("signal", sighting.signal())
                .put("effect", sighting.effect().kind().name().toLowerCase(Locale.ROOT))
                .put("unit", sighting.unit())
                .put("seen", sighting.seen());
        number(node, "afterSeconds", sighting.firstSeconds());
        number(node, "amount", sighting.amount());
        number(node, "threshold", sighting.threshold());
        if (!sighting.effect().without().isEmpty()) {
            ArrayNode without = node.putArray("without");
            sighting.effect().without().forEach(without::add);
        }
        return node;
    }

    /** JSON has no NaN: what there is not is null. */
    private static void number(ObjectNode node, String field, double value) {
        if (Double.isFinite(value)) {
            node.put(field, value);
        } else {
            node.putNull(field);
        }
    }

    private static ObjectNode text(LocalText text) {
        return JsonNodeFactory.instance.objectNode().put("zh", text.zh()).put("en", text.en());
    }
}
