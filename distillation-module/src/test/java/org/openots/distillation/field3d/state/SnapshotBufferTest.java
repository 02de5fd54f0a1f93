package org.openots.distillation.field3d.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SnapshotBufferTest {
    /** Sums of a few doubles near 100. */
    private static final double ROUNDING = 1e-9;

    private final SnapshotBuffer buffer = new SnapshotBuffer();

    private double at(double local) {
        buffer.advance(local);
        return buffer.value("T");
    }

    @Test
    void isContinuousWhereSnapshotsCome() {
        buffer.accept(0, 0, Map.of("T", 0.0), true);
        double last = at(0);
        for (int i = 1; i <= 300; i++) {
            double local = i / 60.0;
            if (i % 8 == 0) {
                buffer.accept(local, local, Map.of("T", 10 * local), false);
            }
            double now = at(local);
            assertThat(now - last).as("step at %s s", local).isBetween(-ROUNDING, 0.5);
            last = now;
        }
        assertThat(last).as("about one snapshot late").isBetween(50 - 3.0, 50 + ROUNDING);
    }

    @Test
    void holdsWhatTheStationSaid() {
        buffer.accept(0, 0, Map.of("T", 0.0), true);
        buffer.accept(0.15, 0.15, Map.of("T", 1.5), false);
        assertThat(at(0.30)).isCloseTo(1.5, within(ROUNDING));
        assertThat(at(9)).isEqualTo(1.5);
        assertThat(buffer.age()).isCloseTo(8.85, within(ROUNDING));
        assertThat(buffer.told("T")).isEqualTo(1.5);
    }

    /** Two pictures a second, five snapshots in each: no time passes between these. */
    @Test
    void aSlowComputerShowsNothingThatTheStationDidNotSay() {
        buffer.accept(0, 0, Map.of("T", 0.0), true);
        for (int picture = 1; picture <= 100; picture++) {
            double local = picture * 0.5;
            for (int i = 0; i < 5; i++) {
                buffer.accept(local, local, Map.of("T", (picture + i) % 2 * 100.0), false);
            }
            assertThat(at(local)).isBetween(0.0, 100.0);
            assertThat(at(local + 0.4)).isBetween(0.0, 100.0);
        }
    }

    @Test
    void switchesChangeAtOnce() {
        buffer.accept(0, 0, Map.of("T", 0.0), true);
        buffer.accept(0.1, 0.1, Map.of("T", 1.0), false);
        assertThat(at(0.1)).isEqualTo(1);
        assertThat(at(0.9)).isEqualTo(1);
    }

    @Test
    void whatIsNotThereIsNoNumber() {
        assertThat(buffer.value("T")).isNaN();
        assertThat(buffer.age()).isNaN();
        buffer.accept(0, 0, Map.of("T", Double.NaN), true);
        assertThat(at(0)).isNaN();
        buffer.accept(0.1, 0.1, Map.of("T", 7.0), false);
        assertThat(at(0.1)).isEqualTo(7);
    }

    @Test
    void aFullSnapshotForgetsWhatWasBefore() {
        buffer.accept(5, 0, Map.of("T", 40.0, "gone", 2.0), true);
        buffer.accept(5.1, 0.1, Map.of("T", 50.0), false);
        buffer.accept(9, 4, Map.of("T", 90.0), true);
        assertThat(at(4)).as("no line over the gap").isEqualTo(90);
        assertThat(buffer.value("gone")).isNaN();
    }

    @Test
    void aRunThatIsWoundBackJumps() {
        buffer.accept(100, 0, Map.of("T", 40.0), true);
        buffer.accept(20, 0.1, Map.of("T", 10.0), false);
        assertThat(at(0.1)).isEqualTo(10);
    }

    @Test
    void holdsManySignals() {
        for (int i = 0; i < 500; i++) {
            buffer.accept(i, i * 0.1, Map.of("S" + i, (double) i), false);
        }
        buffer.advance(60);
        assertThat(buffer.value("S0")).isZero();
        assertThat(buffer.value("S499")).isEqualTo(499);
    }
}
