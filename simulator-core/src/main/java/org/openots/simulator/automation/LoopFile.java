package org.openots.simulator.automation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openots.common.error.CommonError;
import org.openots.common.json.JsonCursor;
import org.openots.simulator.control.ControlLoops;
import org.openots.simulator.control.ControllerDefinition;
import org.openots.simulator.control.SchemeDefinition;
import org.openots.simulator.control.SelectorDefinition;
import org.openots.simulator.operation.AutomationError;

/** Reads the loops and schemes of control.json. */
final class LoopFile {
    private static final double PERCENT = 100;
    private static final double SMALLEST_GAIN = 0.01;
    private static final double LARGEST_GAIN = 50;
    private static final double LONGEST = 7200;
    private static final double FASTEST = 1000;
    private static final int LIMIT_OF_SCHEMES = 9;

    private final PackReferences references;
    private final LoopOptions options;
    private final AlarmFile alarms;
    private final SignalScales scales;

    LoopFile(PackReferences references, AlarmFile alarms, SignalScales scales) {
        this.references = references;
        this.alarms = alarms;
        this.options = new LoopOptions(references);
        this.scales = scales;
    }

    ControlLoops.Definition read(JsonCursor root) {
        List<ControllerDefinition> loops = loops(root);
        List<SelectorDefinition> selectors = options.selectors(root);
        List<SchemeDefinition> schemes = schemes(root, selectors);
        if (root.at("schemes").isArray() && schemes.isEmpty()) {
            root.at("schemes").report(CommonError.JSON_TOO_FEW, 0, 1);
        }
        int initial = root.at("initialScheme").integer(1, schemes.isEmpty() ? LIMIT_OF_SCHEMES : schemes.size());
        return new ControlLoops.Definition(loops, selectors, schemes, initial);
    }

    private List<ControllerDefinition> loops(JsonCursor root) {
        List<ControllerDefinition> loops = new ArrayList<>();
        for (JsonCursor node : references.definitions(root, "controllers", PartKind.CONTROLLER)) {
            loops.add(loop(node));
        }
        return loops;
    }

    private List<SchemeDefinition> schemes(JsonCursor root, List<SelectorDefinition> selectors) {
        List<SchemeDefinition> schemes = new ArrayList<>();
        for (JsonCursor node : root.at("schemes").items()) {
            int number = node.at("number").integer(1, LIMIT_OF_SCHEMES);
            if (number != schemes.size() + 1) {
                node.nearest("number").report(AutomationError.PACK_NUMBER_RULE, number, "= " + (schemes.size() + 1));
            }
            schemes.add(new SchemeDefinition(number, node.at("text").localText(), links(node.at("links"), selectors)));
        }
        return schemes;
    }

    private List<SchemeDefinition.Link> links(JsonCursor list, List<SelectorDefinition> selectors) {
        List<SchemeDefinition.Link> links = new ArrayList<>();
        Map<String, List<String>> sources = new LinkedHashMap<>();
        for (JsonCursor item : list.items()) {
            SchemeDefinition.Link link = link(item);
            links.add(link);
            boolean onItself = link.slave().equals(link.source());
            // a ratio to the flow of another loop is no cascade, only one to its own flow is a circle
            List<String> source = link.ratio().present() && !onItself ? List.of() : List.of(link.source());
            if (sources.put(link.slave(), source) != null) {
                item.nearest("slave").report(AutomationError.PACK_DUPLICATE, link.slave());
            }
        }
        selectors.forEach(selector -> sources.put(selector.tag(), selector.loops()));
        List<String> circle = Circle.in(sources);
        String first = circle.stream()
                .filter(name -> links.stream().anyMatch(link -> link.slave().equals(name)))
                .findFirst()
                .orElse("");
        for (int i = 0; i < links.size(); i++) {
            if (!circle.isEmpty() && links.get(i).slave().equals(first)) {
                list.items().get(i).report(AutomationError.PACK_CIRCLE, String.join(" → ", circle));
            }
        }
        return links;
    }

    private ControllerDefinition loop(JsonCursor node) {
        String measurement = node.at("measurement").text();
        references.use(node, "measurement", measurement, PartKind.MEASURED);
        ControllerDefinition.Scale scale = scales.of(measurement);
        List<String> devices = references.useAll(node.at("devices"), PartKind.DRIVEN);
        String tag = references.define(node, "tag", PartKind.CONTROLLER);
        alarms.deviations(node, tag, measurement, scale.high() - scale.low());
        return new ControllerDefinition(
                tag,
                node.at("text").localText(),
                measurement,
                scale,
                new ControllerDefinition.Tuning(
                        node.at("gain").between(SMALLEST_GAIN, LARGEST_GAIN),
                        node.at("integralS").between(0, LONGEST),
                        node.at("derivativeS").between(0, LONGEST),
                        PackReferences.word(node, "action", "direct", "reverse").equals("direct")),
                limits(node, scale),
                new ControllerDefinition.Output(
                        devices,
                        node.optional("stoppedOutputPercent")
                                .map(c -> c.between(0, PERCENT))
                                .orElse(Double.NaN),
                        node.at("setPointTracks").bool()),
                options.read(node, scale));
    }

    private static ControllerDefinition.Limits limits(JsonCursor node, ControllerDefinition.Scale scale) {
        double low = node.at("setPointLow").between(scale.low(), scale.high());
        double high = node.at("setPointHigh").between(scale.low(), scale.high());
        double outputLow = node.at("outputLowPercent").between(0, PERCENT);
        double outputHigh = node.at("outputHighPercent").between(0, PERCENT);
        if (low >= high) {
            node.nearest("setPointHigh").report(AutomationError.PACK_NUMBER_RULE, high, "> setPointLow = " + low);
        }
        if (outputLow >= outputHigh) {
            node.nearest("outputHighPercent")
                    .report(AutomationError.PACK_NUMBER_RULE, outputHigh, "> outputLowPercent = " + outputLow);
        }
        return new ControllerDefinition.Limits(
                low,
                high,
                outputLow,
                outputHigh,
                node.at("outputRatePercentPerS").between(0, FASTEST),
                node.at("setPointRatePerS").between(0, FASTEST));
    }

    private SchemeDefinition.Link link(JsonCursor node) {
        String slave = node.at("slave").text();
        references.use(node, "slave", slave, PartKind.CONTROLLER);
        if (!node.has("flow")) {
            String master = node.at("master").text();
            references.use(node, "master", master, PartKind.OUTPUTS);
            return new SchemeDefinition.Link(slave, master, SchemeDefinition.Ratio.NONE, LoopOptions.bias(node));
        }
        String flow = node.at("flow").text();
        references.use(node, "flow", flow, PartKind.MEASURED);
        node.at("unit").text();
        double low = node.at("ratioLow").between(0, FASTEST);
        double high = node.at("ratioHigh").between(low, FASTEST);
        if (high <= low) {
            node.nearest("ratioHigh").report(AutomationError.PACK_NUMBER_RULE, high, "> ratioLow = " + low);
        }
        boolean read = low < high;
        return new SchemeDefinition.Link(
                slave,
                flow,
                new SchemeDefinition.Ratio(
                        read ? low : 0, // there is a ratio, whatever its limits are
                        read ? high : FASTEST,
                        node.at("ratioNormal").between(low, high),
                        node.at("smallestFlow").between(0, FASTEST)),
                LoopOptions.bias(node));
    }
}
