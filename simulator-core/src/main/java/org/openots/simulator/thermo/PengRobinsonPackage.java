package org.openots.simulator.thermo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.util.FastMath;

/** Both phases by the equation of state of Peng and Robinson; for hydrocarbons under pressure. */
public final class PengRobinsonPackage implements PropertyPackage {
    private final List<Component> components;
    private final Inert inert;
    private final PengRobinson equation;

    /**
     * Creates the package.
     *
     * @param components volatile components (nc), each with its critical point
     * @param inert the non-condensable gas, with its critical point
     * @param critical critical points of the components and, last, of the inert (nc + 1)
     */
    public PengRobinsonPackage(List<Component> components, Inert inert, List<CriticalPoint> critical) {
        this.components = List.copyOf(components);
        this.inert = inert;
        this.equation = new PengRobinson(new ArrayList<>(critical));
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
        double inverse = 1 / temperature;
        double log = FastMath.log(temperature);
        for (int i = 0; i < components.size(); i++) {
            VapourPressure pressure = components.get(i).vapourPressure();
            result[i] = x[i] * FastMath.exp(pressure.logPressure(temperature, inverse, log));
        }
    }

    @Override
    public Optional<PengRobinson> equationOfState() {
        return Optional.of(equation);
    }
}
