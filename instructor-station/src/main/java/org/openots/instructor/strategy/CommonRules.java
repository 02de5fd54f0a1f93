package org.openots.instructor.strategy;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openots.common.text.LocalText;
import org.openots.simulator.plant.PlantPack;

/** What must hold in every strategy. */
final class CommonRules {
    static final LocalText PLANT = new LocalText("装置", "plant");
    static final LocalText CONDITION = new LocalText("该装置的初始工况", "initial condition of this plant");
    static final LocalText TASK = new LocalText("该装置的任务", "task of this plant");
    static final LocalText STUDY = new LocalText("有任务的研究", "study with tasks");
    static final LocalText HAZOP_TASK = new LocalText("该研究的 HAZOP 任务", "HAZOP task of this study");
    static final LocalText FAULT = new LocalText("这些装置的故障", "fault of these plants");

    private static final double MS = 1000;

    private CommonRules() {}

    static List<StrategyRule> all() {
        return List.of(
                StrategyRule.always(CommonRules::engine),
                StrategyRule.always(CommonRules::tick),
                StrategyRule.always(CommonRules::speeds),
                StrategyRule.always(CommonRules::attempts),
                StrategyRule.always(CommonRules::warnings),
                StrategyRule.always(CommonRules::hintCost),
                StrategyRule.always(CommonRules::severity),
                StrategyRule.always(CommonRules::jitter),
                StrategyRule.always(CommonRules::allowedFaults),
                StrategyRule.always(CommonRules::concurrent),
                StrategyRule.always(CommonRules::rubrics),
                StrategyRule.always(CommonRules::passMark),
                StrategyRule.always(CommonRules::criticalErrors),
                StrategyRule.always(CommonRules::release));
    }

    private static void engine(Checked c) {
        Strategy.Engine engine = c.strategy().engine();
        boolean holds = VersionRange.parse(engine.simulator())
                .filter(range -> range.holds(c.content().engine()))
                .isPresent();
        c.check(
                holds,
                StrategyError.ENGINE_VERSION,
                "/engine/simulator",
                engine.simulator(),
                c.content().engine());
    }

    private static void tick(Checked c) {
        int tick = c.strategy().engine().tickMs();
        for (String plant : c.tasks().keySet()) {
            Optional<PlantPack> pack = c.content().pack(plant);
            long needed = pack.map(p -> Math.round(p.tickSeconds() * MS)).orElse((long) tick);
            c.check(needed == tick, StrategyError.TICK, "/engine/tickMs", tick, plant, needed);
        }
    }

    private static void speeds(Checked c) {
        Strategy.TimeScale scale = c.strategy().simControl().timeScale();
        c.check(
                scale.min() <= scale.standard() && scale.standard() <= scale.max(),
                StrategyError.SCALE_ORDER,
                "/simControl/timeScale",
                scale.min(),
                scale.standard(),
                scale.max());
    }

    private static void attempts(Checked c) {
        Strategy.Attempts attempts = c.strategy().attempts();
        boolean once = attempts.max() == 1;
        c.check(
                once == (attempts.keep() == Strategy.Attempts.Keep.ONLY),
                StrategyError.ATTEMPTS_ONLY,
                "/attempts",
                attempts.max(),
                attempts.keep().name().toLowerCase(Locale.ROOT));
    }

    private static void warnings(Checked c) {
        Strategy.Time time = c.strategy().time();
        List<Integer> warnings = time.warnAtRemainingSec().orElse(List.of());
        int limit = time.totalSec();
        for (int i = 0; i < warnings.size(); i++) {
            c.check(
                    warnings.get(i) < limit,
                    StrategyError.WARN_ORDER,
                    "/time/warnAtRemainingSec/" + i,
                    warnings.get(i),
                    limit);
            limit = Math.min(limit, warnings.get(i));
        }
    }

    private static void hintCost(Checked c) {
        Strategy.Assist assist = c.strategy().assist();
        double cost = assist.hintCost().orElse(0.0);
        c.check(
                assist.hints() != Strategy.Assist.Hints.OFF || cost == 0,
                StrategyError.HINT_COST,
                "/assist/hintCost",
                cost);
    }

    private static void severity(Checked c) {
        Strategy.Span span = c.strategy().faults().severity();
        c.check(span.min() <= span.max(), StrategyError.SPAN_ORDER, "/faults/severity", span.min(), span.max());
    }

    private static void jitter(Checked c) {
        List<Integer> span = c.strategy().faults().onsetJitterSec();
        c.check(
                span.get(0) <= span.get(1),
                StrategyError.SPAN_ORDER,
                "/faults/onsetJitterSec",
                span.get(0),
                span.get(1));
    }

    private static Set<String> plantFaults(Checked c) {
        Set<String> known = new TreeSet<>();
        c.tasks().keySet().forEach(plant -> known.addAll(c.content().faults(plant)));
        return known;
    }

    private static void allowedFaults(Checked c) {
        List<String> allowed = c.strategy().faults().allowed();
        Set<String> known = plantFaults(c);
        c.unique(allowed, "/faults/allowed", "");
        for (int i = 0; i < allowed.size(); i++) {
            if (!allowed.get(i).equals(Checked.ALL)) {
                c.known(allowed.get(i), known, FAULT, "/faults/allowed/" + i);
            }
        }
    }

    private static void concurrent(Checked c) {
        Strategy.FaultRules faults = c.strategy().faults();
        boolean off = faults.injection() == Strategy.FaultRules.Injection.NONE && !faults.adHocByInstructor();
        c.check(
                off == (faults.maxConcurrent() == 0),
                StrategyError.CONCURRENT_NONE,
                "/faults/maxConcurrent",
                faults.maxConcurrent());
        Set<String> known = plantFaults(c);
        long allowed = known.stream().filter(c::allowed).count();
        // a name that does not exist is reported by itself
        boolean named = faults.allowed().stream().allMatch(f -> f.equals(Checked.ALL) || known.contains(f));
        c.check(
                faults.maxConcurrent() <= allowed || !named || !c.allExist(),
                StrategyError.CONCURRENT,
                "/faults/maxConcurrent",
                faults.maxConcurrent(),
                allowed);
    }

    private static void rubrics(Checked c) {
        List<String> given = c.strategy().scoring().rubrics();
        Set<String> needed = new HashSet<>();
        for (Map.Entry<String, Set<String>> plant : c.tasks().entrySet()) {
            for (String task : plant.getValue()) {
                Optional<String> name = c.content().rubricName(plant.getKey(), task);
                if (name.isEmpty()) {
                    continue;
                }
                needed.add(name.get());
                Optional<String> other =
                        given.stream().filter(g -> id(g).equals(id(name.get()))).findFirst();
                c.check(other.isPresent(), StrategyError.RUBRIC_MISSING, "/scoring/rubrics", task, name.get());
                if (other.isPresent() && !other.get().equals(name.get())) {
                    String place = "/scoring/rubrics/" + given.indexOf(other.get());
                    c.check(false, StrategyError.RUBRIC_VERSION, place, other.get(), name.get());
                    needed.add(other.get());
                }
            }
        }
        for (int i = 0; i < given.size(); i++) {
            boolean first = given.indexOf(given.get(i)) == i;
            c.check(
                    first && (needed.contains(given.get(i)) || !c.allExist()),
                    StrategyError.RUBRIC_SURPLUS,
                    "/scoring/rubrics/" + i,
                    given.get(i));
        }
    }

    private static String id(String reference) {
        return reference.substring(0, reference.lastIndexOf('@'));
    }

    private static void passMark(Checked c) {
        double mark = c.strategy().scoring().passMark();
        c.check(mark > 0, StrategyError.PASS_MARK, "/scoring/passMark", mark);
    }

    private static void criticalErrors(Checked c) {
        List<String> errors = c.strategy().scoring().criticalErrors().orElse(List.of());
        c.check(
                errors.isEmpty() == c.strategy().scoring().onCriticalError().isEmpty(),
                StrategyError.CRITICAL_NOTHING,
                "/scoring");
        Set<String> known = c.tasks().entrySet().stream()
                .flatMap(plant ->
                        plant.getValue().stream().flatMap(task -> c.content().rubric(plant.getKey(), task).stream()))
                .flatMap(rubric -> rubric.penalties().stream())
                .map(penalty -> penalty.id())
                .collect(Collectors.toCollection(TreeSet::new));
        for (int i = 0; i < errors.size(); i++) {
            c.check(
                    known.contains(errors.get(i)),
                    StrategyError.CRITICAL_UNKNOWN,
                    "/scoring/criticalErrors/" + i,
                    errors.get(i),
                    String.join(" ", known));
        }
    }

    private static void release(Checked c) {
        Strategy.Release release = c.strategy().scoring().release();
        boolean hidden = c.strategy().assist().liveScore() == Strategy.Assist.LiveScore.HIDDEN;
        boolean live =
                release.score() == Strategy.Release.When.LIVE || release.breakdown() == Strategy.Release.When.LIVE;
        c.check(!hidden || !live, StrategyError.RELEASE_LIVE, "/scoring/release");
    }
}
