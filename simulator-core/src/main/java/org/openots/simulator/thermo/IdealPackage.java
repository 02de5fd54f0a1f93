package org.openots.simulator.thermo;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.util.FastMath;
import org.openots.simulator.math.Elementary;

/**
 * Raoult's law: an ideal vapour over an ideal liquid, p_i = x_i Psat_i. For neighbours of one family at low pressure, such
 * as benzene and toluene.
 */
public final class IdealPackage implements PropertyPackage {
    private final List<Component> components;
    private final Inert inert;
    private final TemperatureRange limits;
    private final Validity validity;

    /**
     * Creates the package.
     *
     * @param components volatile components (nc)
     * @param inert the non-condensable gas
     * @param compared temperatures at which the mixture was found ideal
     */
    public IdealPackage(List<Component> components, Inert inert, TemperatureRange compared) {
        this.components = List.copyOf(components);
        this.inert = inert;
        this.limits = TemperatureRange.ofVapourPressures(components);
        this.validity = new Validity(compared.and(limits), Validity.IDEAL_VAPOUR_PRESSURE);
    }

    @Override
    public List<Component> components() {
        return components;
    }

    @Override
    public Inert inert() {
        return inert;
    }

    @Override
    public int workLength() {
        return 0;
    }

    @Override
    public TemperatureRange limits() {
        return limits;
    }

    @Override
    public Validity validity() {
        return validity;
    }

    @Override
    public void partialPressures(double temperature, double[] x, double dryness, double[] result, double[] work) {
        raoult(components, temperature, x, result);
    }

    /** x_i Psat_i, Pa. */
    static void raoult(List<Component> components, double temperature, double[] x, double[] result) {
        double inverse = 1 / temperature;
        double logT = Elementary.log(temperature);
        for (int i = 0; i < components.size(); i++) {
            VapourPressure pressure = components.get(i).vapourPressure();
            result[i] = x[i] * Elementary.exp(pressure.logPressure(temperature, inverse, logT));
        }
    }

    @Override
    public void logFugacityCoefficients(Phase phase, double temperature, double pressure, double[] z, double[] result) {
        if (phase == Phase.VAPOUR) {
            Arrays.fill(result, 0);
            return;
        }
        double inverse = 1 / temperature;
        double logT = FastMath.log(temperature);
        double logP = FastMath.log(pressure);
        for (int i = 0; i < components.size(); i++) {
            result[i] = components.get(i).vapourPressure().logPressure(temperature, inverse, logT) - logP;
        }
    }
}
