package org.openots.simulator.consequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.openots.common.error.OtsException;
import org.openots.common.unit.PhysicalConstants;

class LeakTest {
    private static final double PSI = 6894.757;
    private static final double POUND = 0.45359237;

    /** Crowl and Louvar, Chemical Process Safety, example 4-1: benzene at 100 psig through a hole of a quarter inch. */
    @Test
    void benzeneThroughAHoleInAPipeline() {
        Leak hole = new Leak(0.25 * 0.0254, Leak.SHARP_EDGE);
        double flow = hole.liquid(0.8794 * 62.4 * POUND / Math.pow(0.3048, 3), 100 * PSI, 0);
        // 1.48 lb/s, printed with three digits
        assertThat(flow / POUND).isCloseTo(1.48, within(0.005));
    }

    @Test
    void aTankEmptiesByTorricelli() {
        Leak hole = new Leak(0.02, 1);
        double velocity = hole.liquid(800, 0, 5) / (800 * hole.area());
        assertThat(velocity).isCloseTo(Math.sqrt(2 * PhysicalConstants.GRAVITY * 5), within(1e-12));
        assertThat(hole.liquid(800, -5e4, 5)).as("vacuum holds it back").isZero();
        assertThat(hole.liquid(800, 4e5, 0)).isCloseTo(2 * hole.liquid(800, 1e5, 0), within(1e-9));
    }

    /** Fliegner's formula for choked air: m sqrt(T)/(A P) = 0.0404 kg K^0.5/(s N). */
    @Test
    void chokedAirFollowsFliegner() {
        Leak nozzle = new Leak(0.01, 1);
        Leak.Gas air = new Leak.Gas(5e5, 300, 0.0289647, 1.4);
        double flow = nozzle.gas(air, 1e5);
        assertThat(flow * Math.sqrt(300) / (nozzle.area() * 5e5)).isCloseTo(0.0404, within(0.00005));
        assertThat(air.criticalRatio()).isCloseTo(0.5283, within(0.00005));
        assertThat(nozzle.gas(air, 2e5))
                .as("choked: the back pressure does not matter")
                .isEqualTo(flow);
    }

    @Test
    void gasFlowIsContinuousWhereItChokesAndZeroWithoutAPressureDifference() {
        Leak hole = new Leak(0.01, Leak.SHARP_EDGE);
        Leak.Gas butane = new Leak.Gas(4e5, 320, 0.0581, 1.09);
        double critical = 4e5 * butane.criticalRatio();
        assertThat(hole.gas(butane, critical * 1.0001))
                .isCloseTo(hole.gas(butane, critical * 0.9999), within(1e-6 * hole.gas(butane, critical)));
        assertThat(hole.gas(butane, 3.9e5)).isLessThan(hole.gas(butane, 3e5));
        assertThat(hole.gas(butane, 4e5)).isZero();
        assertThat(hole.gas(butane, 6e5)).isZero();
        // near equal pressures a gas flows like a liquid of its density
        double density = 4e5 * 0.0581 / (PhysicalConstants.GAS_CONSTANT * 320);
        assertThat(hole.gas(butane, 4e5 - 100))
                .isCloseTo(hole.liquid(density, 100, 0), within(1e-3 * hole.gas(butane, 4e5 - 100)));
    }

    @Test
    void superheatTurnsIntoVapour() {
        assertThat(Leak.flashFraction(300, 310, 2300, 4e5)).isZero();
        // little superheat: cp (T - Tb)/dHv
        assertThat(Leak.flashFraction(301, 300, 2300, 4e5)).isCloseTo(2300 / 4e5, within(2e-5));
        assertThat(Leak.flashFraction(800, 300, 2300, 4e5)).isBetween(0.9, 1.0);
    }

    @Test
    void impossibleFiguresAreRefusedInBothLanguages() {
        assertThatThrownBy(() -> new Leak(-0.01, 0.61)).isInstanceOfSatisfying(OtsException.class, e -> {
            assertThat(e.messageIn(Locale.ENGLISH)).contains("diameter", "-0.01");
            assertThat(e.messageIn(Locale.CHINA)).contains("diameter", "-0.01", "必须");
        });
        assertThatThrownBy(() -> new Leak(0.01, 1.2)).isInstanceOf(OtsException.class);
        assertThatThrownBy(() -> new Leak(0.01, 0.6).liquid(Double.NaN, 1e5, 0)).isInstanceOf(OtsException.class);
        assertThatThrownBy(() -> new Leak.Gas(1e5, 300, 0.03, 1)).isInstanceOf(OtsException.class);
    }
}
