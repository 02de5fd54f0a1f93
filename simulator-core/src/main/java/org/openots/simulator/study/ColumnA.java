package org.openots.simulator.study;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.common.text.LocalText;
import org.openots.simulator.flowsheet.FlowsheetBuilder;
import org.openots.simulator.process.ProcessModel;
import org.openots.simulator.solver.StepStatus;
import org.openots.simulator.thermo.PropertyDatabase;

/**
 * Skogestad's Column A with open parameters: the flowsheet of the shipped pack, with figures replaced. A case starts
 * from the steady state of its inputs; steps act from time zero on. As in Skogestad's own model, L0, V0, F0 and q0 of the
 * tray hydraulics are constants of the column (2.70629, 3.20629, 1 and 1) and do not follow the inputs.
 */
public final class ColumnA {
    private static final String FLOWSHEET = "/org/openots/plants/column-a/flowsheet.json";

    /** Minutes and kilomoles outside, seconds and moles inside. */
    private static final double MINUTE = 60;

    private static final double KILO = 1e3;

    /** Last Newton step as a share of each stage's moles: Newton's steps fall quadratically, what is left is rounding. */
    private static final double STEADY_ACCURACY = 1e-11;

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
     * @throws OtsException if a figure is out of range, or there is no steady state, with the reason
     */
    public ColumnA(Case figures) {
        products(figures.inputs());
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
        trays(figures, column.get("nominal").get("reflux").asText());
        if (!model.settleSteady(STEADY_ACCURACY)) {
            throw new OtsException(StudyError.NOT_SETTLED, plain(inputs.reflux()), plain(inputs.boilup()));
        }
    }

    private static void products(Inputs in) {
        double distillate = in.boilup() + (1 - in.qf()) * in.feed() - in.reflux();
        double bottoms = in.reflux() + in.qf() * in.feed() - in.boilup();
        positive(new LocalText("馏出物", "distillate"), distillate, "boilup + (1 - qf) feed - reflux");
        positive(new LocalText("塔釜液", "bottoms"), bottoms, "reflux + qf feed - boilup");
    }

    private static void positive(LocalText product, double flow, String sum) {
        if (!(flow > 0)) {
            throw new OtsException(StudyError.NO_PRODUCT, product, plain(flow), sum);
        }
    }

    /** The model begins with the holdups of rest; a tray that would hold nothing makes a steady state impossible. */
    private void trays(Case figures, String nominalReflux) {
        double[] moles = model.stateVector();
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < moles.length; i += 2) {
            least = Math.min(least, moles[i] + moles[i + 1]);
        }
        if (!(least > 0)) {
            throw new OtsException(
                    StudyError.EMPTY_TRAY,
                    plain(least / KILO),
                    plain(figures.tau()),
                    plain(figures.inputs().reflux()),
                    nominalReflux);
        }
    }

    private static String plain(double value) {
        return new BigDecimal(value)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
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
