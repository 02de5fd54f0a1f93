package org.openots.instructor.strategy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openots.common.assessment.FaultCase;
import org.openots.common.assessment.FaultTask;
import org.openots.common.assessment.Rubric;
import org.openots.instructor.catalog.Task;

/** What must hold in the paper of an exam. */
final class PaperChecks {
    private static final double WHOLE = 100;
    /** Weights have few decimals; their sum may be off by rounding. */
    private static final double ROUNDING = 1e-9;

    private static final String SECTIONS = "/paper/sections";

    private PaperChecks() {}

    static List<StrategyRule> all() {
        return List.of(
                StrategyRule.exam(PaperChecks::ids),
                StrategyRule.exam(PaperChecks::back),
                StrategyRule.exam(PaperChecks::weights),
                StrategyRule.exam(PaperChecks::times),
                StrategyRule.exam(PaperChecks::places),
                StrategyRule.exam(PaperChecks::pools),
                StrategyRule.exam(PaperChecks::counts),
                StrategyRule.exam(PaperChecks::equating),
                StrategyRule.exam(PaperChecks::minimums));
    }

    private static void ids(Checked c) {
        c.unique(c.sections().stream().map(ExamRules.Section::id).toList(), SECTIONS, "id");
    }

    private static void back(Checked c) {
        boolean back =
                c.strategy().paper().filter(ExamRules.Paper::backNavigation).isPresent();
        c.check(!back, StrategyError.EXAM_BACK, "/paper/backNavigation");
    }

    private static void weights(Checked c) {
        double sum =
                c.sections().stream().mapToDouble(ExamRules.Section::weight).sum();
        c.check(Math.abs(sum - WHOLE) <= ROUNDING, StrategyError.EXAM_WEIGHTS, SECTIONS, sum);
    }

    private static void times(Checked c) {
        long sum =
                c.sections().stream().mapToLong(ExamRules.Section::timeLimitSec).sum();
        int total = c.strategy().time().totalSec();
        c.check(sum == total, StrategyError.EXAM_TIMES, "/time/totalSec", sum, total);
    }

    private static void places(Checked c) {
        for (int i = 0; i < c.sections().size(); i++) {
            ExamRules.Section section = c.sections().get(i);
            String place = SECTIONS + "/" + i;
            if (section.hazop()) {
                study(c, section, place);
            } else if (c.known(section.unit(), c.content().plants(), CommonRules.PLANT, place + "/unit")) {
                List<String> conditions = c.content().conditions(section.unit());
                String begins = section.initialCondition().orElseThrow();
                c.known(begins, conditions, CommonRules.CONDITION, place + "/initialCondition");
                section.task().ifPresent(task -> task(c, section, task, place + "/task"));
            }
        }
    }

    /** A section of HAZOP tasks: its study and its tasks exist, and nothing happens in them. */
    private static void study(Checked c, ExamRules.Section section, String place) {
        Map<String, Set<String>> studies = c.content().hazopTasks();
        if (c.known(section.unit(), studies.keySet(), CommonRules.STUDY, place + "/unit")) {
            Set<String> tasks = studies.getOrDefault(section.unit(), Set.of());
            List<String> pool = section.pick().pool();
            c.unique(pool, place + "/pick/pool", "");
            for (int i = 0; i < pool.size(); i++) {
                c.known(pool.get(i), tasks, CommonRules.HAZOP_TASK, place + "/pick/pool/" + i);
            }
        }
        c.check(section.task().isEmpty(), StrategyError.HAZOP_FAULTS, place + "/task", section.id());
    }

    private static void task(Checked c, ExamRules.Section section, String task, String place) {
        List<String> known =
                c.content().tasks(section.unit()).stream().map(Task::id).toList();
        if (c.known(task, known, CommonRules.TASK, place)) {
            String begins = c.content().task(section.unit(), task).orElseThrow().initialCondition();
            c.check(
                    section.initialCondition().filter(begins::equals).isPresent(),
                    StrategyError.TASK_BEGINS_ELSEWHERE,
                    place,
                    task,
                    begins,
                    section.initialCondition().orElse(""));
        }
    }

    /** Every entry of a pool exists: a task that begins where the section does, or a fault that may happen. */
    private static void pools(Checked c) {
        for (int i = 0; i < c.sections().size(); i++) {
            ExamRules.Section section = c.sections().get(i);
            if (!section.hazop() && c.content().plants().contains(section.unit())) {
                pool(c, section, SECTIONS + "/" + i + "/pick/pool");
            }
        }
    }

    private static void pool(Checked c, ExamRules.Section section, String place) {
        List<String> pool = section.pick().pool();
        c.unique(pool, place, "");
        boolean faults = section.task().isPresent();
        boolean injected = c.strategy().faults().injection() != Strategy.FaultRules.Injection.NONE;
        c.check(!faults || injected, StrategyError.FAULT_NOT_INJECTED, place);
        Set<String> known = new TreeSet<>(c.content().faults(section.unit()));
        for (int i = 0; i < pool.size(); i++) {
            String at = place + "/" + i;
            if (!faults) {
                task(c, section, pool.get(i), at);
                boolean hidden = faultTask(c, section, pool.get(i)).isPresent();
                c.check(!hidden, StrategyError.FAULT_POOL_MISSING, at, pool.get(i));
            } else if (c.known(pool.get(i), known, CommonRules.FAULT, at)) {
                c.check(c.allowed(pool.get(i)), StrategyError.FAULT_NOT_ALLOWED, at, pool.get(i));
                scored(c, section, pool.get(i), at);
            }
        }
    }

    private static Optional<FaultTask> faultTask(Checked c, ExamRules.Section section, String task) {
        return c.content().rubric(section.unit(), task).flatMap(Rubric::faultTask);
    }

    /** A task about a hidden fault scores only the faults it has a case for. */
    private static void scored(Checked c, ExamRules.Section section, String fault, String at) {
        String task = section.task().orElse("");
        faultTask(c, section, task).ifPresent(scoring -> {
            String cases = String.join(
                    ", ", scoring.cases().stream().map(FaultCase::fault).toList());
            boolean has = scoring.caseOf(fault).isPresent();
            c.check(has, StrategyError.FAULT_NO_CASE, at, fault, task, cases);
        });
    }

    private static void counts(Checked c) {
        for (int i = 0; i < c.sections().size(); i++) {
            ExamRules.Pick pick = c.sections().get(i).pick();
            c.check(
                    pick.count() <= pick.pool().size(),
                    StrategyError.POOL_SMALL,
                    SECTIONS + "/" + i + "/pick/count",
                    pick.count(),
                    pick.pool().size());
        }
    }

    private static void equating(Checked c) {
        boolean stratified = c.strategy()
                .paper()
                .filter(paper -> paper.assembly() == ExamRules.Paper.Assembly.STRATIFIED_RANDOM)
                .isPresent();
        for (int i = 0; stratified && i < c.sections().size(); i++) {
            ExamRules.Section section = c.sections().get(i);
            ExamRules.Pick pick = section.pick();
            boolean draws = pick.count() < pick.pool().size();
            c.check(
                    !draws || pick.equating().isPresent(),
                    StrategyError.EQUATING_MISSING,
                    SECTIONS + "/" + i + "/pick",
                    section.id());
        }
    }

    private static void minimums(Checked c) {
        Map<String, Double> minimums =
                new TreeMap<>(c.strategy().scoring().sectionMinimum().orElse(Map.of()));
        minimums.forEach((id, points) -> {
            String place = "/scoring/sectionMinimum/" + id;
            Optional<ExamRules.Section> section =
                    c.sections().stream().filter(s -> s.id().equals(id)).findFirst();
            c.check(section.isPresent(), StrategyError.SECTION_UNKNOWN, place, id);
            section.ifPresent(
                    s -> c.check(points <= s.weight(), StrategyError.SECTION_MINIMUM, place, points, id, s.weight()));
        });
    }
}
