package org.openots.dcs.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openots.simulator.random.SplitMix64;

/** Charts of residuals: limits, false alarms, delays, on made-up residuals whose spread is known. */
class ResidualMonitorTest {
    private static final TwinDefinition TWIN = TwinDefinition.shipped("ethanol-water-rig");
    private static final int OUTPUTS = TWIN.outputs().size();
    private static final int CALIBRATION = 3600;

    /** First-order wandering with this memory and a spread of 1, and an offset of 5. */
    private static final class Wandering {
        private final SplitMix64 random = new SplitMix64(11, "residuals");
        private final double memory;
        private final double[] now = new double[OUTPUTS];

        Wandering(double memory) {
            this.memory = memory;
        }

        double[] next() {
            double[] values = new double[OUTPUTS];
            for (int i = 0; i < OUTPUTS; i++) {
                now[i] = memory * now[i] + Math.sqrt(1 - memory * memory) * random.nextNormal();
                values[i] = 5 + now[i] * TWIN.outputs().get(i).accuracy();
                for (int j = 0; j < i; j++) {
                    boolean same = TWIN.outputs()
                            .get(j)
                            .tag()
                            .equals(TWIN.outputs().get(i).tag());
                    values[i] = same ? values[j] : values[i]; // one reading compared twice is one reading
                }
            }
            return values;
        }
    }

    /** A monitor calibrated with residuals, as if the model always said 0. */
    private static ResidualMonitor calibrated(Wandering wandering) {
        RigRecord record = new RigRecord(TWIN);
        List<String> tags = TWIN.tags();
        for (int row = 0; row < CALIBRATION; row++) {
            double[] residuals = wandering.next();
            double[] values = new double[tags.size()];
            for (int i = 0; i < OUTPUTS; i++) {
                values[tags.indexOf(TWIN.outputs().get(i).tag())] = residuals[i];
            }
            for (TwinDefinition.Output output : TWIN.outputs()) {
                if (!output.other().isEmpty()) {
                    values[tags.indexOf(output.other())] = 0;
                }
            }
            record.add(row, values);
        }
        return new ResidualMonitor(
                TWIN, ResidualMonitor.calibrate(TWIN, record, new double[CALIBRATION][OUTPUTS], 0.5));
    }

    @Test
    void theLimitIsSiegmunds() {
        // one side of the table of the requirement: two-sided 9636 samples at h = 8, 66 000 at h = 10
        assertThat(ControlLimit.samples(8) / 2).isCloseTo(9636, within(200.0));
        assertThat(ControlLimit.samples(10) / 2).isCloseTo(66_000, within(6000.0));
        assertThat(ControlLimit.of(ControlLimit.samples(13))).isCloseTo(13, within(1e-6));
    }

    @Test
    void aDayWithoutFaultsHasAtMostOneAlarm() {
        for (double memory : new double[] {0, 0.6}) {
            Wandering wandering = new Wandering(memory);
            ResidualMonitor monitor = calibrated(wandering);
            int alarms = 0;
            int[] before = new int[OUTPUTS];
            for (int second = 0; second < ResidualMonitor.DAY; second++) {
                monitor.take(second, wandering.next());
                int[] now = monitor.alarms();
                for (int i = 0; i < OUTPUTS; i++) {
                    alarms += now[i] != 0 && before[i] == 0 ? 1 : 0;
                }
                before = now;
                assertThat(monitor.joint()).isFalse();
            }
            assertThat(alarms).as("memory " + memory).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void errorsOfTwoSigmaAreFoundWithinTwelveSamples() {
        Wandering wandering = new Wandering(0.6);
        ResidualMonitor monitor = calibrated(wandering);
        List<Integer> delays = new ArrayList<>();
        for (int output = 0; output < OUTPUTS; output++) {
            if (TWIN.outputs().get(output).everySeconds() > 0) {
                continue;
            }
            for (int sign = -1; sign <= 1; sign += 2) {
                monitor.reset();
                int delay = 0;
                for (int second = 0; second < 120 && delay == 0; second++) {
                    double[] residuals = wandering.next();
                    residuals[output] += second < 60 ? 0 : sign * monitor.error(output, 2);
                    monitor.take(second, residuals);
                    delay = second >= 60 && monitor.alarms()[output] == sign ? second - 59 : 0;
                }
                if (delay > 0) {
                    delays.add(delay);
                }
            }
        }
        delays.sort(null);
        long tried =
                TWIN.outputs().stream().filter(each -> each.everySeconds() == 0).count() * 2;
        assertThat(delays.size()).isGreaterThanOrEqualTo((int) Math.ceil(0.95 * tried));
        assertThat(delays.get(delays.size() / 2)).isLessThanOrEqualTo(12);
    }

    @Test
    void whatHasNoGoodValueIsLeftOut() {
        Wandering wandering = new Wandering(0);
        ResidualMonitor monitor = calibrated(wandering);
        double[] none = new double[OUTPUTS];
        Arrays.fill(none, Double.NaN);
        for (int second = 0; second < 600; second++) {
            monitor.take(second, none);
        }
        assertThat(monitor.alarms()).containsOnly(0);
        assertThat(monitor.joint()).isFalse();
        assertThat(monitor.offset(0)).isCloseTo(5, within(0.1));
        assertThat(monitor.sigma(0)).isCloseTo(TWIN.outputs().get(0).accuracy(), within(0.01));
    }
}
