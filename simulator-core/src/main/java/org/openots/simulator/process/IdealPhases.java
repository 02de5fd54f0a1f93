package org.openots.simulator.process;

import org.hipparchus.util.FastMath;
import org.openots.common.unit.PhysicalConstants;
import org.openots.simulator.thermo.PropertyPackage;

/** Ideal gas over a liquid with activity coefficients; enthalpies and liquid volumes are ideal mixtures. */
final class IdealPhases extends PhaseModel {
    private final PropertyPackage properties;
    private final double[] work;
    private final double[] sums = new double[CaloricModel.SUMS];

    IdealPhases(HoldupSpec spec, PropertyPackage properties, CaloricModel caloric) {
        super(spec, caloric);
        this.properties = properties;
        this.work = new double[properties.workLength()];
    }

    @Override
    void evaluate(double[] states, int at, double energy) {
        compositions(states, at);
        caloric.add(states, at, sums);
        double metal = spec.metalHeatCapacity();
        double tau = CaloricModel.temperature(sums, metal, gasMoles * PhysicalConstants.GAS_CONSTANT, energy);
        temperature = CaloricModel.CENTRE + tau;
        double perLiquid = liquidShare();
        liquidEnthalpy = CaloricModel.liquid(sums, tau) * perLiquid;
        vapourEnthalpy = CaloricModel.vapour(sums, tau) * gasShare();
        liquidVolume = CaloricModel.volume(sums, tau);
        gasVolume = room(liquidVolume);
        gasPressure = gasMoles / gasVolume * PhysicalConstants.GAS_CONSTANT * temperature;
        double dryness = 1e-3 * spec.filmMoles() * perLiquid;
        properties.partialPressures(temperature, x, dryness, escape, work);
    }

    @Override
    double internalEnergy(double[] states, int at, double temperatureK) {
        double sum = spec.metalHeatCapacity() * (temperatureK - PhysicalConstants.REFERENCE_TEMPERATURE);
        for (int s = 0; s < 2 * nc + 1; s++) {
            double work = s >= nc ? PhysicalConstants.GAS_CONSTANT * temperatureK : 0;
            sum += states[at + s] * (caloric.enthalpy(s, temperatureK) - work);
        }
        return sum;
    }

    @Override
    double inertMoles(double volume, double temperatureK, double pressurePa) {
        return FastMath.max(0, pressurePa * volume / (PhysicalConstants.GAS_CONSTANT * temperatureK));
    }
}
