package org.openots.simulator.automation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openots.simulator.automation.PackReferences.Kind;
import org.openots.simulator.control.ControllerDefinition;
import org.openots.simulator.control.SchemeDefinition;
import org.openots.simulator.instrument.TransmitterDefinition;
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
    private final Map<String, TransmitterDefinition.Range> ranges = new HashMap<>();

    LoopFile(PackReferences references, List<TransmitterDefinition> transmitters) {
        this.references = references;
        transmitters.forEach(transmitter -> ranges.put(transmitter.tag(), transmitter.range()));
    }

    List<ControllerDefinition> loops(PackNode root) {
        List<ControllerDefinition> loops = new ArrayList<>();
        for (PackNode node : root.list("controllers")) {
            loops.add(loop(node));
        }
        return loops;
    }

    List<SchemeDefinition> schemes(PackNode root) {
        List<SchemeDefinition> schemes = new ArrayList<>();
        for (PackNode node : root.list("schemes")) {
            int number = node.whole("number", 1, LIMIT_OF_SCHEMES);
            if (number != schemes.size() + 1) {
                node.note("number", AutomationError.PACK_NUMBER_RULE, number, "= " + (schemes.size() + 1));
            }
            List<SchemeDefinition.Link> links = new ArrayList<>();
            for (PackNode item : node.list("links")) {
                links.add(link(item));
            }
            schemes.add(new SchemeDefinition(number, node.text("text"), links));
        }
        return schemes;
    }

    private ControllerDefinition loop(PackNode node) {
        String measurement = node.string("measurement");
        references.use(node, "measurement", measurement, Kind.MEASUREMENT);
        TransmitterDefinition.Range range = ranges.get(measurement);
        ControllerDefinition.Scale scale = range == null
                ? new ControllerDefinition.Scale(0, PERCENT, "%")
                : new ControllerDefinition.Scale(
                        range.low(), range.high(), range.unit().symbol());
        List<String> devices = node.strings("devices");
        devices.forEach(name -> references.use(node, "devices", name, Kind.DRIVEN));
        return new ControllerDefinition(
                references.define(node, "tag", Kind.CONTROLLER),
                node.text("text"),
                measurement,
                scale,
                new ControllerDefinition.Tuning(
                        node.number("gain", SMALLEST_GAIN, LARGEST_GAIN),
                        node.number("integralS", 0, LONGEST),
                        node.number("derivativeS", 0, LONGEST),
                        node.word("action", "direct", "reverse").equals("direct")),
                limits(node, scale),
                new ControllerDefinition.Output(
                        devices,
                        node.numberOr("stoppedOutputPercent", Double.NaN, 0, PERCENT),
                        node.flag("setPointTracks")));
    }

    private static ControllerDefinition.Limits limits(PackNode node, ControllerDefinition.Scale scale) {
        double low = node.number("setPointLow", scale.low(), scale.high());
        double high = node.number("setPointHigh", scale.low(), scale.high());
        double outputLow = node.number("outputLowPercent", 0, PERCENT);
        double outputHigh = node.number("outputHighPercent", 0, PERCENT);
        if (!(low < high)) {
            node.note("setPointHigh", AutomationError.PACK_NUMBER_RULE, high, "> setPointLow = " + low);
        }
        if (!(outputLow < outputHigh)) {
            node.note(
                    "outputHighPercent",
                    AutomationError.PACK_NUMBER_RULE,
                    outputHigh,
                    "> outputLowPercent = " + outputLow);
        }
        return new ControllerDefinition.Limits(
                low,
                high,
                outputLow,
                outputHigh,
                node.number("outputRatePercentPerS", 0, FASTEST),
                node.number("setPointRatePerS", 0, FASTEST));
    }

    private SchemeDefinition.Link link(PackNode node) {
        String slave = node.string("slave");
        references.use(node, "slave", slave, Kind.CONTROLLER);
        if (!node.has("flow")) {
            String master = node.string("master");
            references.use(node, "master", master, Kind.CONTROLLER);
            return new SchemeDefinition.Link(slave, master, SchemeDefinition.Ratio.NONE);
        }
        String flow = node.string("flow");
        references.use(node, "flow", flow, Kind.MEASUREMENT);
        node.string("unit");
        double low = node.number("ratioLow", 0, FASTEST);
        double high = node.number("ratioHigh", low, FASTEST);
        if (!(high > low)) {
            node.note("ratioHigh", AutomationError.PACK_NUMBER_RULE, high, "> ratioLow = " + low);
        }
        return new SchemeDefinition.Link(
                slave,
                flow,
                new SchemeDefinition.Ratio(
                        low, high, node.number("ratioNormal", low, high), node.number("smallestFlow", 0, FASTEST)));
    }
}
