package org.openots.hazop.plant;

import org.openots.common.error.OtsException;
import org.openots.hazop.study.Estimate;
import org.openots.simulator.consequence.GaussianPlume;
import org.openots.simulator.consequence.Leak;
import org.openots.simulator.consequence.Pool;
import org.openots.simulator.consequence.PoolFire;
import org.openots.simulator.consequence.Stability;

/** Estimates of a study by the formulas of {@link org.openots.simulator.consequence}. */
public final class EstimateFormula {
    private static final double CELSIUS = 273.15;
    private static final double KILO = 1e3;
    private static final double MEGA = 1e6;
    private static final double PERCENT = 100;

    /** Air at 20 °C and sea level: Pa, K, kg/m3. */
    private static final double AIR_PRESSURE = 101_325;

    private static final double AIR_TEMPERATURE = 293.15;
    private static final double AIR_DENSITY = 1.2;

    /** Partial pressure of water at 20 °C and 60 % relative humidity, Pa. */
    private static final double WATER_PRESSURE = 1400;

    /** Between methanol (0.2) and hydrocarbons in small pools (0.4), see {@link PoolFire}. */
    private static final double RADIANT_SHARE = 0.3;

    private EstimateFormula() {}

    /**
     * A result.
     *
     * @param value in its unit
     * @param unit for people
     */
    public record Result(double value, String unit) {}

    /**
     * Calculates.
     *
     * @param estimate which formula with which inputs
     * @return the result in the unit of its limit
     * @throws OtsException if an input is outside of the range of the formula
     */
    public static Result of(Estimate estimate) {
        return switch (estimate.kind()) {
            case LIQUID_RELEASE -> new Result(liquid(estimate), "kg/s");
            case GAS_RELEASE -> new Result(gas(estimate), "kg/s");
            case FLASH ->
                new Result(
                        PERCENT
                                * Leak.flashFraction(
                                        estimate.input("temperatureC") + CELSIUS,
                                        estimate.input("boilingPointC") + CELSIUS,
                                        estimate.input("heatCapacityKJPerKgK") * KILO,
                                        estimate.input("latentHeatKJPerKg") * KILO),
                        "%");
            case POOL_FIRE -> new Result(fire(estimate) / KILO, "kW/m²");
            case PLUME -> new Result(PERCENT * plume(estimate), "%");
            case POOL_EVAPORATION -> new Result(evaporation(estimate), "kg/s");
        };
    }

    private static double liquid(Estimate estimate) {
        return new Leak(estimate.input("holeDiameterMm") / KILO, Leak.SHARP_EDGE)
                .liquid(
                        estimate.input("densityKgPerM3"),
                        estimate.input("overPressureKPa") * KILO,
                        estimate.input("liquidHeadM"));
    }

    private static double gas(Estimate estimate) {
        Leak.Gas inside = new Leak.Gas(
                estimate.input("pressureKPaAbsolute") * KILO,
                estimate.input("temperatureC") + CELSIUS,
                estimate.input("molarMassGPerMol") / KILO,
                estimate.input("heatCapacityRatio"));
        return new Leak(estimate.input("holeDiameterMm") / KILO, Leak.SHARP_EDGE).gas(inside, AIR_PRESSURE);
    }

    private static double fire(Estimate estimate) {
        double combustion = estimate.input("combustionHeatMJPerKg") * MEGA;
        double flux = PoolFire.burningRate(
                combustion,
                estimate.input("latentHeatKJPerKg") * KILO,
                estimate.input("heatCapacityKJPerKgK") * KILO,
                estimate.input("heatingK"));
        return new PoolFire(estimate.input("poolDiameterM"), flux, combustion, RADIANT_SHARE)
                .radiation(estimate.input("distanceM"), AIR_DENSITY, WATER_PRESSURE);
    }

    /** On the axis, where the cloud is densest. */
    private static double plume(Estimate estimate) {
        double height = estimate.input("heightM");
        GaussianPlume plume =
                new GaussianPlume(estimate.input("rateKgPerS"), height, estimate.input("windMPerS"), Stability.D, 0);
        return plume.volumeFraction(
                new GaussianPlume.Place(estimate.input("distanceM"), 0, height),
                new GaussianPlume.Surroundings(AIR_TEMPERATURE, AIR_PRESSURE),
                estimate.input("molarMassGPerMol") / KILO);
    }

    private static double evaporation(Estimate estimate) {
        return estimate.input("poolAreaM2")
                * Pool.evaporation(
                        new Pool.Air(estimate.input("windMPerS"), AIR_PRESSURE),
                        estimate.input("temperatureC") + CELSIUS,
                        estimate.input("vapourPressureKPa") * KILO,
                        estimate.input("molarMassGPerMol") / KILO);
    }
}
