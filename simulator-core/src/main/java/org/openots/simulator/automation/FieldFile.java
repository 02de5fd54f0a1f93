package org.openots.simulator.automation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.NameForm;
import org.openots.simulator.actuation.HandValve;
import org.openots.simulator.field.CheckItem;
import org.openots.simulator.field.FieldItem;
import org.openots.simulator.field.InspectionDefect;
import org.openots.simulator.field.NumberField;
import org.openots.simulator.field.SamplePoint;
import org.openots.simulator.operation.AutomationError;

/** Reads field.json. */
final class FieldFile {
    private static final double PERCENT = 100;
    private static final double LONGEST = 3600;

    private final PackReferences references;

    FieldFile(PackReferences references) {
        this.references = references;
    }

    List<String> localPanels(JsonCursor root) {
        return references.useAll(root.at("localPanels"), PartKind.STARTED);
    }

    AutomationDefinition.Field read(JsonCursor root) {
        List<HandValve.Definition> valves = new ArrayList<>();
        for (JsonCursor node : references.definitions(root, "handValves", PartKind.HAND_VALVE)) {
            valves.add(new HandValve.Definition(
                    references.define(node, "tag", PartKind.HAND_VALVE),
                    node.at("text").localText(),
                    node.at("kind").oneOf(HandValve.Kind.class)));
        }
        List<FieldItem> equipment = new ArrayList<>();
        for (JsonCursor node : root.at("equipment").items()) {
            equipment.add(new FieldItem(
                    references.define(node.at("id"), PartKind.TASK, NameForm.FILE),
                    node.at("text").localText(),
                    node.at("required").bool()));
        }
        List<AutomationDefinition.DetectorTestDefinition> tests = new ArrayList<>();
        for (JsonCursor node : root.at("detectorTests").items()) {
            List<String> detectors = references.useAll(node.at("detectors"), Set.of(PartKind.MEASUREMENT));
            tests.add(new AutomationDefinition.DetectorTestDefinition(
                    references.define(node, "target", PartKind.TASK),
                    node.at("text").localText(),
                    detectors));
        }
        List<CheckItem> checks = new ArrayList<>();
        for (JsonCursor node : root.at("checks").items()) {
            checks.add(new CheckItem(
                    references.define(node, "id", PartKind.TASK),
                    node.at("text").localText(),
                    defects(node)));
        }
        List<SamplePoint.Definition> samples = new ArrayList<>();
        for (JsonCursor node : root.at("samples").items()) {
            samples.add(sample(node));
        }
        AutomationDefinition.Desk desk = new AutomationDefinition.Desk(fields(root, "records"), fields(root, "log"));
        return new AutomationDefinition.Field(valves, equipment, tests, checks, samples, desk);
    }

    /** What can be wrong at a point; a name that is no defect is reported and left out. */
    private static List<InspectionDefect> defects(JsonCursor node) {
        List<InspectionDefect> defects = new ArrayList<>();
        for (JsonCursor item : PackReferences.optionalList(node, "defects")) {
            String id = item.text();
            Optional<InspectionDefect> defect = InspectionDefect.of(id);
            if (defect.isEmpty() && !id.isBlank()) {
                item.report(AutomationError.PACK_WORD, id, String.join(", ", InspectionDefect.ids()));
            } else if (defect.isPresent() && defects.contains(defect.get())) {
                item.report(AutomationError.PACK_DUPLICATE, id);
            } else {
                defect.ifPresent(defects::add);
            }
        }
        return defects;
    }

    private SamplePoint.Definition sample(JsonCursor node) {
        String valve = node.optional("valve").map(JsonCursor::text).orElse("");
        if (node.has("valve")) {
            references.use(node, "valve", valve, PartKind.HAND_VALVE);
        }
        double fastest = node.at("fastestS").between(0, LONGEST);
        return new SamplePoint.Definition(
                references.define(node, "id", PartKind.TASK),
                node.at("text").localText(),
                node.at("composition").text(),
                node.at("level").text(),
                node.at("smallestLevelPercent").between(0, PERCENT),
                valve,
                new SamplePoint.Laboratory(
                        fastest,
                        node.at("slowestS").between(fastest, LONGEST),
                        node.at("noiseWtPercent").between(0, PERCENT),
                        node.at("valvePercent").between(0, PERCENT)));
    }

    private static List<NumberField> fields(JsonCursor root, String key) {
        List<NumberField> fields = new ArrayList<>();
        for (JsonCursor node : root.at(key).items()) {
            String id = NameForm.TAG.read(node.at("id"));
            if (fields.stream().anyMatch(field -> field.id().equals(id))) {
                node.nearest("id").report(AutomationError.PACK_DUPLICATE, id);
            }
            double low = Plausible.number(node.at("low"));
            double high = Plausible.number(node.at("high"));
            if (low >= high) {
                node.nearest("high").report(AutomationError.PACK_NUMBER_RULE, high, "> low = " + low);
            }
            fields.add(new NumberField(
                    id, node.at("text").localText(), node.at("unit").text(), low, high));
        }
        return fields;
    }
}
