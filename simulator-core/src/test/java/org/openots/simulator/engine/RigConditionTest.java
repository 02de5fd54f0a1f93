package org.openots.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openots.simulator.plant.PlantPack;

/**
 * The conditions of the rig are what their names say, ring no alarm, and an hour without an operator leaves those that
 * run where they were. A change of the model that moves them is followed by
 * {@code openots plant ic --plant ethanol-water-rig --name cold-filled}, and the others.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RigConditionTest {
    private static final PlantPack PACK = PlantPack.shipped("ethanol-water-rig");
    private static final int HOUR = 3600;

    /** A plant at rest is watched this long, s. */
    private static final int REST = 600;

    private final Map<String, LeftAlone> watched = new HashMap<>();

    private LeftAlone left(String condition) {
        return watched.computeIfAbsent(
                condition, id -> new LeftAlone(PACK, id, id.startsWith("cold") ? REST : HOUR, "R-701"));
    }

    /** Nothing trips, no alarm asks for anybody, and the ledger closes to what rounding leaves. */
    @ParameterizedTest
    @ValueSource(strings = {"cold", "cold-filled", "total-reflux", "normal", "load-70", "hot-standby"})
    void conditionIsQuiet(String condition) {
        left(condition).wasQuiet();
        left(condition).lostNothing();
    }

    /**
     * Where A-1 stands after step 7: 55 to 67 % in the sump, the pump off, HV-705 shut, the vents open. 30 of the 240 L of
     * the feed tank (300 L for 100 %) are in the sump, a little in the lines.
     */
    @ParameterizedTest
    @CsvSource({
        "LIC-702, 61, 6, %",
        "LI-701, 70, 1, %",
        "LIC-703, 0, 0.5, %",
        "FIC-701, 0, 0, kg/h",
        "FIC-702, 0, 0, kg/h",
        "FIC-703, 0, 0, kg/h",
        "FI-704, 0, 0, kg/h",
        "FI-705, 0, 0, m3/h",
        "JI-701, 0, 0, kW",
        // the charge has the 25 degC of its surroundings; half a degree: condensing ethanol warms the trays a little
        "TI-708, 25, 0.5, degC",
        "TI-702, 25, 0.5, degC",
        // open to the air: no more than the vapour rising off the charge
        "PI-701, 0, 0.02, kPa",
        "PI-702, 0, 0.02, kPa"
    })
    void coldFilledIsChargedAndCold(String tag, double value, double tolerance, String unit) {
        assertThat(left("cold-filled").mean(tag)).as(tag + ", " + unit).isCloseTo(value, within(tolerance));
    }

    /** Five minutes later the same within the noise of a mean; the temperatures within what a tray gains in that time. */
    @ParameterizedTest
    @CsvSource({"LIC-702, 0.03, %", "LI-701, 0.02, %", "LIC-703, 0.03, %", "TI-708, 0.03, degC", "TI-702, 0.05, degC"})
    void coldFilledIsAtRest(String tag, double tolerance, String unit) {
        assertThat(left("cold-filled").drift(tag)).as(tag + ", " + unit).isCloseTo(0, within(tolerance));
    }

    @Test
    void coldFilledIsReadyForTheNextStep() {
        LeftAlone plant = left("cold-filled");
        for (String on : List.of("SW-701", "SW-702", "PPE", "AT-703.TEST")) {
            assertThat(plant.signal(on)).as(on).isEqualTo(1);
        }
        for (String open : List.of("HV-701", "HV-702", "HV-713", "HV-716", "HV-717")) {
            assertThat(plant.signal(open)).as(open).isEqualTo(100);
        }
        for (String off : List.of("P-701", "P-702A", "P-703", "E-701", "E-703", "HV-705", "HV-714")) {
            assertThat(plant.signal(off)).as(off).isZero();
        }
    }

    /** Where A-1 stands after step 13, with the sump topped up. */
    @ParameterizedTest
    @CsvSource({
        // neither feed nor products; the set power of 14 kW, the most that step 10 allows
        "FIC-701, 0, 0, kg/h",
        "FIC-703, 0, 0, kg/h",
        "FI-704, 0, 0, kg/h",
        "JI-701, 14, 0.1, kW",
        // step 11: 55 to 67 %; step 12: 35 to 65 %
        "LIC-702, 61, 6, %",
        "LIC-703, 50, 15, %",
        // the table of the rig gives 92.7 to 93.0 wt% as the most that total reflux can give; 0.3 for its other
        // equilibrium
        "AI-701, 92.85, 0.45, wt%",
        // as much vapour as in normal operation (12 + 36 kg/h), hence its pressure drop and top temperature
        "FIC-702, 48, 1.5, kg/h",
        "PDI-703, 3.0, 0.15, kPa",
        "TI-702, 78.3, 0.3, degC",
        "TIC-709, 60, 0.5, degC"
    })
    void totalRefluxReturnsEverything(String tag, double value, double tolerance, String unit) {
        assertThat(left("total-reflux").mean(tag)).as(tag + ", " + unit).isCloseTo(value, within(tolerance));
    }

    /** Seven tenths of the normal condition, in its scheme, with its set points and its specifications. */
    @ParameterizedTest
    @CsvSource({
        // loops hold their set points: 1 % of the flow, the noise of the others
        "FIC-701, 42, 0.4, kg/h",
        "TIC-701, 80, 0.3, degC",
        "TIC-705, 80.9, 0.1, degC",
        "LIC-702, 60, 0.5, %",
        "LIC-703, 50, 0.5, %",
        "R-701, 3.0, 0.05, 1",
        // 70 % of 12, 36 and 48 kg/h; at the same tray temperature the bottoms are purer, which moves 0.25 kg/h to the
        // top
        "FIC-703, 8.4, 0.3, kg/h",
        "FIC-702, 25.2, 0.9, kg/h",
        "FI-704, 33.6, 0.5, kg/h",
        // 70 % of 14.1 kW and the whole heat loss of 1.5 kW make 11.4; 3 % more goes overhead than 70 %
        "JI-701, 11.4, 0.4, kW",
        "AI-701, 90.75, 0.35, wt%",
        // less than the 2.3 of normal operation, the specification is 3
        "AI-702, 1.6, 0.4, wt%",
        // above its low alarm of 1.8: the trays do not weep
        "PDI-703, 2.35, 0.2, kPa",
        // the water valve is at its low limit (55 %), so the reflux is colder than its set point; above its alarm of 40
        "TIC-709, 53.5, 3, degC",
        "FI-705, 0.85, 0.03, m3/h"
    })
    void load70IsSevenTenths(String tag, double value, double tolerance, String unit) {
        assertThat(left("load-70").mean(tag)).as(tag + ", " + unit).isCloseTo(value, within(tolerance));
    }

    /** Total reflux at the least power that keeps the trays tight. */
    @ParameterizedTest
    @CsvSource({
        "FIC-701, 0, 0, kg/h",
        "FIC-703, 0, 0, kg/h",
        "FI-704, 0, 0, kg/h",
        // above the 8 kW below which the trays weep, its pressure drop above the low alarm of 1.8 kPa
        "JI-701, 9.5, 0.1, kW",
        "PDI-703, 2.1, 0.2, kPa",
        // scheme S1: the drum level sets the reflux
        "LIC-703, 50, 0.5, %",
        // the sump keeps what normal operation left in it
        "LIC-702, 60, 2, %",
        // 8 of the 12.5 kW that make 47 kg/h at total reflux, into a colder reflux
        "FIC-702, 29.5, 1, kg/h",
        "AI-701, 92.85, 0.45, wt%",
        // the ethanol of the sump has gone to the trays: nearly water, which boils at 100 degC and 0.6 higher at 2.3
        // kPa
        "AI-702, 0.9, 0.3, wt%",
        "TI-708, 99.6, 0.5, degC",
        // the water valve at its low limit, above the alarm of 0.8
        "FI-705, 0.85, 0.03, m3/h"
    })
    void hotStandbyIsTotalRefluxAtLowPower(String tag, double value, double tolerance, String unit) {
        assertThat(left("hot-standby").mean(tag)).as(tag + ", " + unit).isCloseTo(value, within(tolerance));
    }

    @ParameterizedTest
    @CsvSource({"total-reflux, 2", "normal, 2", "load-70, 2", "hot-standby, 1"})
    void schemeIs(String condition, double scheme) {
        assertThat(left(condition).signal("SCHEME")).isEqualTo(scheme);
    }

    /**
     * Means of the first and the last five minutes of an hour. With the feed on, all is held: what the recipe allowed twice,
     * for it compared half hours, and the noise of the means. Without feed nothing replaces the vapour, a tenth of a
     * kilogram an hour, that leaves through the open vent: the sump loses that much and becomes poorer.
     */
    @ParameterizedTest
    @CsvSource({
        "normal, FIC-701, 0.1, kg/h",
        "normal, FIC-702, 0.2, kg/h",
        "normal, FIC-703, 0.08, kg/h",
        "normal, FI-704, 0.2, kg/h",
        "normal, TI-702, 0.03, degC",
        "normal, TIC-705, 0.03, degC",
        "normal, TI-708, 0.03, degC",
        "normal, PDI-703, 0.01, kPa",
        "normal, LIC-702, 0.15, %",
        "normal, LIC-703, 0.15, %",
        "normal, JI-701, 0.04, kW",
        "normal, AI-701, 0.1, wt%",
        "normal, AI-702, 0.06, wt%",
        "load-70, FIC-701, 0.1, kg/h",
        // the drum and the bottoms valve find their place again in the first minutes: presets are written to a
        // thousandth
        "load-70, FIC-702, 0.3, kg/h",
        "load-70, FIC-703, 0.1, kg/h",
        "load-70, FI-704, 0.6, kg/h",
        "load-70, TI-702, 0.03, degC",
        "load-70, TIC-705, 0.03, degC",
        "load-70, TI-708, 0.04, degC",
        "load-70, PDI-703, 0.01, kPa",
        "load-70, LIC-702, 0.15, %",
        "load-70, LIC-703, 0.15, %",
        "load-70, JI-701, 0.04, kW",
        "load-70, AI-701, 0.1, wt%",
        "load-70, AI-702, 0.06, wt%",
        "total-reflux, FIC-702, 0.05, kg/h",
        "total-reflux, TI-702, 0.03, degC",
        "total-reflux, TIC-705, 0.05, degC",
        "total-reflux, PDI-703, 0.01, kPa",
        "total-reflux, JI-701, 0.02, kW",
        "total-reflux, AI-701, 0.1, wt%",
        // no loop holds the drum: 2 % are 0.13 kg, a quarter of a percent of the reflux of an hour
        "total-reflux, LIC-703, 2, %",
        // were all of it ethanol, 0.1 kg of 28: at most 0.3 wt%, 0.3 K at 0.85 K per wt%; 0.12 L of 50
        "total-reflux, LIC-702, 0.3, %",
        "total-reflux, TI-708, 0.3, degC",
        "total-reflux, AI-702, 0.3, wt%",
        "hot-standby, FIC-702, 0.2, kg/h",
        "hot-standby, TI-702, 0.03, degC",
        "hot-standby, TIC-705, 0.05, degC",
        "hot-standby, PDI-703, 0.01, kPa",
        "hot-standby, JI-701, 0.02, kW",
        "hot-standby, LIC-703, 0.2, %",
        "hot-standby, AI-701, 0.1, wt%",
        // 0.07 kg an hour out of 29
        "hot-standby, LIC-702, 0.2, %",
        "hot-standby, TI-708, 0.2, degC",
        "hot-standby, AI-702, 0.2, wt%"
    })
    void anHourLaterItIsWhereItWas(String condition, String tag, double tolerance, String unit) {
        assertThat(left(condition).drift(tag)).as(tag + ", " + unit).isCloseTo(0, within(tolerance));
    }
}
