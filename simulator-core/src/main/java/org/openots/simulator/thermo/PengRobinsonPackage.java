package org.openots.simulator.thermo;

import java.util.List;
import java.util.Optional;
import org.hipparchus.util.FastMath;
import org.openots.common.unit.PhysicalConstants;

/**
 * Both phases by the equation of state of Peng and Robinson; for hydrocarbons under pressure. Liquid volumes are those of
 * the density correlations, because the equation's own are several percent off.
 */
public final class PengRobinsonPackage implements PropertyPackage {
    /**
     * Reduced temperature of the heaviest component from which the equation is trusted, 0.55: there its vapour pressures of
     * paraffins are 3.5 % high, at 0.5 already 7 % (Peng and Robinson fitted between the normal boiling point, about 0.65,
     * and the critical point).
     */
    private static final double COLDEST_REDUCED = 0.55;

    /** A root of the equation gives the pressure back to 1e-6; liquids near zero pressure lose that many digits. */
    private static final double SAME_PRESSURE = 1e-6;

    private final List<Component> components;
    private final Inert inert;
    private final PengRobinson equation;
    private final TemperatureRange limits;
    private final Validity validity;
    private final double[] gasReference;

    /**
     * Creates the package with all k_ij = 0.
     *
     * @param components volatile components (nc), each with its critical point
     * @param inert the non-condensable gas, with its critical point
     * @param critical critical points of the components and, last, of the inert (nc + 1)
     */
    public PengRobinsonPackage(List<Component> components, Inert inert, List<CriticalPoint> critical) {
        this(components, inert, critical, new double[critical.size()][critical.size()]);
    }

    /**
     * Creates the package.
     *
     * @param components volatile components (nc), each with its critical point
     * @param inert the non-condensable gas, with its critical point
     * @param critical critical points of the components and, last, of the inert (nc + 1)
     * @param interaction k_ij, dimensionless, symmetric (nc + 1 x nc + 1)
     */
    public PengRobinsonPackage(
            List<Component> components, Inert inert, List<CriticalPoint> critical, double[][] interaction) {
        this.components = List.copyOf(components);
        this.inert = inert;
        this.equation = new PengRobinson(List.copyOf(critical), interaction);
        double lowest = 0;
        double hottest = 0;
        double pressure = Double.POSITIVE_INFINITY;
        for (int i = 0; i < components.size(); i++) {
            lowest = FastMath.max(lowest, components.get(i).vapourPressure().lowest());
            hottest = FastMath.max(hottest, critical.get(i).temperature());
            pressure = FastMath.min(pressure, critical.get(i).pressure());
        }
        // light gases may be above critical, so the hottest component sets the end
        this.limits = new TemperatureRange(lowest, hottest);
        this.validity = new Validity(limits.and(new TemperatureRange(COLDEST_REDUCED * hottest, hottest)), pressure);
        this.gasReference = gasReference(critical);
    }

    /** Per component, enthalpy of the ideal gas at 298.15 K over that of the saturated liquid, J/mol. */
    private double[] gasReference(List<CriticalPoint> critical) {
        double t = PhysicalConstants.REFERENCE_TEMPERATURE;
        double[] result = new double[components.size()];
        for (int i = 0; i < result.length; i++) {
            double[] pure = new double[critical.size()];
            pure[i] = 1;
            double guess = components.get(i).vapourPressure().pressure(t);
            double pressure = equation.saturationPressure(i, t, guess);
            result[i] = -equation.enthalpyDeparture(Phase.LIQUID, t, pressure, pure);
        }
        return result;
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

    /** Raoult's law, from which searches start; the equation of state decides. */
    @Override
    public void partialPressures(double temperature, double[] x, double dryness, double[] result, double[] work) {
        IdealPackage.raoult(components, temperature, x, result);
    }

    @Override
    public Optional<PengRobinson> equationOfState() {
        return Optional.of(equation);
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
    public void logFugacityCoefficients(Phase phase, double temperature, double pressure, double[] z, double[] result) {
        double[] all = new double[equation.species()];
        equation.logFugacityCoefficients(phase, temperature, pressure, withInert(z), all);
        System.arraycopy(all, 0, result, 0, z.length);
    }

    @Override
    public Optional<Phase> merged(double temperature, double pressure, double[] z) {
        return equation.merged(temperature, pressure, withInert(z));
    }

    @Override
    public boolean exists(Phase phase, double temperature, double pressure, double[] z) {
        double[] all = withInert(z);
        double volume = equation.molarVolume(phase, temperature, pressure, all);
        return FastMath.abs(equation.pressure(temperature, volume, all) - pressure) < SAME_PRESSURE * pressure;
    }

    /** {@inheritDoc} Here: ideal gas and departure by the equation of state; zero is the saturated liquid at 298.15 K. */
    @Override
    public double molarEnthalpy(Phase phase, double temperature, double pressure, double[] z) {
        double sum = equation.enthalpyDeparture(phase, temperature, pressure, withInert(z));
        for (int i = 0; i < z.length; i++) {
            Polynomial gas = components.get(i).gasHeatCapacity().integralFrom(PhysicalConstants.REFERENCE_TEMPERATURE);
            sum += z[i] * (gas.value(temperature) + gasReference[i]);
        }
        return sum;
    }

    /** {@inheritDoc} Here: the vapour by the equation of state. */
    @Override
    public double molarVolume(Phase phase, double temperature, double pressure, double[] z) {
        return phase == Phase.VAPOUR
                ? equation.molarVolume(phase, temperature, pressure, withInert(z))
                : PropertyPackage.super.molarVolume(phase, temperature, pressure, z);
    }

    private double[] withInert(double[] z) {
        double[] all = new double[equation.species()];
        System.arraycopy(z, 0, all, 0, z.length);
        return all;
    }
}
