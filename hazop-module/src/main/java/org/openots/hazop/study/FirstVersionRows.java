package org.openots.hazop.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.openots.common.json.JsonCursor;
import org.openots.common.text.LocalText;
import org.openots.hazop.risk.Rating;
import org.openots.hazop.risk.RiskBand;
import org.openots.hazop.risk.RiskMatrices;
import org.openots.hazop.risk.RiskStages;

/**
 * Reads the rows of version 0.1. Its one simulation of a row becomes that of every cause of the row, to be verified;
 * consequences and safeguards have no proof.
 */
final class FirstVersionRows {
    /** The only matrix that version 0.1 had. */
    private static final String MATRIX = "risk-5x5";

    /** When faults of version 0.1 begin, s: late enough to see the plant at rest before. */
    private static final double FAULT_AT = 60;

    private static final int HIGHEST_SCORE = 25;

    private static final Map<String, Consequence.Category> CATEGORIES = Map.of(
            "HSE", Consequence.Category.PEOPLE,
            "ENV", Consequence.Category.ENVIRONMENT,
            "ASSET", Consequence.Category.ASSET,
            "OPS", Consequence.Category.OPS);

    private final StudyScope scope;
    private final Map<String, LocalText> parameters = new LinkedHashMap<>();
    private final Map<String, Set<String>> guideWords = new LinkedHashMap<>();

    FirstVersionRows(StudyScope scope) {
        this.scope = scope;
    }

    /** The parameters of the rows read, each with the guide words it was used with. */
    List<Vocabulary.Parameter> parameters() {
        List<Vocabulary.Parameter> all = new ArrayList<>();
        parameters.forEach((id, text) ->
                all.add(new Vocabulary.Parameter(id, text, List.copyOf(guideWords.getOrDefault(id, Set.of())))));
        return all;
    }

    /** Checks that the matrix of the file is the one that the suite has. */
    static String matrix(JsonCursor c) {
        c.at("id").text();
        c.at("rows").text();
        c.at("columns").text();
        List<Integer> highest = c.at("bands").list(band -> {
            band.at("id").text();
            band.at("zh").text();
            band.at("color").text();
            return band.at("max").integer(1, HIGHEST_SCORE);
        });
        List<Integer> ours = RiskMatrices.shipped(MATRIX).bands().stream()
                .map(RiskBand::highestScore)
                .toList();
        if (c.at("bands").isArray() && !highest.equals(ours)) {
            c.at("bands").report(StudyError.OLD_BANDS, highest.toString(), ours.toString());
        }
        return MATRIX;
    }

    Deviation read(JsonCursor c) {
        DeviationHead head = head(c);
        CauseProof proof = simulation(c.at("simulation"));
        return new Deviation(
                head,
                c.at("causes")
                        .list(item -> new Cause(
                                key(item),
                                item.at("initiatingEventFrequencyPerYear").positive(),
                                StudyScope.lower(item.at("kind"), Cause.Kind.class),
                                proof)),
                c.at("consequences").list(this::consequence),
                c.at("safeguards")
                        .list(item -> new Safeguard(
                                key(item),
                                item.at("role").oneOf(Safeguard.Role.class),
                                Optional.empty(),
                                item.at("iplCandidate").bool(),
                                new NotTold())),
                c.at("recommendations")
                        .list(item -> new Recommendation(
                                key(item),
                                item.at("status").oneOf(Recommendation.Status.class),
                                Optional.empty(),
                                OptionalInt.empty())),
                List.of(),
                new RiskStages(
                        rating(c.at("riskUnmitigated")),
                        rating(c.at("riskExisting")),
                        rating(c.at("riskAfterRecommendations"))));
    }

    private DeviationHead head(JsonCursor c) {
        LocalText parameter = c.at("parameter").localText();
        String id = parameter.en().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        parameters.putIfAbsent(id, parameter);
        Set<String> used = guideWords.computeIfAbsent(id, k -> new LinkedHashSet<>());
        String guideWord = scope.guideWord(c.at("guideWord"));
        used.add(guideWord);
        List<String> more = c.at("alsoCovers").list(scope::guideWord);
        used.addAll(more);
        return new DeviationHead(
                scope.newId(c.at("id")),
                scope.node(c.at("nodeId")),
                id,
                guideWord,
                more,
                c.at("deviation").localText());
    }

    private Consequence consequence(JsonCursor c) {
        return new Consequence(
                key(c),
                StudyScope.word(c.at("category"), CATEGORIES, Consequence.Category.OPS),
                c.at("stage").oneOf(Consequence.Stage.class),
                c.at("creditsSafeguard").bool(),
                new NotTold());
    }

    private KeyText key(JsonCursor c) {
        return new KeyText(
                scope.newId(c.at("id")),
                c.at("text").localText(),
                StudyScope.texts(c.at("tags")),
                Aliases.NONE,
                KeyText.USUAL_WEIGHT,
                Optional.empty(),
                Optional.empty());
    }

    private static Rating rating(JsonCursor c) {
        Rating rating = RowReader.rating(c);
        int score = c.at("score").integer(1, HIGHEST_SCORE);
        c.at("band").text();
        int product = rating.severity() * rating.likelihood();
        if (c.isMap() && score != product) {
            c.nearest("score").report(StudyError.OLD_SCORE, score, product);
        }
        return rating;
    }

    private static CauseProof simulation(JsonCursor c) {
        List<Order> orders =
                c.at("faultIds").list(id -> new Order.Fault(FAULT_AT, id.text(), 1, OptionalDouble.empty()));
        double horizon = c.at("horizonSeconds").between(1, ProofReader.LONGEST_RUN);
        List<Effect> expected = c.at("expected")
                .list(e -> new Effect(
                        e.at("tag").text(),
                        e.at("effect").oneOf(Effect.Kind.class),
                        Optional.empty(),
                        OptionalDouble.empty(),
                        List.of()));
        c.at("status").text();
        return new Simulation("normal", orders, horizon, expected);
    }
}
