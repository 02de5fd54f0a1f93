package org.openots.simulator.automation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openots.common.error.CommonError;
import org.openots.common.json.JsonCursor;
import org.openots.simulator.control.ControllerDefinition;
import org.openots.simulator.control.SchemeDefinition;
import org.openots.simulator.control.SelectorDefinition;
import org.openots.simulator.operation.AutomationError;

/** Reads what not every loop of control.json has: variants of the algorithm, feed-forward, bias, selectors. */
final class LoopOptions {
    private static final double PERCENT = 100;
    private static final double LONGEST = 7200;
    /** Ratios of derivative time to filter that make sense: below 2 the filter outweighs, above 20 noise does. */
    private static final double SMALLEST_FILTER = 2;

    private static final double LARGEST_FILTER = 20;

    private final PackReferences references;

    LoopOptions(PackReferences references) {
        this.references = references;
    }

    ControllerDefinition.Options read(JsonCursor node, ControllerDefinition.Scale scale) {
        return new ControllerDefinition.Options(
                algorithm(node, scale),
                node.has("feedForward")
                        ? feedForward(node.at("feedForward"))
                        : ControllerDefinition.FeedForwardDefinition.NONE,
                trackDevice(node));
    }

    private static boolean trackDevice(JsonCursor node) {
        boolean tracks = node.optional("trackDevice").map(JsonCursor::bool).orElse(false);
        if (tracks && node.at("devices").items().isEmpty()) {
            node.nearest("devices").report(CommonError.JSON_TOO_FEW, 0, 1);
        }
        return tracks;
    }

    private static ControllerDefinition.Algorithm algorithm(JsonCursor node, ControllerDefinition.Scale scale) {
        ControllerDefinition.Shape shape = ControllerDefinition.Shape.LINEAR;
        double shapeGain = 1;
        double gap = 0;
        if (node.has("gap")) {
            shape = ControllerDefinition.Shape.GAP;
            double span = scale.high() - scale.low();
            gap = node.at("gap").at("halfWidth").between(0, span) / span * PERCENT;
            shapeGain = node.at("gap").at("gain").between(0, 1);
        }
        if (node.has("errorSquared")) {
            if (shape != ControllerDefinition.Shape.LINEAR) {
                node.nearest("errorSquared").report(AutomationError.PACK_WORD, "errorSquared", "gap");
            }
            shape = ControllerDefinition.Shape.SQUARED;
            shapeGain = node.at("errorSquared").at("leastGain").between(0, 1);
        }
        return new ControllerDefinition.Algorithm(
                node.optional("setPointWeight").map(c -> c.between(0, 1)).orElse(1.0),
                node.optional("derivativeFilter")
                        .map(c -> c.between(SMALLEST_FILTER, LARGEST_FILTER))
                        .orElse(ControllerDefinition.Algorithm.USUAL_FILTER),
                node.optional("filterS").map(c -> c.between(0, LONGEST)).orElse(0.0),
                shape,
                shapeGain,
                gap);
    }

    private ControllerDefinition.FeedForwardDefinition feedForward(JsonCursor node) {
        String signal = node.at("signal").text();
        references.use(node, "signal", signal, PartKind.MEASURED);
        double lead = node.optional("leadS").map(c -> c.between(0, LONGEST)).orElse(0.0);
        double lag = node.optional("lagS").map(c -> c.between(0, LONGEST)).orElse(0.0);
        if (lead > 0 && lag == 0) {
            node.nearest("lagS").report(AutomationError.PACK_NUMBER_RULE, lag, "> 0 (leadS = " + lead + ")");
        }
        return new ControllerDefinition.FeedForwardDefinition(
                signal,
                Plausible.number(node.at("gainPercentPerUnit")),
                node.optional("reference").map(Plausible::number).orElse(0.0),
                lead,
                lag);
    }

    /** The bias of a link; a bias without a range of its own cannot be changed by the operator. */
    static SchemeDefinition.Bias bias(JsonCursor node) {
        Optional<JsonCursor> normal = node.optional("bias");
        if (normal.isEmpty()) {
            return SchemeDefinition.Bias.NONE;
        }
        double low = Plausible.number(node.at("biasLow"));
        double high = Plausible.number(node.at("biasHigh"));
        if (high <= low) {
            node.nearest("biasHigh").report(AutomationError.PACK_NUMBER_RULE, high, "> biasLow = " + low);
        }
        return new SchemeDefinition.Bias(low, high, normal.get().between(low, Math.max(low, high)));
    }

    List<SelectorDefinition> selectors(JsonCursor root) {
        List<SelectorDefinition> selectors = new ArrayList<>();
        for (JsonCursor node : references.optionalDefinitions(root, "selectors", PartKind.SELECTOR)) {
            List<String> loops = references.useAll(node.at("loops"), Set.of(PartKind.CONTROLLER));
            for (JsonCursor loop : node.at("loops").items()) {
                String name = loop.text();

                if (selectors.stream().anyMatch(other -> other.loops().contains(name))) {
                    loop.report(AutomationError.PACK_DUPLICATE, name);
                }
            }
            if (loops.size() < 2) {
                node.nearest("loops").report(CommonError.JSON_TOO_FEW, loops.size(), 2);
            }
            selectors.add(new SelectorDefinition(
                    references.define(node, "tag", PartKind.SELECTOR),
                    node.at("text").localText(),
                    PackReferences.word(node, "select", "high", "low").equals("high"),
                    loops));
        }
        return selectors;
    }
}
