package org.openots.simulator.thermo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.hipparchus.util.FastMath;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.common.unit.PhysicalConstants;

/**
 * The suite's property data: one JSON file per species, each figure with its unit, valid range and graded source.
 * A figure whose source is not primary, and not secondary with a named validation, is refused.
 */
public final class PropertyDatabase {
    /** Folder of a plant pack that holds property files of its own. */
    public static final String OWN_FOLDER = "properties/";

    private static final String SHIPPED = "/org/openots/simulator/thermo/";

    private static final String SOURCES = "sources.json";
    private static final String NRTL = "nrtl.json";

    private final String folder;
    private final Function<String, Optional<byte[]>> own;
    private final UnaryOperator<String> shown;
    private final Map<String, Source> sources;

    /** Opens the data shipped with the suite. */
    public PropertyDatabase() {
        this(SHIPPED);
    }

    /** Opens the data of a folder on the class path; its name starts and ends with a slash. */
    PropertyDatabase(String folder) {
        this(folder, name -> Optional.empty(), name -> name);
    }

    /**
     * Opens the data shipped with the suite and, before them, those a plant brings along.
     *
     * @param own gives a file of the plant by its name, for example {@code acetone.json}, or nothing
     * @param shown what messages call a file of the plant
     * @throws OtsException if the plant's sources are wrong
     */
    public PropertyDatabase(Function<String, Optional<byte[]>> own, UnaryOperator<String> shown) {
        this(SHIPPED, own, shown);
    }

    private PropertyDatabase(String folder, Function<String, Optional<byte[]>> own, UnaryOperator<String> shown) {
        this.folder = folder;
        this.own = own;
        this.shown = shown;
        Map<String, Source> found = new LinkedHashMap<>();
        for (JsonCursor root : readAll(SOURCES)) {
            root.requireFormat("property-sources", "1.0");
            for (Source source : root.at("sources").list(PropertyDatabase::source)) {
                found.putIfAbsent(source.id(), source);
            }
            root.finish();
        }
        sources = Map.copyOf(found);
    }

    /** How a source stands to the measurement. */
    public enum Grade {
        /** The publication in which the figure first appeared, or a standard. */
        PRIMARY,
        /** A compilation that was read; usable when its figures are tested against cited measurements. */
        SECONDARY,
        /** Not read, or from memory; never usable. */
        UNVERIFIED
    }

    /**
     * Where figures come from.
     *
     * @param id short name
     * @param grade how the source stands to the measurement
     * @param citation full citation
     * @param validatedBy for a secondary source, the cited measurements that its figures are tested against
     */
    public record Source(String id, Grade grade, String citation, String validatedBy) {
        /**
         * Whether the source may be used.
         *
         * @return true for primary sources and for secondary ones with a validation
         */
        public boolean usable() {
            return grade == Grade.PRIMARY || (grade == Grade.SECONDARY && !validatedBy.isBlank());
        }
    }

    static Source source(JsonCursor s) {
        return new Source(
                s.at("id").text(),
                s.at("grade").oneOf(Grade.class),
                s.at("citation").text(),
                s.optional("validatedBy").map(JsonCursor::text).orElse(""));
    }

    /**
     * All sources.
     *
     * @return the sources by id
     */
    public Map<String, Source> sources() {
        return sources;
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
     * Builds a package of the Peng-Robinson equation of state.
     *
     * @param componentIds volatile components, in the order wanted
     * @param inertId the non-condensable gas
     * @return the package
     * @throws OtsException if data are missing, a critical point among them, or a source is not usable
     */
    public PengRobinsonPackage pengRobinson(List<String> componentIds, String inertId) {
        List<Component> components = new ArrayList<>();
        List<CriticalPoint> critical = new ArrayList<>();
        for (String id : componentIds) {
            components.add(component(id));
            critical.add(critical(id));
        }
        critical.add(critical(inertId));
        return new PengRobinsonPackage(components, inert(inertId), critical);
    }

    private CriticalPoint critical(String id) {
        return new SpeciesFile(read(id + ".json"), sources)
                .critical()
                .orElseThrow(() -> new OtsException(PropertyError.NO_FIGURE, id + ".json#/critical"));
    }

    /**
     * Loads a volatile component.
     *
     * @param id file name without extension
     * @return the component
     * @throws OtsException if data are missing or a source is not usable
     */
    public Component component(String id) {
        SpeciesFile.Species species = species(id);
        Polynomial liquid = species.heatCapacities().liquid();
        Polynomial gas = species.heatCapacities().gas();
        return new Component(
                id,
                species.name(),
                species.molarMass(),
                species.vapourPressure(),
                liquid,
                gas,
                vaporisation(species.cohesion().vaporisation(), liquid, gas),
                volume(species.cohesion().density()));
    }

    /**
     * Loads an inert gas.
     *
     * @param id file name without extension
     * @return the gas
     * @throws OtsException if data are missing or a source is not usable
     */
    public Inert inert(String id) {
        return new SpeciesFile(read(id + ".json"), sources).inert();
    }

    /**
     * Lower explosion limit of a component.
     *
     * @param id file name without extension
     * @return volume fraction in air, or nothing for a component that does not burn
     */
    public OptionalDouble lowerExplosionLimit(String id) {
        return species(id).lowerExplosionLimit();
    }

    /**
     * Reads a file whether anything needs it or not.
     *
     * @param file its name, for example {@code acetone.json}
     * @throws OtsException at the first mistake in it
     */
    public void check(String file) {
        if (file.equals(SOURCES)) {
            return; // read when the data were opened
        }
        if (file.equals(NRTL)) {
            interaction(List.of());
            return;
        }
        JsonCursor root = read(file);
        SpeciesFile species = new SpeciesFile(root, sources);
        if (root.at("format").text().equals("inert")) {
            species.inert();
        } else {
            species.component();
        }
    }

    /** Latent heat at 298.15 K such that vapour minus liquid enthalpy meets the correlation at the anchor. */
    private static double vaporisation(SpeciesFile.Vaporisation latent, Polynomial liquid, Polynomial gas) {
        double reference = PhysicalConstants.REFERENCE_TEMPERATURE;
        return latent.at(latent.anchor())
                - gas.integralFrom(reference).value(latent.anchor())
                + liquid.integralFrom(reference).value(latent.anchor());
    }

    /** Quadratic through the density correlation at the ends and the middle of the fitted range, below critical. */
    private static Polynomial volume(SpeciesFile.Density density) {
        double low = Component.VOLUME_FIT_LOW;
        double high = FastMath.min(Component.VOLUME_FIT_HIGH, density.highestFit());
        double middle = 0.5 * (low + high);
        double a = density.molarVolume(low);
        double b = density.molarVolume(middle);
        double c = density.molarVolume(high);
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
        return species(id).cohesion().density().molarVolume(temperature);
    }

    /**
     * Enthalpy of vaporisation of a component by its correlation itself.
     *
     * @param id component
     * @param temperature K
     * @return J/mol
     */
    public double vaporisationEnthalpy(String id, double temperature) {
        return species(id).cohesion().vaporisation().at(temperature);
    }

    private SpeciesFile.Species species(String id) {
        return new SpeciesFile(read(id + ".json"), sources).component();
    }

    /**
     * A binary mixture of which the database has interaction parameters.
     *
     * @param first one component
     * @param second the other
     * @param lowest lowest temperature of the parameters, K
     * @param highest highest temperature of the parameters, K
     */
    public record Binary(String first, String second, double lowest, double highest) {
        /**
         * The name of the mixture.
         *
         * @return both components, for example {@code ethanol-water}
         */
        public String name() {
            return first + "-" + second;
        }

        private Binary turned() {
            return new Binary(/* first= */ second, /* second= */ first, lowest, highest);
        }
    }

    /**
     * All binary mixtures with interaction parameters.
     *
     * @return the mixtures, the plant's own first
     */
    public List<Binary> binaries() {
        List<Binary> all = new ArrayList<>();
        for (JsonCursor root : readAll(NRTL)) {
            for (Pair pair : root.at("pairs").list(Pair::read)) {
                List<Double> range = pair.place().at("validK").list(JsonCursor::positive);
                all.add(new Binary(pair.names().get(0), pair.names().get(1), range.get(0), range.get(1)));
            }
        }
        return List.copyOf(all);
    }

    /**
     * A binary mixture by its name.
     *
     * @param system both components joined by a hyphen, in either order
     * @return the mixture, the first-named component first
     * @throws OtsException if there are no data of it
     */
    public Binary binary(String system) {
        for (Binary b : binaries()) {
            if (system.equals(b.name())) {
                return b;
            }
            if (system.equals(b.turned().name())) {
                return b.turned();
            }
        }
        String known = String.join(" ", binaries().stream().map(Binary::name).toList());
        throw new OtsException(PropertyError.UNKNOWN_SYSTEM, system, known);
    }

    private NrtlPackage.Interaction interaction(List<String> ids) {
        int n = ids.size();
        double[][] a = new double[n][n];
        double[][] b = new double[n][n];
        double[][] alpha = new double[n][n];
        List<Pair> pairs = new ArrayList<>();
        for (JsonCursor root : readAll(NRTL)) {
            root.requireFormat("nrtl", "1.0");
            pairs.addAll(root.at("pairs").list(Pair::read));
            root.finish();
        }
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                Pair pair = pair(pairs, ids.get(i), ids.get(j));
                SpeciesFile.checkSource(pair.place(), sources);
                boolean straight = pair.first().equals(ids.get(i));
                int first = straight ? i : j;
                int second = straight ? j : i;
                a[first][second] = pair.a12();
                a[second][first] = pair.a21();
                b[first][second] = pair.b12();
                b[second][first] = pair.b21();
                alpha[i][j] = pair.alpha();
                alpha[j][i] = pair.alpha();
            }
        }
        return new NrtlPackage.Interaction(a, b, alpha);
    }

    /** The parameters of two components: tau_ij = a_ij + b_ij/T, b in K. */
    record Pair(JsonCursor place, List<String> names, double a12, double a21, double b12, double b21, double alpha) {
        static Pair read(JsonCursor p) {
            p.at("source").text();
            p.at("validK").list(JsonCursor::positive);
            return new Pair(
                    p,
                    List.of(p.at("first").text(), p.at("second").text()),
                    p.at("a12").number(),
                    p.at("a21").number(),
                    kelvin(p.at("b12")),
                    kelvin(p.at("b21")),
                    p.at("alpha").between(0, 1));
        }

        private static double kelvin(JsonCursor figure) {
            figure.at("unit").nameOf(List.of("K"), PropertyError.UNIT);
            return figure.at("value").number();
        }

        String first() {
            return names.get(0);
        }

        boolean joins(String one, String other) {
            return names.contains(one) && names.contains(other);
        }
    }

    private static Pair pair(List<Pair> pairs, String one, String other) {
        return pairs.stream()
                .filter(p -> p.joins(one, other))
                .findFirst()
                .orElseThrow(() -> new OtsException(PropertyError.NO_PAIR, one, other));
    }

    /** A file that a plant may replace. */
    private JsonCursor read(String name) {
        return own.apply(name).map(bytes -> ownFile(name, bytes)).orElseGet(() -> shipped(name));
    }

    /** A list that a plant may add to; the plant's entries come first. */
    private List<JsonCursor> readAll(String name) {
        List<JsonCursor> files = new ArrayList<>();
        own.apply(name).ifPresent(bytes -> files.add(ownFile(name, bytes)));
        files.add(shipped(name));
        return files;
    }

    private JsonCursor ownFile(String name, byte[] bytes) {
        return StrictJson.parse(shown.apply(name), bytes, Findings.throwing());
    }

    private JsonCursor shipped(String name) {
        if (PropertyDatabase.class.getResource(folder + name) == null) {
            throw new OtsException(PropertyError.NO_FILE, name);
        }
        return StrictJson.resource(PropertyDatabase.class, folder + name, Findings.throwing());
    }
}
