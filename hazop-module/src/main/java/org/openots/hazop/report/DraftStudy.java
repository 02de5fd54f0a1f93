package org.openots.hazop.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.openots.common.text.LocalText;
import org.openots.hazop.risk.Rating;
import org.openots.hazop.risk.RiskMatrix;
import org.openots.hazop.risk.RiskStages;
import org.openots.hazop.study.Aliases;
import org.openots.hazop.study.Cause;
import org.openots.hazop.study.Consequence;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.DeviationHead;
import org.openots.hazop.study.Judgement;
import org.openots.hazop.study.KeyText;
import org.openots.hazop.study.Node;
import org.openots.hazop.study.NotModelled;
import org.openots.hazop.study.Organisation;
import org.openots.hazop.study.Recommendation;
import org.openots.hazop.study.Safeguard;
import org.openots.hazop.study.Scenario;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.StudyFile;
import org.openots.hazop.study.StudyHead;
import org.openots.hazop.study.Vocabulary;

/**
 * A study put together from imported rows: what the same deviation, cause and consequence say in several rows is one
 * scenario. What a worksheet does not tell is said to be imported and not checked; nothing is played.
 */
final class DraftStudy {
    static final int LONGEST_DUE_DAYS = 3650;

    private final String id;
    private final RiskMatrix matrix;
    private final ColumnProfile profile;
    private final List<String> nodes = new ArrayList<>();
    private final Map<Place, Row> rows = new LinkedHashMap<>();
    private final List<Organisation.TeamRole> team;

    /**
     * A deviation of a node.
     *
     * @param node name of the node
     * @param parameter id of the parameter
     * @param guideWords ids of the guide words, the first one is the row's
     * @param text the deviation in words
     */
    record Place(String node, String parameter, List<String> guideWords, String text) {}

    /** What stands against a scenario and what is recommended. */
    record Measures(List<String> safeguards, List<String> recommendations, String owner, OptionalInt dueDays) {}

    /** A pair of texts. */
    private record Pair(String cause, String consequence) {}

    /** A recommendation with who does it until when. */
    private record Plan(Optional<String> owner, OptionalInt dueDays) {}

    /** What is gathered for a pair. */
    private record Gathered(List<String> safeguards, List<String> recommendations, RiskStages risk) {}

    /** What is gathered for a deviation. */
    private static final class Row {
        private final Map<String, Integer> causes = new LinkedHashMap<>();
        private final List<String> consequences = new ArrayList<>();
        private final List<String> safeguards = new ArrayList<>();
        private final Map<String, Plan> recommendations = new LinkedHashMap<>();
        private final Map<Pair, Gathered> scenarios = new LinkedHashMap<>();
    }

    DraftStudy(String id, RiskMatrix matrix, ColumnProfile profile) {
        this.id = id;
        this.matrix = matrix;
        this.profile = profile;
        this.team = new ArrayList<>(shipped().organisation().team());
    }

    private static Study shipped() {
        return StudyFile.named(StudyFile.SHIPPED.get(0)).study();
    }

    void scenario(Place place, String cause, String consequence, Measures measures, RiskStages risk) {
        add(nodes, List.of(place.node()));
        Row row = rows.computeIfAbsent(place, key -> new Row());
        row.causes.merge(cause, risk.initial().likelihood(), Math::max);
        add(row.consequences, List.of(consequence));
        add(row.safeguards, measures.safeguards());
        Optional<String> owner = measures.owner().isEmpty() ? Optional.empty() : Optional.of(role(measures.owner()));
        measures.recommendations()
                .forEach(text -> row.recommendations.putIfAbsent(text, new Plan(owner, measures.dueDays())));
        Gathered gathered = row.scenarios.computeIfAbsent(
                new Pair(cause, consequence), key -> new Gathered(new ArrayList<>(), new ArrayList<>(), risk));
        add(gathered.safeguards(), measures.safeguards());
        add(gathered.recommendations(), measures.recommendations());
    }

    private static void add(List<String> list, List<String> more) {
        more.stream().filter(one -> !list.contains(one)).forEach(list::add);
    }

    /** The role of a name; one that nobody has becomes a role of its own. */
    private String role(String name) {
        String first = name.lines().findFirst().orElse(name).strip();
        Optional<String> known = team.stream()
                .filter(one -> one.role().equals(first)
                        || one.name().zh().equals(first)
                        || one.name().en().equalsIgnoreCase(first))
                .map(Organisation.TeamRole::role)
                .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        String role = "owner-" + (team.size() + 1);
        team.add(new Organisation.TeamRole(role, same(first), false, ReportWords.both("draft.owner")));
        return role;
    }

    private static LocalText same(String text) {
        return new LocalText(text, text);
    }

    /** The whole draft. */
    Study study(String file) {
        Study base = shipped();
        Map<String, List<String>> used = new LinkedHashMap<>();
        rows.keySet().forEach(place -> {
            List<String> words = used.computeIfAbsent(place.parameter(), key -> new ArrayList<>());
            add(words, place.guideWords());
        });
        List<Vocabulary.Parameter> parameters = used.entrySet().stream()
                .map(entry -> new Vocabulary.Parameter(entry.getKey(), text(entry.getKey()), entry.getValue()))
                .toList();
        Vocabulary words = new Vocabulary(
                base.vocabulary().terminology(), base.vocabulary().guideWords(), parameters);
        List<Deviation> deviations = new ArrayList<>();
        for (String node : nodes) {
            rows.forEach((place, row) -> {
                if (place.node().equals(node)) {
                    deviations.add(deviation(deviations.size() + 1, place, row));
                }
            });
        }
        return new Study(
                new StudyHead(
                        "1.0",
                        id,
                        Optional.empty(),
                        new LocalText("导入：" + file, "Imported: " + file),
                        ReportWords.both("draft.disclaimer"),
                        base.head().standards(),
                        matrix.id()),
                words,
                new Organisation(team, List.of()),
                nodes.stream().map(this::node).toList(),
                List.of(),
                deviations,
                List.of());
    }

    private LocalText text(String parameter) {
        ColumnProfile.Parameter known = profile.words().parameters().get(parameter);
        return known == null ? same(parameter) : known.text();
    }

    private Node node(String name) {
        LocalText unknown = ReportWords.both("draft.unknown");
        return new Node(nodeId(name), same(name.replace("\n", " ")), unknown, unknown, List.of(), List.of());
    }

    private String nodeId(String name) {
        return "N" + (nodes.indexOf(name) + 1);
    }

    private Deviation deviation(int number, Place place, Row row) {
        String deviation = String.format(Locale.ROOT, "D%02d", number);
        DeviationHead head = new DeviationHead(
                deviation,
                nodeId(place.node()),
                place.parameter(),
                place.guideWords().get(0),
                place.guideWords().subList(1, place.guideWords().size()),
                same(place.text().replace("\n", " ")));
        List<String> causeTexts = List.copyOf(row.causes.keySet());
        List<String> planTexts = List.copyOf(row.recommendations.keySet());
        List<Scenario> scenarios = new ArrayList<>();
        row.scenarios.forEach((pair, gathered) -> scenarios.add(new Scenario(
                deviation + "-Z" + (scenarios.size() + 1),
                item(deviation, "C", causeTexts, pair.cause()),
                item(deviation, "K", row.consequences, pair.consequence()),
                items(deviation, "S", row.safeguards, gathered.safeguards()),
                items(deviation, "R", planTexts, gathered.recommendations()),
                gathered.risk())));
        return new Deviation(
                head,
                causeTexts.stream()
                        .map(one ->
                                cause(key(item(deviation, "C", causeTexts, one), one), row.causes.getOrDefault(one, 1)))
                        .toList(),
                row.consequences.stream()
                        .map(one -> consequence(key(item(deviation, "K", row.consequences, one), one)))
                        .toList(),
                row.safeguards.stream()
                        .map(one -> safeguard(key(item(deviation, "S", row.safeguards, one), one)))
                        .toList(),
                planTexts.stream()
                        .map(one -> plan(key(item(deviation, "R", planTexts, one), one), row.recommendations.get(one)))
                        .toList(),
                scenarios,
                worst(scenarios));
    }

    private static String item(String deviation, String letter, List<String> all, String text) {
        return deviation + "-" + letter + (all.indexOf(text) + 1);
    }

    private static List<String> items(String deviation, String letter, List<String> all, List<String> some) {
        return some.stream().map(one -> item(deviation, letter, all, one)).toList();
    }

    private static KeyText key(String itemId, String text) {
        return new KeyText(
                itemId, same(text), List.of(), Aliases.NONE, KeyText.USUAL_WEIGHT, Optional.empty(), Optional.empty());
    }

    private Cause cause(KeyText key, int likelihood) {
        RiskMatrix.Likelihood level = matrix.likelihoods().get(likelihood - 1);
        // the rarest level has no lower end: a decade below its upper one
        double frequency = level.fromPerYear() > 0 ? level.fromPerYear() : level.belowPerYear() / 10;
        return new Cause(
                key, frequency, Cause.Kind.EQUIPMENT_OR_CONTROL, new NotModelled(ReportWords.both("draft.unknown")));
    }

    private static Consequence consequence(KeyText key) {
        return new Consequence(
                key,
                Consequence.Category.ASSET,
                Consequence.Stage.ULTIMATE,
                false,
                new Judgement(ReportWords.both("draft.unknown")));
    }

    private static Safeguard safeguard(KeyText key) {
        return new Safeguard(
                key,
                Safeguard.Role.PREVENTION,
                Optional.of(Safeguard.Layer.PROCEDURE),
                false,
                new NotModelled(ReportWords.both("draft.unknown")));
    }

    private static Recommendation plan(KeyText key, @Nullable Plan plan) {
        Plan known = plan == null ? new Plan(Optional.empty(), OptionalInt.empty()) : plan;
        return new Recommendation(key, Recommendation.Status.OPEN, known.owner(), known.dueDays());
    }

    private RiskStages worst(List<Scenario> scenarios) {
        RiskStages worst = scenarios.get(0).risk();
        for (Scenario one : scenarios) {
            RiskStages risk = one.risk();
            Rating initial = matrix.worse(worst.initial(), risk.initial());
            Rating existing = matrix.worse(worst.existing(), risk.existing());
            worst = new RiskStages(
                    initial, existing, matrix.worse(worst.afterRecommendations(), risk.afterRecommendations()));
        }
        return worst;
    }
}
