package org.openots.simulator.automation;

import java.util.ArrayList;
import java.util.List;
import org.openots.simulator.actuation.HandValve;
import org.openots.simulator.automation.PackReferences.Kind;
import org.openots.simulator.field.FieldItem;
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

    List<String> localPanels(PackNode root) {
        List<String> panels = root.strings("localPanels");
        panels.forEach(tag -> references.use(root, "localPanels", tag, Kind.STARTED));
        return panels;
    }

    AutomationDefinition.Field read(PackNode root) {
        List<HandValve.Definition> valves = new ArrayList<>();
        for (PackNode node : root.list("handValves")) {
            valves.add(new HandValve.Definition(
                    references.define(node, "tag", Kind.HAND_VALVE),
                    node.text("text"),
                    node.oneOf("kind", HandValve.Kind.class)));
        }
        List<FieldItem> equipment = new ArrayList<>();
        for (PackNode node : root.list("equipment")) {
            equipment.add(
                    new FieldItem(references.define(node, "id", Kind.TASK), node.text("text"), node.flag("required")));
        }
        List<AutomationDefinition.DetectorTestDefinition> tests = new ArrayList<>();
        for (PackNode node : root.list("detectorTests")) {
            List<String> detectors = node.strings("detectors");
            detectors.forEach(tag -> references.use(node, "detectors", tag, Kind.MEASUREMENT));
            tests.add(new AutomationDefinition.DetectorTestDefinition(
                    references.define(node, "target", Kind.TASK), node.text("text"), detectors));
        }
        List<FieldItem> checks = new ArrayList<>();
        for (PackNode node : root.list("checks")) {
            checks.add(new FieldItem(references.define(node, "id", Kind.TASK), node.text("text"), true));
        }
        List<SamplePoint.Definition> samples = new ArrayList<>();
        for (PackNode node : root.list("samples")) {
            samples.add(sample(node));
        }
        AutomationDefinition.Desk desk = new AutomationDefinition.Desk(fields(root, "records"), fields(root, "log"));
        return new AutomationDefinition.Field(valves, equipment, tests, checks, samples, desk);
    }

    private SamplePoint.Definition sample(PackNode node) {
        String valve = node.string("valve", "");
        references.use(node, "valve", valve, Kind.HAND_VALVE);
        double fastest = node.number("fastestS", 0, LONGEST);
        return new SamplePoint.Definition(
                references.define(node, "id", Kind.TASK),
                node.text("text"),
                node.string("composition"),
                node.string("level"),
                node.number("smallestLevelPercent", 0, PERCENT),
                valve,
                new SamplePoint.Laboratory(
                        fastest,
                        node.number("slowestS", fastest, LONGEST),
                        node.number("noiseWtPercent", 0, PERCENT),
                        node.number("valvePercent", 0, PERCENT)));
    }

    private static List<NumberField> fields(PackNode root, String key) {
        List<NumberField> fields = new ArrayList<>();
        for (PackNode node : root.list(key)) {
            String id = node.string("id");
            if (fields.stream().anyMatch(field -> field.id().equals(id))) {
                node.note("id", AutomationError.PACK_DUPLICATE, id);
            }
            double low = node.number("low");
            fields.add(new NumberField(
                    id, node.text("text"), node.string("unit"), low, node.number("high", low, Double.MAX_VALUE)));
        }
        return fields;
    }
}
