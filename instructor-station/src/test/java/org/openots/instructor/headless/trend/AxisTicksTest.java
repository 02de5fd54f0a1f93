package org.openots.instructor.headless.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Round numbers on axes. */
class AxisTicksTest {
    private static List<String> labels(List<AxisTicks.Tick> ticks) {
        return ticks.stream().map(AxisTicks.Tick::label).toList();
    }

    @Test
    void valuesStandAtOneTwoOrFiveTimesPowersOfTen() {
        assertThat(labels(AxisTicks.values(3.91, 4.41, 5))).containsExactly("4.0", "4.1", "4.2", "4.3", "4.4");
        assertThat(labels(AxisTicks.values(-6, 106, 4))).containsExactly("0", "50", "100");
        assertThat(labels(AxisTicks.values(0, 20_000, 5))).containsExactly("0", "5000", "10000", "15000", "20000");
        assertThat(labels(AxisTicks.values(0.001, 0.0021, 2))).containsExactly("0.001", "0.002");
    }

    @Test
    void minusIsThatOfPeople() {
        assertThat(labels(AxisTicks.values(-10, 0, 2))).containsExactly("\u221210", "\u22125", "0");
    }

    @Test
    void thereAreNeverMoreValuesThanAskedFor() {
        for (double span = 0.013; span < 1e6; span *= 1.37) {
            // a tick at both ends is one more than the steps between them
            assertThat(AxisTicks.values(0.1 * span, 1.1 * span, 4))
                    .as("span %s", span)
                    .hasSizeBetween(1, 5);
        }
    }

    @Test
    void timesAreThoseOfAClock() {
        assertThat(labels(AxisTicks.times(1800, 13))).containsExactly("0", "5", "10", "15", "20", "25", "30");
        assertThat(labels(AxisTicks.times(90, 13))).startsWith("0", "0.17").hasSize(10);
        assertThat(AxisTicks.hours(14_400)).isFalse();
        assertThat(labels(AxisTicks.times(21_600, 13)))
                .containsExactly("0", "0.5", "1", "1.5", "2", "2.5", "3", "3.5", "4", "4.5", "5", "5.5", "6");
    }
}
