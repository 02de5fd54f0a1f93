package org.openots.simulator.solver;

import java.util.OptionalInt;
import org.hipparchus.util.FastMath;

/**
 * Finds a steady state by pseudo-transient continuation: linearly implicit Euler steps with a fresh Jacobian, whose
 * length grows as the rates fall (switched evolution relaxation, Mulder and van Leer, J. Comput. Phys. 59 (1985) 232),
 * so that the last steps are Newton's.
 */
public final class SteadyState {
    private static final double FIRST_STEP = 1;
    private static final double LONGEST_STEP = 1e15;
    private static final int MOST_STEPS = 500;

    private final OdeSystem system;
    private final BlockLu lu;
    private final double[] jacobian;
    private final double[] gradient;
    private final double[] rate;
    private final double[] ledger;
    private final double[] move;
    private final double[] scale;
    private final double[] next;

    /**
     * Prepares the search.
     *
     * @param system the equations
     */
    public SteadyState(OdeSystem system) {
        this.system = system;
        BlockStructure structure = system.structure();
        int n = structure.states();
        lu = new BlockLu(structure);
        jacobian = new double[structure.storage()];
        gradient = new double[n * system.ledgerSize()];
        rate = new double[n];
        ledger = new double[system.ledgerSize()];
        move = new double[n];
        scale = new double[n];
        next = new double[n];
    }

    /**
     * Moves a state to the steady state near it.
     *
     * @param y state; replaced
     * @param accuracy largest last Newton step, in units of the system's error scale
     * @return steps used, or nothing if it does not settle; y is then the last try
     */
    public OptionalInt find(double[] y, double accuracy) {
        double step = FIRST_STEP;
        double before = Double.POSITIVE_INFINITY;
        for (int turn = 1; turn <= MOST_STEPS; turn++) {
            system.stateChanged();
            system.evaluate(y, rate, ledger);
            system.errorScale(y, scale);
            double size = norm(rate);
            if (turn > 1) {
                step = FastMath.min(LONGEST_STEP, step * FastMath.min(10, FastMath.max(0.5, 2 * before / size)));
            }
            before = size;
            system.differentiate(y, jacobian, gradient);
            System.arraycopy(rate, 0, move, 0, rate.length);
            if (!lu.factor(1 / step, jacobian)) {
                return OptionalInt.empty();
            }
            lu.solve(move);
            for (int i = 0; i < y.length; i++) {
                next[i] = y[i] + move[i];
            }
            if (!system.admissible(next)) {
                step *= 0.05;
                before = Double.POSITIVE_INFINITY;
                continue;
            }
            System.arraycopy(next, 0, y, 0, y.length);
            if (step > 1e9 && norm(move) < accuracy) {
                system.stateChanged();
                return OptionalInt.of(turn);
            }
        }
        return OptionalInt.empty();
    }

    private double norm(double[] vector) {
        double worst = 0;
        for (int i = 0; i < vector.length; i++) {
            worst = FastMath.max(worst, FastMath.abs(vector[i]) / scale[i]);
        }
        return worst;
    }
}
