package org.openots.simulator.thermo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.openots.common.error.OtsException;
import org.openots.common.json.JsonCursor;

/** What is known of two components together: {@code nrtl.json}, {@code ideal.json}, {@code peng-robinson.json}. */
final class PairFiles {
    static final String NRTL = "nrtl.json";
    static final String IDEAL = "ideal.json";
    static final String CUBIC = "peng-robinson.json";

    private static final String VERSION = "1.0";

    /** Largest interaction parameter of hydrocarbons and light gases that was ever fitted: about 0.3. */
    private static final double LARGEST_INTERACTION = 0.5;

    private final Function<String, List<JsonCursor>> files;
    private final Map<String, PropertyDatabase.Source> sources;

    /**
     * @param files all files of a name, the plant's own before those of the suite
     * @param sources known sources
     */
    PairFiles(Function<String, List<JsonCursor>> files, Map<String, PropertyDatabase.Source> sources) {
        this.files = files;
        this.sources = sources;
    }

    /** Two components and where their figures stand. */
    record Names(JsonCursor place, String first, String second) {
        static Names read(JsonCursor p) {
            p.at("source").text();
            return new Names(p, p.at("first").text(), p.at("second").text());
        }

        boolean joins(String one, String other) {
            return (first.equals(one) && second.equals(other)) || (first.equals(other) && second.equals(one));
        }

        @Override
        public String toString() {
            return first + "-" + second;
        }
    }

    /** NRTL: tau_ij = a_ij + b_ij/T, b in K. */
    record Nrtl(Names names, double[] a, double[] b, double alpha, TemperatureRange fitted) {
        static Nrtl read(JsonCursor p) {
            return new Nrtl(
                    Names.read(p),
                    new double[] {Figures.NRTL_CONSTANT.read(p.at("a12")), Figures.NRTL_CONSTANT.read(p.at("a21"))},
                    new double[] {kelvin(p.at("b12")), kelvin(p.at("b21"))},
                    p.at("alpha").between(0, 1),
                    SpeciesFile.range(p));
        }

        private static double kelvin(JsonCursor figure) {
            figure.at("unit").nameOf(List.of("K"), PropertyError.UNIT);
            return Figures.NRTL_KELVIN.read(figure.at("value"));
        }
    }

    /** Raoult's law. */
    record Ideal(Names names, TemperatureRange compared) {
        static Ideal read(JsonCursor p) {
            return new Ideal(Names.read(p), SpeciesFile.range(p));
        }
    }

    /** An interaction parameter of the equation of state. */
    record Cubic(Names names, double interaction) {
        static Cubic read(JsonCursor p) {
            return new Cubic(Names.read(p), p.at("kij").between(-LARGEST_INTERACTION, LARGEST_INTERACTION));
        }
    }

    /** Components among which all interaction parameters are zero where no pair says otherwise. */
    record Family(JsonCursor place, List<String> members) {
        static Family read(JsonCursor p) {
            p.at("source").text();
            return new Family(p, p.at("members").list(JsonCursor::text));
        }
    }

    /** Names all mistakes in a file, whether anything needs it or not. */
    static void check(String file, JsonCursor root, Map<String, PropertyDatabase.Source> sources) {
        switch (file) {
            case NRTL -> nrtl(root).forEach(pair -> checkSource(pair.names(), sources));
            case IDEAL -> ideal(root).forEach(pair -> checkSource(pair.names(), sources));
            default -> {
                Cubics cubics = cubics(root);
                cubics.pairs().forEach(pair -> checkSource(pair.names(), sources));
                cubics.families().forEach(family -> checkSource(family.place(), sources));
            }
        }
    }

    private static void checkSource(Names names, Map<String, PropertyDatabase.Source> sources) {
        checkSource(names.place(), sources);
    }

    private static void checkSource(JsonCursor place, Map<String, PropertyDatabase.Source> sources) {
        if (place.isMap()) {
            SpeciesFile.checkSource(place, sources);
        }
    }

    private static List<Nrtl> nrtl(JsonCursor root) {
        return read(root, "nrtl", () -> root.at("pairs").list(Nrtl::read));
    }

    private static List<Ideal> ideal(JsonCursor root) {
        return read(root, "ideal", () -> root.at("pairs").list(Ideal::read));
    }

    /** What {@code peng-robinson.json} says. */
    private record Cubics(List<Cubic> pairs, List<Family> families) {}

    private static Cubics cubics(JsonCursor root) {
        return read(
                root,
                "peng-robinson",
                () -> new Cubics(
                        root.at("pairs").list(Cubic::read), root.at("families").list(Family::read)));
    }

    private static <T> T read(JsonCursor root, String format, Supplier<T> reader) {
        root.requireFormat(format, VERSION);
        T read = reader.get();
        root.finish();
        return read;
    }

    private List<Nrtl> nrtl() {
        return files.apply(NRTL).stream().flatMap(root -> nrtl(root).stream()).toList();
    }

    private List<Ideal> ideal() {
        return files.apply(IDEAL).stream().flatMap(root -> ideal(root).stream()).toList();
    }

    private List<Cubic> cubic() {
        return files.apply(CUBIC).stream()
                .flatMap(root -> cubics(root).pairs().stream())
                .toList();
    }

    private List<Family> families() {
        return files.apply(CUBIC).stream()
                .flatMap(root -> cubics(root).families().stream())
                .toList();
    }

    /** NRTL parameters of all pairs of some components, and where they hold. */
    record Activity(NrtlPackage.Interaction interaction, TemperatureRange fitted) {}

    Activity activity(List<String> ids) {
        int n = ids.size();
        double[][] a = new double[n][n];
        double[][] b = new double[n][n];
        double[][] alpha = new double[n][n];
        TemperatureRange fitted = new TemperatureRange(0, Double.POSITIVE_INFINITY);
        List<Nrtl> known = nrtl();
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                Nrtl pair = pair(known, ids.get(i), ids.get(j));
                boolean straight = pair.names().first().equals(ids.get(i));
                int first = straight ? i : j;
                int second = straight ? j : i;
                a[first][second] = pair.a()[0];
                a[second][first] = pair.a()[1];
                b[first][second] = pair.b()[0];
                b[second][first] = pair.b()[1];
                alpha[i][j] = pair.alpha();
                alpha[j][i] = pair.alpha();
                fitted = fitted.and(pair.fitted());
            }
        }
        return new Activity(new NrtlPackage.Interaction(a, b, alpha), fitted);
    }

    private Nrtl pair(List<Nrtl> known, String one, String other) {
        Nrtl pair = known.stream()
                .filter(p -> p.names().joins(one, other))
                .findFirst()
                .orElseThrow(() -> new OtsException(PropertyError.NO_PAIR, one, other));
        SpeciesFile.checkSource(pair.names().place(), sources);
        return pair;
    }

    /** Where all pairs of some components are ideal. */
    TemperatureRange compared(List<String> ids) {
        TemperatureRange compared = new TemperatureRange(0, Double.POSITIVE_INFINITY);
        List<Ideal> known = ideal();
        for (int i = 0; i < ids.size(); i++) {
            for (int j = i + 1; j < ids.size(); j++) {
                String one = ids.get(i);
                String other = ids.get(j);
                Ideal pair = known.stream()
                        .filter(p -> p.names().joins(one, other))
                        .findFirst()
                        .orElseThrow(() -> new OtsException(PropertyError.NO_IDEAL_PAIR, one, other));
                SpeciesFile.checkSource(pair.names().place(), sources);
                compared = compared.and(pair.compared());
            }
        }
        return compared;
    }

    /** k_ij of all pairs of some species; zero where nothing is listed. */
    double[][] interactions(List<String> ids) {
        double[][] result = new double[ids.size()][ids.size()];
        List<Cubic> known = cubic();
        for (int i = 0; i < ids.size(); i++) {
            for (int j = i + 1; j < ids.size(); j++) {
                String one = ids.get(i);
                String other = ids.get(j);
                Optional<Cubic> pair =
                        known.stream().filter(p -> p.names().joins(one, other)).findFirst();
                if (pair.isPresent()) {
                    SpeciesFile.checkSource(pair.get().names().place(), sources);
                    result[i][j] = pair.get().interaction();
                    result[j][i] = result[i][j];
                }
            }
        }
        return result;
    }

    boolean hasActivity(String one, String other) {
        return nrtl().stream().anyMatch(p -> p.names().joins(one, other));
    }

    boolean isIdeal(String one, String other) {
        return ideal().stream().anyMatch(p -> p.names().joins(one, other));
    }

    boolean isCubic(String one, String other) {
        return cubic().stream().anyMatch(p -> p.names().joins(one, other))
                || families().stream()
                        .anyMatch(f -> f.members().contains(one) && f.members().contains(other));
    }

    /** Names of all binary systems, sorted: first-second. */
    List<String> binaries() {
        TreeSet<String> names = new TreeSet<>();
        nrtl().forEach(p -> names.add(p.names().toString()));
        ideal().forEach(p -> names.add(p.names().toString()));
        cubic().forEach(p -> names.add(p.names().toString()));
        for (Family family : families()) {
            SpeciesFile.checkSource(family.place(), sources);
            for (int i = 0; i < family.members().size(); i++) {
                for (int j = i + 1; j < family.members().size(); j++) {
                    names.add(family.members().get(i) + "-" + family.members().get(j));
                }
            }
        }
        return List.copyOf(names);
    }
}
