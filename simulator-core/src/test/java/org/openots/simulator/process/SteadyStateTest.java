package org.openots.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openots.common.unit.PhysicalConstants;
import org.openots.simulator.thermo.Equilibrium;
import org.openots.simulator.thermo.PropertyDatabase;

class SteadyStateTest {
    private static final int TRAYS = 14;

    @Test
    void aSteadyStateIsAFixedPoint() {
        Rig rig = Rig.totalReflux();
        double[] before = profile(rig);
        double reflux = rig.read("reflux.m");
        double loss = rig.read("sump.P") - rig.read("tray-1.P");
        rig.run(600, 0.1);
        double[] after = profile(rig);
        for (int i = 0; i < TRAYS; i++) {
            // In ten minutes the open vent lets one percent of the sump's ethanol go: 0.07 K at the lowest tray.
            assertThat(after[i]).as("tray %s", i + 1).isCloseTo(before[i], within(0.1));
        }
        assertThat(rig.read("reflux.m")).isCloseTo(reflux, within(1e-3 * reflux));
        assertThat(rig.read("sump.P") - rig.read("tray-1.P")).isCloseTo(loss, within(2e-3 * loss));
    }

    @Test
    void ticksOfAnyLengthGiveTheSameTransient() {
        Rig coarse = loadStep(0.5);
        Rig middle = loadStep(0.1);
        Rig fine = loadStep(0.05);
        same(coarse, fine, 0.05, 2e-3);
        same(middle, fine, 0.02, 1e-3);
    }

    private static Rig loadStep(double tick) {
        Rig rig = Rig.totalReflux();
        rig.set("E-703", 16e3 / Rig.INSTALLED_POWER);
        rig.set("P-702A", 0.5);
        rig.run(120, tick);
        rig.set("FV-705", 0.5);
        rig.run(120, tick);
        rig.set("E-703", 10e3 / Rig.INSTALLED_POWER);
        rig.run(60, tick);
        return rig;
    }

    /** Temperatures within kelvins, everything else within a relative share. */
    private static void same(Rig one, Rig other, double kelvins, double share) {
        double[] a = profile(one);
        double[] b = profile(other);
        for (int i = 0; i < TRAYS; i++) {
            assertThat(a[i]).as("tray %s", i + 1).isCloseTo(b[i], within(kelvins));
        }
        for (String name : List.of("sump.T", "condenser.T", "drum.T", "heater.T")) {
            assertThat(one.read(name)).as(name).isCloseTo(other.read(name), within(kelvins));
        }
        for (String name : List.of("sump.level", "drum.level", "sump.P", "drum.w", "sump.w", "reflux.m")) {
            assertThat(one.read(name)).as(name).isCloseTo(other.read(name), within(share * other.read(name)));
        }
    }

    private static double[] profile(Rig rig) {
        double[] t = new double[TRAYS];
        for (int i = 0; i < TRAYS; i++) {
            t[i] = rig.read("tray-" + (i + 1) + ".T");
        }
        return t;
    }

    @Test
    void totalRefluxApproachesTheAzeotropeAndNeverPassesIt() {
        Equilibrium equilibrium = new Equilibrium(new PropertyDatabase().nrtl(List.of("ethanol", "water"), "air"));
        double fraction = equilibrium
                .azeotrope(PhysicalConstants.STANDARD_ATMOSPHERE)
                .orElseThrow()
                .liquid()[0];
        double limit = fraction * 46.06844 / (fraction * 46.06844 + (1 - fraction) * 18.015268);
        Rig rig = Rig.cold();
        rig.model().charge("sump", new double[] {0.7, 0.3}, 0.035);
        rig.model().openLedger();
        rig.set("FV-705", 0.7);
        rig.set("E-703", 12.5e3 / Rig.INSTALLED_POWER);
        rig.open("HV-706", "HV-707");
        double highest = 0;
        for (int i = 0; i < 9000; i++) {
            rig.returnAll();
            rig.step(0.5);
            if (rig.read("drum.level") > 0.1) {
                highest = Math.max(highest, rig.read("drum.w"));
                assertThat(rig.read("tray-1.w")).isLessThan(limit + 1e-3);
            }
        }
        assertThat(highest)
                .as("mass fraction of the distillate, azeotrope %s", limit)
                .isLessThan(limit);
        assertThat(rig.read("drum.w")).isGreaterThan(limit - 0.02);
    }

    @Test
    void aPlantWithoutHeatRelaxesToItsSurroundings() {
        Rig rig = Rig.normal();
        rig.trip();
        rig.run(45 * 3600, 30);
        double ambient = rig.read("ambient.T");
        assertThat(rig.read("sump.T")).isCloseTo(ambient, within(0.5));
        assertThat(rig.read("condenser.T")).isCloseTo(ambient, within(0.5));
        // Vapour that wanders between wet trays and the breathing vent still carries about 0.2 W.
        for (double t : profile(rig)) {
            assertThat(t).isCloseTo(ambient, within(1.0));
        }
        assertThat(rig.read("heater.T")).isCloseTo(ambient, within(0.5));
        // The drum's ethanol evaporates into the air that breathes through the vent and cools it a little.
        assertThat(rig.read("drum.T")).isCloseTo(ambient, within(4.0));
        // Twenty pascals are ten widths of the vent's onset.
        for (String name : List.of("sump.P", "tray-1.P", "condenser.P", "drum.P", "product-tank.P")) {
            assertThat(rig.read(name)).as(name).isCloseTo(rig.read("ambient.P"), within(20.0));
        }
        assertThat(rig.worstClosure()).isLessThanOrEqualTo(1e-9);
    }
}
