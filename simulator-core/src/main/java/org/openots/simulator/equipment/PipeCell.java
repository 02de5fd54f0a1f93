package org.openots.simulator.equipment;

import org.hipparchus.util.FastMath;
import org.openots.common.unit.PhysicalConstants;
import org.openots.simulator.process.CaloricModel;
import org.openots.simulator.process.FlowSink;
import org.openots.simulator.process.Holdup;
import org.openots.simulator.process.Smooth;
import org.openots.simulator.process.StateBlock;
import org.openots.simulator.process.Surroundings;

/**
 * A mixed piece of a liquid line: moles of the components and energy of liquid and pipe. It passes on what it holds above
 * its working volume, so an empty line fills before anything comes out of its end.
 */
public final class PipeCell extends StateBlock {
    /** Molar density of a liquid by which traces are measured: 2e4 mol/m3. */
    private static final double MOLAR_DENSITY = 2e4;

    /** Share of a full cell at which half of it counts as filled: a film on the wall. */
    private static final double FILM = 1e-3;

    /** Working share of the volume; the rest is what stands above it at the design flow. */
    private static final double WORKING = 0.9;

    /** Width of the overflow's beginning, share of the volume. */
    private static final double EDGE = 0.02;

    /** Newton steps for the temperature; the enthalpies are so nearly straight that three reach rounding. */
    private static final int STEPS = 4;

    private static final double START = 340;
    private static final double SLOPE_STEP = 0.5;
    private static final double LOWEST = 200;
    private static final double HIGHEST = 700;

    private final Spec spec;
    private final CaloricModel caloric;
    private final Surroundings surroundings;
    private final int nc;
    private final double film;
    private final double[] moles;
    private double total;
    private double temperature;
    private double volume;

    /**
     * Data of a cell.
     *
     * @param id name
     * @param volume m3
     * @param residence time in which the design flow fills it, s
     * @param heatCapacity of the pipe, J/K
     * @param heatLoss to the surroundings, W/K
     */
    public record Spec(String id, double volume, double residence, double heatCapacity, double heatLoss) {}

    /** Creates a cell. */
    public PipeCell(Spec spec, CaloricModel caloric, Surroundings surroundings) {
        super(spec.id(), caloric.components() + 1);
        this.spec = spec;
        this.caloric = caloric;
        this.surroundings = surroundings;
        this.nc = caloric.components();
        this.film = FILM * MOLAR_DENSITY * spec.volume();
        this.moles = new double[nc];
    }

    @Override
    public void evaluate(double[] y) {
        total = 0;
        for (int i = 0; i < nc; i++) {
            moles[i] = y[offset() + i];
            total += moles[i];
        }
        double energy = y[energyOffset()] / Holdup.ENERGY_SCALE;
        double t = START;
        for (int step = 0; step < STEPS; step++) {
            double slope = (heat(t + SLOPE_STEP) - heat(t - SLOPE_STEP)) / (2 * SLOPE_STEP);
            t += (energy - heat(t)) / slope;
            t = FastMath.max(LOWEST, FastMath.min(HIGHEST, t));
        }
        temperature = t;
        volume = 0;
        for (int i = 0; i < nc; i++) {
            volume += moles[i] * caloric.liquidVolume(i, t);
        }
    }

    /** Energy of liquid and pipe at a temperature, J. */
    private double heat(double t) {
        double sum = spec.heatCapacity() * (t - PhysicalConstants.REFERENCE_TEMPERATURE);
        for (int i = 0; i < nc; i++) {
            sum += moles[i] * caloric.enthalpy(i, t);
        }
        return sum;
    }

    @Override
    public void ownRates(FlowSink sink) {
        sink.heatIn(energyOffset(), surroundings.heatInto(spec.heatLoss(), temperature));
    }

    /** First of the states is the moles of the first component; this is that of the energy. */
    int energyOffset() {
        return offset() + nc;
    }

    /** What the cell passes on, mol/s. */
    double outflow() {
        double above = Smooth.ramp(volume - WORKING * spec.volume(), EDGE * spec.volume());
        double flow = above / ((1 - WORKING) * spec.residence());
        return flow * total / FastMath.max(volume, 1e-12);
    }

    /** Mole fraction; they sum to one in a wet cell and to zero in a dry one. */
    double fraction(int component) {
        return moles[component] / FastMath.max(total + film, 0.2 * film);
    }

    /** Enthalpy of one mole of what flows, J. */
    double enthalpy() {
        double sum = 0;
        for (int i = 0; i < nc; i++) {
            sum += fraction(i) * caloric.enthalpy(i, temperature);
        }
        return sum;
    }

    /** kg/mol; that of the first component in a dry cell. */
    double molarMass() {
        double mass = 0;
        for (int i = 0; i < nc; i++) {
            mass += moles[i] * caloric.molarMass(i);
        }
        return total > film ? mass / total : caloric.molarMass(0);
    }

    /** Mass fraction; NaN in a dry cell. */
    double massFraction(int component) {
        return total > film ? moles[component] * caloric.molarMass(component) / (total * molarMass()) : Double.NaN;
    }

    int components() {
        return nc;
    }

    /** K. */
    double temperature() {
        return temperature;
    }

    /** Liquid in the cell, m3. */
    double volume() {
        return volume;
    }

    @Override
    public void errorScale(double[] y, double[] scale) {
        for (int i = 0; i < nc; i++) {
            scale[offset() + i] = RELATIVE_TOLERANCE * (FastMath.abs(y[offset() + i]) + 0.02 * total + 2 * film);
        }
        scale[energyOffset()] = RELATIVE_TOLERANCE
                * Holdup.ENERGY_SCALE
                * (3 * spec.heatCapacity() + 750 * FastMath.max(total, 0) + 750 * film);
    }

    @Override
    public boolean admissible(double[] y) {
        boolean ok = true;
        for (int i = 0; i < nc; i++) {
            ok &= y[offset() + i] > -0.2 * film;
        }
        return ok;
    }

    @Override
    public double perturbation(int state, double value) {
        return 1e-7 * (FastMath.abs(value) + (state < nc ? 0.1 * FastMath.max(total, 0) + film : 0.1));
    }

    @Override
    public void startCold(double[] y, Surroundings around) {
        for (int i = 0; i < nc; i++) {
            y[offset() + i] = 0;
        }
        y[energyOffset()] = spec.heatCapacity()
                * (around.temperature() - PhysicalConstants.REFERENCE_TEMPERATURE)
                * Holdup.ENERGY_SCALE;
    }

    @Override
    public void addInventory(double[] y, double[] sum) {
        for (int i = 0; i < nc; i++) {
            sum[i] += y[offset() + i];
        }
        sum[nc + 1] += y[energyOffset()] / Holdup.ENERGY_SCALE;
    }
}
