package org.openots.hazop.study;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.openots.common.json.JsonCursor;
import org.openots.common.text.LocalText;
import org.openots.hazop.risk.Rating;
import org.openots.hazop.risk.RiskStages;

/** Reads the rows of version 1.0. */
final class RowReader {
    /** More levels no matrix has; which ones a matrix has is checked with the matrix. */
    static final int MOST_LEVELS = 10;

    private static final int LONGEST_DUE_DAYS = 3650;

    private final StudyScope scope;

    RowReader(StudyScope scope) {
        this.scope = scope;
    }

    Deviation read(JsonCursor c) {
        DeviationHead head = new DeviationHead(
                scope.newId(c.at("id")),
                scope.node(c.at("nodeId")),
                scope.parameter(c.at("parameter")),
                scope.guideWord(c.at("guideWord")),
                c.optional("alsoCovers")
                        .map(list -> list.list(scope::guideWord))
                        .orElse(List.of()),
                c.at("deviation").localText());
        ProofReader proofs = new ProofReader(ids(c.at("causes")), ids(c.at("safeguards")));
        List<Cause> causes = c.at("causes").list(item -> cause(item, proofs.cause(item)));
        List<Consequence> consequences = c.at("consequences").list(item -> consequence(item, proofs.consequence(item)));
        List<Safeguard> safeguards = c.at("safeguards").list(item -> safeguard(item, proofs.safeguard(item)));
        List<Recommendation> recommendations = c.at("recommendations").list(this::recommendation);
        Deviation row =
                new Deviation(head, causes, consequences, safeguards, recommendations, List.of(), stages(c.at("risk")));
        List<Scenario> scenarios = c.at("scenarios").list(item -> scenario(item, row));
        return new Deviation(head, causes, consequences, safeguards, recommendations, scenarios, row.risk());
    }

    private static List<String> ids(JsonCursor list) {
        return list.items().stream()
                .flatMap(c -> c.optional("id").stream())
                .filter(JsonCursor::isText)
                .map(JsonCursor::text)
                .toList();
    }

    private Cause cause(JsonCursor c, CauseProof proof) {
        return new Cause(
                key(c),
                c.at("initiatingEventFrequencyPerYear").positive(),
                StudyScope.lower(c.at("kind"), Cause.Kind.class),
                proof);
    }

    private Consequence consequence(JsonCursor c, ConsequenceProof proof) {
        return new Consequence(
                key(c),
                StudyScope.upper(c.at("category"), Consequence.Category.class),
                c.at("stage").oneOf(Consequence.Stage.class),
                c.at("creditsSafeguard").bool(),
                proof);
    }

    private Safeguard safeguard(JsonCursor c, SafeguardProof proof) {
        return new Safeguard(
                key(c),
                c.at("role").oneOf(Safeguard.Role.class),
                Optional.of(c.at("layer").oneOf(Safeguard.Layer.class)),
                c.at("iplCandidate").bool(),
                proof);
    }

    private Recommendation recommendation(JsonCursor c) {
        return new Recommendation(
                key(c),
                c.at("status").oneOf(Recommendation.Status.class),
                c.optional("owner").map(owner -> owner.nameOf(scope.roles(), StudyScope.ROLE)),
                c.optional("dueDays")
                        .map(days -> OptionalInt.of(days.integer(1, LONGEST_DUE_DAYS)))
                        .orElse(OptionalInt.empty()));
    }

    private KeyText key(JsonCursor c) {
        return new KeyText(
                scope.newId(c.at("id")),
                c.at("text").localText(),
                StudyScope.texts(c.at("tags")),
                aliases(c),
                c.optional("weight").map(JsonCursor::positive).orElse(KeyText.USUAL_WEIGHT),
                c.optional("frame").map(RowReader::frame),
                c.optional("nodeId").map(scope::node));
    }

    static Aliases aliases(JsonCursor c) {
        return c.optional("aliases")
                .map(a -> new Aliases(StudyScope.optionalTexts(a, "zh"), StudyScope.optionalTexts(a, "en")))
                .orElse(Aliases.NONE);
    }

    private static Frame frame(JsonCursor c) {
        return new Frame(statements(c, "must"), statements(c, "any"), statements(c, "reject"));
    }

    private static List<Frame.Statement> statements(JsonCursor c, String field) {
        return c.optional(field)
                .map(list -> list.list(s -> new Frame.Statement(
                        s.at("subject").text(), s.at("state").text())))
                .orElse(List.of());
    }

    private Scenario scenario(JsonCursor c, Deviation row) {
        return new Scenario(
                scope.newId(c.at("id")),
                member(c.at("causeId"), row, Column.CAUSE, StudyScope.CAUSE),
                member(c.at("consequenceId"), row, Column.CONSEQUENCE, StudyScope.CONSEQUENCE),
                c.at("safeguardIds").list(s -> member(s, row, Column.SAFEGUARD, StudyScope.SAFEGUARD)),
                c.at("recommendationIds").list(r -> member(r, row, Column.RECOMMENDATION, StudyScope.RECOMMENDATION)),
                stages(c.at("risk")));
    }

    static String member(JsonCursor place, Deviation row, Column column, LocalText kind) {
        return place.nameOf(row.items(column).stream().map(KeyItem::id).toList(), kind);
    }

    private static RiskStages stages(JsonCursor c) {
        return new RiskStages(rating(c.at("initial")), rating(c.at("existing")), rating(c.at("afterRecommendations")));
    }

    static Rating rating(JsonCursor c) {
        return new Rating(
                c.at("severity").integer(1, MOST_LEVELS), c.at("likelihood").integer(1, MOST_LEVELS));
    }

    static OptionalDouble optionalNumber(JsonCursor c, String field) {
        return c.optional(field).map(n -> OptionalDouble.of(n.number())).orElse(OptionalDouble.empty());
    }
}
