package org.openots.simulator.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openots.common.error.OtsException;
import org.openots.common.validation.Topic;
import org.openots.common.validation.Validation;
import org.openots.simulator.thermo.ReferenceTable;

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
        double worst =
                Math.max(Math.abs(point.bottoms() - 0.010000040392), Math.abs(point.distillate() - 0.989999959608));
        claim("steady", "稳态：产品组成的最大偏差", "steady state: largest deviation of the products", 1e-8, worst);
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

    private static void claim(String id, String zh, String en, double limit, double found) {
        Validation.claim(Topic.COLUMN_A, id)
                .says(zh, en)
                .unit("1")
                .source("GNU Octave lsode，rtol 1e-12", "GNU Octave lsode, rtol 1e-12")
                .atMost(limit, found);
    }

    /** Four steps, twenty-one times up to 5000 min each. */
    @ParameterizedTest
    @CsvSource({"L+1%, reflux, 2.7333529", "V+1%, boilup, 3.2383529", "F+1%, feed, 1.01", "zF0.55, zf, 0.55"})
    void stepsFollowTheReferenceAtAllTimes(String name, String input, double value) {
        ColumnA column = column();
        column.set(input, value);
        double now = 0;
        double fraction = 0;
        double holdup = 0;
        for (ReferenceTable.Row row : ReferenceTable.read("skogestad-column-a", "steps")) {
            if (row.text("case").equals(name)) {
                column.advance(row.number("t_min") - now);
                now = row.number("t_min");
                ColumnA.Point point = column.point(now);
                fraction = Math.max(fraction, Math.abs(point.bottoms() - row.number("xB")));
                fraction = Math.max(fraction, Math.abs(point.distillate() - row.number("yD")));
                holdup = Math.max(holdup, Math.abs(point.reboilerHoldup() - row.number("MB")));
                holdup = Math.max(holdup, Math.abs(point.condenserHoldup() - row.number("MD")));
            }
        }
        assertThat(now).isEqualTo(5000);
        claim(
                "step." + input,
                "阶跃 " + name + "：产品组成的最大偏差，21 个时刻，至 5000 min",
                "step " + name + ": largest deviation of the products, 21 times up to 5000 min",
                1e-6,
                fraction);
        assertThat(holdup).as("kmol; the reference has nine digits").isLessThan(1e-6);
    }

    /**
     * Fenske: with all vapour returned, N equilibrium stages separate by alpha^N; reboiler and 39 trays are forty of them
     * under a total condenser. The feed is a thousandth of the boil-up, which costs 0.04 stages: the limit.
     */
    @Test
    void totalRefluxIsThatOfFenske() {
        ColumnA column =
                new ColumnA(new ColumnA.Case(41, 21, 1.5, 0.063, 0, new ColumnA.Inputs(0.002, 0.5, 1, 2.7, 2.701)));
        ColumnA.Point point = column.point(0);
        double separation = point.distillate() / (1 - point.distillate()) * (1 - point.bottoms()) / point.bottoms();
        Validation.claim(Topic.TOTAL_REFLUX, "column-a.fenske")
                .says(
                        "A 塔，回流比 2700：Fenske 方程由产品组成得到的理论级数；参考值为实际级数",
                        "Column A at a reflux ratio of 2700: stages by Fenske's equation from its products; the reference is"
                                + " its number of stages")
                .unit("1")
                .source("Fenske, Ind. Eng. Chem. 24 (1932) 482")
                .within(40, 0.05, Math.log(separation) / Math.log(1.5));
    }

    /**
     * Purities at which the place of the profile hangs on traces. References by stepping from stage to stage with 120 digits;
     * relative limits because a trace has no absolute one: 3 % where the traces are close to the rounding of the flows.
     */
    @ParameterizedTest
    @CsvSource({
        "71, 2, 8.0403e-9, 1e-3",
        "81, 2, 5.5772e-10, 1e-3",
        "31, 5, 3.5016e-10, 1e-3",
        "41, 3.2, 1.88415e-9, 1e-3",
        "41, 4, 2.15515e-11, 0.03",
        "41, 8, 2.0364e-17, 0.03"
    })
    void sharpSeparationsAreFound(int stages, double alpha, double trace, double relative) {
        ColumnA column = new ColumnA(new ColumnA.Case(stages, (stages + 1) / 2, alpha, 0.063, 0, NOMINAL));
        assertThat(column.point(0).bottoms()).isCloseTo(trace, within(relative * trace));
        assertThat(1 - column.point(0).distillate()).isCloseTo(trace, within(relative * trace + 1e-15));
        column.advance(5000);
        assertThat(column.point(5000).bottoms()).as("stays").isCloseTo(trace, within(0.03 * trace));
    }

    /** A large reflux fills the trays far beyond their nominal holdup; the search begins with these holdups. */
    @Test
    void largeRefluxIsFound() {
        ColumnA.Case figures = new ColumnA.Case(41, 21, 1.5, 0.063, 0, new ColumnA.Inputs(1, 0.5, 1, 10, 10.5));
        ColumnA.Point point = new ColumnA(figures).point(0);
        assertThat(point.bottoms()).isCloseTo(1 - point.distillate(), within(1e-12));
        assertThat(point.bottoms()).isBetween(7e-4, 9e-4);
    }

    @ParameterizedTest
    @CsvSource({"0.063, 2.0, 3.5, OTS-STUDY-001", "0.063, 9.0, 3.2, OTS-STUDY-001", "1, 2.0, 2.5, OTS-STUDY-003"})
    void impossibleCasesSayWhy(double tau, double reflux, double boilup, String code) {
        ColumnA.Case figures = new ColumnA.Case(41, 21, 1.5, tau, 0, new ColumnA.Inputs(1, 0.5, 1, reflux, boilup));
        assertThatThrownBy(() -> new ColumnA(figures))
                .isInstanceOf(OtsException.class)
                .extracting(e -> ((OtsException) e).errorCode().code())
                .isEqualTo(code);
    }

    /** Products of a fiftieth to a thousandth of the flows inside: Newton's last steps are then rounding. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.05, 0.02, 0.01, 0.005})
    void smallProductsHaveASteadyState(double feed) {
        ColumnA column = new ColumnA(
                new ColumnA.Case(41, 21, 1.5, 0.063, 0, new ColumnA.Inputs(feed, 0.4, 1, 2.7, 2.7 + feed / 2)));
        ColumnA.Point point = column.point(0);
        double distillate = 0.5 + 10 * (point.condenserHoldup() - 0.5);
        double bottoms = 0.5 + 10 * (point.reboilerHoldup() - 0.5);
        assertThat(distillate * point.distillate() + bottoms * point.bottoms()).isCloseTo(0.4 * feed, within(1e-10));
        column.advance(1000);
        assertThat(column.point(1000).distillate()).isCloseTo(point.distillate(), within(1e-8));
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
                .hasMessageContaining("-0.3 kmol/min");
    }
}
