package org.openots.simulator.automation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.CommonError;
import org.openots.common.json.JsonCursor;
import org.openots.simulator.actuation.AirSupply;
import org.openots.simulator.actuation.ControlValve;
import org.openots.simulator.actuation.MotorValve;
import org.openots.simulator.actuation.ShutoffValve;
import org.openots.simulator.actuation.SolenoidValve;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.signal.PiecewiseLinear;

/** Reads the valves of control.json that are not turned by hand. */
final class ValveFile {
    private static final double PERCENT = 100;
    private static final double LONGEST = 600;
    private static final double SHORTEST = 0.1;
    /** Highest pressure of an instrument air header, MPa gauge. */
    private static final double HIGHEST_AIR = 2;
    /** Spring range of a diaphragm actuator if the pack gives none, MPa gauge: 0.8 to 2.4 bar is usual. */
    private static final double SPRING_LOW = 0.08;

    private static final double SPRING_HIGH = 0.24;
    /** Partial stroke test if the pack gives none, %: a tenth shows that the stem is free and hardly disturbs. */
    private static final double PARTIAL_STROKE = 10;

    private final PackReferences references;

    ValveFile(PackReferences references) {
        this.references = references;
    }

    AutomationDefinition.Valves read(JsonCursor root) {
        List<ControlValve.Definition> control = new ArrayList<>();
        for (JsonCursor node : references.definitions(root, "controlValves", PartKind.CONTROL_VALVE)) {
            control.add(controlValve(node));
        }
        List<SolenoidValve.Definition> solenoids = new ArrayList<>();
        for (JsonCursor node : references.definitions(root, "solenoidValves", PartKind.SOLENOID)) {
            solenoids.add(new SolenoidValve.Definition(
                    references.define(node, "tag", PartKind.SOLENOID),
                    node.at("text").localText(),
                    references.supply(node)));
        }
        List<ShutoffValve.Definition> shutoffs = new ArrayList<>();
        for (JsonCursor node : references.optionalDefinitions(root, "shutoffValves", PartKind.SHUTOFF_VALVE)) {
            shutoffs.add(shutoffValve(node));
        }
        List<MotorValve.Definition> motors = new ArrayList<>();
        for (JsonCursor node : references.optionalDefinitions(root, "motorValves", PartKind.MOTOR_VALVE)) {
            motors.add(new MotorValve.Definition(
                    references.define(node, "tag", PartKind.MOTOR_VALVE),
                    node.at("text").localText(),
                    references.supply(node),
                    node.at("strokeS").between(SHORTEST, LONGEST)));
        }
        return new AutomationDefinition.Valves(control, solenoids, shutoffs, motors);
    }

    private ControlValve.Definition controlValve(JsonCursor node) {
        return new ControlValve.Definition(
                references.define(node, "tag", PartKind.CONTROL_VALVE),
                node.at("text").localText(),
                references.output(node),
                references.supply(node),
                node.at("strokeS").between(SHORTEST, LONGEST),
                node.at("stictionPercent").between(0, PERCENT),
                node.at("fail").oneOf(ControlValve.Fail.class),
                new ControlValve.Options(
                        splitRange(node),
                        air(node),
                        node.optional("deadbandPercent")
                                .map(c -> c.between(0, PERCENT))
                                .orElse(0.0),
                        node.optional("handwheel").map(JsonCursor::bool).orElse(false)));
    }

    private ShutoffValve.Definition shutoffValve(JsonCursor node) {
        String fail = PackReferences.word(node, "fail", "close", "open");
        return new ShutoffValve.Definition(
                references.define(node, "tag", PartKind.SHUTOFF_VALVE),
                node.at("text").localText(),
                references.supply(node),
                air(node),
                node.at("strokeS").between(SHORTEST, LONGEST),
                fail.equals("open") ? ControlValve.Fail.OPEN : ControlValve.Fail.CLOSE,
                node.optional("partialStrokePercent")
                        .map(c -> c.between(1, PERCENT / 2))
                        .orElse(PARTIAL_STROKE));
    }

    private AirSupply.Need air(JsonCursor node) {
        Optional<String> supply = node.optional("air").map(JsonCursor::text);
        if (supply.isEmpty()) {
            return AirSupply.Need.NONE;
        }
        references.use(node, "air", supply.get(), PartKind.AIR);
        double low = node.optional("springLowMpa")
                .map(c -> c.between(0, HIGHEST_AIR))
                .orElse(SPRING_LOW);
        double high = node.optional("springHighMpa")
                .map(c -> c.between(0, HIGHEST_AIR))
                .orElse(SPRING_HIGH);
        if (high <= low) {
            node.nearest("springHighMpa").report(AutomationError.PACK_NUMBER_RULE, high, "> springLowMpa = " + low);
            high = low + 1;
        }
        return new AirSupply.Need(supply.get(), low, high);
    }

    private static @Nullable PiecewiseLinear splitRange(JsonCursor node) {
        if (!node.has("splitRange")) {
            return null;
        }
        List<JsonCursor> points = node.at("splitRange").items();
        double[] outputs = new double[points.size()];
        double[] positions = new double[points.size()];
        for (int i = 0; i < outputs.length; i++) {
            JsonCursor point = points.get(i);
            outputs[i] = point.at("outputPercent").between(0, PERCENT);
            positions[i] = point.at("positionPercent").between(0, PERCENT);
            if (i > 0 && outputs[i] <= outputs[i - 1]) {
                point.nearest("outputPercent")
                        .report(AutomationError.PACK_NUMBER_RULE, outputs[i], "> " + outputs[i - 1]);
            }
        }
        if (outputs.length < 2) {
            node.nearest("splitRange").report(CommonError.JSON_TOO_FEW, outputs.length, 2);
            return null;
        }
        return new PiecewiseLinear(outputs, positions);
    }
}
