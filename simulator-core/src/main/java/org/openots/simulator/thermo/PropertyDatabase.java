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
import org.openots.common.json.NameForm;
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

    /** Inerts of the binary packages; equilibria do without them. */
    private static final String AIR = "air";

    private static final String NITROGEN = "nitrogen";

    private static final String SOURCES = "sources.json";

    /** Files of a plant that are about no single substance. */
    public static final List<String> COMMON_FILES = List.of(SOURCES, PairFiles.NRTL, PairFiles.IDEAL, PairFiles.CUBIC);

    private final String folder;
    private final Function<String, Optional<byte[]>> own;
    private final UnaryOperator<String> shown;
    private final Map<String, Source> sources;
    private final PairFiles pairs;

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
            sources(root).forEach(source -> found.putIfAbsent(source.id(), source));
        }
        sources = Map.copyOf(found);
        pairs = new PairFiles(this::readAll, sources);
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

    private static List<Source> sources(JsonCursor root) {
        root.requireFormat("property-sources", "1.0");
        List<Source> read = root.at("sources").list(PropertyDatabase::source);
        root.finish();
        return read;
    }

    static Source source(JsonCursor s) {
        return new Source(
                NameForm.FILE.read(s.at("id")),
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
        PairFiles.Activity activity = pairs.activity(componentIds);
        return new NrtlPackage(components(componentIds), inert(inertId), activity.interaction(), activity.fitted());
    }

    /**
     * Builds a package of Raoult's law.
     *
     * @param componentIds volatile components, in the order wanted
     * @param inertId the non-condensable gas
     * @return the package
     * @throws OtsException if data are missing, a pair is not known to be ideal, or a source is not usable
     */
    public IdealPackage ideal(List<String> componentIds, String inertId) {
        return new IdealPackage(components(componentIds), inert(inertId), pairs.compared(componentIds));
    }

    private List<Component> components(List<String> ids) {
        return ids.stream().map(this::component).toList();
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
        List<String> species = new ArrayList<>(componentIds);
        species.add(inertId);
        List<CriticalPoint> critical = species.stream().map(this::critical).toList();
        double[][] interactions = pairs.interactions(species);
        return new PengRobinsonPackage(components(componentIds), inert(inertId), critical, interactions);
    }

    /**
     * Names of the binary systems for which {@link #binary} builds a package.
     *
     * @return names such as {@code ethanol-water}, sorted
     */
    public List<String> binaries() {
        return pairs.binaries();
    }

    /**
     * Builds the package that suits two components best: activity coefficients where they were fitted, Raoult's law where
     * the mixture is ideal, the equation of state among paraffins.
     *
     * @param name both components, in the order wanted, for example {@code ethanol-water} or {@code water-ethanol}
     * @return the package
     * @throws OtsException if there is no such system
     */
    public PropertyPackage binary(String name) {
        for (int dash = name.indexOf('-'); dash > 0; dash = name.indexOf('-', dash + 1)) {
            String first = name.substring(0, dash);
            String second = name.substring(dash + 1);
            List<String> both = List.of(first, second);
            if (pairs.hasActivity(first, second)) {
                return nrtl(both, AIR);
            }
            if (pairs.isIdeal(first, second)) {
                return ideal(both, AIR);
            }
            if (pairs.isCubic(first, second)) {
                return pengRobinson(both, NITROGEN);
            }
        }
        throw new OtsException(PropertyError.NO_SYSTEM, name, String.join(", ", binaries()));
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
                volume(species.cohesion().density()),
                species.critical(),
                species.transport());
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
        return hazards(id).lowerExplosionLimit();
    }

    /**
     * What makes a component dangerous.
     *
     * @param id file name without extension
     * @return explosion limit, IDLH and heat of combustion, as far as the file has them
     */
    public Hazards hazards(String id) {
        return species(id).hazards();
    }

    /**
     * Names all mistakes of a plant's list of sources, without which no database can be opened.
     *
     * @param own as for the constructor
     * @param shown as for the constructor
     * @param findings collects the mistakes
     */
    public static void checkSources(
            Function<String, Optional<byte[]>> own, UnaryOperator<String> shown, Findings findings) {
        own.apply(SOURCES).ifPresent(bytes -> sources(StrictJson.parse(shown.apply(SOURCES), bytes, findings)));
    }

    /**
     * Names all mistakes of a file of the plant, whether anything needs it or not.
     *
     * @param file its name, for example {@code acetone.json}
     * @param findings takes the mistakes
     */
    public void check(String file, Findings findings) {
        Optional<byte[]> bytes = own.apply(file);
        if (file.equals(SOURCES) || bytes.isEmpty()) {
            return; // sources were read when the data were opened
        }
        JsonCursor root = StrictJson.parse(shown.apply(file), bytes.get(), findings);
        if (!root.isPresent()) {
            return;
        }
        if (List.of(PairFiles.NRTL, PairFiles.IDEAL, PairFiles.CUBIC).contains(file)) {
            PairFiles.check(file, root, sources);
            return;
        }
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
