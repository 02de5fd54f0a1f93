package org.openots.hazop.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openots.common.text.LocalText;
import org.openots.hazop.report.ColumnProfile.Note;
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
import org.openots.hazop.study.Tag;
import org.openots.hazop.study.Vocabulary;

/**
 * A study put together from imported rows: what the same deviation, cause and consequence say in several rows is one
 * scenario. What a worksheet does not tell is said to be imported and not checked; nothing is played.
 */
final class DraftStudy {
    static final int LONGEST_DUE_DAYS = 3650;

    private final String id;
    private final RiskMatrix matrix;
    private final List<NodePlace> nodes = new ArrayList<>();
    private final Map<Place, Row> rows = new LinkedHashMap<>();
    private final List<Organisation.TeamRole> team;
    private final List<Tag> tags;

    /**
     * A node.
     *
     * @param id its id, empty when it gets one
     * @param name its name
     * @param notes what else is told of it
     */
    record NodePlace(String id, String name, Map<Note, String> notes) {}

    /**
     * A deviation of a node.
     *
     * @param node the node
     * @param parameter the parameter, without its guide words
     * @param guideWords ids of the guide words, the first one is the row's
     * @param id its id, empty when it gets one
     * @param text the deviation in words
     */
    record Place(NodePlace node, Vocabulary.Parameter parameter, List<String> guideWords, String id, String text) {}

    /** A recommendation with who does it until when; the owner may be empty. */
    record Plan(String text, String owner, OptionalInt dueDays) {}

    /** What stands against a scenario and what is recommended. */
    record Measures(List<String> safeguards, List<Plan> plans) {}

    /** A pair of texts. */
    private record Pair(String cause, String consequence) {}

    /** What is gathered for a pair. */
    private record Gathered(List<String> safeguards, List<String> recommendations, RiskStages risk) {}

    /** What is gathered for a deviation. */
    private static final class Row {
        private final Map<String, Integer> causes = new LinkedHashMap<>();
        private final List<String> consequences = new ArrayList<>();
        private final Map<String, Plan> plans = new LinkedHashMap<>();
        private final Map<Pair, Gathered> scenarios = new LinkedHashMap<>();

        /** All safeguards, in an order that agrees with every scenario. */
        List<String> safeguards() {
            return merged(scenarios.values().stream().map(Gathered::safeguards).toList());
        }

        /** All recommendations, in an order that agrees with every scenario. */
        List<String> recommendations() {
            return merged(
                    scenarios.values().stream().map(Gathered::recommendations).toList());
        }
    }

    DraftStudy(String id, RiskMatrix matrix, List<Tag> tags) {
        this.id = id;
        this.matrix = matrix;
        this.tags = tags;
        this.team = new ArrayList<>(shipped().organisation().team());
    }

    /** The texts of all lists, each once, in an order that agrees with every list; those that contradict come as they are. */
    static List<String> merged(List<List<String>> lists) {
        Map<String, Set<String>> before = new LinkedHashMap<>();
        for (List<String> list : lists) {
            for (int i = 0; i < list.size(); i++) {
                Set<String> earlier = before.computeIfAbsent(list.get(i), key -> new HashSet<>());
                if (i > 0) {
                    earlier.add(list.get(i - 1));
                }
            }
        }
        List<String> merged = new ArrayList<>();
        while (!before.isEmpty()) {
            String next = before.entrySet().stream()
                    .filter(entry -> merged.containsAll(entry.getValue()))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(before.keySet().iterator().next());
            merged.add(next);
            before.remove(next);
        }
        return merged;
    }

    private static Study shipped() {
        return StudyFile.named(StudyFile.SHIPPED.get(0)).study();
    }

    void scenario(Place place, String cause, String consequence, Measures measures, RiskStages risk) {
        add(nodes, List.of(place.node()));
        Row row = rows.computeIfAbsent(place, key -> new Row());
        row.causes.merge(cause, risk.initial().likelihood(), Math::max);
        add(row.consequences, List.of(consequence));
        measures.plans().forEach(plan -> row.plans.putIfAbsent(plan.text(), plan));
        Gathered gathered = row.scenarios.computeIfAbsent(
                new Pair(cause, consequence), key -> new Gathered(new ArrayList<>(), new ArrayList<>(), risk));
        add(gathered.safeguards(), measures.safeguards());
        add(
                gathered.recommendations(),
                measures.plans().stream().map(Plan::text).toList());
    }

    /** Adds consequences that are in no scenario; false when the deviation has no scenario either. */
    boolean unpaired(Place place, List<String> consequences) {
        Row row = rows.get(place);
        if (row == null) {
            return false;
        }
        add(row.consequences, consequences);
        return true;
    }

    private static <T> void add(List<T> list, List<T> more) {
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
        List<Vocabulary.Parameter> parameters = parameters();
        Vocabulary words = new Vocabulary(
                base.vocabulary().terminology(), base.vocabulary().guideWords(), parameters);
        List<String> nodeIds = ids("N%d", nodes.stream().map(NodePlace::id).toList());
        List<Map.Entry<Place, Row>> ordered = new ArrayList<>();
        for (NodePlace node : nodes) {
            rows.entrySet().stream()
                    .filter(entry -> entry.getKey().node().equals(node))
                    .forEach(ordered::add);
        }
        List<String> ids =
                ids("D%02d", ordered.stream().map(entry -> entry.getKey().id()).toList());
        List<Deviation> deviations = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            Place place = ordered.get(i).getKey();
            DeviationHead head = new DeviationHead(
                    ids.get(i),
                    nodeIds.get(nodes.indexOf(place.node())),
                    parameter(place.parameter(), parameters),
                    place.guideWords().get(0),
                    place.guideWords().subList(1, place.guideWords().size()),
                    same(place.text().replace("\n", " ")));
            deviations.add(deviation(head, ordered.get(i).getValue()));
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
                Stream.iterate(0, i -> i < nodes.size(), i -> i + 1)
                        .map(i -> node(nodeIds.get(i), nodes.get(i)))
                        .toList(),
                tags,
                deviations,
                List.of());
    }

    /** Ids as they are given, where one is missing or there already the next free number. */
    private static List<String> ids(String form, List<String> given) {
        Set<String> taken = new HashSet<>(given);
        Set<String> used = new HashSet<>();
        List<String> ids = new ArrayList<>();
        int number = 1;
        for (String one : given) {
            String own = one;
            while (own.isEmpty() || used.contains(own)) {
                String next = String.format(Locale.ROOT, form, number);
                number++;
                own = taken.contains(next) ? "" : next;
            }
            used.add(own);
            ids.add(own);
        }
        return ids;
    }

    /** The parameters with the guide words they are used with; another name of one is one of its own. */
    private List<Vocabulary.Parameter> parameters() {
        Map<Vocabulary.Parameter, List<String>> used = new LinkedHashMap<>();
        rows.keySet()
                .forEach(place ->
                        add(used.computeIfAbsent(place.parameter(), key -> new ArrayList<>()), place.guideWords()));
        List<Vocabulary.Parameter> parameters = new ArrayList<>();
        used.forEach((parameter, words) -> {
            long same = parameters.stream()
                    .filter(one -> one.id().equals(parameter.id()) || one.id().startsWith(parameter.id() + "-"))
                    .count();
            String own = same == 0 ? parameter.id() : parameter.id() + "-" + (same + 1);
            parameters.add(new Vocabulary.Parameter(own, parameter.text(), words));
        });
        return parameters;
    }

    private static String parameter(Vocabulary.Parameter meant, List<Vocabulary.Parameter> all) {
        return all.stream()
                .filter(one -> one.text().equals(meant.text()) && one.id().startsWith(meant.id()))
                .map(Vocabulary.Parameter::id)
                .findFirst()
                .orElse(meant.id());
    }

    private static Node node(String nodeId, NodePlace place) {
        String tags = place.notes().getOrDefault(Note.TAGS, "");
        return new Node(
                nodeId,
                same(place.name().replace("\n", " ")),
                told(place.notes().get(Note.BOUNDARY)),
                told(place.notes().get(Note.INTENT)),
                tags.isBlank() ? List.of() : List.of(tags.strip().split("\\s+")),
                List.of());
    }

    private static LocalText told(@Nullable String text) {
        return text == null || text.isBlank() ? ReportWords.both("draft.unknown") : same(text);
    }

    private Deviation deviation(DeviationHead head, Row row) {
        String deviation = head.id();
        List<String> causeTexts = List.copyOf(row.causes.keySet());
        List<String> safeguards = row.safeguards();
        List<String> planTexts = row.recommendations();
        List<Scenario> scenarios = new ArrayList<>();
        row.scenarios.forEach((pair, gathered) -> scenarios.add(new Scenario(
                deviation + "-Z" + (scenarios.size() + 1),
                item(deviation, "C", causeTexts, pair.cause()),
                item(deviation, "K", row.consequences, pair.consequence()),
                items(deviation, "S", safeguards, gathered.safeguards()),
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
                safeguards.stream()
                        .map(one -> safeguard(key(item(deviation, "S", safeguards, one), one)))
                        .toList(),
                planTexts.stream()
                        .map(one -> plan(key(item(deviation, "R", planTexts, one), one), row.plans.get(one)))
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

    private Recommendation plan(KeyText key, @Nullable Plan plan) {
        String owner = plan == null ? "" : plan.owner();
        return new Recommendation(
                key,
                Recommendation.Status.OPEN,
                owner.isEmpty() ? Optional.empty() : Optional.of(role(owner)),
                plan == null ? OptionalInt.empty() : plan.dueDays());
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
