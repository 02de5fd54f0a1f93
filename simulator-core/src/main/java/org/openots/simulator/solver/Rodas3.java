package org.openots.simulator.solver;

import org.hipparchus.util.FastMath;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;

/**
 * RODAS3, a stiffly accurate, L-stable, linearly implicit Runge-Kutta (Rosenbrock) method of order 3(2) with four
 * stages, three of them with a new right-hand side (Sandu, Verwer, Blom, Spee, Carmichael, Potra: Benchmarking stiff
 * ODE solvers for atmospheric chemistry problems II, Atmos. Environ. 31 (1997) 3459). There is no Newton loop that
 * could fail. The Jacobian is kept for many steps and renewed on rejection; accuracy is guarded by the embedded error
 * estimate. Where little happens one of the right-hand sides is replaced by its linear part. Allocates nothing while stepping, and is a pure function of its state, which can be saved.
 *
 * <p>An interval is covered in steps of the interval divided by a power of two, so that the sequence of steps does not
 * depend on rounding in a step-size formula.
 */
public final class Rodas3 {
    /** Smallest step as a fraction of the interval: 2^-20; a tenth of a second becomes 0.1 microseconds. */
    private static final int MAX_HALVINGS = 20;

    /** Error below which the next step may be twice as long: the method's error falls with h^3, and 0.5^3 * 0.6. */
    private static final double DOUBLING_ERROR = 0.11;

    /**
     * Error up to which a calm step is kept: a twentieth of what the tolerance allows, as it is of lower order. A minute
     * after the loss of cooling water, plants A and B are then within 0.01 K of a run with a tolerance 100 times tighter.
     */
    public static final double CALM_ERROR = 0.05;

    /** Error that may show a Jacobian to be worn, if it is older than {@value #WEAR_AGE} steps: it is renewed at once. */
    private static final double WEAR_ERROR = 0.03;

    private static final int WEAR_AGE = 10;

    /** Growth of the error since the Jacobian was new that shows the same: an error that was there at once is not its fault. */
    private static final double WEAR_GROWTH = 1.5;

    /**
     * Steps within which a Jacobian that fails has lived a short life: 4. A new one costs as much as five steps, so where the
     * state turns so fast, as on trays full of boiling liquid, shorter steps with a kept Jacobian are cheaper than a new
     * one for every second step; the step is halved with it and not doubled before one has lived longer.
     */
    private static final int SHORT_LIFE = 4;

    /** Share of it after a whole step at which a calm one is tried again, so that few are tried in vain: at 0.5, five times as many. */
    private static final double CALM_AGAIN = 0.25;

    private final OdeSystem system;
    private final BlockStructure structure;
    private final BlockLu lu;
    private final int maxJacobianAge;
    private final double calmError;
    private final double[] jacobian;
    private final LedgerGradient gradient;
    private final double[] boundaryGain;
    private final double[] jacobianState;
    private final double[] stageState;
    private final double[] stepStart;
    private final double[] scale;
    private final double[] start;
    private final double[][] k;
    private final double[][] kappa;
    private final double[] f0;
    private final double[] f;
    private final double[] g0;
    private final double[] g;
    private final double[] ledgerStart;
    private final double[] ledgerNext;
    private int halvings;
    private boolean calm;
    private boolean worn;
    private double newError;
    private int jacobianAge = -1;
    private double factoredStep;
    private long steps;
    private long rejections;
    private long jacobians;

    /**
     * Creates an integrator without calm steps.
     *
     * @param system the equations
     * @param maxJacobianAge accepted steps after which the Jacobian is renewed
     */
    public Rodas3(OdeSystem system, int maxJacobianAge) {
        this(system, maxJacobianAge, 0);
    }

    /**
     * Creates an integrator.
     *
     * @param system the equations
     * @param maxJacobianAge accepted steps after which the Jacobian is renewed
     * @param calmError error up to which a calm step is kept, {@link #CALM_ERROR} or 0 for none
     */
    public Rodas3(OdeSystem system, int maxJacobianAge, double calmError) {
        this.system = system;
        this.calmError = calmError;
        this.calm = calmError > 0;
        this.structure = system.structure();
        this.lu = new BlockLu(structure);
        this.maxJacobianAge = maxJacobianAge;
        int n = structure.states();
        int m = system.ledgerSize();
        jacobian = new double[structure.storage()];
        gradient = new LedgerGradient(structure, m);
        boundaryGain = new double[m];
        jacobianState = new double[n];
        stageState = new double[n];
        stepStart = new double[n];
        scale = new double[n];
        start = new double[n];
        k = new double[4][n];
        kappa = new double[4][m];
        f0 = new double[n];
        f = new double[n];
        g0 = new double[m];
        g = new double[m];
        ledgerStart = new double[m];
        ledgerNext = new double[m];
    }

    /**
     * Advances state and ledger over an interval.
     *
     * @param y state; replaced
     * @param ledger boundary sums; replaced
     * @param interval seconds
     * @return how it ended; if not advanced, y and ledger are as before
     */
    public StepStatus advance(double[] y, double[] ledger, double interval) {
        System.arraycopy(y, 0, start, 0, y.length);
        System.arraycopy(ledger, 0, ledgerStart, 0, ledger.length);
        long done = 0;
        long whole = 1L << MAX_HALVINGS;
        while (done < whole) {
            long part = whole >> halvings;
            double h = interval / (1L << halvings);
            system.evaluate(y, f0, g0);
            system.errorScale(y, scale);
            double error = attempt(y, ledger, h);
            if (error <= 1) {
                System.arraycopy(ledgerNext, 0, ledger, 0, ledger.length);
                done += part;
                steps++;
                jacobianAge++;
                wear(error);
                boolean lasting = jacobianAge >= FastMath.min(SHORT_LIFE + 1, maxJacobianAge);
                if (error < DOUBLING_ERROR && lasting && halvings > 0 && (done % (part << 1)) == 0) {
                    halvings--;
                }
            } else if (!retry()) {
                System.arraycopy(start, 0, y, 0, y.length);
                System.arraycopy(ledgerStart, 0, ledger, 0, ledger.length);
                system.stateChanged();
                halvings = 0;
                return StepStatus.STEP_TOO_SMALL;
            }
        }
        return StepStatus.ADVANCED;
    }

    private void wear(double error) {
        if (jacobianAge == 1) {
            newError = error;
        }
        worn = jacobianAge > WEAR_AGE && error > WEAR_ERROR && error > WEAR_GROWTH * newError;
    }

    /** After a rejection: an old Jacobian is renewed at the same step, else the step is halved too. */
    private boolean retry() {
        rejections++;
        boolean fresh = jacobianAge == 0;
        if (fresh || (jacobianAge <= SHORT_LIFE && halvings < MAX_HALVINGS)) {
            halvings++;
        }
        jacobianAge = -1;
        return halvings <= MAX_HALVINGS;
    }

    private double attempt(double[] y, double[] ledger, double h) {
        if (jacobianAge < 0 || worn || jacobianAge >= maxJacobianAge) {
            system.differentiate(y, jacobian, gradient.values());
            gradient.compact();
            system.jacobianComputed();
            System.arraycopy(y, 0, jacobianState, 0, y.length);
            jacobianAge = 0;
            worn = false;
            factoredStep = 0;
            jacobians++;
        }
        if (factoredStep != h) {
            factoredStep = h;
            if (!lu.factor(2 / h, jacobian)) {
                factoredStep = 0;
                return Double.POSITIVE_INFINITY;
            }
        }
        firstStages(y, h);
        if (calm) {
            double error = calmStages(y, ledger, h);
            calm = error <= calmError;
            if (calm) {
                return error;
            }
        }
        double error = lastStages(y, ledger, h);
        calm = error <= CALM_AGAIN * calmError;
        return error;
    }

    /** Stages one and two, which need no new right-hand side. */
    private void firstStages(double[] y, double h) {
        double ih = 1 / h;
        int n = y.length;
        System.arraycopy(y, 0, stepStart, 0, n);
        System.arraycopy(f0, 0, k[0], 0, n);
        lu.solve(k[0]);
        for (int i = 0; i < n; i++) {
            k[1][i] = f0[i] + 4 * ih * k[0][i];
        }
        lu.solve(k[1]);
        ledgerStage(0, g0, h, 0, 0, 0);
        ledgerStage(1, g0, h, 4 * ih, 0, 0);
    }

    /**
     * A step through a calm: the third stage takes its right-hand side from the Jacobian, f + 2 J k1 = (4/h) k1 - f, and
     * the solution of second order is kept, which like the other one damps stiff modes at once. The error estimate is the
     * method's own, with the true right-hand side at that solution, and so holds what the Jacobian did not know. Half the
     * cost, because the next step begins where this right-hand side was computed. Where a bound of the estimate tells the
     * same, the estimate is not computed.
     *
     * @return the error; if it is above the limit of a calm step, y is as before
     */
    private double calmStages(double[] y, double[] ledger, double h) {
        double ih = 1 / h;
        int n = y.length;
        for (int i = 0; i < n; i++) {
            k[2][i] = ih * (5 * k[0][i] - k[1][i]) - f0[i];
        }
        lu.solve(k[2]);
        for (int q = 0; q < ledger.length; q++) {
            g[q] = 4 * ih * kappa[0][q] - g0[q];
        }
        ledgerStage(2, g, h, ih, -ih, 0);
        for (int i = 0; i < n; i++) {
            y[i] = stepStart[i] + 2 * k[0][i] + k[2][i];
        }
        for (int q = 0; q < ledger.length; q++) {
            ledgerNext[q] = ledger[q] + 2 * kappa[0][q] + kappa[2][q];
        }
        system.stateChanged();
        double error = Double.POSITIVE_INFINITY;
        if (system.admissible(y)) {
            system.evaluate(y, f, g);
            error = defect(h);
            if (!(error <= calmError)) {
                fourthStage(h);
                error = error();
            }
        }
        if (!(error <= calmError)) {
            System.arraycopy(stepStart, 0, y, 0, n);
            system.stateChanged();
        }
        return error;
    }

    /** Stages three and four with their right-hand sides; if the error is above one, y is as before. */
    private double lastStages(double[] y, double[] ledger, double h) {
        double ih = 1 / h;
        int n = y.length;
        for (int i = 0; i < n; i++) {
            stageState[i] = y[i] + 2 * k[0][i];
        }
        system.stateChanged();
        system.evaluate(stageState, f, g);
        for (int i = 0; i < n; i++) {
            k[2][i] = f[i] + ih * (k[0][i] - k[1][i]);
        }
        lu.solve(k[2]);
        ledgerStage(2, g, h, ih, -ih, 0);
        for (int i = 0; i < n; i++) {
            stageState[i] = y[i] + 2 * k[0][i] + k[2][i];
        }
        system.stateChanged();
        system.evaluate(stageState, f, g);
        fourthStage(h);
        ledgerStage(3, g, h, ih, -ih, -(8.0 / 3.0) * ih);
        for (int i = 0; i < n; i++) {
            y[i] = stageState[i] + k[3][i];
        }
        for (int q = 0; q < ledger.length; q++) {
            ledgerNext[q] = ledger[q] + 2 * kappa[0][q] + kappa[2][q] + kappa[3][q];
        }
        double error = error();
        error = Double.isFinite(error) && system.admissible(y) ? error : Double.POSITIVE_INFINITY;
        if (!(error <= 1)) {
            System.arraycopy(stepStart, 0, y, 0, n);
        }
        system.stateChanged();
        return error;
    }

    /**
     * What {@link #error} cannot exceed as long as the solved system damps, (h/2) |f - f_linear| + |k3|/3, with f_linear the
     * Jacobian's right-hand side at the new state, (2 k3 - k1 + k2)/h: the fourth stage is the solution for f - f_linear
     * less 2/(3h) times that for k3. In a calm it is small enough itself, and the fourth solution is not needed.
     */
    private double defect(double h) {
        double ih = 1 / h;
        for (int i = 0; i < f.length; i++) {
            double linear = ih * (2 * k[2][i] - k[0][i] + k[1][i]);
            k[3][i] = 0.5 * h * FastMath.abs(f[i] - linear) + FastMath.abs(k[2][i]) / 3;
        }
        return error();
    }

    private void fourthStage(double h) {
        double ih = 1 / h;
        for (int i = 0; i < f.length; i++) {
            k[3][i] = f[i] + ih * (k[0][i] - k[1][i] - (8.0 / 3.0) * k[2][i]);
        }
        lu.solve(k[3]);
    }

    /** kappa_s = (h/2) (g + sum c kappa + dg/dy k_s): the ledger's part of the same linear system. */
    private void ledgerStage(int s, double[] rates, double h, double c0, double c1, double c2) {
        gradient.multiply(k[s], boundaryGain);
        for (int q = 0; q < rates.length; q++) {
            double sum = boundaryGain[q];
            double right = rates[q];
            right += s > 0 ? c0 * kappa[0][q] : 0;
            right += s > 1 ? c1 * kappa[1][q] : 0;
            right += s > 2 ? c2 * kappa[2][q] : 0;
            kappa[s][q] = 0.5 * h * (right + sum);
        }
    }

    /**
     * The largest block's error norm, not finite if a number in it is not. A norm over all states would let one block oscillate unnoticed among many quiet
     * ones.
     */
    private double error() {
        double worst = 0;
        for (int b = 0; b < structure.blocks(); b++) {
            double sum = 0;
            int end = structure.offset(b) + structure.size(b);
            for (int i = structure.offset(b); i < end; i++) {
                double e = k[3][i] / scale[i];
                sum += e * e;
            }
            double mean = sum / structure.size(b);
            worst = mean > worst || Double.isNaN(mean) ? mean : worst;
        }
        return FastMath.sqrt(worst);
    }

    /**
     * Writes what the next steps depend on besides y and ledger: the step size, and the state at which the Jacobian
     * in use was computed.
     *
     * @param out where to
     */
    public void save(StateWriter out) {
        out.section("rodas3");
        out.writeInt(halvings);
        out.writeInt(calm ? 1 : 0);
        out.writeInt(worn ? 1 : 0);
        out.writeDouble(newError);
        out.writeInt(jacobianAge);
        out.writeDouble(factoredStep);
        out.writeDoubles(jacobianState);
        out.writeLong(steps);
        out.writeLong(rejections);
        out.writeLong(jacobians);
    }

    /**
     * Restores what {@link #save} wrote and computes the same Jacobian and factors again. The system's inputs must be
     * those of the time at which that Jacobian was first computed.
     *
     * @param in where from
     */
    public void restore(StateReader in) {
        in.section("rodas3");
        halvings = in.readInt();
        calm = in.readInt() != 0;
        worn = in.readInt() != 0;
        newError = in.readDouble();
        jacobianAge = in.readInt();
        factoredStep = in.readDouble();
        in.readDoubles(jacobianState);
        steps = in.readLong();
        rejections = in.readLong();
        jacobians = in.readLong();
        if (jacobianAge >= 0) {
            system.differentiate(jacobianState, jacobian, gradient.values());
            gradient.compact();
            if (factoredStep != 0 && !lu.factor(2 / factoredStep, jacobian)) {
                factoredStep = 0;
            }
        }
    }

    /**
     * Accepted steps since creation.
     *
     * @return the count
     */
    public long steps() {
        return steps;
    }

    /**
     * Rejected attempts since creation.
     *
     * @return the count
     */
    public long rejections() {
        return rejections;
    }

    /**
     * Jacobian evaluations since creation.
     *
     * @return the count
     */
    public long jacobians() {
        return jacobians;
    }
}
