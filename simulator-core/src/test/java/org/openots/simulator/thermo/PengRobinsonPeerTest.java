package org.openots.simulator.thermo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.openots.common.validation.Topic;
import org.openots.common.validation.Validation;

/** Peng-Robinson against an independent implementation with the same critical points. */
class PengRobinsonPeerTest {
    private static final List<CriticalPoint> SPECIES = List.of(
            new CriticalPoint(369.83, 4248000, 0.152),
            new CriticalPoint(407.85, 3640000, 0.186),
            new CriticalPoint(425.12, 3796000, 0.2),
            new CriticalPoint(460.39, 3381000, 0.229),
            new CriticalPoint(469.7, 3370000, 0.252),
            new CriticalPoint(507.6, 3025000, 0.3),
            new CriticalPoint(540.2, 2740000, 0.35));
    private static final double[] Z = {0.05, 0.3, 0.2, 0.15, 0.14, 0.1, 0.06};

    private static PengRobinson equation(boolean interacting) {
        double[][] k = new double[7][7];
        if (interacting) {
            k[0][6] = 0.02;
            k[6][0] = 0.02;
            k[1][5] = -0.01;
            k[5][1] = -0.01;
        }
        return new PengRobinson(SPECIES, k);
    }

    @TestFactory
    Stream<DynamicTest> volumesEnthalpiesAndFugacities() {
        return ReferenceTable.read("peng-robinson-peer", "states").stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.text("phase") + " at " + row.text("temperature_K") + " K, interaction "
                                + row.text("interaction"),
                        () -> compare(row)));
    }

    private static void compare(ReferenceTable.Row row) {
        PengRobinson equation = equation(row.text("interaction").equals("yes"));
        Phase phase = Phase.valueOf(row.text("phase"));
        double t = row.number("temperature_K");
        double p = row.number("pressure_Pa");
        double[] logs = new double[7];
        equation.logFugacityCoefficients(phase, t, p, Z, logs);
        for (int i = 0; i < 7; i++) {
            assertThat(logs[i]).as("ln phi of %s", i).isCloseTo(row.number("ln_phi_" + i), within(1e-9));
        }
        double volume = row.number("volume_m3_mol");
        assertThat(equation.molarVolume(phase, t, p, Z)).isCloseTo(volume, within(1e-9 * volume));
        double departure = row.number("departure_J_mol");
        assertThat(equation.enthalpyDeparture(phase, t, p, Z)).isCloseTo(departure, within(-1e-9 * departure));
        double z = equation.compressibility(phase, t, p, Z);
        assertThat(z * 8.31446261815324 * t / p).isCloseTo(volume, within(1e-9 * volume));
    }

    /** What the rows above compare one by one, for the page: the worst of all. */
    @Test
    void worstDeviationIsStated() {
        double worst = 0;
        for (ReferenceTable.Row row : ReferenceTable.read("peng-robinson-peer", "states")) {
            PengRobinson equation = equation(row.text("interaction").equals("yes"));
            Phase phase = Phase.valueOf(row.text("phase"));
            double[] logs = new double[7];
            equation.logFugacityCoefficients(phase, row.number("temperature_K"), row.number("pressure_Pa"), Z, logs);
            for (int i = 0; i < 7; i++) {
                worst = Math.max(worst, Math.abs(logs[i] - row.number("ln_phi_" + i)));
            }
        }
        Validation.claim(Topic.PROPERTIES, "peng-robinson.peer")
                .says(
                        "Peng-Robinson，七组分：逸度系数对数与独立实现的最大偏差",
                        "Peng-Robinson, seven components: largest deviation of ln phi from an independent implementation")
                .unit("1")
                .source("reference/peng-robinson-peer/SOURCE.md")
                .atMost(1e-9, worst);
    }

    @Test
    void fugacitiesExplicitInVolumeAreTheSame() {
        PengRobinson equation = new PengRobinson(SPECIES);
        double[] byPressure = new double[7];
        double[] byVolume = new double[7];
        double v = equation.molarVolume(Phase.VAPOUR, 340, 5e5, Z);
        assertThat(equation.pressure(340, v, Z)).isCloseTo(5e5, within(1e-4));
        equation.logFugacityCoefficients(Phase.VAPOUR, 340, 5e5, Z, byPressure);
        equation.logFugacities(340, v, Z, byVolume);
        for (int i = 0; i < 7; i++) {
            assertThat(byVolume[i] - Math.log(5e5)).isCloseTo(byPressure[i], within(1e-11));
        }
    }

    @Test
    void aPhaseThatDoesNotExistStaysAtItsSpinodal() {
        PengRobinson equation = new PengRobinson(SPECIES);
        double t = 430;
        List<Double> liquid = new ArrayList<>();
        for (double p : new double[] {1e3, 1e4}) { // far below the boiling pressure, where only a vapour exists
            double v = equation.molarVolume(Phase.LIQUID, t, p, Z);
            double up = equation.pressure(t, v * 1.0001, Z);
            double down = equation.pressure(t, v * 0.9999, Z);
            assertThat(up).as("a minimum of the pressure").isGreaterThan(equation.pressure(t, v, Z));
            assertThat(down).isGreaterThan(equation.pressure(t, v, Z));
            liquid.add(v);
        }
        assertThat(liquid.get(0)).isEqualTo(liquid.get(1));
        double vapour = equation.molarVolume(Phase.VAPOUR, 300, 3e6, Z);
        assertThat(vapour).isGreaterThan(10 * equation.molarVolume(Phase.LIQUID, 300, 3e6, Z));
        assertThat(Arrays.stream(Z).sum()).isCloseTo(1, within(1e-12));
    }
}
