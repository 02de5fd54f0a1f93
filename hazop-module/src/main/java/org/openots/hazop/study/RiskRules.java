package org.openots.hazop.study;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.openots.hazop.risk.Rating;
import org.openots.hazop.risk.RiskMatrix;
import org.openots.hazop.risk.RiskStages;

/** Risks: cells of the matrix, none that grows, the row's the worst, recommendations above the limit. */
final class RiskRules {
    private static final List<Stage> STAGES = List.of(
            new Stage("initial", RiskStages::initial),
            new Stage("existing", RiskStages::existing),
            new Stage("afterRecommendations", RiskStages::afterRecommendations));

    /** Version 0.1 had other names. */
    static final List<String> FIRST_FIELDS = List.of("riskUnmitigated", "riskExisting", "riskAfterRecommendations");

    private final Study study;
    private final RiskMatrix matrix;
    private final StudyFindings findings;
    private final boolean first;

    RiskRules(Study study, RiskMatrix matrix, StudyFindings findings) {
        this.study = study;
        this.matrix = matrix;
        this.findings = findings;
        this.first = study.head().formatVersion().equals(StudyReader.FIRST_VERSION);
    }

    private record Stage(String field, Function<RiskStages, Rating> of) {}

    void check() {
        for (int i = 0; i < study.deviations().size(); i++) {
            row(study.deviations().get(i), StudyRules.row(i));
        }
    }

    private void row(Deviation row, String place) {
        boolean sound = stages(row.risk(), place + "/risk", place, this::isLower);
        for (int z = 0; z < row.scenarios().size(); z++) {
            Scenario scenario = row.scenarios().get(z);
            String at = place + "/scenarios/" + z;
            boolean known = stages(scenario.risk(), at + "/risk", at, Rating::isWithin);
            sound &= known;
            if (known && scenario.recommendationIds().isEmpty()) {
                demanded(scenario.risk(), scenario.id(), at + "/recommendationIds");
            }
        }
        if (first) {
            if (sound && row.recommendations().isEmpty()) {
                demanded(row.risk(), row.id(), place + "/recommendations");
            }
        } else if (row.scenarios().isEmpty()) {
            findings.report(place + "/scenarios", RuleError.NO_SCENARIO, row.id());
        } else if (sound) {
            worst(row, place);
        }
    }

    private void demanded(RiskStages risk, String id, String place) {
        if (matrix.demandsRecommendation(risk.existing())) {
            findings.report(
                    place,
                    RuleError.NO_RECOMMENDATION,
                    id,
                    matrix.band(risk.existing()).text());
        }
    }

    /** Of a row, whose stages may be those of different scenarios, only the scores can be compared. */
    private boolean isLower(Rating rating, Rating before) {
        return matrix.score(rating) <= matrix.score(before);
    }

    /** Whether all ratings are cells of the matrix. */
    private boolean stages(RiskStages risk, String place, String owner, BiPredicate<Rating, Rating> isNoHigher) {
        boolean sound = true;
        Optional<Rating> before = Optional.empty();
        for (int s = 0; s < STAGES.size(); s++) {
            Rating rating = STAGES.get(s).of().apply(risk);
            String at = first
                    ? owner + "/" + FIRST_FIELDS.get(s)
                    : place + "/" + STAGES.get(s).field();
            if (!matrix.has(rating)) {
                findings.report(at, RuleError.NO_CELL, words(rating), matrix.id());
                sound = false;
            } else if (before.filter(b -> !isNoHigher.test(rating, b)).isPresent()) {
                findings.report(at, RuleError.RISK_GROWS, words(rating), words(before.get()));
            }
            before = matrix.has(rating) ? Optional.of(rating) : Optional.empty();
        }
        return sound;
    }

    private void worst(Deviation row, String place) {
        for (Stage stage : STAGES) {
            Scenario worst = row.scenarios().stream()
                    .reduce((a, b) ->
                            matrix.worse(stage.of().apply(a.risk()), stage.of().apply(b.risk()))
                                            .equals(stage.of().apply(a.risk()))
                                    ? a
                                    : b)
                    .orElseThrow();
            Rating needed = stage.of().apply(worst.risk());
            Rating found = stage.of().apply(row.risk());
            if (!found.equals(needed)) {
                findings.report(
                        place + "/risk/" + stage.field(),
                        RuleError.NOT_THE_WORST,
                        words(found),
                        words(needed),
                        worst.id());
            }
        }
    }

    private static String words(Rating rating) {
        return rating.severity() + "×" + rating.likelihood();
    }
}
