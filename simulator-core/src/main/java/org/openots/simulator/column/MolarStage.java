package org.openots.simulator.column;

import org.openots.simulator.process.FlowSink;
import org.openots.simulator.process.StateBlock;
import org.openots.simulator.process.Surroundings;

/**
 * An equilibrium stage with constant relative volatility and negligible vapour holdup: the closure of textbook columns.
 * States: liquid moles of each component.
 */
public final class MolarStage extends StateBlock {
    private final double[] volatility;
    private final double initialMoles;
    private final double tolerance;
    private final double[] x;
    private final double[] y;
    private final double[] liquidSlope;
    private final double[] vapourSlope;
    private double moles;
    private double volatilitySum;

    /**
     * Creates a stage.
     *
     * @param id name
     * @param volatility relative volatilities (nc), dimensionless
     * @param initialMoles holdup to begin with, mol, in equal parts
     * @param tolerance relative error per step
     */
    public MolarStage(String id, double[] volatility, double initialMoles, double tolerance) {
        super(id, volatility.length);
        this.volatility = volatility.clone();
        this.initialMoles = initialMoles;
        this.tolerance = tolerance;
        this.x = new double[volatility.length];
        this.y = new double[volatility.length];
        this.liquidSlope = new double[volatility.length];
        this.vapourSlope = new double[volatility.length];
    }

    @Override
    public void evaluate(double[] states) {
        int at = offset();
        moles = 0;
        for (int i = 0; i < x.length; i++) {
            moles += states[at + i];
        }
        volatilitySum = 0;
        for (int i = 0; i < x.length; i++) {
            x[i] = states[at + i] / moles;
            y[i] = volatility[i] * x[i];
            volatilitySum += y[i];
        }
        for (int i = 0; i < y.length; i++) {
            y[i] /= volatilitySum;
        }
    }

    /**
     * In a column of high purity the position of the profile hangs on traces at its ends. Differences of rounded numbers
     * would lose the traces, so the slope of a fraction near one is taken from the other fractions.
     */
    @Override
    public boolean slope(int state) {
        double others = 0;
        for (int i = 0; i < x.length; i++) {
            liquidSlope[i] = -x[i] / moles;
            others += i == state ? 0 : x[i];
        }
        liquidSlope[state] = others / moles;
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += volatility[i] * liquidSlope[i];
        }
        for (int i = 0; i < y.length; i++) {
            vapourSlope[i] = (volatility[i] * liquidSlope[i] - y[i] * sum) / volatilitySum;
        }
        return true;
    }

    @Override
    public void ownRates(FlowSink sink) {
        // adiabatic: nothing happens inside
    }

    @Override
    public void errorScale(double[] states, double[] scale) {
        for (int i = 0; i < x.length; i++) {
            scale[offset() + i] = tolerance * moles;
        }
    }

    @Override
    public boolean admissible(double[] states) {
        boolean positive = true;
        for (int i = 0; i < x.length; i++) {
            positive &= states[offset() + i] > 0;
        }
        return positive;
    }

    @Override
    public double perturbation(int state, double value) {
        throw new IllegalStateException(id() + " has derivatives");
    }

    @Override
    public void startCold(double[] states, Surroundings surroundings) {
        for (int i = 0; i < x.length; i++) {
            states[offset() + i] = initialMoles / x.length;
        }
    }

    @Override
    public void addInventory(double[] states, double[] sum) {
        for (int i = 0; i < x.length; i++) {
            sum[i] += states[offset() + i];
        }
    }

    /** Mole fraction of the liquid. */
    public double liquid(int component) {
        return x[component];
    }

    /** Mole fraction of the vapour in equilibrium. */
    public double vapour(int component) {
        return y[component];
    }

    /** Derivative of a liquid's mole fraction, 1/mol. */
    double liquidSlope(int component) {
        return liquidSlope[component];
    }

    /** Derivative of a vapour's mole fraction, 1/mol. */
    double vapourSlope(int component) {
        return vapourSlope[component];
    }

    /** Holdup, mol. */
    public double moles() {
        return moles;
    }

    /** Number of components. */
    int components() {
        return x.length;
    }
}
