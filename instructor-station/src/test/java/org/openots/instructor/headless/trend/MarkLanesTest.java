package org.openots.instructor.headless.trend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Marks share lanes without overlap. */
class MarkLanesTest {
    @Test
    void aMarkTakesTheFirstFreeLane() {
        MarkLanes.Places places = MarkLanes.place(new double[] {0, 10, 60, 200}, new double[] {50, 50, 50, 50}, 4);
        assertThat(places.lanes()).isEqualTo(2);
        assertThat(places.left()).isEmpty();
        assertThat(places.places())
                .containsExactly(
                        new MarkLanes.Place(0, 0),
                        new MarkLanes.Place(1, 1),
                        new MarkLanes.Place(2, 0),
                        new MarkLanes.Place(3, 0));
    }

    @Test
    void whatFindsNoLaneIsCounted() {
        MarkLanes.Places places = MarkLanes.place(new double[] {0, 1, 2}, new double[] {9, 9, 9}, 2);
        assertThat(places.left()).containsExactly(2);
        assertThat(MarkLanes.place(new double[0], new double[0], 2).lanes()).isZero();
    }
}
