package org.openots.simulator.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;

/**
 * The integrator against problems with known solutions: exact ones, and those of Hairer and Wanner, Solving Ordinary
 * Differential Equations II, 2nd ed., Springer 1996, section IV.10, with the digits of the Test Set for IVP Solvers
 * (Mazzia and Magherini, University of Bari, release 2.4, problems VDPOL and ROBER).
 */
class Rodas3ReferenceTest {
    /** Never rejects: for runs with a step size that the test chooses. */
    private static final double NO_CONTROL = 1e9;

    @Test
    void stiffLinearProblemConvergesWithOrderThree() {
        assertThat(order(Problem.linear(NO_CONTROL), new double[] {2, -1}, 2, -1, 20))
                .isBetween(2.9, 3.2);
    }

    @Test
    void nonlinearProblemConvergesWithOrderThree() {
        assertThat(kapsOrder(0.1, 40)).isBetween(2.8, 3.3);
    }

    /** The lower order of the pair is two, whatever the Jacobian says about the third stage. */
    @Test
    void calmStepsConvergeWithOrderTwo() {
        double[] errors = new double[2];
        for (int i = 0; i < 2; i++) {
            double[] y = {1, 1};
            Problem kaps = Problem.kaps(0.1, NO_CONTROL);
            Rodas3 integrator = new Rodas3(kaps, 1, Rodas3.CALM_ERROR);
            run(integrator, kaps.ledgerSize(), y, 1, 40 << i);
            errors[i] = kapsDistance(y);
        }
        assertThat(FastMath.log(errors[0] / errors[1]) / FastMath.log(2)).isBetween(1.9, 2.3);
    }

    @Test
    void calmStepsDampTheFastPart() {
        double[] y = {1, 0};
        Problem problem = Problem.linear(NO_CONTROL);
        run(new Rodas3(problem, 1, Rodas3.CALM_ERROR), problem.ledgerSize(), y, 1e6, 1);
        assertThat(FastMath.hypot(y[0], y[1])).as("L-stable: nothing is left").isLessThan(1e-5);
    }

    @Test
    void veryStiffNonlinearProblemKeepsAtLeastOrderTwo() {
        assertThat(kapsOrder(1e-6, 40)).isBetween(1.9, 3.3);
    }

    private static double kapsOrder(double epsilon, int steps) {
        double coarse = kapsError(epsilon, steps);
        double fine = kapsError(epsilon, 2 * steps);
        return FastMath.log(coarse / fine) / FastMath.log(2);
    }

    private static double kapsError(double epsilon, int steps) {
        double[] y = {1, 1};
        run(Problem.kaps(epsilon, NO_CONTROL), y, 1, steps);
        return kapsDistance(y);
    }

    private static double kapsDistance(double[] y) {
        return FastMath.hypot(y[0] - FastMath.exp(-2), y[1] - FastMath.exp(-1));
    }

    private static double order(Problem problem, double[] start, double first, double second, int steps) {
        double[] errors = new double[2];
        for (int i = 0; i < 2; i++) {
            double[] y = start.clone();
            run(problem, y, 1, steps << i);
            errors[i] = FastMath.hypot(y[0] - first * FastMath.exp(-1), y[1] - second * FastMath.exp(-1));
        }
        return FastMath.log(errors[0] / errors[1]) / FastMath.log(2);
    }

    private static void run(Problem problem, double[] y, double end, int steps) {
        run(new Rodas3(problem, 1), problem.ledgerSize(), y, end, steps);
    }

    private static void run(Rodas3 integrator, int quantities, double[] y, double end, int steps) {
        double[] ledger = new double[quantities];
        for (int i = 0; i < steps; i++) {
            assertThat(integrator.advance(y, ledger, end / steps)).isEqualTo(StepStatus.ADVANCED);
        }
        assertThat(integrator.steps()).as("the step size is the test's").isEqualTo(steps);
    }

    @Test
    void oneHugeStepDampsTheFastPart() {
        double[] y = {1, 0};
        run(Problem.linear(NO_CONTROL), y, 1e6, 1);
        assertThat(FastMath.hypot(y[0], y[1])).as("L-stable: nothing is left").isLessThan(1e-5);
    }

    @Test
    void vanDerPolMeetsItsReference() {
        double[] y = {2, 0};
        Rodas3 integrator = new Rodas3(Problem.vanDerPol(1e-7), 20);
        for (int i = 0; i < 500; i++) {
            assertThat(integrator.advance(y, new double[0], 0.004)).isEqualTo(StepStatus.ADVANCED);
        }
        assertThat(y[0]).isCloseTo(1.706167732170483, within(1e-5));
        assertThat(y[1]).isCloseTo(-0.8928097010247975, within(1e-5));
        assertThat(integrator.rejections())
                .as("the fronts cannot be passed in the long steps")
                .isPositive();
    }

    @Test
    void robertsonMeetsItsReference() {
        double[] y = {1, 0, 0};
        double[] ledger = {0};
        Rodas3 integrator = new Rodas3(Problem.robertson(1e-7), 20);
        for (int i = 0; i < 40; i++) {
            assertThat(integrator.advance(y, ledger, 1)).isEqualTo(StepStatus.ADVANCED);
        }
        // forty intervals with a local error of 1e-7 each could add up to 4e-6
        assertThat(y[0]).isCloseTo(0.7158270687, within(2e-6));
        assertThat(y[1]).isCloseTo(9.185534765e-6, within(1e-10));
        assertThat(y[2]).isCloseTo(0.2841637457, within(2e-6));
    }
}
