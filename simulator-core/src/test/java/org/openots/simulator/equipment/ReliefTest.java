package org.openots.simulator.equipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.openots.simulator.flowsheet.SmallPlant;

/** Relief devices and gas from and to the outside on a vessel of one cubic metre full of nitrogen. */
class ReliefTest {
    private static final double NITROGEN = 0.0280134;
    private static final double R = 8.314462618;

    /** The smoothed roots of gas flows are linear below some permille of the pressures: 2.5 % at most at these flows. */
    private static final Percentage ROOTS = Percentage.withPercentage(2.5);

    private static SmallPlant vessel() {
        return SmallPlant.of().vessel("v", 1, 1, "1 mol/s").with("gasSupplies", """
                        {'id': 'n2', 'to': 'v', 'valves': [{'tag': 'NV', 'area': '1 cm2'}], 'pipeArea': '10 cm2',
                         'pressure': '10 bar'}""");
    }

    private static SmallPlant relief(String list, String reseat) {
        return vessel().with(list, """
                        {'id': 'PSV', 'text': {'zh': '安全阀', 'en': 'Relief'}, 'holdup': 'v', 'setPressure': '5 bar',%s
                         'header': '1 atm', 'area': '4 cm2'}""".formatted(reseat)).build();
    }

    /** IEC 60534 at choked flow: x = 0.7, Y = 2/3: n = A (2 rho/M)^0.5 Y (0.7 p)^0.5. */
    private static double choked(double area, double pressure, double temperature) {
        double molar = pressure / (R * temperature);
        return area * Math.sqrt(2 * molar / NITROGEN) * 2 / 3 * Math.sqrt(0.7 * pressure);
    }

    @Test
    void inertSupplyChokes() {
        SmallPlant plant = vessel().build().set("NV", 1).settle();
        double area = 1 / Math.sqrt(1 / (1e-4 * 1e-4) + 1 / (1e-3 * 1e-3));
        assertThat(plant.read("n2.n")).isCloseTo(choked(area, 10e5, 298.15), ROOTS);
        assertThat(plant.read("n2.m")).isCloseTo(plant.read("n2.n") * NITROGEN, within(1e-6));
        double before = plant.read("v.P");
        plant.run(10, 0.1);
        assertThat(plant.read("v.P")).isGreaterThan(before + 1e5);
        plant.run(600, 0.5);
        assertThat(plant.read("v.P")).as("as far as the header").isCloseTo(10e5, within(3e3));
        plant.set("n2.pressure", 3e5).set("ambient.temperature", 303.15).run(60, 0.5);
        assertThat(plant.read("n2.n")).as("a check valve").isZero();
    }

    /** Two per cent of the pipe's area when the shut valves pass. */
    @Test
    void shutSupplyValvesMayPass() {
        SmallPlant plant = vessel().build().settle();
        assertThat(plant.read("n2.n")).isZero();
        assertThat(plant.set("n2.leak", 1).settle().read("n2.n")).isCloseTo(choked(2e-5, 10e5, 298.15), ROOTS);
    }

    @Test
    void reliefValvePopsAndReseats() {
        SmallPlant plant =
                relief("reliefValves", " 'reseatPressure': '4.5 bar',").set("NV", 1);
        while (plant.read("v.P") < 4.95e5) {
            plant.run(0.1, 0.1);
            assertThat(plant.read("PSV.open")).isZero();
        }
        for (int i = 0; i < 20 && plant.read("PSV.open") == 0; i++) {
            plant.run(0.1, 0.1);
        }
        assertThat(plant.read("PSV.open")).isEqualTo(1);
        double pressure = plant.read("v.P");
        // nozzle: the coefficient of API 520-1 at k = 1.1 instead of the control valve's 2/3 sqrt(2 x_T)
        double nozzle = Math.sqrt(1.1) * Math.pow(2 / 2.1, 2.1 / 0.2) / (2.0 / 3 * Math.sqrt(2 * 0.7));
        double expected = nozzle * choked(4e-4, pressure, plant.read("v.T")) * NITROGEN;
        assertThat(plant.read("PSV.m")).isCloseTo(expected, ROOTS);
        plant.set("NV", 0);
        while (plant.read("v.P") > 4.52e5) {
            plant.run(0.1, 0.1);
            assertThat(plant.read("PSV.open"))
                    .as("open down to the reseating pressure")
                    .isEqualTo(1);
        }
        plant.run(5, 0.1);
        assertThat(plant.read("PSV.open")).isZero();
        assertThat(plant.read("v.P")).isCloseTo(4.5e5, within(8e3));
        assertThat(plant.worstClosure()).isLessThanOrEqualTo(1e-9);
    }

    @Test
    void ruptureDiscStaysOpen() {
        SmallPlant plant = relief("ruptureDiscs", "")
                .set("NV", 1)
                .run(60, 0.1)
                .set("NV", 0)
                .run(120, 0.5);
        assertThat(plant.read("PSV.open")).isEqualTo(1);
        assertThat(plant.read("v.P")).as("down to the header").isCloseTo(101_325, within(1000.0));
        plant.set("PSV.lift", 0).settle();
        assertThat(plant.read("PSV.open")).as("a new disc").isZero();
    }

    @Test
    void aBlockedInletDoesNotOpenAndALeakDoesNotClose() {
        SmallPlant blocked = relief("reliefValves", " 'reseatPressure': '4.5 bar',")
                .set("NV", 1)
                .set("PSV.available", 0);
        assertThat(blocked.run(300, 0.5).read("v.P")).isGreaterThan(9e5);
        assertThat(blocked.read("PSV.m")).isZero();
        SmallPlant leaking = relief("reliefValves", " 'reseatPressure': '4.5 bar',")
                .set("NV", 1)
                .run(5, 0.1)
                .set("NV", 0);
        leaking.set("PSV.leak", 0.1).settle();
        assertThat(leaking.read("PSV.open")).isCloseTo(0.1, within(1e-12));
        assertThat(leaking.read("PSV.m")).isPositive();
    }

    /** A vessel full of liquid relieves liquid: A (2 rho dp)^0.5. */
    @Test
    void aFullVesselRelievesLiquid() {
        SmallPlant plant = relief("reliefValves", " 'reseatPressure': '4.5 bar',")
                .charge("v", 0, 0.975)
                .set("NV", 1)
                .run(4, 0.1);
        plant.set("PSV.lift", 1).set("NV", 0).settle();
        double dp = plant.read("v.P") - 101_325;
        double above = plant.read("v.V") - 0.95;
        double wet = 0.5 * (1 + above / Math.hypot(above, 0.01));
        double gas = (1 - wet) * choked(4e-4, plant.read("v.P"), plant.read("v.T")) * NITROGEN;
        assertThat(plant.read("PSV.m"))
                .isCloseTo(wet * 4e-4 * Math.sqrt(2 * 997 * dp) + gas, Percentage.withPercentage(3));
    }

    private static SmallPlant evacuated() {
        return vessel().with("vents", """
                        {'id': 'pump', 'holdup': 'v', 'reversalWidth': '5 Pa', 'header': '80 kPa',
                         'openings': [{'valve': 'PUMP', 'area': '1 cm2'}]}""").with("vacuumBreakers", """
                        {'id': 'VB', 'text': {'zh': '真空破坏阀', 'en': 'Vacuum breaker'}, 'holdup': 'v',
                         'setting': '2 kPa', 'area': '2 cm2'}""").build().set("PUMP", 0.5);
    }

    @Test
    void vacuumBreakerLiftsBetweenItsSettingAndTwiceIt() {
        SmallPlant plant = evacuated().run(0.3, 0.1);
        assertThat(plant.read("VB.n")).as("shut above its setting").isZero();
        plant.run(600, 0.5);
        double vacuum = 101_325 - plant.read("v.P");
        assertThat(vacuum).isBetween(1900.0, 4000.0);
        assertThat(plant.read("VB.n")).as("lets in what is drawn out").isCloseTo(plant.read("pump.n"), ROOTS);
        double lift = Math.min(1, vacuum / 2000 - 1);
        double molar = 101_325 / (R * 298.15);
        double x = vacuum / 101_325;
        double expected = 2e-4 * lift * Math.sqrt(2 * molar / NITROGEN * vacuum) * (1 - x / 2.1);
        assertThat(plant.read("VB.n")).isCloseTo(expected, Percentage.withPercentage(30));
        plant.set("VB.available", 0).run(600, 0.5);
        assertThat(plant.read("v.P")).as("a stuck disc").isCloseTo(80e3, within(500.0));
        assertThat(plant.worstClosure()).isLessThanOrEqualTo(1e-9);
    }

    /** An open vent chokes outwards and lets air in; a header's seal does not. */
    @Test
    void ventsGoBothWaysAndFlaresOne() {
        SmallPlant plant = vessel().with("vents", """
                        {'id': 'open', 'holdup': 'v', 'reversalWidth': '5 Pa',
                         'openings': [{'valve': 'VENT', 'area': '1 cm2', 'factor': 'open.clear'}]}""")
                .with("vents", """
                        {'id': 'flare', 'holdup': 'v', 'reversalWidth': '5 Pa', 'header': '2 bar',
                         'openings': [{'valves': [{'tag': 'FLARE', 'area': '1 cm2'}], 'pipeArea': '1 m2'}]}""")
                .build()
                .set("NV", 1)
                .run(60, 0.5)
                .set("NV", 0);
        double pressure = plant.read("v.P");
        plant.set("VENT", 1).settle();
        assertThat(plant.read("open.n")).isCloseTo(choked(1e-4, pressure, plant.read("v.T")), ROOTS);
        assertThat(plant.read("open.m")).isCloseTo(plant.read("open.n") * NITROGEN, within(1e-6));
        plant.set("open.clear", 0.25).settle();
        assertThat(plant.read("open.n"))
                .as("three quarters plugged")
                .isCloseTo(0.25 * choked(1e-4, pressure, plant.read("v.T")), ROOTS);
        plant.set("open.clear", 1).run(600, 0.5).set("FLARE", 1).settle();
        assertThat(plant.read("flare.n")).as("nothing comes back from 2 bar").isZero();
        plant.set("ambient.pressure", 105e3).run(30, 0.1);
        assertThat(plant.read("v.P")).as("air comes in").isCloseTo(105e3, within(200.0));
        assertThat(plant.worstClosure()).isLessThanOrEqualTo(1e-9);
    }
}
