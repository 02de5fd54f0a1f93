package org.openots.simulator.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;

class SplitMix64Test {
    /** The first five numbers of seed 1234567, as printed by the public-domain C code of Vigna's splitmix64.c. */
    @Test
    void givesThePublishedSequence() {
        SplitMix64 random = new SplitMix64(1234567L);
        assertThat(random.nextLong()).isEqualTo(Long.parseUnsignedLong("6457827717110365317"));
        assertThat(random.nextLong()).isEqualTo(Long.parseUnsignedLong("3203168211198807973"));
        assertThat(random.nextLong()).isEqualTo(Long.parseUnsignedLong("9817491932198370423"));
        assertThat(random.nextLong()).isEqualTo(Long.parseUnsignedLong("4593380528125082431"));
        assertThat(random.nextLong()).isEqualTo(Long.parseUnsignedLong("16408922859458223821"));
    }

    @Test
    void normalNumbersHaveMeanZeroAndUnitDeviation() {
        SplitMix64 random = new SplitMix64(42, "LIC-702");
        int count = 100_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            double x = random.nextNormal();
            assertThat(Math.abs(x)).isLessThan(3.47);
            sum += x;
            squares += x * x;
        }
        // four standard errors of the mean and of the variance of this many numbers
        assertThat(sum / count).isCloseTo(0, within(4 / Math.sqrt(count)));
        assertThat(squares / count).isCloseTo(1, within(4 * Math.sqrt(2.0 / count)));
    }

    @Test
    void namedStreamsDiffer() {
        assertThat(new SplitMix64(1, "A").nextLong()).isNotEqualTo(new SplitMix64(1, "B").nextLong());
        assertThat(new SplitMix64(1, "A").nextLong()).isNotEqualTo(new SplitMix64(2, "A").nextLong());
    }

    @Test
    void continuesAfterRestore() {
        SplitMix64 random = new SplitMix64(9);
        random.nextLong();
        StateWriter writer = new StateWriter();
        random.save(writer);
        SplitMix64 other = new SplitMix64(0);
        other.restore(new StateReader(writer.toByteArray()));
        assertThat(other.nextLong()).isEqualTo(random.nextLong());
    }
}
