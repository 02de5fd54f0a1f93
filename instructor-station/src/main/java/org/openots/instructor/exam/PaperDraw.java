package org.openots.instructor.exam;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.openots.instructor.strategy.ExamRules;
import org.openots.instructor.strategy.Strategy;

/**
 * Draws the papers of all candidates of an exam. The same strategy, seed and list of candidates give the same papers on
 * every computer.
 */
final class PaperDraw {
    /** Severities are drawn to a twentieth: a value people can read. */
    private static final double SEVERITY_PARTS = 20;

    /** Onsets are drawn to the second. */
    private static final double ONSET_PARTS = 1;

    /** Draws of a candidate that is too like his neighbours', before the last one is kept. */
    private static final int MOST_DRAWS = 50;

    private static final String OF_ALL = "session";

    private final Strategy strategy;
    private final ExamRules.Paper paper;
    private final byte[] seed;
    private final ToDoubleFunction<PaperItem> ramp;
    private final DrawFilter filter;

    /**
     * Prepares a draw.
     *
     * @param strategy an exam strategy
     * @param seed the exam's secret
     * @param ramp usual ramp of the fault of an item, s
     * @param filter which draws of a section are equally difficult
     */
    PaperDraw(Strategy strategy, byte[] seed, ToDoubleFunction<PaperItem> ramp, DrawFilter filter) {
        this.strategy = strategy;
        this.paper = strategy.paper().orElseThrow();
        this.seed = seed.clone();
        this.ramp = ramp;
        this.filter = filter;
    }

    /**
     * Draws.
     *
     * @param accounts candidates in the order of their seats
     * @return papers by account, in the same order
     */
    Map<String, List<PaperItem>> papers(List<String> accounts) {
        Map<String, List<PaperItem>> papers = new LinkedHashMap<>();
        List<Map<String, List<String>>> before = new ArrayList<>();
        for (String account : accounts) {
            Map<String, List<String>> picks = picks(account, before);
            before.add(picks);
            papers.put(account, items(account, picks));
        }
        return papers;
    }

    private boolean alone() {
        return paper.seedPolicy() == ExamRules.Paper.SeedPolicy.PER_CANDIDATE_SEALED;
    }

    private DrawStream stream(String account, String what) {
        return new DrawStream(seed, (alone() ? account : OF_ALL) + "/" + what);
    }

    /** What is drawn from each pool, unlike what the neighbours have if the pool lets it. */
    private Map<String, List<String>> picks(String account, List<Map<String, List<String>>> before) {
        Map<String, List<String>> picks = new LinkedHashMap<>();
        for (ExamRules.Section section : paper.sections()) {
            DrawStream stream = stream(account, section.id());
            List<String> drawn = pick(section, stream);
            int near = alone() ? section.pick().noRepeatWithin().orElse(0) : 0;
            for (int draw = 1; draw < MOST_DRAWS && repeated(section.id(), drawn, before, near); draw++) {
                drawn = pick(section, stream);
            }
            picks.put(section.id(), drawn);
        }
        return picks;
    }

    private List<String> pick(ExamRules.Section section, DrawStream stream) {
        List<String> pool = section.pick().pool();
        int count = section.pick().count();
        if (paper.assembly() == ExamRules.Paper.Assembly.FIXED) {
            return pool.subList(0, count);
        }
        List<String> drawn = stream.some(pool, count);
        for (int draw = 1; draw < MOST_DRAWS && stratified() && !filter.fits(section, drawn); draw++) {
            drawn = stream.some(pool, count);
        }
        return drawn;
    }

    private boolean stratified() {
        return paper.assembly() == ExamRules.Paper.Assembly.STRATIFIED_RANDOM;
    }

    private static boolean repeated(
            String section, List<String> drawn, List<Map<String, List<String>>> before, int near) {
        return before.subList(Math.max(0, before.size() - near), before.size()).stream()
                .anyMatch(other -> drawn.equals(other.get(section)));
    }

    private List<PaperItem> items(String account, Map<String, List<String>> picks) {
        List<ExamRules.Section> order = paper.sections();
        if (paper.sectionOrder() == ExamRules.Paper.SectionOrder.RANDOM) {
            order = stream(account, "order").some(order, order.size());
        }
        List<PaperItem> items = new ArrayList<>();
        for (ExamRules.Section section : order) {
            List<String> drawn = picks.getOrDefault(section.id(), List.of());
            DrawStream onsets = stream(account, section.id() + "/onset");
            drawn.forEach(one -> items.add(item(section, one, drawn.size(), onsets)));
        }
        return List.copyOf(items);
    }

    /** An item; each of several that are drawn has its share of points and time. */
    private PaperItem item(ExamRules.Section section, String drawn, int count, DrawStream onsets) {
        PaperItem plain = new PaperItem(
                section.id(),
                section.title(),
                section.hazop() ? PaperItem.Kind.HAZOP : PaperItem.Kind.OPERATION,
                section.unit(),
                section.task().orElse(drawn),
                section.initialCondition().orElse(""),
                section.weight() / count,
                section.timeLimitSec() / count,
                Optional.empty());
        return section.task().isEmpty() ? plain : withFault(plain, drawn, onsets);
    }

    /** The severity of a fault is the same for all candidates, its onset is not. */
    private PaperItem withFault(PaperItem item, String fault, DrawStream onsets) {
        Strategy.FaultRules rules = strategy.faults();
        double severity = new DrawStream(seed, OF_ALL + "/severity/" + fault)
                .between(rules.severity().min(), rules.severity().max(), SEVERITY_PARTS);
        List<Integer> jitter = rules.onsetJitterSec();
        double delay = onsets.between(jitter.get(0), jitter.get(jitter.size() - 1), ONSET_PARTS);
        PaperItem named = withHidden(item, new PaperItem.HiddenFault(fault, severity, 0, delay));
        return withHidden(item, new PaperItem.HiddenFault(fault, severity, ramp.applyAsDouble(named), delay));
    }

    private static PaperItem withHidden(PaperItem item, PaperItem.HiddenFault hidden) {
        return new PaperItem(
                item.section(),
                item.title(),
                item.kind(),
                item.unit(),
                item.task(),
                item.initialCondition(),
                item.weight(),
                item.limitSeconds(),
                Optional.of(hidden));
    }
}
