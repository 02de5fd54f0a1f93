package org.openots.simulator.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openots.simulator.random.SplitMix64;

/** Against StrictMath, which is within one unit in the last place. */
class ElementaryTest {
    private static final int SAMPLES = 200_000;

    /** Two roundings: 2^-52 is 2.2e-16. */
    private static final double ACCURACY = 4e-16;

    @Test
    void exponentialIsExactToTwoRoundings() {
        SplitMix64 random = new SplitMix64(1);
        double worst = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double x = 1398 * random.nextUniform() - 699;
            double exact = StrictMath.exp(x);
            worst = Math.max(worst, Math.abs(Elementary.exp(x) - exact) / exact);
        }
        assertThat(worst).isLessThan(ACCURACY);
    }

    @Test
    void logarithmIsExactToTwoRoundingsOfTheLargerOfOneAndItself() {
        SplitMix64 random = new SplitMix64(2);
        double worst = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double x = StrictMath.exp(1400 * random.nextUniform() - 700);
            double exact = StrictMath.log(x);
            worst = Math.max(worst, Math.abs(Elementary.log(x) - exact) / Math.max(1, Math.abs(exact)));
        }
        assertThat(worst).isLessThan(ACCURACY);
    }

    @Test
    void fixedPointsAreExact() {
        assertThat(Elementary.exp(0)).isEqualTo(1);
        assertThat(Elementary.log(1)).isZero();
        assertThat(Elementary.log(2)).isCloseTo(StrictMath.log(2), within(1.2e-16));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1, 0, 1e308, 1e-310})
    void whatLiesOutsideBehavesAsUsual(double x) {
        same(Elementary.exp(x), StrictMath.exp(x));
        same(Elementary.log(x), StrictMath.log(x));
    }

    private static void same(double found, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(found).isNaN();
        } else if (Double.isInfinite(expected)) {
            assertThat(found).isEqualTo(expected);
        } else {
            assertThat(found).isCloseTo(expected, within(1e-13 * Math.max(1, Math.abs(expected))));
        }
    }
}
