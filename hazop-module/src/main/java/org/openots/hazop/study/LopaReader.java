package org.openots.hazop.study;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openots.common.json.JsonCursor;
import org.openots.hazop.risk.LopaInputs;

/** Reads the layer-of-protection analyses of a study. */
final class LopaReader {
    private final List<Deviation> rows;
    private final boolean first;
    private final Set<String> ids = new HashSet<>();

    private LopaReader(List<Deviation> rows, boolean first) {
        this.rows = rows;
        this.first = first;
    }

    static List<LopaRow> read(JsonCursor list, List<Deviation> rows) {
        return list.list(new LopaReader(rows, false)::row);
    }

    /** Version 0.1 has results too, which are calculated here, and layers with names, which their safeguards have. */
    static List<LopaRow> readFirstVersion(JsonCursor list, List<Deviation> rows) {
        LopaReader reader = new LopaReader(rows, true);
        return list.list(c -> {
            c.at("unmitigatedFrequencyPerYear").positive();
            c.at("mitigatedFrequencyPerYear").positive();
            c.at("gapRiskReductionFactor").positive();
            c.at("meetsTarget").bool();
            return reader.row(c);
        });
    }

    private LopaRow row(JsonCursor c) {
        String id = StudyScope.newId(c.at("id"), ids);
        if (!first && StudyScope.one(c, "scenarioId", "deviationId").equals("scenarioId")) {
            return ofScenario(c, id);
        }
        String deviationId =
                c.at("deviationId").nameOf(rows.stream().map(Deviation::id).toList(), StudyScope.DEVIATION);
        Deviation row = rows.stream()
                .filter(r -> r.id().equals(deviationId))
                .findFirst()
                .orElse(null);
        if (row == null) {
            return new LopaRow(
                    id,
                    deviationId,
                    Optional.empty(),
                    c.at("causeId").text(),
                    c.at("consequenceId").text(),
                    inputs(c, List.of(), false));
        }
        return new LopaRow(
                id,
                deviationId,
                Optional.empty(),
                RowReader.member(c.at("causeId"), row, Column.CAUSE, StudyScope.CAUSE),
                RowReader.member(c.at("consequenceId"), row, Column.CONSEQUENCE, StudyScope.CONSEQUENCE),
                inputs(c, row.safeguards(), true));
    }

    private LopaRow ofScenario(JsonCursor c, String id) {
        List<String> known = rows.stream()
                .flatMap(row -> row.scenarios().stream())
                .map(Scenario::id)
                .toList();
        String scenarioId = c.at("scenarioId").nameOf(known, StudyScope.SCENARIO);
        for (Deviation row : rows) {
            for (Scenario scenario : row.scenarios()) {
                if (scenario.id().equals(scenarioId)) {
                    return new LopaRow(
                            id,
                            row.id(),
                            Optional.of(scenarioId),
                            scenario.causeId(),
                            scenario.consequenceId(),
                            inputs(c, row.safeguards(), true));
                }
            }
        }
        return new LopaRow(id, "", Optional.of(scenarioId), "", "", inputs(c, List.of(), false));
    }

    private LopaInputs inputs(JsonCursor c, List<Safeguard> safeguards, boolean known) {
        return new LopaInputs(
                c.at("initiatingEventFrequencyPerYear").positive(),
                first
                        ? List.of()
                        : c.optional("enablingConditions").map(this::factors).orElse(List.of()),
                factors(c.at("conditionalModifiers")),
                c.at("independentProtectionLayers").list(layer -> layer(layer, safeguards, known)),
                c.at("tolerableFrequencyPerYear").positive());
    }

    private List<LopaInputs.Factor> factors(JsonCursor list) {
        return list.list(f -> new LopaInputs.Factor(f.at("name").localText(), probability(f.at("probability"))));
    }

    private LopaInputs.Layer layer(JsonCursor c, List<Safeguard> safeguards, boolean known) {
        JsonCursor place = c.at("safeguardId");
        String safeguardId = known
                ? place.nameOf(safeguards.stream().map(Safeguard::id).toList(), StudyScope.SAFEGUARD)
                : place.text();
        if (first) {
            c.at("name").localText();
            return new LopaInputs.Layer(safeguardId, probability(c.at("pfd")), Optional.empty());
        }
        return new LopaInputs.Layer(
                safeguardId,
                probability(c.at("pfd")),
                Optional.of(c.at("source").localText()));
    }

    private static double probability(JsonCursor c) {
        double value = c.between(0, 1);
        return value == 0 ? c.positive() : value;
    }
}
