package org.openots.dcs.twin;

import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.linear.SingularValueDecomposition;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.MultivariateJacobianFunction;
import org.hipparchus.optim.nonlinear.vector.leastsquares.ParameterValidator;
import org.hipparchus.util.FastMath;
import org.hipparchus.util.Pair;

/**
 * A search by Levenberg and Marquardt for functions that cost much. What was known before counts as further measurements: each
 * unknown is 0 with a standard deviation of 1. Derivatives are differences, all columns at the same time on as many
 * processors as there are, and are corrected by Broyden's rule after each step. For one thread.
 */
final class FitSearch implements MultivariateJacobianFunction {
    /** Difference of an unknown for a derivative, share of what it was uncertain by. */
    private static final double DIFFERENCE = 0.1;
    /**
     * A search ends when its next step would be less than this share of what each unknown stays uncertain by: what is left out
     * makes that half a percent more.
     */
    private static final double NEAR = 0.1;

    private static final double COST_TOLERANCE = 1e-4;
    private static final double PARAMETER_TOLERANCE = 5e-4;
    private static final int MOST_RUNS = 40;

    private final UnaryOperator<RealVector> data;
    private final ParameterValidator valid;
    private RealVector lastPoint;
    private RealVector lastValue;
    private RealMatrix jacobian;
    private final double[] uncertain;
    private int runs;

    /**
     * Where a search ended.
     *
     * @param point the unknowns
     * @param value differences there: of the data, then of what was known before
     */
    record Found(RealVector point, RealVector value) {}

    /**
     * A search that takes its derivatives at its start.
     *
     * @param data weighted differences by the unknowns
     * @param apart the same, for several threads at once
     * @param valid keeps unknowns within their bounds
     * @param start where it begins
     */
    FitSearch(
            UnaryOperator<RealVector> data,
            UnaryOperator<RealVector> apart,
            ParameterValidator valid,
            RealVector start) {
        this.data = data;
        this.valid = valid;
        this.lastPoint = start.copy();
        this.lastValue = at(start);
        this.jacobian = differentiate(apart);
        this.uncertain = uncertain(jacobian);
    }

    /**
     * A search with derivatives that were found elsewhere.
     *
     * @param data weighted differences by the unknowns
     * @param valid keeps unknowns within their bounds
     * @param start where it begins
     * @param derivatives there
     * @param uncertain what the unknowns will stay uncertain by
     */
    FitSearch(
            UnaryOperator<RealVector> data,
            ParameterValidator valid,
            RealVector start,
            RealMatrix derivatives,
            double[] uncertain) {
        this.data = data;
        this.valid = valid;
        this.lastPoint = start.copy();
        this.lastValue = at(start);
        this.jacobian = derivatives;
        this.uncertain = uncertain.clone();
    }

    /** What the unknowns stay uncertain by, by the derivatives at the start. */
    double[] uncertain() {
        return uncertain.clone();
    }

    private static double[] uncertain(RealMatrix jacobian) {
        RealMatrix covariance = new SingularValueDecomposition(jacobian.transposeMultiply(jacobian))
                .getSolver()
                .getInverse();
        return IntStream.range(0, covariance.getRowDimension())
                .mapToDouble(i -> FastMath.sqrt(covariance.getEntry(i, i)))
                .toArray();
    }

    /** The derivatives as they are now: after the last correction. */
    RealMatrix derivatives() {
        return jacobian.copy();
    }

    /** How often the function was asked. */
    int runs() {
        return runs;
    }

    /** Searches; ends at once when the first step would be too short to matter. */
    Found search() {
        if (near(lastPoint, lastValue, jacobian)) {
            return new Found(lastPoint, lastValue);
        }
        LeastSquaresOptimizer.Optimum best = new LevenbergMarquardtOptimizer()
                .withCostRelativeTolerance(COST_TOLERANCE)
                .withParameterRelativeTolerance(PARAMETER_TOLERANCE)
                .optimize(new LeastSquaresBuilder()
                        .model(this)
                        .parameterValidator(valid)
                        .target(new double[lastValue.getDimension()])
                        .start(lastPoint)
                        .checker((iteration, before, now) ->
                                near(now.getPoint(), now.getResiduals().mapMultiply(-1), now.getJacobian()))
                        .lazyEvaluation(false)
                        .maxEvaluations(MOST_RUNS)
                        .maxIterations(MOST_RUNS)
                        .build());
        // the library's residuals are target less value
        return new Found(best.getPoint(), best.getResiduals().mapMultiply(-1));
    }

    /** Whether the step of Gauss and Newton is too short to matter. */
    private boolean near(RealVector point, RealVector value, RealMatrix derivatives) {
        RealVector step = new QRDecomposition(derivatives).getSolver().solve(value.mapMultiply(-1));
        RealVector moved = valid.validate(point.add(step)).subtract(point);
        return within(moved, NEAR);
    }

    /** Whether a step is shorter in every direction than this share of what stays uncertain. */
    private boolean within(RealVector step, double share) {
        for (int i = 0; i < uncertain.length; i++) {
            if (Math.abs(step.getEntry(i)) > share * uncertain[i]) {
                return false;
            }
        }
        return true;
    }

    /** Differences of the data, then of what was known before. */
    private RealVector at(RealVector point) {
        runs++;
        return data.apply(point).append(point);
    }

    @Override
    public Pair<RealVector, RealMatrix> value(RealVector point) {
        if (!point.equals(lastPoint)) {
            RealVector value = at(point);
            correct(point, value);
            lastPoint = point.copy();
            lastValue = value;
        }
        return new Pair<>(lastValue, jacobian.copy());
    }

    private RealMatrix differentiate(UnaryOperator<RealVector> apart) {
        int size = lastPoint.getDimension();
        RealVector[] columns = new RealVector[size];
        IntStream.range(0, size).parallel().forEach(i -> {
            RealVector moved = lastPoint.copy();
            moved.addToEntry(i, DIFFERENCE);
            double step = valid.validate(moved.copy()).getEntry(i) - lastPoint.getEntry(i);
            if (step < DIFFERENCE / 2) { // at the upper bound
                step = -DIFFERENCE;
            }
            moved.setEntry(i, lastPoint.getEntry(i) + step);
            columns[i] = apart.apply(moved).append(moved).subtract(lastValue).mapDivide(step);
        });
        runs += size;
        RealMatrix all = new Array2DRowRealMatrix(lastValue.getDimension(), size);
        for (int i = 0; i < size; i++) {
            all.setColumnVector(i, columns[i]);
        }
        return all;
    }

    /**
     * Broyden's rule: the derivatives meet the last two runs and change as little as that takes. After a short step they would
     * learn what the model's bends and rounding do to it, and spoil the column of what the data say little of.
     */
    private void correct(RealVector point, RealVector value) {
        RealVector step = point.subtract(lastPoint);
        double square = step.dotProduct(step);
        if (!within(step, 1)) {
            RealVector miss = value.subtract(lastValue).subtract(jacobian.operate(step));
            jacobian = jacobian.add(miss.outerProduct(step).scalarMultiply(1 / square));
        }
    }
}
