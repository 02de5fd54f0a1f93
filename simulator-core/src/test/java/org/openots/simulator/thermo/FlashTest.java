package org.openots.simulator.thermo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.openots.common.error.OtsException;
import org.openots.common.unit.PhysicalConstants;

/** Flashes of every kind of package: what physics guarantees, and that they are each other's inverse. */
class FlashTest {
    private static final long SEED = 20260128;
    private static final PropertyDatabase DATABASE = new PropertyDatabase();
    private static final List<String> PARAFFINS =
            List.of("propane", "isobutane", "n-butane", "isopentane", "n-pentane", "n-hexane", "n-heptane");

    /** A mixture and the pressures it is tried at, Pa. */
    private record Mixture(String name, PropertyPackage properties, double low, double high) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Mixture> mixtures() {
        return Stream.of(
                new Mixture("ethanol-water", DATABASE.binary("ethanol-water"), 2e4, 3e5),
                new Mixture("methanol-water", DATABASE.binary("methanol-water"), 2e4, 3e5),
                new Mixture("benzene-toluene", DATABASE.binary("benzene-toluene"), 2e4, 3e5),
                new Mixture("isobutane-n-heptane", DATABASE.binary("isobutane-n-heptane"), 1e5, 1.5e6),
                new Mixture("seven paraffins", DATABASE.pengRobinson(PARAFFINS, "nitrogen"), 5e4, 2e6));
    }

    private interface Trial {
        void run(Mixture mixture, Equilibrium equilibrium, double pressure, double[] z);
    }

    private static Stream<DynamicTest> trials(int count, Trial trial) {
        return mixtures()
                .map(mixture -> DynamicTest.dynamicTest(mixture + ", seed " + SEED, () -> {
                    Random random = new Random(SEED);
                    Equilibrium equilibrium = new Equilibrium(mixture.properties());
                    for (int n = 0; n < count; n++) {
                        double share = random.nextDouble();
                        double[] z = composition(
                                random, mixture.properties().components().size());
                        trial.run(mixture, equilibrium, mixture.low() + share * (mixture.high() - mixture.low()), z);
                    }
                }));
    }

    private static double[] composition(Random random, int count) {
        double[] z = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            z[i] = 0.02 + random.nextDouble();
            sum += z[i];
        }
        for (int i = 0; i < count; i++) {
            z[i] /= sum;
        }
        return z;
    }

    @TestFactory
    Stream<DynamicTest> phasesAreInEquilibriumAndMatterIsKept() {
        return trials(40, (mixture, equilibrium, pressure, z) -> {
            FlashResult half = equilibrium.flashAtVapourFraction(pressure, 0.4, z);
            EquilibriumPoint phases = half.phases();
            double[] k = mixture.properties()
                    .equilibriumRatios(phases.temperature(), pressure, phases.liquid(), phases.vapour());
            for (int i = 0; i < z.length; i++) {
                double x = phases.liquid()[i];
                double y = phases.vapour()[i];
                assertThat(0.6 * x + 0.4 * y).isCloseTo(z[i], within(1e-8));
                assertThat(k[i] * x).as("y of %s at %s Pa", i, pressure).isCloseTo(y, within(1e-8));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> bubbleAndDewPointEncloseTheFlash() {
        return trials(25, (mixture, equilibrium, pressure, z) -> {
            EquilibriumPoint bubble = equilibrium.bubblePoint(pressure, z);
            EquilibriumPoint dew = equilibrium.dewPoint(pressure, z);
            assertThat(dew.temperature()).isGreaterThan(bubble.temperature() - 1e-7);
            assertThat(equilibrium
                            .flash(bubble.temperature() - 0.01, pressure, z)
                            .vapourFraction())
                    .isZero();
            assertThat(equilibrium.flash(dew.temperature() + 0.01, pressure, z).vapourFraction())
                    .isEqualTo(1);
            assertThat(equilibrium.bubblePoint(pressure, dew.liquid()).temperature())
                    .as("the dew's liquid boils there")
                    .isCloseTo(dew.temperature(), within(1e-5));
        });
    }

    @TestFactory
    Stream<DynamicTest> enthalpyAndTemperatureAreEachOthersInverse() {
        return trials(25, (mixture, equilibrium, pressure, z) -> {
            double bubble = equilibrium.bubblePoint(pressure, z).temperature();
            double dew = equilibrium.dewPoint(pressure, z).temperature();
            for (double t : new double[] {bubble - 15, bubble + 0.3 * (dew - bubble), dew + 20}) {
                if (!mixture.properties().limits().covers(t)) {
                    continue;
                }
                FlashResult there = equilibrium.flash(t, pressure, z);
                FlashResult back = equilibrium.flashAtEnthalpy(pressure, equilibrium.enthalpy(there), z);
                assertThat(back.phases().temperature()).isCloseTo(t, within(1e-5));
                assertThat(back.vapourFraction()).isCloseTo(there.vapourFraction(), within(1e-5));
            }
        });
    }

    @Test
    void aPureComponentEvaporatesByItsLatentHeat() {
        for (String id : List.of("n-butane", "n-hexane")) {
            PropertyPackage pure = DATABASE.pengRobinson(List.of(id), "nitrogen");
            Equilibrium equilibrium = new Equilibrium(pure);
            double t = equilibrium.bubblePoint(101_325, 1).temperature();
            double liquid = pure.molarEnthalpy(Phase.LIQUID, t, 101_325, new double[] {1});
            double vapour = pure.molarEnthalpy(Phase.VAPOUR, t, 101_325, new double[] {1});
            FlashResult third = equilibrium.flashAtEnthalpy(101_325, liquid + (vapour - liquid) / 3, 1);
            assertThat(third.vapourFraction()).isCloseTo(1.0 / 3, within(1e-9));
            assertThat(third.phases().temperature()).isCloseTo(t, within(1e-6));
            double latent = DATABASE.vaporisationEnthalpy(id, t);
            // the equation of state is good to 2 % in latent heats
            assertThat(vapour - liquid).isCloseTo(latent, within(0.02 * latent));
        }
    }

    @Test
    void enthalpiesCountFromTheLiquidAt25Degrees() {
        double t = PhysicalConstants.REFERENCE_TEMPERATURE;
        double[] one = {1};
        assertThat(DATABASE.nrtl(List.of("ethanol"), "air").molarEnthalpy(Phase.LIQUID, t, 1e5, one))
                .isZero();
        for (String id : List.of("n-butane", "n-heptane")) {
            PropertyPackage pure = DATABASE.pengRobinson(List.of(id), "nitrogen");
            double saturation = pure.equationOfState().orElseThrow().saturationPressure(0, t, 1e5);
            assertThat(pure.molarEnthalpy(Phase.LIQUID, t, saturation, one)).isCloseTo(0, within(1e-6));
            Component component = pure.components().get(0);
            double cp = (pure.molarEnthalpy(Phase.LIQUID, t + 1, 5e5, one)
                            - pure.molarEnthalpy(Phase.LIQUID, t - 1, 5e5, one))
                    / 2;
            // heat capacities of liquids are the weak side of cubic equations of state: 10 %
            double measured = component.liquidHeatCapacity().value(t);
            assertThat(cp).isCloseTo(measured, within(0.1 * measured));
        }
    }

    @Test
    void resultsBeyondTheComparedRangeAreMarked() {
        Equilibrium ethanol = new Equilibrium(DATABASE.binary("ethanol-water"));
        assertThat(ethanol.bubblePoint(101_325, 0.3, 0.7).extrapolated()).isFalse();
        assertThat(ethanol.bubblePoint(5e5, 0.3, 0.7).extrapolated())
                .as("pressure")
                .isTrue();
        assertThat(ethanol.bubblePoint(2e3, 0.3, 0.7).extrapolated())
                .as("temperature")
                .isTrue();
        assertThat(ethanol.flash(320, 5e5, 0.3, 0.7).phases().extrapolated()).isTrue();
        Equilibrium paraffins = new Equilibrium(DATABASE.binary("n-butane-n-hexane"));
        assertThat(paraffins.bubblePoint(1e6, 0.3, 0.7).extrapolated()).isFalse();
        assertThat(paraffins.bubblePoint(1e3, 0.3, 0.7).extrapolated()).isTrue();
    }

    @Test
    void impossibleFlashesAreRefused() {
        Equilibrium paraffins = new Equilibrium(DATABASE.binary("n-butane-n-hexane"));
        refused(PropertyError.NO_SATURATION, () -> paraffins.bubblePoint(1e8, 0.5, 0.5));
        refused(PropertyError.NOT_A_SHARE, () -> paraffins.flashAtVapourFraction(1e5, 1.1, 0.5, 0.5));
        refused(PropertyError.NOT_A_SHARE, () -> paraffins.flashAtVapourFraction(1e5, Double.NaN, 0.5, 0.5));
        refused(PropertyError.ENTHALPY_RANGE, () -> paraffins.flashAtEnthalpy(1e5, 1e9, 0.5, 0.5));
        refused(PropertyError.ENTHALPY_RANGE, () -> paraffins.flashAtEnthalpy(1e5, -1e9, 0.5, 0.5));
        refused(PropertyError.NO_IDEAL_PAIR, () -> DATABASE.ideal(List.of("ethanol", "toluene"), "air"));
        refused(PropertyError.NO_SYSTEM, () -> DATABASE.binary("ethanol-toluene"));
    }

    private static void refused(PropertyError code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        OtsException.class,
                        e -> assertThat(e.errorCode()).as(e.getMessage()).isEqualTo(code));
    }

    /** Near critical: pure n-heptane does not boil at 30 bar any more, butane still does. */
    @Test
    void aboveTheCriticalPressureOfOneComponent() {
        Equilibrium mixture = new Equilibrium(DATABASE.binary("n-butane-n-heptane"));
        assertThat(mixture.bubblePoint(3e6, 0.95, 0.05).temperature()).isBetween(400.0, 440.0);
        refused(PropertyError.NO_SATURATION, () -> mixture.bubblePoint(3e6, 0, 1));
        assertThat(mixture.azeotrope(3e6)).isEmpty();
        FlashResult gas = mixture.flash(530, 3e6, 0.5, 0.5);
        assertThat(gas.vapourFraction()).isEqualTo(1);
        FlashResult liquid = mixture.flash(350, 2e7, 0.5, 0.5);
        assertThat(liquid.vapourFraction()).isZero();
    }

    @Test
    void everyKnownBinaryBoilsInBothOrders() {
        List<String> names = DATABASE.binaries();
        assertThat(names).contains("ethanol-water", "methanol-water", "benzene-toluene", "n-butane-n-pentane");
        for (String name : names) {
            PropertyPackage straight = DATABASE.binary(name);
            String first = straight.components().get(0).id();
            String second = straight.components().get(1).id();
            assertThat(first + "-" + second).isEqualTo(name);
            EquilibriumPoint one = new Equilibrium(straight).bubblePoint(2e5, 0.3, 0.7);
            EquilibriumPoint other = new Equilibrium(DATABASE.binary(second + "-" + first)).bubblePoint(2e5, 0.7, 0.3);
            assertThat(other.temperature()).as(name).isCloseTo(one.temperature(), within(1e-6));
            assertThat(other.vapour()[1]).as(name).isCloseTo(one.vapour()[0], within(1e-8));
        }
    }
}
