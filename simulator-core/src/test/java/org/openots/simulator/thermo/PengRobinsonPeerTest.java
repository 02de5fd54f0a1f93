package org.openots.simulator.thermo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Peng-Robinson against an independent implementation, PRMIX of the open library CalebBell/thermo 0.6.1, with the same
 * critical points. Tolerance 1e-9: both solve a cubic to rounding, and the heaviest liquid loses three digits.
 */
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

    private record Peer(double volume, double departure, double... logs) {}

    private static void compare(PengRobinson equation, Phase phase, double t, double p, Peer peer) {
        double[] logs = new double[7];
        equation.logFugacityCoefficients(phase, t, p, Z, logs);
        for (int i = 0; i < 7; i++) {
            assertThat(logs[i]).as("ln phi of %s in the %s", i, phase).isCloseTo(peer.logs[i], within(1e-9));
        }
        assertThat(equation.molarVolume(phase, t, p, Z)).isCloseTo(peer.volume, within(1e-9 * peer.volume));
        assertThat(equation.enthalpyDeparture(phase, t, p, Z))
                .isCloseTo(peer.departure, within(1e-9 * -peer.departure));
    }

    @Test
    void withoutInteraction() {
        PengRobinson equation = new PengRobinson(SPECIES);
        compare(
                equation,
                Phase.LIQUID,
                340,
                5e5,
                new Peer(
                        0.00011806507305601514,
                        -22037.14098645989,
                        1.2538512518455978,
                        0.5099541044021443,
                        0.248909408146071,
                        -0.5096468865297279,
                        -0.7195644853850087,
                        -1.6590695515563745,
                        -2.583152648556762));
        compare(
                equation,
                Phase.VAPOUR,
                340,
                5e5,
                new Peer(
                        0.004898134060590818,
                        -1058.1830610663887,
                        -0.041850819921371046,
                        -0.08732216625357081,
                        -0.09649639926126813,
                        -0.14186367643388012,
                        -0.15174036929000728,
                        -0.2067605962734183,
                        -0.261948759727229));
        compare(
                equation,
                Phase.LIQUID,
                360,
                1.2e6,
                new Peer(
                        0.00012486815850430794,
                        -20986.756994030635,
                        0.6740676756726458,
                        0.0050609384226056875,
                        -0.22367408678295497,
                        -0.9058527927277034,
                        -1.0884758724012924,
                        -1.928215888905651,
                        -2.7533615780951095));
        compare(
                equation,
                Phase.VAPOUR,
                300,
                2e5,
                new Peer(
                        0.011577554647322966,
                        -479.4308250993193,
                        -0.02490868360917585,
                        -0.04892929274706992,
                        -0.05366147309764098,
                        -0.07757375506444911,
                        -0.08288850730469075,
                        -0.11203939199320186,
                        -0.14136892189305272));
    }

    @Test
    void withInteraction() {
        double[][] k = new double[7][7];
        k[0][6] = 0.02;
        k[6][0] = 0.02;
        k[1][5] = -0.01;
        k[5][1] = -0.01;
        PengRobinson equation = new PengRobinson(SPECIES, k);
        assertThat(equation.interacting()).isTrue();
        compare(
                equation,
                Phase.LIQUID,
                340,
                5e5,
                new Peer(
                        0.0001180263375335784,
                        -22052.495010585888,
                        1.266565427943112,
                        0.502526944684198,
                        0.2510386703460572,
                        -0.5072257861014098,
                        -0.7171325917584284,
                        -1.6851793646724715,
                        -2.5710122565015325));
        compare(
                equation,
                Phase.VAPOUR,
                340,
                5e5,
                new Peer(
                        0.0048975933329887325,
                        -1058.8949000369566,
                        -0.041377081207918,
                        -0.08757506516152902,
                        -0.09641054668955387,
                        -0.14178243428551854,
                        -0.1516601577702285,
                        -0.20770523344689126,
                        -0.2615611956435139));
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
