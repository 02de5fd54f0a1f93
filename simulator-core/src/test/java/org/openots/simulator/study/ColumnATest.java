package org.openots.simulator.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openots.common.error.OtsException;

/**
 * Skogestad's Column A against an independent solution (GNU Octave 7.3, lsode with rtol 1e-12 and atol 1e-14, of the
 * published model; it agrees with ode15s to 5e-10). Numbers are printed with eight digits.
 */
class ColumnATest {
    private static final ColumnA.Inputs NOMINAL = new ColumnA.Inputs(1, 0.5, 1, 2.70629, 3.20629);

    /** The reference has eight digits; the column's own error is below 1e-10. */
    private static final double EIGHT_DIGITS = 6e-9;

    private static ColumnA column() {
        return new ColumnA(new ColumnA.Case(41, 21, 1.5, 0.063, 0, NOMINAL));
    }

    @Test
    void steadyStateIsThatOfTheReference() {
        ColumnA.Point point = column().point(0);
        assertThat(point.bottoms()).isCloseTo(0.010000040392, within(1e-11));
        assertThat(point.distillate()).isCloseTo(0.989999959608, within(1e-11));
        assertThat(point.reboilerHoldup()).isCloseTo(0.5, within(1e-10));
        assertThat(point.condenserHoldup()).isCloseTo(0.5, within(1e-10));
    }

    @ParameterizedTest
    @CsvSource({
        "reflux, 2.7333529, .01140028 .01973238 .03384889 .05508991, .99109407 .99389943 .99520752 .99582362",
        "boilup, 3.2383529, .00810831 .00460989 .00329141 .00276304, .98866004 .98060554 .96439496 .93731181",
        "zf, 0.55, .01137308 .03391080 .08018379 .10366874, .99052976 .99495571 .99614602 .99633126"
    })
    void stepsFollowTheReference(String input, double value, String bottoms, String distillate) {
        ColumnA column = column();
        column.set(input, value);
        List<String> expectedBottoms = List.of(bottoms.split(" ", -1));
        List<String> expectedDistillate = List.of(distillate.split(" ", -1));
        double[] times = {10, 50, 100, 500};
        double now = 0;
        for (int i = 0; i < times.length; i++) {
            column.advance(times[i] - now);
            now = times[i];
            ColumnA.Point point = column.point(now);
            assertThat(point.bottoms())
                    .as("bottoms at %s min", now)
                    .isCloseTo(Double.parseDouble(expectedBottoms.get(i)), within(EIGHT_DIGITS));
            assertThat(point.distillate())
                    .as("distillate at %s min", now)
                    .isCloseTo(Double.parseDouble(expectedDistillate.get(i)), within(EIGHT_DIGITS));
        }
    }

    @Test
    void otherParametersKeepTheBalances() {
        ColumnA.Inputs inputs = new ColumnA.Inputs(1.2, 0.4, 0.7, 2.2, 2.5);
        ColumnA column = new ColumnA(new ColumnA.Case(25, 12, 2.4, 0.1, 0.3, inputs));
        ColumnA.Point point = column.point(0);
        double distillate = 0.5 + 10 * (point.condenserHoldup() - 0.5);
        double bottoms = 0.5 + 10 * (point.reboilerHoldup() - 0.5);
        // F = D + B and F z = D y + B x at the steady state
        assertThat(distillate + bottoms).isCloseTo(1.2, within(1e-9));
        assertThat(distillate * point.distillate() + bottoms * point.bottoms()).isCloseTo(0.48, within(1e-9));
        // all vapour of the top section is condensed: V + (1 - q) F = L + D
        assertThat(distillate).isCloseTo(2.5 + 0.3 * 1.2 - 2.2, within(1e-9));
    }

    @Test
    void inputsWithoutASteadyStateAreRefused() {
        ColumnA.Inputs tooMuchReflux = new ColumnA.Inputs(1, 0.5, 1, 3.5, 3.2);
        assertThatThrownBy(() -> new ColumnA(new ColumnA.Case(41, 21, 1.5, 0.063, 0, tooMuchReflux)))
                .isInstanceOf(OtsException.class)
                .hasMessageContaining("3.5");
    }
}
