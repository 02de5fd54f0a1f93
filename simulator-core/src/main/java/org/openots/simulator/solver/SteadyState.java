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

    /**
     * Longest step of the second try, s, three years, and the rate at which it ends, error scales per second: for a profile
     * that nothing holds in place, because the traces that would hold it are below the rounding of the flows.
     */
    private static final double SHORTER_STEP = 1e8;

    private static final double LOOSE = 1;
    private static final int MOST_STEPS = 500;

    /** Length from which a step is Newton's, s: three hundred years. */
    private static final double NEWTON_STEP = 1e9;

    /** What is left of a step's length when it would lead to a state without sense. */
    private static final double BACK = 0.05;

    /**
     * Largest rate that may be rounding, in error scales per second: 1e-3 moves a Column A, whose error scale is 1e-10 of
     * the holdup, by 3e-8 in 5000 minutes.
     */
    private static final double ROUNDING = 1e-3;

    /** Turns in which the rates have not halved, after which rounding is all that moves. */
    private static final int PATIENCE = 20;

    private final OdeSystem system;
    private final BlockLu lu;
    private final double[] jacobian;
    private final double[] gradient;
    private final double[] rate;
    private final double[] ledger;
    private final double[] move;
    private final double[] scale;
    private final double[] first;
    private final double[] best;
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
        first = new double[n];
        best = new double[n];
        next = new double[n];
    }

    /**
     * Moves a state to the steady state near it. What hangs on traces, such as the place of the profile in a column of very
     * high purity, is known to the rounding of the flows only; when the moves follow that rounding and no longer fall, the
     * state is as steady as can be.
     *
     * @param y state, positive; replaced
     * @param accuracy largest last Newton step, as a share of each state
     * @return steps used, or nothing if it does not settle; y is then the last try
     */
    public OptionalInt find(double[] y, double accuracy) {
        System.arraycopy(y, 0, first, 0, y.length);
        OptionalInt found = attempt(y, accuracy, LONGEST_STEP, ROUNDING);
        if (found.isEmpty()) {
            System.arraycopy(first, 0, y, 0, y.length);
            found = attempt(y, accuracy, SHORTER_STEP, LOOSE);
        }
        return found;
    }

    private OptionalInt attempt(double[] y, double accuracy, double longest, double rounding) {
        double step = FIRST_STEP;
        double before = Double.POSITIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        int waiting = 0;
        for (int turn = 1; turn <= MOST_STEPS; turn++) {
            double size = rates(y);
            if (turn > 1) {
                step = FastMath.min(longest, step * FastMath.min(10, FastMath.max(0.5, 2 * before / size)));
            }
            before = size;
            waiting = size < 0.5 * least ? 0 : waiting + 1;
            if (size < least) {
                least = size;
                System.arraycopy(y, 0, best, 0, y.length);
            }
            if (size < rounding && waiting >= PATIENCE) {
                System.arraycopy(best, 0, y, 0, y.length);
                system.stateChanged();
                return OptionalInt.of(turn);
            }
            system.differentiate(y, jacobian, gradient);
            System.arraycopy(rate, 0, move, 0, rate.length);
            if (!lu.factor(1 / step, jacobian)) {
                return OptionalInt.empty();
            }
            lu.solve(move);
            double share = advance(y);
            if (Double.isNaN(share)) {
                step *= BACK;
                before = Double.POSITIVE_INFINITY;
            } else if (step > NEWTON_STEP && share < accuracy) {
                system.stateChanged();
                return OptionalInt.of(turn);
            }
        }
        return OptionalInt.empty();
    }

    /** Rates at a state; their size in error scales. */
    private double rates(double[] y) {
        system.stateChanged();
        system.evaluate(y, rate, ledger);
        system.errorScale(y, scale);
        return norm(rate);
    }

    /** Adds the move and tells its largest share of a state; NaN, and nothing is added, if the state would make no sense. */
    private double advance(double[] y) {
        double share = 0;
        for (int i = 0; i < y.length; i++) {
            next[i] = y[i] + move[i];
            share = FastMath.max(share, FastMath.abs(move[i]) / y[i]);
        }
        if (!system.admissible(next)) {
            return Double.NaN;
        }
        System.arraycopy(next, 0, y, 0, y.length);
        return share;
    }

    private double norm(double[] vector) {
        double worst = 0;
        for (int i = 0; i < vector.length; i++) {
            worst = FastMath.max(worst, FastMath.abs(vector[i]) / scale[i]);
        }
        return worst;
    }
}
