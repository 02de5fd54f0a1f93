package org.openots.simulator.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PowersTest {
    @ParameterizedTest
    @CsvSource({"2, 0.5", "1e-6, 0.91", "0.3, -4.65", "1e4, 0.7", "1, 3", "0.999, 0.2"})
    void powersAreThoseOfTheLibrary(double base, double exponent) {
        double expected = StrictMath.pow(base, exponent);
        assertThat(Powers.power(base, exponent)).isCloseTo(expected, within(1e-14 * expected));
        assertThat(Powers.power(0, exponent)).isZero();
        assertThat(Powers.power(-1e-300, exponent)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 9e-4, 1.1e-3, 0.5, 3})
    void meansAreThoseOfTheLibrary(double x) {
        // the difference of e^x and 1 keeps 13 digits from 1e-3 on
        assertThat(Powers.exponentialMean(x)).isCloseTo(StrictMath.expm1(x) / x, within(1e-12));
        assertThat(Powers.reciprocalMean(x)).isCloseTo(StrictMath.log1p(x) / x, within(1e-12));
        assertThat(Powers.cubeRoot(x)).isCloseTo(StrictMath.cbrt(x), within(1e-14));
    }
}
