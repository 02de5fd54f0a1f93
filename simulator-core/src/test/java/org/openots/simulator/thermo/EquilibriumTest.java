package org.openots.simulator.thermo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.openots.common.error.ErrorCode;
import org.openots.common.error.OtsException;

class EquilibriumTest {
    private static final double ATMOSPHERE = 101_325;

    private final Equilibrium ethanolWater =
            new Equilibrium(new PropertyDatabase().nrtl(List.of("ethanol", "water"), "air"));

    @Test
    void bubbleAndDewPointAreEachOthersInverse() {
        for (double x = 0; x <= 1; x += 0.05) {
            EquilibriumPoint bubble = ethanolWater.bubblePoint(ATMOSPHERE, x, 1 - x);
            EquilibriumPoint dew = ethanolWater.dewPoint(ATMOSPHERE, bubble.vapour());
            assertThat(dew.temperature()).as("T at x = %s", x).isCloseTo(bubble.temperature(), within(1e-6));
            if (Math.abs(x - bubble.vapour()[0]) > 0.02) {
                assertThat(dew.liquid()[0]).isCloseTo(x, within(1e-6));
            }
        }
    }

    @Test
    void flashClosesBalancesAndPhasesAreInEquilibrium() {
        Random random = new Random(20240607);
        int twoPhase = 0;
        for (int trial = 0; trial < 200; trial++) {
            double z = random.nextDouble();
            double pressure = 30e3 + 300e3 * random.nextDouble();
            double bubble = ethanolWater.bubblePoint(pressure, z, 1 - z).temperature();
            double dew = ethanolWater.dewPoint(pressure, z, 1 - z).temperature();
            double temperature = bubble - 2 + (dew - bubble + 4) * random.nextDouble();
            FlashResult result = ethanolWater.flash(temperature, pressure, z, 1 - z);
            double v = result.vapourFraction();
            EquilibriumPoint phases = result.phases();
            if (temperature < bubble) {
                assertThat(v).as("subcooled, seed 20240607 trial %s", trial).isZero();
            } else if (temperature > dew) {
                assertThat(v).as("superheated, seed 20240607 trial %s", trial).isEqualTo(1);
            } else {
                twoPhase++;
                assertThat(v * phases.vapour()[0] + (1 - v) * phases.liquid()[0])
                        .isCloseTo(z, within(1e-9));
                assertThat(ethanolWater.bubblePoint(pressure, phases.liquid()).temperature())
                        .isCloseTo(temperature, within(1e-5));
            }
        }
        assertThat(twoPhase).isGreaterThan(50);
    }

    @Test
    void threeComponentsFlashAndCondense() {
        PropertyDatabase database = new PropertyDatabase();
        List<Component> components =
                List.of(database.component("methanol"), database.component("ethanol"), database.component("water"));
        // Methanol and ethanol form a nearly ideal mixture; both pairs with water get one moderate repulsion.
        double[][] a = {{0, 0, 0.3}, {0, 0, 0.3}, {0.9, 0.9, 0}};
        double[][] alpha = {{0, 0.3, 0.3}, {0.3, 0, 0.3}, {0.3, 0.3, 0}};
        Equilibrium ternary = new Equilibrium(new NrtlPackage(
                components, database.inert("air"), new NrtlPackage.Interaction(a, new double[3][3], alpha)));
        double[] z = {0.2, 0.3, 0.5};
        EquilibriumPoint dew = ternary.dewPoint(ATMOSPHERE, z);
        EquilibriumPoint bubble = ternary.bubblePoint(ATMOSPHERE, z);
        FlashResult between = ternary.flash(0.5 * (dew.temperature() + bubble.temperature()), ATMOSPHERE, z);
        double v = between.vapourFraction();
        assertThat(v).isBetween(0.05, 0.95);
        for (int i = 0; i < 3; i++) {
            double sum = v * between.phases().vapour()[i]
                    + (1 - v) * between.phases().liquid()[i];
            assertThat(sum).isCloseTo(z[i], within(1e-9));
        }
        assertThat(ternary.bubblePoint(ATMOSPHERE, dew.liquid()).vapour()[1]).isCloseTo(0.3, within(1e-8));
    }

    @Test
    void pureComponentsBoilAtTheirSaturationTemperature() {
        VapourPressure water = new PropertyDatabase().component("water").vapourPressure();
        double t = ethanolWater.bubblePoint(ATMOSPHERE, 0, 1).temperature();
        assertThat(water.pressure(t)).isCloseTo(ATMOSPHERE, within(1e-3));
    }

    @Test
    void wrongArgumentsAreNamed() {
        refused(PropertyError.NOT_FRACTIONS, () -> ethanolWater.bubblePoint(ATMOSPHERE, 0.5, 0.6));
        refused(PropertyError.NOT_FRACTIONS, () -> ethanolWater.bubblePoint(ATMOSPHERE, 0.5));
        refused(PropertyError.NOT_FRACTIONS, () -> ethanolWater.dewPoint(ATMOSPHERE, -0.1, 1.1));
        refused(PropertyError.NOT_FRACTIONS, () -> ethanolWater.dewPoint(ATMOSPHERE, Double.NaN, 1));
        refused(PropertyError.NOT_A_PRESSURE, () -> ethanolWater.bubblePoint(0, 0.5, 0.5));
        refused(PropertyError.NOT_A_PRESSURE, () -> ethanolWater.flash(350, Double.NaN, 0.5, 0.5));
        refused(PropertyError.PRESSURE_RANGE, () -> ethanolWater.bubblePoint(1, 0.5, 0.5));
        refused(PropertyError.PRESSURE_RANGE, () -> ethanolWater.bubblePoint(1e9, 0.5, 0.5));
        refused(PropertyError.TEMPERATURE_RANGE, () -> ethanolWater.flash(100, ATMOSPHERE, 0.5, 0.5));
        Equilibrium pure = new Equilibrium(new PropertyDatabase().nrtl(List.of("water"), "air"));
        refused(PropertyError.NOT_BINARY, () -> pure.azeotrope(ATMOSPHERE));
    }

    @Test
    void aRefusalSaysThingValueRuleAndWhatToDo() {
        assertThatThrownBy(() -> ethanolWater.bubblePoint(-5, 0.5, 0.5))
                .isInstanceOfSatisfying(OtsException.class, e -> {
                    assertThat(e.messageIn(Locale.ENGLISH))
                            .contains("-5")
                            .contains("positive")
                            .contains("Convert");
                    assertThat(e.messageIn(Locale.CHINA)).contains("-5").contains("绝对压力");
                });
    }

    private static void refused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(code));
    }
}
