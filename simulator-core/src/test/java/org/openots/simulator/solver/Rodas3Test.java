package org.openots.simulator.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;

class Rodas3Test {
    /** Two vessels that exchange a substance nonlinearly; one takes it in and loses it over the boundary. */
    private static final class TwoVessels extends Problem {
        TwoVessels() {
            super(2, 2, 1e-4, 1e-6);
        }

        @Override
        void rates(double[] y, double[] d, double[] ledger) {
            double across = 50 * (y[0] * y[0] * y[0] - Math.sqrt(Math.abs(y[1])));
            double in = 3;
            double out = 2 * y[1] * y[1] + y[0] * y[1];
            d[0] = in - across;
            d[1] = across - out;
            ledger[0] = in;
            ledger[1] = out;
        }
    }

    /** A level that falls at constant rate and must not become negative while guarded. */
    private static final class Draining extends Problem {
        private boolean guarded = true;

        Draining() {
            super(1, 1, 1e-3, 1e-3);
        }

        @Override
        void rates(double[] y, double[] d, double[] ledger) {
            d[0] = -1;
            ledger[0] = 1;
        }

        @Override
        public boolean admissible(double[] y) {
            return !guarded || y[0] >= 0;
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, Rodas3.CALM_ERROR})
    void ledgerClosesToRoundingWithAnOldJacobian(double calmError) {
        double[] y = {4, 0.1};
        double[] ledger = {0, 0};
        double before = y[0] + y[1];
        Rodas3 integrator = new Rodas3(new TwoVessels(), 100, calmError);
        for (int i = 0; i < 2000; i++) {
            assertThat(integrator.advance(y, ledger, 0.01)).isEqualTo(StepStatus.ADVANCED);
        }
        double miss = y[0] + y[1] - before - (ledger[0] - ledger[1]);
        assertThat(Math.abs(miss) / (before + ledger[0])).isLessThan(1e-13);
        assertThat(ledger[0]).isCloseTo(60, within(1e-10));
        assertThat(integrator.jacobians()).as("the Jacobian was kept").isLessThan(integrator.steps() / 10);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, Rodas3.CALM_ERROR})
    void robertsonsMassAndLedgerCloseToRounding(double calmError) {
        double[] y = {1, 0, 0};
        double[] ledger = {0};
        Rodas3 integrator = new Rodas3(Problem.robertson(1e-4), 100, calmError);
        for (int i = 0; i < 100; i++) {
            integrator.advance(y, ledger, 1);
        }
        assertThat(y[0] + y[1] + y[2]).isCloseTo(1, within(1e-13));
        assertThat(y[2]).isCloseTo(ledger[0], within(1e-13));
    }

    @Test
    void aTickThatCannotBeDoneChangesNothing() {
        Draining tank = new Draining();
        Rodas3 integrator = new Rodas3(tank, 100);
        double[] y = {0.75};
        double[] ledger = {5};
        assertThat(integrator.advance(y, ledger, 0.5)).isEqualTo(StepStatus.ADVANCED);
        assertThat(integrator.advance(y, ledger, 0.5)).isEqualTo(StepStatus.STEP_TOO_SMALL);
        assertThat(y).as("as before the tick that failed").containsExactly(new double[] {0.25}, within(1e-15));
        assertThat(ledger).containsExactly(new double[] {5.5}, within(1e-15));
        assertThat(integrator.rejections()).isPositive();
        tank.guarded = false;
        assertThat(integrator.advance(y, ledger, 0.5)).as("usable afterwards").isEqualTo(StepStatus.ADVANCED);
        assertThat(y[0]).isCloseTo(-0.25, within(1e-12));
    }

    @Test
    void aFailureEndsAfterABoundedNumberOfEvaluations() {
        Draining tank = new Draining();
        double[] y = {0};
        assertThat(new Rodas3(tank, 100).advance(y, new double[] {0}, 0.5)).isEqualTo(StepStatus.STEP_TOO_SMALL);
        assertThat(tank.evaluations()).isLessThan(200);
    }

    @Test
    void everyRejectionRenewsTheJacobianAndElseOnlyWearDoes() {
        double[] y = {2, 0};
        Rodas3 integrator = new Rodas3(Problem.vanDerPol(1e-4), 1000);
        for (int i = 0; i < 500; i++) {
            assertThat(integrator.advance(y, new double[0], 0.004)).isEqualTo(StepStatus.ADVANCED);
        }
        long byWear = integrator.steps() / 11; // a Jacobian is not worn before its eleventh step
        assertThat(integrator.rejections()).isPositive();
        assertThat(integrator.jacobians()).isBetween(2 + integrator.rejections(), 1 + integrator.rejections() + byWear);
        assertThat(y[0]).isCloseTo(1.7062, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, Rodas3.CALM_ERROR})
    void savedAndRestoredItGoesOnBitForBit(double calmError) {
        for (int saveAt = 1; saveAt < 350; saveAt += 43) {
            double[] y = {2, 0};
            Rodas3 straight = new Rodas3(Problem.vanDerPol(1e-4), 100, calmError);
            StateWriter saved = new StateWriter();
            double[] copy = y.clone();
            for (int i = 0; i < 400; i++) {
                straight.advance(y, new double[0], 0.004);
                if (i == saveAt) {
                    straight.save(saved);
                    copy = y.clone();
                }
            }
            Rodas3 restored = new Rodas3(Problem.vanDerPol(1e-4), 100, calmError);
            StateReader reader = new StateReader(saved.toByteArray());
            restored.restore(reader);
            reader.end();
            for (int i = saveAt + 1; i < 400; i++) {
                restored.advance(copy, new double[0], 0.004);
            }
            assertThat(copy).as("saved after tick %s", saveAt).containsExactly(y);
            assertThat(state(restored)).isEqualTo(state(straight));
        }
    }

    private static String state(Rodas3 integrator) {
        StateWriter out = new StateWriter();
        integrator.save(out);
        return out.sha256();
    }
}
