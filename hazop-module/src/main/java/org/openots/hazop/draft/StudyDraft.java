package org.openots.hazop.draft;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.openots.common.text.LocalText;
import org.openots.hazop.risk.Rating;
import org.openots.hazop.risk.RiskStages;
import org.openots.hazop.study.Aliases;
import org.openots.hazop.study.Cause;
import org.openots.hazop.study.Consequence;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.DeviationHead;
import org.openots.hazop.study.Effect;
import org.openots.hazop.study.Evidence;
import org.openots.hazop.study.KeyText;
import org.openots.hazop.study.NotModelled;
import org.openots.hazop.study.Order;
import org.openots.hazop.study.Safeguard;
import org.openots.hazop.study.Simulation;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.StudyHead;
import org.openots.hazop.verification.Demonstration.Mark;
import org.openots.hazop.verification.FaultSweep;
import org.openots.hazop.verification.Sighting;

/**
 * Makes a draft of a study from a sweep of all faults: a deviation for what moves first, the faults as its causes, what
 * follows as consequences, what acted as safeguards. Frequencies and risks are placeholders. A person has to edit it before
 * anybody works with it.
 */
public final class StudyDraft {
    /** A movement within this time of the first one may be the deviation as well, s. */
    private static final double TOGETHER_SECONDS = 30;

    private static final int MOST_CONSEQUENCES = 8;
    private static final int MOST_SAFEGUARDS = 8;

    /** Placeholder of a frequency, 1/a. */
    private static final double SOME_FREQUENCY = 0.1;

    private static final Rating UNRATED = new Rating(1, 1);
    private static final LocalText NOT_COMPARED =
            new LocalText("草稿：只看到它动作，没有去掉它对照", "Draft: it was seen to act; nothing was compared without it");

    private final Study base;
    private final DraftWords words;

    private StudyDraft(Study base) {
        this.base = base;
        this.words = new DraftWords(base);
    }

    /**
     * What is proposed.
     *
     * @param study the draft
     * @param unplaced ids of faults that no row stands for, with why
     */
    public record Draft(Study study, Map<String, LocalText> unplaced) {
        /** Keeps an unmodifiable copy in order. */
        public Draft {
            unplaced = Collections.unmodifiableMap(new LinkedHashMap<>(unplaced));
        }
    }

    /**
     * Makes a draft.
     *
     * @param base a study of the same plant that gives nodes, tags and words
     * @param seen what the faults did
     * @param horizonSeconds how long each was played, s
     * @return the draft
     */
    public static Draft of(Study base, List<FaultSweep.Seen> seen, int horizonSeconds) {
        return new StudyDraft(base).make(seen, horizonSeconds);
    }

    /** A fault with the movement that is its deviation. */
    private record Case(FaultSweep.Seen seen, Sighting first) {}

    private Draft make(List<FaultSweep.Seen> all, int horizonSeconds) {
        Map<DraftWords.Place, List<Case>> rows = new LinkedHashMap<>();
        Map<String, LocalText> unplaced = new LinkedHashMap<>();
        for (FaultSweep.Seen seen : all) {
            Optional<Sighting> first = first(seen);
            if (first.isPresent()) {
                DraftWords.Place place = words.place(first.get()).orElseThrow();
                rows.computeIfAbsent(place, key -> new ArrayList<>()).add(new Case(seen, first.get()));
            } else {
                unplaced.put(
                        seen.fault().id(),
                        seen.movements().isEmpty()
                                ? new LocalText("没有指示移动", "no indicator moved")
                                : new LocalText("移动的指示不属于任何节点", "what moved is in no node"));
            }
        }
        List<Map.Entry<DraftWords.Place, List<Case>>> sorted = new ArrayList<>(rows.entrySet());
        sorted.sort(Comparator.comparing(entry -> entry.getKey().order()));
        List<Deviation> deviations = new ArrayList<>();
        for (Map.Entry<DraftWords.Place, List<Case>> entry : sorted) {
            String id = String.format(Locale.ROOT, "X%02d", deviations.size() + 1);
            deviations.add(row(id, entry.getKey(), entry.getValue(), horizonSeconds));
        }
        Study study = new Study(
                head(), base.vocabulary(), base.organisation(), base.nodes(), base.tags(), deviations, List.of());
        return new Draft(study, unplaced);
    }

    private StudyHead head() {
        StudyHead head = base.head();
        return new StudyHead(
                head.formatVersion(),
                head.id() + "-draft",
                head.plant(),
                new LocalText(
                        "草稿：" + head.title().zh(), "Draft: " + head.title().en()),
                new LocalText(
                        "由故障扫描自动生成的草稿，不提供给学员。频率和风险等级都是占位值，没有建议措施；须由有经验的人逐条核对、改写后才能使用。",
                        "A draft made by a sweep of all faults, not offered to students. Frequencies and risks are"
                                + " placeholders and there are no recommendations; an experienced person has to check and"
                                + " rewrite it row by row before it is used."),
                head.standards(),
                head.riskMatrix());
    }

    /** Of the movements at the beginning the one that stands out most from its noise. */
    private Optional<Sighting> first(FaultSweep.Seen seen) {
        List<Sighting> placed = seen.movements().stream()
                .filter(one -> words.place(one).isPresent())
                .toList();
        if (placed.isEmpty()) {
            return Optional.empty();
        }
        double until = placed.get(0).firstSeconds() + TOGETHER_SECONDS;
        return placed.stream()
                .filter(one -> one.firstSeconds() <= until)
                .max(Comparator.comparingDouble(one -> Math.abs(one.amount()) / one.threshold()));
    }

    private Deviation row(String id, DraftWords.Place place, List<Case> cases, int horizonSeconds) {
        List<Cause> causes = new ArrayList<>();
        for (Case one : cases) {
            causes.add(cause(id + "-C" + (causes.size() + 1), one, horizonSeconds));
        }
        return new Deviation(
                new DeviationHead(
                        id, place.node(), place.parameter(), place.guideWord(), List.of(), words.deviation(place)),
                causes,
                consequences(id, cases, causes),
                safeguards(id, cases),
                List.of(),
                List.of(),
                new RiskStages(UNRATED, UNRATED, UNRATED));
    }

    private static Cause cause(String id, Case one, int horizonSeconds) {
        Order order =
                new Order.Fault(FaultSweep.ONSET_SECONDS, one.seen().fault().id(), 1, OptionalDouble.empty());
        Simulation played = new Simulation(
                FaultSweep.FROM,
                List.of(order),
                horizonSeconds,
                List.of(one.first().effect()));
        return new Cause(
                text(id, one.seen().fault().cause(), List.of()),
                SOME_FREQUENCY,
                Cause.Kind.EQUIPMENT_OR_CONTROL,
                played);
    }

    private List<Consequence> consequences(String row, List<Case> cases, List<Cause> causes) {
        Map<Effect, List<String>> shown = new LinkedHashMap<>();
        Set<Effect> own = new LinkedHashSet<>();
        cases.forEach(one -> own.add(one.first().effect()));
        for (int i = 0; i < cases.size(); i++) {
            for (Sighting movement : cases.get(i).seen().movements()) {
                if (!own.contains(movement.effect())) {
                    shown.computeIfAbsent(movement.effect(), key -> new ArrayList<>())
                            .add(causes.get(i).id());
                }
            }
        }
        List<Map.Entry<Effect, List<String>>> most = new ArrayList<>(shown.entrySet());
        most.sort(Comparator.comparing(entry -> -entry.getValue().size()));
        List<Consequence> consequences = new ArrayList<>();
        for (Map.Entry<Effect, List<String>> entry : most.subList(0, Math.min(MOST_CONSEQUENCES, most.size()))) {
            String id = row + "-K" + (consequences.size() + 1);
            consequences.add(new Consequence(
                    text(id, words.effect(entry.getKey()), List.of()),
                    Consequence.Category.OPS,
                    Consequence.Stage.INTERMEDIATE,
                    false,
                    new Evidence(List.of(entry.getKey()), entry.getValue())));
        }
        return consequences;
    }

    /** Interlocks and alarms that acted; interlocks first. */
    private static List<Safeguard> safeguards(String row, List<Case> cases) {
        Map<String, Mark> acted = new LinkedHashMap<>();
        for (Mark.Kind kind : List.of(Mark.Kind.TRIP, Mark.Kind.ALARM)) {
            cases.forEach(one -> one.seen().marks().stream()
                    .filter(mark -> mark.kind() == kind)
                    .forEach(mark -> acted.putIfAbsent(mark.subject(), mark)));
        }
        List<Safeguard> safeguards = new ArrayList<>();
        for (Mark mark : acted.values().stream().limit(MOST_SAFEGUARDS).toList()) {
            boolean trip = mark.kind() == Mark.Kind.TRIP;
            LocalText words = trip
                    ? new LocalText("联锁 " + mark.subject() + " 动作", "Interlock " + mark.subject() + " trips")
                    : new LocalText("报警 " + mark.subject(), "Alarm " + mark.subject());
            safeguards.add(new Safeguard(
                    text(row + "-S" + (safeguards.size() + 1), words, List.of()),
                    Safeguard.Role.PREVENTION,
                    Optional.of(trip ? Safeguard.Layer.INTERLOCK : Safeguard.Layer.ALARM),
                    false,
                    new NotModelled(NOT_COMPARED)));
        }
        return safeguards;
    }

    private static KeyText text(String id, LocalText words, List<String> tags) {
        return new KeyText(id, words, tags, Aliases.NONE, KeyText.USUAL_WEIGHT, Optional.empty(), Optional.empty());
    }
}
