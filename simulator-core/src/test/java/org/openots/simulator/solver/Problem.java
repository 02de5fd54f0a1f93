package org.openots.simulator.solver;

import java.util.Arrays;
import java.util.Collections;

/**
 * A test problem with scalar blocks that are all coupled. Its Jacobian is computed by central differences; its ledger
 * has as many quantities as the problem says.
 */
abstract class Problem implements OdeSystem {
    private final BlockStructure structure;
    private final int ledgerSize;
    private final double relative;
    private final double absolute;
    private int evaluations;

    Problem(int states, int ledgerSize, double relative, double absolute) {
        int[] ones = new int[states];
        int[] all = new int[states];
        Arrays.fill(ones, 1);
        Arrays.setAll(all, i -> i);
        this.structure = new BlockStructure(ones, Collections.nCopies(states, all));
        this.ledgerSize = ledgerSize;
        this.relative = relative;
        this.absolute = absolute;
    }

    abstract void rates(double[] y, double[] derivative, double[] ledger);

    int evaluations() {
        return evaluations;
    }

    @Override
    public BlockStructure structure() {
        return structure;
    }

    @Override
    public int ledgerSize() {
        return ledgerSize;
    }

    @Override
    public void evaluate(double[] y, double[] derivative, double[] ledger) {
        evaluations++;
        rates(y, derivative, ledger);
    }

    @Override
    public void differentiate(double[] y, double[] jacobian, double[] gradient) {
        int n = y.length;
        double[] up = new double[n];
        double[] down = new double[n];
        double[] ledgerUp = new double[ledgerSize];
        double[] ledgerDown = new double[ledgerSize];
        for (int j = 0; j < n; j++) {
            double step = 1e-6 * (Math.abs(y[j]) + 1e-5);
            double[] shifted = y.clone();
            shifted[j] = y[j] + step;
            rates(shifted, up, ledgerUp);
            shifted[j] = y[j] - step;
            rates(shifted, down, ledgerDown);
            for (int i = 0; i < n; i++) {
                jacobian[structure.position(i, j)] = (up[i] - down[i]) / (2 * step);
            }
            for (int q = 0; q < ledgerSize; q++) {
                gradient[q * n + j] = (ledgerUp[q] - ledgerDown[q]) / (2 * step);
            }
        }
    }

    @Override
    public void errorScale(double[] y, double[] scale) {
        for (int i = 0; i < y.length; i++) {
            scale[i] = relative * Math.abs(y[i]) + absolute;
        }
    }

    @Override
    public boolean admissible(double[] y) {
        return true;
    }

    @Override
    public void jacobianComputed() {}

    /** Kaps' problem: stiff and nonlinear, with the solution y1 = exp(-2t), y2 = exp(-t) for every epsilon. */
    static Problem kaps(double epsilon, double relative) {
        return new Problem(2, 0, relative, relative) {
            @Override
            void rates(double[] y, double[] d, double[] ledger) {
                d[0] = -(1 / epsilon + 2) * y[0] + y[1] * y[1] / epsilon;
                d[1] = y[0] - y[1] - y[1] * y[1];
            }
        };
    }

    /** Gear's linear problem with eigenvalues -1 and -1000. */
    static Problem linear(double relative) {
        return new Problem(2, 0, relative, relative) {
            @Override
            void rates(double[] y, double[] d, double[] ledger) {
                d[0] = 998 * y[0] + 1998 * y[1];
                d[1] = -999 * y[0] - 1999 * y[1];
            }
        };
    }

    /** Van der Pol's oscillator as in Hairer and Wanner, Solving ODEs II, eq. IV.10.1, epsilon 1e-6. */
    static Problem vanDerPol(double relative) {
        return new Problem(2, 0, relative, relative) {
            @Override
            void rates(double[] y, double[] d, double[] ledger) {
                d[0] = y[1];
                d[1] = ((1 - y[0] * y[0]) * y[1] - y[0]) / 1e-6;
            }
        };
    }

    /** Robertson's kinetics as in Hairer and Wanner, eq. IV.10.2; what has reacted away is booked in the ledger. */
    static Problem robertson(double relative) {
        return new Problem(3, 1, relative, 1e-4 * relative) {
            @Override
            void rates(double[] y, double[] d, double[] ledger) {
                double first = 0.04 * y[0];
                double back = 1e4 * y[1] * y[2];
                double second = 3e7 * y[1] * y[1];
                d[0] = -first + back;
                d[1] = first - back - second;
                d[2] = second;
                ledger[0] = second;
            }
        };
    }
}
