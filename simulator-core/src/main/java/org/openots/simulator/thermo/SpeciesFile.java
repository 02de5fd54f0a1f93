package org.openots.simulator.thermo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hipparchus.analysis.polynomials.PolynomialFunctionLagrangeForm;
import org.hipparchus.util.FastMath;
import org.openots.common.error.CommonError;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.NameForm;
import org.openots.common.text.LocalText;
import org.openots.common.unit.PhysicalConstants;

/** Reads the figures of one species. Each has a unit, mostly a valid range, and a source that may be used. */
final class SpeciesFile {
    private static final String WAGNER = "wagner36";
    private static final String DIPPR101 = "dippr101";
    private static final String PPDS9 = "ppds9";
    private static final String DIPPR114 = "dippr114";

    /** Fit of DIPPR equation 114 by a quartic, K: from winter to the hottest sump, but below 0.88 of critical. */
    private static final double FIT_BOTTOM = 230;

    private static final double FIT_TOP = 400;
    private static final double FIT_SHARE = 0.88;
    private static final int FIT_NODES = 5;

    private final JsonCursor root;
    private final Map<String, PropertyDatabase.Source> sources;

    SpeciesFile(JsonCursor root, Map<String, PropertyDatabase.Source> sources) {
        this.root = root;
        this.sources = sources;
    }

    /** What a component's file says, before it is put together. */
    record Species(
            String id,
            LocalText name,
            double molarMass,
            VapourPressure vapourPressure,
            HeatCapacities heatCapacities,
            Cohesion cohesion,
            Hazards hazards,
            Optional<CriticalPoint> critical,
            Transport transport) {}

    /** Heat capacities of liquid and ideal gas, J/(mol K) over T in K. */
    record HeatCapacities(Polynomial liquid, Polynomial gas) {}

    /** Enthalpy of vaporisation and density of the liquid. */
    record Cohesion(Vaporisation vaporisation, Density density) {}

    /**
     * DIPPR equation 106: dHv = C1 (1 - Tr)^(C2 + C3 Tr + C4 Tr^2).
     *
     * @param anchor temperature at which the model meets the equation, K
     */
    record Vaporisation(double[] c, double critical, double anchor) {
        /** J/mol. */
        double at(double temperature) {
            double reduced = temperature / critical;
            return c[0] * FastMath.pow(1 - reduced, c[1] + reduced * (c[2] + reduced * c[3]));
        }
    }

    /** Density of the liquid: DIPPR equation 105 in mol/m3, or Kell's equation for water in kg/m3 over Celsius. */
    record Density(boolean kell, double[] c, double molarMass) {
        /** Highest temperature of a fit: 0.9 of the critical one, before the liquid swells; any for Kell's equation. */
        double highestFit() {
            return kell ? Double.POSITIVE_INFINITY : 0.9 * c[2];
        }

        /** m3/mol. */
        double molarVolume(double temperature) {
            if (kell) {
                double t = temperature - PhysicalConstants.CELSIUS_ZERO;
                double density = new Polynomial(c[0], c[1], c[2], c[3], c[4], c[5]).value(t) / (1 + c[6] * t);
                return molarMass / density;
            }
            return FastMath.pow(c[1], 1 + FastMath.pow(1 - temperature / c[2], c[3])) / c[0];
        }
    }

    /** Reads a volatile component. */
    Species component() {
        root.requireFormat("component", "1.0");
        double molarMass = value("molarMass", "kg/mol", Figures.MOLAR_MASS);
        Species species = new Species(
                NameForm.FILE.read(root.at("id")),
                root.at("name").localText(),
                molarMass,
                vapourPressure(),
                new HeatCapacities(
                        liquidHeatCapacity(),
                        new Polynomial(coefficients("gasHeatCapacity", "polynomial-over-R", "1", 5))
                                .times(PhysicalConstants.GAS_CONSTANT)),
                new Cohesion(vaporisation(), density(molarMass)),
                hazards(),
                critical(),
                new Transport(liquidViscosity(), surfaceTension()));
        root.finish();
        return species;
    }

    /** Reads a non-condensable gas. */
    Inert inert() {
        root.requireFormat("inert", "1.0");
        root.at("name").localText();
        Inert inert = new Inert(
                NameForm.FILE.read(root.at("id")),
                value("molarMass", "kg/mol", Figures.MOLAR_MASS),
                new Polynomial(coefficients("gasHeatCapacity", "polynomial", "J/(mol K)", 2)));
        critical();
        root.finish();
        return inert;
    }

    /** Critical point, where the file has one. */
    Optional<CriticalPoint> critical() {
        return root.optional("critical")
                .map(c -> new CriticalPoint(
                        figureOf(c, "temperature", "K", Figures.TEMPERATURE),
                        figureOf(c, "pressure", "Pa", Figures.CRITICAL_PRESSURE),
                        acentric(c)));
    }

    private Hazards hazards() {
        return new Hazards(
                optional("lowerExplosiveLimit", "m3/m3", Figures.SHARE),
                optional("dangerousFraction", "m3/m3", Figures.SHARE),
                optional("combustionEnthalpy", "J/mol", Figures.COMBUSTION));
    }

    private OptionalDouble optional(String name, String unit, Figures range) {
        return root.optional(name).isPresent() ? OptionalDouble.of(value(name, unit, range)) : OptionalDouble.empty();
    }

    private Optional<PropertyCurve> liquidViscosity() {
        String name = "liquidViscosity";
        return root.optional(name).map(figure -> {
            boolean ppds = PPDS9.equals(figure.at("form").text());
            double[] c = coefficients(name, ppds ? PPDS9 : DIPPR101, "Pa s", 5);
            TemperatureRange range = range(figure);
            return ppds
                    ? new PropertyCurve.Ppds9(c[0], c[1], c[2], c[3], c[4], range)
                    : new PropertyCurve.Dippr101(c[0], c[1], c[2], c[3], c[4], range);
        });
    }

    private Optional<PropertyCurve> surfaceTension() {
        String name = "surfaceTension";
        return root.optional(name).map(figure -> {
            double[] c = coefficients(name, "ppds14", "N/m", 5);
            double critical = Figures.TEMPERATURE.read(figure.at("criticalK"));
            Polynomial exponents = new Polynomial(c[1], c[2], c[3], c[4]);
            return new PropertyCurve.Ppds14(c[0], exponents, critical, range(figure));
        });
    }

    /** The valid range of a figure, which must be two rising temperatures. */
    static TemperatureRange range(JsonCursor figure) {
        List<Double> range = figure.at("validK").list(Figures.TEMPERATURE::read);
        if (range.size() != 2 || !(range.get(0) < range.get(1))) {
            if (figure.at("validK").isArray() && range.stream().noneMatch(end -> end.isNaN())) {
                figure.at("validK").report(PropertyError.NOT_A_RANGE, range.toString());
            }
            return new TemperatureRange(Double.NaN, Double.NaN);
        }
        return new TemperatureRange(range.get(0), range.get(1));
    }

    private double acentric(JsonCursor critical) {
        JsonCursor figure = critical.at("acentricFactor");
        allowed(figure.at("unit"), "1");
        checkSource(figure, sources);
        return Figures.ACENTRIC.read(figure.at("value"));
    }

    private double figureOf(JsonCursor group, String name, String unit, Figures range) {
        JsonCursor figure = group.at(name);
        allowed(figure.at("unit"), unit);
        checkSource(figure, sources);
        return range.read(figure.at("value"));
    }

    private VapourPressure vapourPressure() {
        JsonCursor figure = root.at("vapourPressure");
        if (WAGNER.equals(figure.at("form").text())) {
            double[] c = coefficients("vapourPressure", WAGNER, "Pa", 4);
            return new VapourPressure.Wagner(
                    c[0],
                    c[1],
                    c[2],
                    c[3],
                    Figures.TEMPERATURE.read(figure.at("criticalK")),
                    Figures.CRITICAL_PRESSURE.read(figure.at("criticalPa")),
                    range(figure).lowest());
        }
        double[] c = coefficients("vapourPressure", DIPPR101, "Pa", 5);
        List<JsonCursor> written = figure.at("coefficients").items();
        int exponent = written.size() == c.length ? written.get(4).integer(1, 6) : 1;
        TemperatureRange range = range(figure);
        return new VapourPressure.Dippr101(c[0], c[1], c[2], c[3], exponent, range.lowest(), range.highest());
    }

    /**
     * A polynomial, or DIPPR equation 114 put into one: Cp = A^2/t + B - 2 A C t - A D t^2 - C^2 t^3/3 - C D t^4/2 -
     * D^2 t^5/5 with t = 1 - Tr (Perry's 8th ed., Table 2-153, equation 2).
     */
    private Polynomial liquidHeatCapacity() {
        JsonCursor figure = root.at("liquidHeatCapacity");
        if (!DIPPR114.equals(figure.at("form").text())) {
            return new Polynomial(coefficients("liquidHeatCapacity", "polynomial", "J/(mol K)", 5));
        }
        double[] c = coefficients("liquidHeatCapacity", DIPPR114, "J/(kmol K)", 4);
        double critical = Figures.TEMPERATURE.read(figure.at("criticalK"));
        if (Double.isNaN(critical)) {
            return new Polynomial(c); // reported; any polynomial serves for reading on
        }
        double top = FastMath.min(FIT_TOP, FIT_SHARE * critical);
        double[] nodes = new double[FIT_NODES];
        double[] values = new double[FIT_NODES];
        for (int k = 0; k < FIT_NODES; k++) {
            double angle = FastMath.PI * (k + 0.5) / FIT_NODES;
            nodes[k] = 0.5 * (FIT_BOTTOM + top) - 0.5 * (top - FIT_BOTTOM) * FastMath.cos(angle);
            values[k] = dippr114(c, 1 - nodes[k] / critical) / 1000;
        }
        return new Polynomial(new PolynomialFunctionLagrangeForm(nodes, values).getCoefficients());
    }

    private static double dippr114(double[] c, double t) {
        return c[0] * c[0] / t
                + c[1]
                - 2 * c[0] * c[2] * t
                - c[0] * c[3] * t * t
                - c[2] * c[2] * t * t * t / 3
                - c[2] * c[3] * t * t * t * t / 2
                - c[3] * c[3] * t * t * t * t * t / 5;
    }

    private Vaporisation vaporisation() {
        JsonCursor figure = root.at("vaporisationEnthalpy");
        return new Vaporisation(
                coefficients("vaporisationEnthalpy", "dippr106", "J/mol", 4),
                Figures.TEMPERATURE.read(figure.at("criticalK")),
                Figures.TEMPERATURE.read(figure.at("anchorK")));
    }

    private Density density(double molarMass) {
        boolean kell = "kell".equals(root.at("liquidDensity").at("form").text());
        double[] c = kell
                ? coefficients("liquidDensity", "kell", "kg/m3", 7)
                : coefficients("liquidDensity", "dippr105", "mol/m3", 4);
        return new Density(kell, c, molarMass);
    }

    private double[] coefficients(String name, String form, String unit, int count) {
        JsonCursor figure = figure(name, unit);
        allowed(figure.at("form"), form);
        range(figure);
        List<Double> c = figure.at("coefficients").list(JsonCursor::number);
        if (c.size() != count && figure.at("coefficients").isArray()) {
            figure.at("coefficients").report(PropertyError.COEFFICIENT_COUNT, c.size(), count);
        }
        return Arrays.copyOf(c.stream().mapToDouble(Double::doubleValue).toArray(), count);
    }

    private double value(String name, String unit, Figures range) {
        return range.read(figure(name, unit).at("value"));
    }

    private JsonCursor figure(String name, String unit) {
        JsonCursor figure = root.at(name);
        allowed(figure.at("unit"), unit);
        checkSource(figure, sources);
        return figure;
    }

    /** Reports a figure whose source is missing, unverified or not validated. */
    static void checkSource(JsonCursor figure, Map<String, PropertyDatabase.Source> sources) {
        String id = figure.at("source").text();
        PropertyDatabase.Source source = sources.get(id);
        if (!id.isBlank() && (source == null || !source.usable())) {
            figure.report(PropertyError.UNUSABLE_SOURCE, id);
        }
    }

    private static void allowed(JsonCursor field, String only) {
        String found = field.text();
        if (!found.isBlank() && !found.equals(only)) {
            field.report(CommonError.JSON_NOT_ALLOWED, found, only);
        }
    }
}
