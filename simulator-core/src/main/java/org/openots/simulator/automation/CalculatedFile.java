package org.openots.simulator.automation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openots.common.error.CommonError;
import org.openots.common.json.JsonCursor;
import org.openots.simulator.instrument.CalculatedDefinition;
import org.openots.simulator.operation.AutomationError;

/** Reads the calculated tags of instruments.json. */
final class CalculatedFile {
    /** Longest window or time constant, s: one day. */
    private static final double LONGEST = 86_400;

    private static final String[] KINDS = {
        "sum", "select", "balance", "moving-average", "total", "lead-lag", "compensated-temperature", "formula"
    };

    private static final int MOST_DECIMALS = 6;
    /** Units of calculated tags beside those of instruments; empty for a plain number. */
    private static final List<String> MORE_UNITS = List.of("", "kg", "t", "kWh", "kWh/kg", "kg/kg", "°C/min", "%/min");

    private final PackReferences references;
    private final AlarmFile alarms;
    private final List<String> units;

    CalculatedFile(PackReferences references, AlarmFile alarms, List<String> instrumentUnits) {
        this.references = references;
        this.alarms = alarms;
        this.units = new ArrayList<>(instrumentUnits);
        units.addAll(MORE_UNITS);
    }

    List<CalculatedDefinition> read(JsonCursor root) {
        List<CalculatedDefinition> tags = new ArrayList<>();
        for (JsonCursor node : references.optionalDefinitions(root, "calculated", PartKind.CALCULATED)) {
            String tag = references.define(node, "tag", PartKind.CALCULATED);
            CalculatedDefinition.Scale scale = scale(node);
            alarms.measured(node, tag, scale.low(), scale.high());
            tags.add(new CalculatedDefinition(tag, node.at("text").localText(), scale, rule(node)));
        }
        return tags;
    }

    private CalculatedDefinition.Scale scale(JsonCursor node) {
        JsonCursor unit = node.at("unit");
        String symbol = unit.isText() ? unit.raw().textValue() : unit.text();
        if (!units.contains(symbol)) {
            unit.report(AutomationError.PACK_WORD, symbol, String.join(", ", units));
        }
        double low = Plausible.end(node.at("low"), symbol);
        double high = Plausible.end(node.at("high"), symbol);
        if (low >= high) {
            node.nearest("high").report(AutomationError.PACK_NUMBER_RULE, high, "> low = " + low);
            low = Double.NaN; // nobody knows which of them is wrong, so nothing is held against either
            high = Double.NaN;
        }
        return new CalculatedDefinition.Scale(
                low, high, symbol, node.at("decimals").integer(0, MOST_DECIMALS));
    }

    private CalculatedDefinition.Rule rule(JsonCursor node) {
        String kind = PackReferences.word(node, "kind", KINDS);
        JsonCursor word = node.at("kind");
        if (!word.isText() || !kind.equals(word.text())) {
            node.raw(); // what else belongs here depends on the kind
            return new CalculatedDefinition.Sum(List.of(), 0);
        }
        return switch (kind) {
            case "select" ->
                new CalculatedDefinition.Select(
                        signals(node, "of", 2), node.at("choice").oneOf(CalculatedDefinition.Choice.class));
            case "balance" ->
                new CalculatedDefinition.Balance(
                        signals(node, "in", 1), signals(node, "out", 1), Plausible.size(node.at("smallest")));
            case "moving-average" ->
                new CalculatedDefinition.MovingAverage(
                        signal(node, "of"), node.at("windowS").between(1, LONGEST));
            case "total" ->
                new CalculatedDefinition.Total(
                        signal(node, "of"), node.at("perS").between(1, LONGEST));
            case "lead-lag" ->
                new CalculatedDefinition.LeadLag(
                        signal(node, "of"),
                        node.at("leadS").between(0, LONGEST),
                        node.at("lagS").between(1, LONGEST));
            case "compensated-temperature" ->
                new CalculatedDefinition.Compensated(
                        signal(node, "temperature"),
                        signal(node, "pressure"),
                        Plausible.number(node.at("slope")),
                        Plausible.number(node.at("referencePressure")));
            case "formula" -> new CalculatedDefinition.Formula(references.formula(node, "expression"));
            default -> sum(node);
        };
    }

    private CalculatedDefinition.Sum sum(JsonCursor node) {
        List<CalculatedDefinition.Term> terms = new ArrayList<>();
        for (JsonCursor item : node.at("terms").items()) {
            terms.add(new CalculatedDefinition.Term(signal(item, "signal"), Plausible.number(item.at("factor"))));
        }
        if (terms.isEmpty()) {
            node.nearest("terms").report(CommonError.JSON_TOO_FEW, 0, 1);
        }
        return new CalculatedDefinition.Sum(
                terms, node.optional("offset").map(Plausible::number).orElse(0.0));
    }

    private String signal(JsonCursor node, String key) {
        String name = node.at(key).text();
        references.use(node, key, name, PartKind.INPUTS);
        return name;
    }

    private List<String> signals(JsonCursor node, String key, int least) {
        List<String> names = references.useAll(node.at(key), PartKind.INPUTS);
        if (names.size() < least) {
            node.nearest(key).report(CommonError.JSON_TOO_FEW, names.size(), least);
        }
        if (Set.copyOf(names).size() < names.size()) {
            node.nearest(key).report(AutomationError.PACK_DUPLICATE, String.join(", ", names));
        }
        return names;
    }
}
