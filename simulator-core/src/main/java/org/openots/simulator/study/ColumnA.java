package org.openots.simulator.study;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.simulator.flowsheet.FlowsheetBuilder;
import org.openots.simulator.process.ProcessModel;
import org.openots.simulator.solver.StepStatus;
import org.openots.simulator.thermo.PropertyDatabase;

/**
 * Skogestad's Column A with open parameters: the flowsheet of the shipped pack, with figures replaced. A case starts
 * from the steady state of its inputs; steps act from time zero on.
 */
public final class ColumnA {
    private static final String FLOWSHEET = "/org/openots/plants/column-a/flowsheet.json";

    /** Minutes and kilomoles outside, seconds and moles inside. */
    private static final double MINUTE = 60;

    private static final double KILO = 1e3;

    /**
     * Last Newton step, in units of an error of 1e-10 of the holdup. Newton's steps fall quadratically, so what is left
     * after it is rounding; a smaller number is not reached when products are a hundredth of the flows inside, because
     * the rounding of these moves the column by more (0.04 at a feed of 0.1 kmol/min).
     */
    private static final double STEADY_ACCURACY = 1;

    /** Holdup at which a product under proportional control runs dry, mol: 0.5 kmol less 0.5 kmol/min over 10 1/min. */
    private static final double NO_PRODUCT = 450;

    /** Longest stretch that the integrator covers at once, min; it halves it as accuracy asks. */
    private static final double STRETCH = 1;

    private final ProcessModel model;

    /**
     * Figures of a case, in minutes and kilomoles.
     *
     * @param stages with reboiler and condenser
     * @param feedStage counted from the reboiler
     * @param alpha relative volatility
     * @param tau time constant of the liquid, min
     * @param lambda effect of vapour on liquid flow
     * @param inputs feed, zf, qf, reflux, boilup
     */
    public record Case(int stages, int feedStage, double alpha, double tau, double lambda, Inputs inputs) {}

    /**
     * Inputs of the column.
     *
     * @param feed kmol/min
     * @param zf mole fraction of the light component in the feed
     * @param qf liquid share of the feed
     * @param reflux kmol/min
     * @param boilup kmol/min
     */
    public record Inputs(double feed, double zf, double qf, double reflux, double boilup) {
        /**
         * By name.
         *
         * @param name feed, zf, qf, reflux or boilup
         * @return its value
         */
        public double get(String name) {
            return switch (name) {
                case "feed" -> feed;
                case "zf" -> zf;
                case "qf" -> qf;
                case "reflux" -> reflux;
                case "boilup" -> boilup;
                default -> throw new IllegalArgumentException(name);
            };
        }
    }

    /** Names that a step may have. */
    public static final List<String> STEPPED = List.of("feed", "zf", "qf", "reflux", "boilup");

    /**
     * The column at one time.
     *
     * @param time min
     * @param bottoms mole fraction of the light component in the bottoms
     * @param distillate mole fraction of the light component in the distillate
     * @param reboilerHoldup kmol
     * @param condenserHoldup kmol
     */
    public record Point(
            double time, double bottoms, double distillate, double reboilerHoldup, double condenserHoldup) {}

    /**
     * Builds a case and finds its steady state.
     *
     * @param figures of the case
     * @throws OtsException if a figure is out of range or there is no steady state
     */
    public ColumnA(Case figures) {
        ObjectNode file = (ObjectNode) StrictJson.resource(ColumnA.class, FLOWSHEET, Findings.throwing())
                .raw()
                .deepCopy();
        ArrayNode volatility = ((ObjectNode) file.get("properties")).putArray("relativeVolatility");
        volatility.add(figures.alpha()).add(1);
        ObjectNode column = (ObjectNode) file.get("molarColumn");
        column.put("stages", figures.stages())
                .put("feedStage", figures.feedStage())
                .put("liquidTime", figures.tau() + " min")
                .put("vapourEffect", figures.lambda());
        Inputs inputs = figures.inputs();
        ObjectNode operation = (ObjectNode) column.get("operation");
        operation
                .put("feed", inputs.feed() + " kmol/min")
                .put("quality", inputs.qf())
                .put("reflux", inputs.reflux() + " kmol/min")
                .put("boilup", inputs.boilup() + " kmol/min");
        operation.putArray("composition").add(inputs.zf()).add(1 - inputs.zf());
        byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);
        model = FlowsheetBuilder.build(
                StrictJson.parse("column-a/flowsheet.json", bytes, Findings.throwing()), new PropertyDatabase());
        if (!model.settleSteady(STEADY_ACCURACY)
                || read("distillate.M") <= NO_PRODUCT
                || read("bottoms.M") <= NO_PRODUCT) {
            throw new OtsException(StudyError.NO_STEADY_STATE, inputs);
        }
    }

    /**
     * Sets an input from now on.
     *
     * @param name one of {@link #STEPPED}
     * @param value kmol/min or a fraction
     */
    public void set(String name, double value) {
        switch (name) {
            case "feed", "reflux", "boilup" -> model.drive(model.actuator(name), value * KILO / MINUTE);
            case "qf" -> model.drive(model.actuator("qf"), value);
            case "zf" -> {
                model.drive(model.actuator("zf-1"), value);
                model.drive(model.actuator("zf-2"), 1 - value);
            }
            default -> throw new IllegalArgumentException(name);
        }
    }

    /**
     * Integrates on.
     *
     * @param minutes how far
     * @throws OtsException if the column runs empty or full, so that the equations lose their sense
     */
    public void advance(double minutes) {
        double left = minutes;
        while (left > 0) {
            double part = Math.min(left, STRETCH);
            if (model.step(part * MINUTE) != StepStatus.ADVANCED) {
                throw new OtsException(StudyError.HELD, minutes - left);
            }
            left -= part;
        }
    }

    /**
     * The column as it is now.
     *
     * @param time what to call the time, min
     * @return compositions and holdups
     */
    public Point point(double time) {
        return new Point(
                time, read("bottoms.x"), read("distillate.x"), read("bottoms.M") / KILO, read("distillate.M") / KILO);
    }

    private double read(String variable) {
        return model.read(model.variable(variable));
    }
}
