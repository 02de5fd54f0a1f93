package org.openots.simulator.thermo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.util.FastMath;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.common.unit.PhysicalConstants;

/**
 * The suite's property data: one JSON file per species, each figure with its unit, valid range and graded source.
 * A figure whose source is not primary, and not secondary with a named validation, is refused.
 */
public final class PropertyDatabase {
    private final Map<String, Source> sources = new HashMap<>();

    /** Opens the data shipped with the suite. */
    public PropertyDatabase() {
        for (JsonNode s : read("sources.json").get("sources")) {
            String id = s.get("id").asText();
            sources.put(
                    id,
                    new Source(
                            id,
                            s.get("grade").asText(),
                            s.get("citation").asText(),
                            s.path("validatedBy").asText("")));
        }
    }

    /**
     * Where figures come from.
     *
     * @param id short name
     * @param grade {@code primary} or {@code secondary}
     * @param citation full citation
     * @param validatedBy for a secondary source, the cited measurements that its figures are tested against
     */
    public record Source(String id, String grade, String citation, String validatedBy) {
        /**
         * Whether the source may be used.
         *
         * @return true for primary sources and for secondary ones with a validation
         */
        public boolean usable() {
            return "primary".equals(grade) || ("secondary".equals(grade) && !validatedBy.isBlank());
        }
    }

    /**
     * All sources.
     *
     * @return the sources by id
     */
    public Map<String, Source> sources() {
        return Map.copyOf(sources);
    }

    /**
     * Builds an NRTL package.
     *
     * @param componentIds volatile components, in the order wanted
     * @param inertId the non-condensable gas
     * @return the package
     * @throws OtsException if data are missing or a source is not usable
     */
    public NrtlPackage nrtl(List<String> componentIds, String inertId) {
        List<Component> components = new ArrayList<>();
        for (String id : componentIds) {
            components.add(component(id));
        }
        return new NrtlPackage(components, inert(inertId), interaction(componentIds));
    }

    /**
     * Loads a volatile component.
     *
     * @param id file name without extension
     * @return the component
     */
    public Component component(String id) {
        JsonNode file = read(id + ".json");
        Polynomial liquid = new Polynomial(coefficients(file, "liquidHeatCapacity"));
        Polynomial gas = new Polynomial(coefficients(file, "gasHeatCapacity")).times(PhysicalConstants.GAS_CONSTANT);
        double[] p = coefficients(file, "vapourPressure");
        return new Component(
                id,
                new LocalText(file.at("/name/zh").asText(), file.at("/name/en").asText()),
                value(file, "molarMass"),
                new VapourPressure(p[0], p[1], p[2], p[3], (int) p[4]),
                liquid,
                gas,
                vaporisation(file, liquid, gas),
                volume(file));
    }

    /**
     * Loads an inert gas.
     *
     * @param id file name without extension
     * @return the gas
     */
    public Inert inert(String id) {
        JsonNode file = read(id + ".json");
        return new Inert(id, value(file, "molarMass"), new Polynomial(coefficients(file, "gasHeatCapacity")));
    }

    /**
     * Lower explosion limit of a component.
     *
     * @param id file name without extension
     * @return volume fraction in air
     */
    public double lowerExplosionLimit(String id) {
        return value(read(id + ".json"), "lowerExplosiveLimit");
    }

    /** Latent heat at 298.15 K such that vapour minus liquid enthalpy meets the correlation at the anchor. */
    private double vaporisation(JsonNode file, Polynomial liquid, Polynomial gas) {
        double[] c = coefficients(file, "vaporisationEnthalpy");
        double anchor = file.at("/vaporisationEnthalpy/anchorK").asDouble();
        double reduced = anchor / file.at("/vaporisationEnthalpy/criticalK").asDouble();
        double power = c[1] + reduced * (c[2] + reduced * c[3]);
        double atAnchor = c[0] * FastMath.pow(1 - reduced, power);
        double reference = PhysicalConstants.REFERENCE_TEMPERATURE;
        return atAnchor
                - gas.integralFrom(reference).value(anchor)
                + liquid.integralFrom(reference).value(anchor);
    }

    /** Quadratic through the density correlation at the ends and the middle of the fitted range. */
    private Polynomial volume(JsonNode file) {
        double low = Component.VOLUME_FIT_LOW;
        double high = Component.VOLUME_FIT_HIGH;
        double middle = 0.5 * (low + high);
        double a = molarVolume(file, low);
        double b = molarVolume(file, middle);
        double c = molarVolume(file, high);
        double h = middle - low;
        double second = (a - 2 * b + c) / (2 * h * h);
        double first = (c - a) / (2 * h);
        return new Polynomial(b - first * middle + second * middle * middle, first - 2 * second * middle, second);
    }

    /**
     * Molar volume of a component's liquid by its density correlation itself.
     *
     * @param id component
     * @param temperature K
     * @return m3/mol
     */
    public double liquidMolarVolume(String id, double temperature) {
        return molarVolume(read(id + ".json"), temperature);
    }

    private double molarVolume(JsonNode file, double temperature) {
        double[] c = coefficients(file, "liquidDensity");
        if ("kell".equals(file.at("/liquidDensity/form").asText())) {
            double t = temperature - PhysicalConstants.CELSIUS_ZERO;
            double density = new Polynomial(c[0], c[1], c[2], c[3], c[4], c[5]).value(t) / (1 + c[6] * t);
            return value(file, "molarMass") / density;
        }
        return FastMath.pow(c[1], 1 + FastMath.pow(1 - temperature / c[2], c[3])) / c[0];
    }

    private NrtlPackage.Interaction interaction(List<String> ids) {
        int n = ids.size();
        double[][] a = new double[n][n];
        double[][] b = new double[n][n];
        double[][] alpha = new double[n][n];
        JsonNode pairs = read("nrtl.json").get("pairs");
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                JsonNode pair = pair(pairs, ids.get(i), ids.get(j));
                boolean straight = pair.get("first").asText().equals(ids.get(i));
                int first = straight ? i : j;
                int second = straight ? j : i;
                checked(pair, "nrtl.json " + ids.get(i) + "-" + ids.get(j));
                a[first][second] = pair.get("a12").asDouble();
                a[second][first] = pair.get("a21").asDouble();
                b[first][second] = pair.at("/b12/value").asDouble();
                b[second][first] = pair.at("/b21/value").asDouble();
                alpha[i][j] = pair.get("alpha").asDouble();
                alpha[j][i] = alpha[i][j];
            }
        }
        return new NrtlPackage.Interaction(a, b, alpha);
    }

    private static JsonNode pair(JsonNode pairs, String one, String other) {
        for (JsonNode pair : pairs) {
            String first = pair.get("first").asText();
            String second = pair.get("second").asText();
            if ((first.equals(one) && second.equals(other)) || (first.equals(other) && second.equals(one))) {
                return pair;
            }
        }
        throw new OtsException(PropertyError.NO_PAIR, one, other);
    }

    private double[] coefficients(JsonNode file, String figure) {
        JsonNode node = checked(file.path(figure), file.path("id").asText() + ".json#/" + figure);
        JsonNode array = node.get("coefficients");
        double[] result = new double[array.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = array.get(i).asDouble();
        }
        return result;
    }

    private double value(JsonNode file, String figure) {
        return checked(file.path(figure), file.path("id").asText() + ".json#/" + figure)
                .get("value")
                .asDouble();
    }

    private JsonNode checked(JsonNode figure, String where) {
        if (figure.isMissingNode()) {
            throw new OtsException(PropertyError.NO_FIGURE, where);
        }
        Source source = sources.get(figure.path("source").asText());
        if (source == null || !source.usable()) {
            throw new OtsException(
                    PropertyError.UNUSABLE_SOURCE, where, figure.path("source").asText("-"));
        }
        return figure;
    }

    private static JsonNode read(String name) {
        try (InputStream in = PropertyDatabase.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new OtsException(PropertyError.NO_FILE, name);
            }
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
