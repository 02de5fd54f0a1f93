package org.openots.hazop.drill;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openots.common.error.CommonError;
import org.openots.common.json.CanonicalJson;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;

/**
 * What the parts of a drill are worth by level when the drill itself says nothing: format {@code hazop-drill-weights} 1.0,
 * see {@code docs/data-formats/hazop-drill-weights.md}. Immutable.
 */
final class WeightTable {
    /** The table of the suite. */
    private static final String SHIPPED = "weights.json";

    private static final double ROUNDING = 1e-6;

    private final Map<Drill.Level, DrillWeights> levels;

    private final String hash;

    private WeightTable(Map<Drill.Level, DrillWeights> levels, String hash) {
        this.levels = levels;
        this.hash = hash;
    }

    /** The table that comes with the suite; a mistake in it is an error of the suite. */
    static WeightTable shipped() {
        Findings findings = Findings.collecting();
        WeightTable table = read(SHIPPED, StrictJson.bytes(DrillLibrary.class, DrillLibrary.ROOT + SHIPPED), findings);
        findings.throwIfAny();
        return table;
    }

    /** Reads a table; what is returned is not to be used when mistakes were collected. */
    static WeightTable read(String file, byte[] json, Findings findings) {
        JsonCursor root = StrictJson.parse(file, json, findings);
        if (root.isMap()) {
            root.requireFormat("hazop-drill-weights", "1.0");
        }
        String hash = CanonicalJson.sha256(StrictJson.copyOf(root));
        JsonCursor all = root.at("levels");
        Map<Drill.Level, DrillWeights> levels = new EnumMap<>(Drill.Level.class);
        for (Drill.Level level : Drill.Level.values()) {
            levels.put(level, weights(all.at(level.word())));
        }
        root.finish();
        return new WeightTable(levels, hash);
    }

    /** SHA-256 of the canonical bytes of its file: a score depends on it. */
    String hash() {
        return hash;
    }

    /** What a level gives for all its parts. */
    DrillWeights of(Drill.Level level) {
        return levels.getOrDefault(level, new DrillWeights(Map.of()));
    }

    /** What a level gives for the parts that a drill asks for. */
    DrillWeights of(Drill.Level level, Set<DrillPart> asked) {
        return of(level).only(asked);
    }

    /** Reads the points of all parts of a level or drill. */
    static DrillWeights weights(JsonCursor weights) {
        List<String> known =
                Arrays.stream(DrillPart.values()).map(DrillPart::word).toList();
        Map<DrillPart, Double> points = new EnumMap<>(DrillPart.class);
        weights.fields().forEach((word, worth) -> {
            if (!known.contains(word)) {
                weights.report(CommonError.JSON_NOT_ALLOWED, word, String.join(", ", known));
            }
            DrillPart.of(word).ifPresent(part -> points.put(part, worth.between(0, DrillWeights.SUM)));
        });
        double sum = points.values().stream().mapToDouble(Double::doubleValue).sum();
        if (Math.abs(sum - DrillWeights.SUM) > ROUNDING) {
            weights.report(DrillError.WEIGHT_SUM, sum, DrillWeights.SUM);
        }
        return new DrillWeights(points);
    }
}
