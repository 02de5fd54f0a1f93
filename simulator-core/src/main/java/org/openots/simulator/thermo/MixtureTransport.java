package org.openots.simulator.thermo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hipparchus.util.FastMath;
import org.openots.common.error.OtsException;

/**
 * Viscosity and surface tension of liquid mixtures, for hydraulics and heat transfer.
 *
 * <p>Viscosity: ln eta = sum x_i ln eta_i (L. Grunberg and A. H. Nissan, Nature 164 (1949) 799, without interaction
 * terms). It lacks the maximum of mixtures of water and alcohols, which are more viscous than both components.
 *
 * <p>Surface tension: sigma = sum x_i sigma_i; water with alcohols by the method of M. Tamura, M. Kurata and H. Odani (Bull.
 * Chem. Soc. Japan 28 (1955) 83): the alcohol crowds into the surface, so that a tenth of it halves the tension of water.
 *
 * <p>The figures of the pure liquids are compared with published tables, the mixing rules with none.
 */
public final class MixtureTransport {
    private static final String WATER = "water";

    /** Carbon atoms of the alcohols, q of Tamura's method. */
    private static final Map<String, Integer> ALCOHOLS = Map.of("methanol", 1, "ethanol", 2);

    /** Tamura's 0.441 K mol^(2/3)/(mN/m cm^2) in SI units: 0.441 * 1000 * 10^4. */
    private static final double TAMURA = 4.41e6;

    /** Halvings of a share between 0 and 1: 50, to rounding. */
    private static final int HALVINGS = 50;

    private final List<Component> components;
    private final List<PropertyCurve> viscosities;
    private final List<PropertyCurve> tensions;
    private final int water;

    /**
     * Creates the calculator.
     *
     * @param properties the mixture
     * @throws OtsException if a component has no viscosity or no surface tension
     */
    public MixtureTransport(PropertyPackage properties) {
        components = properties.components();
        viscosities = curves("liquidViscosity", c -> c.transport().liquidViscosity());
        tensions = curves("surfaceTension", c -> c.transport().surfaceTension());
        water = components.stream().map(Component::id).toList().indexOf(WATER);
    }

    private List<PropertyCurve> curves(String field, Function<Component, Optional<PropertyCurve>> figure) {
        return components.stream()
                .map(c -> figure.apply(c)
                        .orElseThrow(() -> new OtsException(PropertyError.NO_FIGURE, c.id() + ".json#/" + field)))
                .toList();
    }

    /**
     * Viscosity of the liquid.
     *
     * @param temperature K
     * @param x mole fractions (nc), sum one
     * @return Pa s
     */
    public double liquidViscosity(double temperature, double[] x) {
        double log = 0;
        for (int i = 0; i < x.length; i++) {
            log += x[i] * FastMath.log(viscosities.get(i).value(temperature));
        }
        return FastMath.exp(log);
    }

    /**
     * Surface tension of the liquid against its vapour.
     *
     * @param temperature K
     * @param x mole fractions (nc), sum one
     * @return N/m
     */
    public double surfaceTension(double temperature, double[] x) {
        double alcohol = 0;
        double volume = 0;
        double carbon = 0;
        double organic = 0;
        double linear = 0;
        for (int i = 0; i < x.length; i++) {
            double sigma = tensions.get(i).value(temperature);
            int atoms = ALCOHOLS.getOrDefault(components.get(i).id(), 0);
            linear += x[i] * sigma;
            if (atoms > 0) {
                alcohol += x[i];
                volume += x[i] * components.get(i).liquidVolume().value(temperature);
                carbon += x[i] * atoms;
                organic += x[i] * sigma;
            }
        }
        if (water < 0 || !(x[water] > 0) || !(alcohol > 0)) {
            return linear;
        }
        double pure = tensions.get(water).value(temperature);
        double aqueous = tamura(
                temperature,
                new Portion(x[water], components.get(water).liquidVolume().value(temperature), pure),
                new Portion(alcohol, volume / alcohol, organic / alcohol),
                carbon / alcohol);
        // what is neither water nor alcohol mixes as usual
        return linear + (aqueous - (x[water] * pure + organic) / (x[water] + alcohol)) * (x[water] + alcohol);
    }

    /** Moles, molar volume (m3/mol) and surface tension (N/m) of a part of the liquid. */
    private record Portion(double moles, double volume, double tension) {}

    /** sigma^(1/4) = psi sigma_w^(1/4) + (1 - psi) sigma_o^(1/4), psi the share of water by volume in the surface. */
    private static double tamura(double temperature, Portion wet, Portion organic, double q) {
        double bulkWet = wet.moles() * wet.volume();
        double bulkOrganic = organic.moles() * organic.volume();
        double exponent = TAMURA
                * q
                / temperature
                * (organic.tension() * FastMath.pow(organic.volume(), 2.0 / 3) / q
                        - wet.tension() * FastMath.pow(wet.volume(), 2.0 / 3));
        double ratio = FastMath.pow(bulkWet, q)
                / bulkOrganic
                * FastMath.pow(bulkWet + bulkOrganic, 1 - q)
                * FastMath.pow(10, exponent);
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double psi = 0.5 * (low + high);
            if (FastMath.pow(psi, q) < ratio * (1 - psi)) {
                low = psi;
            } else {
                high = psi;
            }
        }
        double root = low * FastMath.pow(wet.tension(), 0.25) + (1 - low) * FastMath.pow(organic.tension(), 0.25);
        return root * root * root * root;
    }

    /**
     * Temperatures in which the figures of all components hold; outside results are extrapolations.
     *
     * @return the range
     */
    public TemperatureRange range() {
        TemperatureRange range = new TemperatureRange(0, Double.POSITIVE_INFINITY);
        for (int i = 0; i < components.size(); i++) {
            range = range.and(viscosities.get(i).range()).and(tensions.get(i).range());
        }
        return range;
    }
}
