package org.openots.instructor.exam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.openots.instructor.strategy.ExamRules;
import org.openots.instructor.strategy.Strategy;

/**
 * The results of an exam; a pure function of its journal and of the points of its items.
 *
 * @param exam the exam
 * @param candidates one for each, in the order of the seats
 */
public record ExamResults(String exam, List<Result> candidates) {
    private static final double WHOLE = 100;
    private static final double CAP = 59;

    /** Keeps an unmodifiable copy. */
    public ExamResults {
        candidates = List.copyOf(candidates);
    }

    /**
     * The result of a candidate.
     *
     * @param candidate who
     * @param items what each item gave, those that were not begun too
     * @param sections points of each section
     * @param critical penalties that cap the mark
     * @param mark points of 100, rounded as the strategy says; nothing while an item is not final
     * @param passed whether it is enough; nothing while an item is not final
     */
    public record Result(
            CandidateView candidate,
            List<Item> items,
            Map<String, Double> sections,
            List<String> critical,
            Optional<Double> mark,
            Optional<Boolean> passed) {
        /** Keeps unmodifiable copies. */
        public Result {
            items = List.copyOf(items);
            sections = new TreeMap<>(sections);
            critical = List.copyOf(critical);
        }
    }

    /**
     * What an item gave.
     *
     * @param item what was asked
     * @param track what was made of it; nothing when it was not begun
     * @param percent of what could be earned; nothing while it is not final
     */
    public record Item(PaperItem item, Optional<ItemTrack> track, Optional<Double> percent) {
        /**
         * Points of the exam.
         *
         * @return 0 while it is not final
         */
        public double points() {
            return item.weight() * percent.orElse(0.0) / WHOLE;
        }
    }

    /**
     * Adds up.
     *
     * @param view the exam
     * @param percent points of ended work; nothing while somebody must still assess it
     * @return the results as they stand
     */
    static ExamResults of(ExamView view, BiFunction<PaperItem, ItemTrack, Optional<Double>> percent) {
        Strategy strategy = view.plan().strategy();
        List<Result> results = new ArrayList<>();
        for (CandidateView candidate : view.candidates()) {
            results.add(result(strategy, candidate, percent));
        }
        return new ExamResults(view.plan().id(), results);
    }

    private static Result result(
            Strategy strategy, CandidateView candidate, BiFunction<PaperItem, ItemTrack, Optional<Double>> percent) {
        List<Item> items = new ArrayList<>();
        Map<String, Double> sections = new TreeMap<>();
        for (int i = 0; i < candidate.paper().size(); i++) {
            PaperItem item = candidate.paper().get(i);
            Optional<ItemTrack> track =
                    i < candidate.items().size() ? Optional.of(candidate.items().get(i)) : Optional.empty();
            boolean open = track.filter(one -> one.ended().isEmpty()).isPresent();
            // what was not begun gives nothing once nothing more can come
            Optional<Double> share = open
                    ? Optional.empty()
                    : track.map(one -> percent.apply(item, one)).orElse(Optional.of(0.0));
            Item one = new Item(item, track, share);
            items.add(one);
            sections.merge(item.section(), one.points(), Double::sum);
        }
        List<String> critical = critical(strategy, candidate);
        boolean last = candidate.state().done()
                && items.stream().allMatch(item -> item.percent().isPresent());
        Optional<Double> mark = last ? Optional.of(mark(strategy, sections, critical)) : Optional.empty();
        return new Result(
                candidate,
                items,
                sections,
                critical,
                mark,
                mark.map(points -> points >= strategy.scoring().passMark() && enough(strategy, sections)));
    }

    private static List<String> critical(Strategy strategy, CandidateView candidate) {
        List<String> errors = strategy.scoring().criticalErrors().orElse(List.of());
        List<String> found = new ArrayList<>();
        for (ItemTrack track : candidate.items()) {
            for (JsonNode penalty : track.closing().path("penalties")) {
                if (errors.contains(penalty.asText()) && !found.contains(penalty.asText())) {
                    found.add(penalty.asText());
                }
            }
        }
        return found;
    }

    private static double mark(Strategy strategy, Map<String, Double> sections, List<String> critical) {
        double sum = sections.values().stream().mapToDouble(Double::doubleValue).sum();
        double capped = critical.isEmpty()
                ? sum
                : strategy.scoring().onCriticalError().orElseThrow() == Strategy.Scoring.OnCriticalError.ZERO
                        ? 0
                        : Math.min(CAP, sum);
        return rounded(capped, strategy.scoring().roundingScale().orElse(2));
    }

    private static double rounded(double points, int scale) {
        return BigDecimal.valueOf(points).setScale(scale, RoundingMode.HALF_UP).doubleValue();
    }

    private static boolean enough(Strategy strategy, Map<String, Double> sections) {
        return strategy.scoring().sectionMinimum().orElse(Map.of()).entrySet().stream()
                .allMatch(least -> sections.getOrDefault(least.getKey(), 0.0) >= least.getValue());
    }

    /**
     * How many items are not final.
     *
     * @return 0 when all marks are final
     */
    public long open() {
        return candidates.stream()
                .flatMap(result -> result.items().stream())
                .filter(item -> item.percent().isEmpty())
                .count();
    }

    /**
     * The results in the form that is confirmed, kept and signed.
     *
     * @param strategy the strategy they were made under
     * @return format {@code exam-results}
     */
    public ObjectNode json(Strategy strategy) {
        ObjectNode root = ExamCodec.node()
                .put("format", "exam-results")
                .put("formatVersion", "1.0")
                .put("exam", exam);
        root.put("passMark", strategy.scoring().passMark());
        ArrayNode sections = root.putArray("sections");
        for (ExamRules.Section section :
                strategy.paper().map(ExamRules.Paper::sections).orElse(List.of())) {
            ObjectNode node = sections.addObject().put("id", section.id());
            node.putObject("title")
                    .put("zh", section.title().zh())
                    .put("en", section.title().en());
            node.put("weight", section.weight());
        }
        ArrayNode list = root.putArray("candidates");
        candidates.forEach(result -> write(list.addObject(), result));
        return root;
    }

    private static void write(ObjectNode node, Result result) {
        CandidateView who = result.candidate();
        node.put("seat", who.seat())
                .put("account", who.account())
                .put("name", who.name())
                .put("state", who.state().word())
                .put("receipt", who.receipt());
        result.mark().ifPresent(mark -> node.put("mark", mark));
        result.passed().ifPresent(passed -> node.put("passed", passed));
        ObjectNode sections = node.putObject("sections");
        result.sections().forEach(sections::put);
        ArrayNode critical = node.putArray("critical");
        result.critical().forEach(critical::add);
        ArrayNode items = node.putArray("items");
        for (Item item : result.items()) {
            ObjectNode one = items.addObject()
                    .put("section", item.item().section())
                    .put("kind", Grant.word(item.item().kind()))
                    .put("task", item.item().task())
                    .put("weight", item.item().weight());
            item.item().hidden().ifPresent(hidden -> one.put("fault", hidden.fault()));
            item.track().ifPresent(track -> {
                one.put("work", track.work()).put("usedSeconds", track.usedMillis() / (double) Exam.MILLIS);
                one.set("closing", track.closing());
            });
            item.percent().ifPresent(percent -> one.put("percent", percent));
        }
    }
}
