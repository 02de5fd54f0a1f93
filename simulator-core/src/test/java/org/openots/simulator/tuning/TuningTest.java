package org.openots.simulator.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.simulator.random.SplitMix64;

class TuningTest {
    private static final double TICK = 0.1;

    /** A first-order process with dead time, stepped exactly. */
    private static final class LagWithDeadTime {
        private final double gain;
        private final double share;
        private final double[] delay;
        private int at;
        private double value;

        LagWithDeadTime(double gain, double dead, double lag) {
            this.gain = gain;
            this.share = 1 - FastMath.exp(-TICK / lag);
            this.delay = new double[(int) FastMath.round(dead / TICK)];
        }

        double step(double output) {
            double delayed = delay[at];
            delay[at] = output;
            at = (at + 1) % delay.length;
            value += share * (gain * delayed - value);
            return value;
        }
    }

    private static double[] record(double gain, double dead, double lag, double step, double noise) {
        LagWithDeadTime process = new LagWithDeadTime(gain, dead, lag);
        SplitMix64 random = new SplitMix64(5);
        double[] record = new double[3000];
        for (int i = 0; i < record.length; i++) {
            record[i] = 50 + process.value + noise * random.nextNormal();
            process.step(step);
        }
        return record;
    }

    @Test
    void leastSquaresFindsACleanProcessExactlyAndTwoPointsNearly() {
        StepTest test = new StepTest(record(1.6, 12, 40, 5, 0), TICK, 5);
        ProcessFit exact = test.leastSquares();
        assertThat(exact.gain()).isCloseTo(1.6, within(1e-3));
        assertThat(exact.deadSeconds()).isCloseTo(12, within(0.1));
        assertThat(exact.lagSeconds()).isCloseTo(40, within(0.1));
        assertThat(exact.rootMeanSquare()).isLessThan(0.01);
        ProcessFit quick = test.twoPoints();
        assertThat(quick.gain()).isCloseTo(1.6, within(0.01));
        assertThat(quick.deadSeconds()).isCloseTo(12, within(0.5));
        assertThat(quick.lagSeconds()).isCloseTo(40, within(0.5));
    }

    @Test
    void leastSquaresAveragesNoiseThatMisleadsTwoPoints() {
        StepTest test = new StepTest(record(-0.8, 20, 60, 10, 0.4), TICK, 10);
        ProcessFit fit = test.leastSquares();
        assertThat(fit.gain()).isCloseTo(-0.8, within(0.05));
        assertThat(fit.deadSeconds()).isCloseTo(20, within(2.0));
        assertThat(fit.lagSeconds()).isCloseTo(60, within(3.0));
        assertThat(fit.rootMeanSquare()).as("the noise is left").isCloseTo(0.4, within(0.1));
    }

    @Test
    void simcGivesTheSettingsOfThePaper() {
        // equations (23) and (24) of Skogestad (2003), with tc = dead
        PidSettings settings = TuningRules.simc(new ProcessFit(2, 1, 10, 0));
        assertThat(settings.gain()).isCloseTo(2.5, within(1e-12));
        assertThat(settings.integralSeconds())
                .as("4 (tc + dead) is less than the lag")
                .isEqualTo(8);
        PidSettings integrating = TuningRules.simcIntegrating(0.01, 5, 5);
        assertThat(integrating.gain()).isCloseTo(10, within(1e-12));
        assertThat(integrating.integralSeconds()).isEqualTo(40);
        PidSettings second = TuningRules.simcSecondOrder(new ProcessFit(1, 1, 6, 0), 2, 1);
        assertThat(second.gain()).as("3 times 1 + 2/6").isCloseTo(4, within(1e-12));
        assertThat(second.integralSeconds()).isCloseTo(8, within(1e-12));
        assertThat(second.derivativeSeconds()).isCloseTo(1.5, within(1e-12));
    }

    @Test
    void otherRulesGiveTheirNumbers() {
        RelayResult relay = new RelayResult(4, 60, 1, 3);
        assertThat(TuningRules.zieglerNicholsPi(relay)).isEqualTo(new PidSettings(1.8, 50, 0));
        assertThat(TuningRules.zieglerNicholsPid(relay).derivativeSeconds()).isEqualTo(7.5);
        assertThat(TuningRules.tyreusLuyben(relay).gain()).isEqualTo(1.25);
        assertThat(TuningRules.tyreusLuyben(relay).integralSeconds()).isCloseTo(132, within(1e-9));
        assertThat(TuningRules.lambda(new ProcessFit(2, 5, 20, 0), 15)).isEqualTo(new PidSettings(0.5, 20, 0));
        assertThat(TuningRules.zieglerNicholsPi(new ProcessFit(1, 3, 30, 0)).gain())
                .isCloseTo(9, within(1e-9));
    }

    @Test
    void relayFindsTheUltimateCycle() {
        // exact swing of a relay without hysteresis on exp(-10 s)/(50 s + 1): a = d (1 - exp(-0.2)), period
        // 2 lag ln(2 exp(0.2) - 1) = 36.66 s; the ultimate period itself is 37.21 s and the gain 8.50
        RelayResult result = relay(new LagWithDeadTime(1, 10, 50), false);
        double amplitude = 5 * (1 - FastMath.exp(-0.2));
        double exact = 4 * 5 / (FastMath.PI * amplitude);
        assertThat(result.amplitude()).isCloseTo(amplitude, within(0.03 * amplitude));
        assertThat(result.ultimateGain()).isCloseTo(exact, within(0.03 * exact));
        assertThat(result.ultimatePeriodSeconds()).isCloseTo(36.66, within(0.5));
        RelayResult reversed = relay(new LagWithDeadTime(-1, 10, 50), true);
        assertThat(reversed.ultimateGain()).isCloseTo(-result.ultimateGain(), within(1e-6));
    }

    private static RelayResult relay(LagWithDeadTime process, boolean direct) {
        RelayTest test = new RelayTest(new RelayTest.Settings(0, 5, 0, 0, direct, 4), TICK);
        process.value = direct ? 0.2 : -0.2;
        int guard = 0;
        while (test.result().isEmpty() && guard++ < 100_000) {
            process.step(test.next(process.value));
        }
        return test.result().orElseThrow();
    }

    @Test
    void relayTestGoesOnFromASavedState() {
        RelayTest.Settings settings = new RelayTest.Settings(0, 5, 0, 0.1, false, 4);
        LagWithDeadTime process = new LagWithDeadTime(1, 10, 50);
        process.value = -0.2;
        RelayTest test = new RelayTest(settings, TICK);
        RelayTest other = new RelayTest(settings, TICK);
        for (int i = 0; i < 3000; i++) {
            if (i == 700) {
                StateWriter writer = new StateWriter();
                test.save(writer);
                other.restore(new StateReader(writer.toByteArray()));
            }
            double measured = process.value;
            process.step(test.next(measured));
            if (i >= 700) {
                other.next(measured);
            }
        }
        assertThat(other.result()).isEqualTo(test.result()).isPresent();
    }

    @Test
    void tunedLoopSettlesWithoutSwinging() {
        LagWithDeadTime process = new LagWithDeadTime(1.6, 12, 40);
        PidSettings settings = TuningRules.simc(new StepTest(record(1.6, 12, 40, 5, 0), TICK, 5).leastSquares());
        double integral = 0;
        double highest = 0;
        for (int i = 0; i < 6000; i++) {
            double error = 10 - process.value;
            integral += settings.gain() * error * TICK / settings.integralSeconds();
            process.step(settings.gain() * error + integral);
            highest = FastMath.max(highest, process.value);
        }
        assertThat(process.value).isCloseTo(10, within(0.01));
        assertThat(highest).as("SIMC overshoots by less than 10 %").isLessThan(11);
    }
}
