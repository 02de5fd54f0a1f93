package org.openots.dcs.twin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.util.FastMath;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.common.text.LocalText;

/**
 * Which residuals move to which side when a fault comes: a table made by simulation, and the ranking of likely faults by it.
 * Read from and written to files {@code openots-twin-signatures}.
 *
 * @param plant id of the plant
 * @param horizons seconds after the first alarm at which residuals were graded, rising
 * @param outputs names of the outputs that were graded
 * @param faults the faults
 */
public record FaultSignatures(String plant, List<Double> horizons, List<String> outputs, List<Signature> faults) {
    /** Highest grade: residuals of some ten thousand sigma, a reading at the end of its range. */
    public static final int MOST = 12;
    /** Residuals within this many sigma count as none. */
    private static final double NOTHING = 3;

    /** Keeps unmodifiable copies. */
    public FaultSignatures {
        horizons = List.copyOf(horizons);
        outputs = List.copyOf(outputs);
        faults = List.copyOf(faults);
    }

    /**
     * What a fault does to the residuals.
     *
     * @param fault its id in the pack
     * @param grades by horizon and output
     */
    public record Signature(String fault, List<List<Integer>> grades) {
        /** Keeps an unmodifiable copy. */
        public Signature {
            grades = grades.stream().map(List::copyOf).toList();
        }
    }

    /**
     * A likely cause.
     *
     * @param fault its id in the pack
     * @param likeness of the residuals to those of the fault, at most 1
     */
    public record Cause(String fault, double likeness) {}

    /**
     * Grade of a residual: 0 within 3 sigma, then the binary logarithm of what is beyond, with its sign.
     *
     * @param sigmas the residual over its standard deviation; NaN is none
     * @return -12 to 12
     */
    public static int grade(double sigmas) {
        double beyond = FastMath.abs(sigmas) - NOTHING;
        if (!(beyond > 0)) {
            return 0;
        }
        long grade = FastMath.round(1 + FastMath.log(1 + beyond) / FastMath.log(2));
        return (int) Math.min(MOST, grade) * (sigmas > 0 ? 1 : -1);
    }

    /**
     * Ranks the faults by what was seen up to now.
     *
     * @param seconds since the first alarm
     * @param before grades at the horizons that have passed, in their order, one an output each
     * @param now grades now, one an output; they stand for those at the nearest horizon
     * @return the faults whose signature points the same way, the likeliest first
     */
    public List<Cause> rank(double seconds, List<int[]> before, int[] now) {
        int horizon = nearest(seconds);
        List<Cause> causes = new ArrayList<>();
        for (Signature signature : faults) {
            Likeness likeness = new Likeness();
            for (int i = 0; i < Math.min(horizon, before.size()); i++) {
                likeness.take(signature.grades().get(i), before.get(i));
            }
            likeness.take(signature.grades().get(horizon), now);
            if (likeness.cosine() > 0) {
                causes.add(new Cause(signature.fault(), likeness.cosine()));
            }
        }
        causes.sort(Comparator.comparingDouble(Cause::likeness).reversed().thenComparing(Cause::fault));
        return causes;
    }

    private int nearest(double seconds) {
        int best = 0;
        for (int i = 1; i < horizons.size(); i++) {
            if (seconds >= FastMath.sqrt(horizons.get(i - 1) * horizons.get(i))) {
                best = i;
            }
        }
        return best;
    }

    /** Cosine of the angle between grades of a signature and grades seen, over all horizons that were taken. */
    private static final class Likeness {
        private double product;
        private double first;
        private double second;

        void take(List<Integer> signature, int[] grades) {
            for (int i = 0; i < grades.length; i++) {
                product += (double) signature.get(i) * grades[i];
                first += (double) signature.get(i) * signature.get(i);
                second += (double) grades[i] * grades[i];
            }
        }

        double cosine() {
            return first > 0 && second > 0 ? product / FastMath.sqrt(first * second) : 0;
        }
    }

    /**
     * The table of a plant of the suite.
     *
     * @param definition of its twin
     * @return the table
     */
    public static FaultSignatures shipped(TwinDefinition definition) {
        return read(
                StrictJson.resource(
                        FaultSignatures.class,
                        "/org/openots/dcs/twin/" + definition.plant() + ".signatures.json",
                        Findings.throwing()),
                definition);
    }

    /**
     * Reads a table.
     *
     * @param file its root; mistakes go to its findings
     * @param definition of the twin it belongs to
     * @return the table; not to be used when there is a mistake
     */
    public static FaultSignatures read(JsonCursor file, TwinDefinition definition) {
        file.requireFormat("openots-twin-signatures", "1.0");
        List<String> names =
                definition.outputs().stream().map(TwinDefinition.Output::name).toList();
        String plant = file.at("plant").nameOf(List.of(definition.plant()), new LocalText("装置", "plant"));
        List<Double> horizons = file.at("horizons").list(place -> place.quantity("s"));
        JsonCursor outputs = file.at("outputs");
        List<String> graded = outputs.list(place -> place.nameOf(names, new LocalText("孪生输出", "output of the twin")));
        if (outputs.isArray() && !graded.equals(names)) {
            outputs.report(TwinError.OTHER_OUTPUTS, names.size());
        }
        List<Signature> faults = file.at("faults")
                .list(node ->
                        new Signature(node.at("id").text(), rows(node.at("grades"), horizons.size(), names.size())));
        file.finish();
        return new FaultSignatures(plant, horizons, graded, faults);
    }

    private static List<List<Integer>> rows(JsonCursor grades, int horizons, int outputs) {
        List<List<Integer>> rows = grades.list(row -> {
            List<Integer> all = row.list(place -> place.integer(-MOST, MOST));
            if (row.isArray() && all.size() != outputs) {
                row.report(TwinError.OTHER_OUTPUTS, outputs);
            }
            return all;
        });
        if (grades.isArray() && rows.size() != horizons) {
            grades.report(TwinError.OTHER_OUTPUTS, horizons);
        }
        return rows;
    }

    /**
     * The table as a file.
     *
     * @return its root
     */
    public ObjectNode json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", "openots-twin-signatures")
                .put("formatVersion", "1.0")
                .put("plant", plant);
        ArrayNode times = root.putArray("horizons");
        horizons.forEach(each -> times.add(Math.round(each) + " s"));
        ArrayNode names = root.putArray("outputs");
        outputs.forEach(names::add);
        ArrayNode list = root.putArray("faults");
        for (Signature signature : faults) {
            ArrayNode grades = list.addObject().put("id", signature.fault()).putArray("grades");
            signature.grades().forEach(row -> row.forEach(grades.addArray()::add));
        }
        return root;
    }

    /**
     * A table without faults.
     *
     * @param definition of the twin
     * @param horizons seconds after the first alarm
     * @return the table
     */
    public static FaultSignatures none(TwinDefinition definition, Double... horizons) {
        return new FaultSignatures(
                definition.plant(),
                Arrays.asList(horizons),
                definition.outputs().stream().map(TwinDefinition.Output::name).toList(),
                List.of());
    }
}
