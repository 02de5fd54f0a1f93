package org.openots.dcs.twin;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hipparchus.util.FastMath;
import org.openots.common.error.OtsException;
import org.openots.common.signal.SignalTable;
import org.openots.common.unit.Units;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.operation.Command;
import org.openots.simulator.operation.VerbRule;
import org.openots.simulator.plant.InitialCondition;

/**
 * The model of a twin: an engine that is held at the inputs of the rig through its own controllers and runs as fast as it
 * can. For one thread.
 */
public final class TwinModel {
    private final TwinPack twin;
    private final TwinDefinition definition;
    private final PlantEngine engine;
    private final VerbRule[] rules;
    private final int[] processInputs;
    private final Units.Unit[] units;
    private final int[] parameterInputs;
    private final int[] outputSignals;
    private final int[] softVariables;
    private final Units.Unit[] softUnits;
    private final double[] parameters;
    private final double[] smooth;
    private final int[] corrected;
    private final int[] correctingSignals;
    private double driven;
    private long sequence;
    private double filled;

    /**
     * Starts a model with the parameters that are expected before anything is known.
     *
     * @param twin the pack of the twin
     */
    public TwinModel(TwinPack twin) {
        this.twin = twin;
        this.definition = twin.definition();
        InitialCondition start = twin.pack().initialCondition(definition.initialCondition());
        this.engine = new PlantEngine(twin.pack(), start, 0, definition.tickSeconds());
        int inputs = definition.inputs().size();
        this.rules = new VerbRule[inputs];
        this.processInputs = new int[inputs];
        this.units = new Units.Unit[inputs];
        for (int i = 0; i < inputs; i++) {
            TwinDefinition.Input input = definition.inputs().get(i);
            Map<String, VerbRule> verbs = engine.operations().getOrDefault(input.target(), Map.of());
            rules[i] = verbs.getOrDefault(input.verb(), VerbRule.PLAIN);
            processInputs[i] =
                    input.parameter().isEmpty() ? -1 : engine.process().actuator(input.parameter());
            units[i] = Units.of(input.unit().isEmpty() ? "1" : input.unit());
        }
        this.parameterInputs = definition.parameters().stream()
                .mapToInt(parameter -> engine.process().actuator(parameter.input()))
                .toArray();
        this.outputSignals = definition.outputs().stream()
                .mapToInt(output -> engine.signals().find(output.tag()))
                .toArray();
        this.softVariables = definition.softSensors().stream()
                .mapToInt(sensor -> engine.process().variable(sensor.variable()))
                .toArray();
        this.softUnits = definition.softSensors().stream()
                .map(sensor -> Units.of(sensor.unit()))
                .toArray(Units.Unit[]::new);
        this.parameters = definition.startValues();
        this.corrected = definition.inputs().stream()
                .mapToInt(input -> position(input.corrects()))
                .toArray();
        this.correctingSignals = definition.inputs().stream()
                .mapToInt(input -> engine.signals().find(input.tag()))
                .toArray();
        this.smooth = new double[inputs];
        Arrays.fill(smooth, Double.NaN);
        definition.setUp().forEach(order -> order(order.target(), order.verb(), order.value()));
        parameters(parameters);
        refill();
        advance(definition.tickSeconds());
    }

    private int position(String tag) {
        List<TwinDefinition.Input> inputs = definition.inputs();
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i).tag().equals(tag)) {
                return i;
            }
        }
        return -1;
    }

    private void order(String target, String verb, double value) {
        engine.submit(new Command(engine.tick() + 1, sequence++, target, verb, value, ""), true);
    }

    /**
     * Sets the parameters, from the next tick on.
     *
     * @param values one a parameter, in the order of the definition; values beyond the bounds become the nearest bound
     */
    public void parameters(double[] values) {
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = definition.parameters().get(i).bounded(values[i]);
            engine.process().drive(parameterInputs[i], twin.input(i, parameters[i]));
        }
    }

    /**
     * The parameters.
     *
     * @return a copy, in the order of the definition
     */
    public double[] parameters() {
        return parameters.clone();
    }

    /**
     * Holds the model at readings of the rig, from the next tick on.
     *
     * @param inputs one an input, in the order of the definition and in its unit; NaN leaves an input as it is
     */
    public void drive(double[] inputs) {
        double step = engine.time() - driven;
        driven = engine.time();
        for (int i = 0; i < inputs.length; i++) {
            if (Double.isNaN(inputs[i])) {
                continue;
            }
            TwinDefinition.Input input = definition.inputs().get(i);
            double lag = input.smoothingSeconds();
            if (Double.isNaN(smooth[i]) || lag == 0) {
                smooth[i] = inputs[i];
            } else {
                smooth[i] += -FastMath.expm1(-step / lag) * (inputs[i] - smooth[i]);
            }
            if (processInputs[i] >= 0) {
                engine.process().drive(processInputs[i], Math.max(0, units[i].toSi(smooth[i])));
            } else if (corrected[i] < 0) {
                order(i, smooth[i]);
            }
        }
    }

    private void order(int input, double value) {
        double bounded = Math.max(rules[input].low(), Math.min(rules[input].high(), value));
        order(
                definition.inputs().get(input).target(),
                definition.inputs().get(input).verb(),
                bounded);
    }

    /** Corrects readings that drive the model by what it has drifted away from the rig. */
    private void correct() {
        for (int i = 0; i < corrected.length; i++) {
            int other = corrected[i];
            if (other >= 0 && !Double.isNaN(smooth[i]) && !Double.isNaN(smooth[other])) {
                double drift = engine.view().value(correctingSignals[i]) - smooth[i];
                order(other, smooth[other] + definition.inputs().get(i).gain() * drift);
            }
        }
    }

    /**
     * Lets the model run.
     *
     * @param seconds model time, s; rounded to ticks
     * @throws OtsException if it cannot go on
     */
    public void advance(double seconds) {
        long last = engine.tick() + Math.max(1, Math.round(seconds / definition.tickSeconds()));
        while (engine.tick() < last) {
            if (engine.time() - filled >= definition.stores().periodSeconds()) {
                refill();
            }
            correct();
            engine.step();
            engine.drainEvents();
            if (engine.held()) {
                throw new OtsException(TwinError.MODEL_HELD, engine.time());
            }
        }
    }

    private void refill() {
        definition.stores().holdups().forEach(engine::recharge);
        filled = engine.time();
    }

    /**
     * Readings of the model.
     *
     * @return one an output, in the order of the definition; NaN where the model has none
     */
    public double[] outputs() {
        double[] values = new double[outputSignals.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = outputSignals[i] == SignalTable.NONE
                    ? Double.NaN
                    : engine.view().value(outputSignals[i]);
        }
        return values;
    }

    /**
     * What the model knows and nobody measures.
     *
     * @return one a soft sensor, in its unit
     */
    public double[] softSensors() {
        double[] values = new double[softVariables.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = softUnits[i].fromSi(engine.process().read(softVariables[i]));
        }
        return values;
    }

    /**
     * Heat that goes to the surroundings as a share of what the heaters give.
     *
     * @return the share; NaN while nothing is heated
     */
    public double heatLossShare() {
        return HeatBalance.share(engine, twin, HeatBalance.exposure(definition, parameters));
    }

    /**
     * Everything its future depends on.
     *
     * @return the state
     */
    public byte[] save() {
        return engine.saveState();
    }

    /**
     * Puts it back into a state; its parameters stay those of now, and smoothing begins anew.
     *
     * @param state from {@link #save} of a model of the same twin
     */
    public void restore(byte[] state) {
        double[] now = parameters.clone();
        engine.restoreState(state);
        filled = engine.time();
        driven = engine.time();
        Arrays.fill(smooth, Double.NaN);
        parameters(now);
    }

    /**
     * Model time.
     *
     * @return s since the initial condition
     */
    public double time() {
        return engine.time();
    }
}
