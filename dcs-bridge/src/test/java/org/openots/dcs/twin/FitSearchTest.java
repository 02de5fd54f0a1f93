package org.openots.dcs.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;

/** A search on functions whose answer is known. */
class FitSearchTest {
    private static final RealVector START = new ArrayRealVector(new double[] {0, 0});

    /** What was known before pulls to 0 with a weight of 1, the data to 2 and -1 with one of 100. */
    private static RealVector straight(RealVector x) {
        return new ArrayRealVector(new double[] {10 * (x.getEntry(0) - 2), 10 * (x.getEntry(1) + 1)});
    }

    private static RealVector bent(RealVector x) {
        double first = x.getEntry(0);
        double second = x.getEntry(1);
        return new ArrayRealVector(new double[] {
            20 * (first + 0.1 * first * first - 1.5),
            20 * (second - 0.2 * first * second + 0.5),
            5 * (first + second - 1)
        });
    }

    @Test
    void aStraightFunctionTakesOneStep() {
        FitSearch search = new FitSearch(FitSearchTest::straight, FitSearchTest::straight, point -> point, START);
        assertThat(search.uncertain()[0]).isCloseTo(1 / Math.sqrt(101), within(1e-6));
        FitSearch.Found found = search.search();
        // 100/101 of the way: the weights of data and of what was known before
        assertThat(found.point().getEntry(0)).isCloseTo(200.0 / 101, within(1e-6));
        assertThat(found.point().getEntry(1)).isCloseTo(-100.0 / 101, within(1e-6));
        assertThat(found.value().getDimension()).isEqualTo(4);
        // start, two columns, one step
        assertThat(search.runs()).isEqualTo(4);
    }

    @Test
    void aSecondSearchThatBeginsAtTheEndTakesOneRun() {
        FitSearch first = new FitSearch(FitSearchTest::straight, FitSearchTest::straight, point -> point, START);
        RealVector end = first.search().point();
        FitSearch second =
                new FitSearch(FitSearchTest::straight, point -> point, end, first.derivatives(), first.uncertain());
        assertThat(second.search().point()).isEqualTo(end);
        assertThat(second.runs()).isEqualTo(1);
    }

    /** The end is no further than a tenth of the uncertainty from the best point, so a step of more leads up again. */
    @Test
    void aBentFunctionIsFoundToATenthOfItsUncertainty() {
        FitSearch search = new FitSearch(FitSearchTest::bent, FitSearchTest::bent, point -> point, START);
        RealVector end = search.search().point();
        double least = cost(end);
        double step = 0.15;
        for (int i = 0; i < 2; i++) {
            for (int sign = -1; sign <= 1; sign += 2) {
                RealVector moved = end.copy();
                moved.addToEntry(i, sign * step * search.uncertain()[i]);
                assertThat(cost(moved)).as("moved " + i + " by " + sign).isGreaterThan(least);
            }
        }
        assertThat(search.runs()).isLessThan(12);
    }

    private static double cost(RealVector point) {
        RealVector data = bent(point);
        return data.dotProduct(data) + point.dotProduct(point);
    }

    @Test
    void boundsAreKept() {
        FitSearch search = new FitSearch(
                FitSearchTest::straight,
                FitSearchTest::straight,
                point -> new ArrayRealVector(
                        new double[] {Math.min(1.5, point.getEntry(0)), Math.max(-0.5, point.getEntry(1))}),
                START);
        RealVector end = search.search().point();
        assertThat(end.getEntry(0)).isCloseTo(1.5, within(1e-9));
        assertThat(end.getEntry(1)).isCloseTo(-0.5, within(1e-9));
    }
}
