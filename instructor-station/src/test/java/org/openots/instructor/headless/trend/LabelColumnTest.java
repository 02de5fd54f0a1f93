package org.openots.instructor.headless.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Labels do not overlap and stay where they were wanted if they can. */
class LabelColumnTest {
    @Test
    void labelsWithRoomStay() {
        assertThat(LabelColumn.place(new double[] {80, 20, 50}, 30, 0, 100)).containsExactly(80, 20, 50);
    }

    @Test
    void crowdedLabelsSpreadAroundTheirMean() {
        assertThat(LabelColumn.place(new double[] {50, 50, 50}, 20, 0, 200)).containsExactly(30, 50, 70);
        assertThat(LabelColumn.place(new double[] {52, 48}, 20, 0, 200)).containsExactly(60, 40);
    }

    @Test
    void labelsStayInside() {
        assertThat(LabelColumn.place(new double[] {98, 99}, 20, 0, 100)).containsExactly(70, 90);
        assertThat(LabelColumn.place(new double[] {1, 2}, 20, 0, 100)).containsExactly(10, 30);
    }

    @Test
    void noTwoOverlapWhateverIsWanted() {
        Random random = new Random(9);
        for (int run = 0; run < 200; run++) {
            double[] wanted = random.doubles(6, 0, 200).toArray();
            double[] placed = LabelColumn.place(wanted, 30, 0, 200);
            double[] sorted = placed.clone();
            Arrays.sort(sorted);
            for (int i = 1; i < sorted.length; i++) {
                assertThat(sorted[i] - sorted[i - 1]).isGreaterThanOrEqualTo(30 - 1e-9); // rounding of sums
            }
            assertThat(sorted[0]).isGreaterThanOrEqualTo(15 - 1e-9);
            assertThat(sorted[5]).isLessThanOrEqualTo(185 + 1e-9);
        }
    }
}
