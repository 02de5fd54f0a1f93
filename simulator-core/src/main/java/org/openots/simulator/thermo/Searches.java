package org.openots.simulator.thermo;

import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.util.FastMath;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;

/** One-dimensional searches of equilibrium calculations. */
final class Searches {
    /** Accuracy of temperatures: 1e-9 K, far below any measurement, so that fractions are good to 1e-11. */
    static final double TEMPERATURE_ACCURACY = 1e-9;

    /** Accuracy of fractions: 1e-12. */
    static final double FRACTION_ACCURACY = 1e-12;

    /** Accuracy of the logarithm of a pressure ratio: 1e-13, a few roundings of its sum. */
    static final double LOG_ACCURACY = 1e-13;

    /** Logarithms of equilibrium ratios below which two phases may be the same one: 1e-7. */
    static final double SAME = 1e-7;

    /** Order of the inverse polynomial in the Brent method, the library's own choice. */
    private static final int ORDER = 5;

    /** Evaluations allowed to a one-dimensional search; bisection alone needs 40. */
    private static final int EVALUATIONS = 200;

    private Searches() {}

    /** Whether no component prefers a phase. */
    static boolean alike(double[] logLiquid, double[] logVapour) {
        for (int i = 0; i < logLiquid.length; i++) {
            if (!(FastMath.abs(logLiquid[i] - logVapour[i]) < SAME)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Root of a function by a bracketing Brent method.
     *
     * @param f has values of different signs at the ends
     * @param accuracy of the argument
     * @param what is sought, for the message
     * @throws OtsException if the search fails
     */
    static double root(UnivariateFunction f, double from, double to, double accuracy, LocalText what) {
        try {
            return new BracketingNthOrderBrentSolver(LOG_ACCURACY, accuracy, LOG_ACCURACY, ORDER)
                    .solve(EVALUATIONS, f, from, to);
        } catch (MathIllegalStateException | MathIllegalArgumentException e) {
            throw (OtsException) new OtsException(PropertyError.NOT_CONVERGED, what, from, to).initCause(e);
        }
    }
}
