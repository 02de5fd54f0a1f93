package org.openots.instructor.headless;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.openots.common.assessment.Rubric;
import org.openots.common.assessment.ScoreSheet;
import org.openots.distillation.robot.RobotLibrary;
import org.openots.distillation.robot.RobotOperator;
import org.openots.instructor.catalog.HazopContent;
import org.openots.instructor.catalog.StationContent;
import org.openots.instructor.hazop.TaskRobot;
import org.openots.instructor.strategy.DryRun;
import org.openots.instructor.strategy.ExamRules;
import org.openots.instructor.strategy.Strategy;
import org.openots.instructor.strategy.StrategyContent;
import org.openots.instructor.strategy.StrategyWriter;
import org.openots.instructor.strategy.TrainingRules;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.plant.PlantPack;

/** Plays strategies with the robots of the suite, as fast as the machine goes. */
public final class RobotDryRun implements DryRun.Player {
    /** All dry runs are the same. */
    private static final long SEED = 1;
    /** Model time between two questions whether to stop, s. */
    private static final double STRIDE = 30;

    /** What the robots write has to be dated; all dry runs are the same. */
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private final StrategyContent content;
    private final HazopContent hazop;
    private final String engine;

    /**
     * Plays what a station teaches.
     *
     * @param content of the station
     */
    public RobotDryRun(StationContent content) {
        this.content = new StrategyContent(content);
        this.hazop = content.hazop();
        this.engine = content.engines().version();
    }

    /** Something to be played: a task of a plant, perhaps with a fault, or a HAZOP task, which has no rubric. */
    private record Item(
            String section, String plant, String task, String fault, Optional<Rubric> rubric, double limit) {
        String robot() {
            return "expert-" + task + (fault.isEmpty() ? "" : "-" + fault);
        }
    }

    @Override
    public Optional<DryRun> play(Strategy strategy, DoubleConsumer progress, BooleanSupplier cancelled) {
        List<Item> items = items(strategy);
        Meter meter = new Meter(items.stream().mapToDouble(RobotDryRun::length).sum(), progress, cancelled);
        List<DryRun.Part> parts = new ArrayList<>();
        for (Item item : items) {
            Optional<DryRun.Part> part =
                    item.rubric().isPresent() ? part(item, item.rubric().get(), meter) : hazop(item, meter);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        return Optional.of(new DryRun(strategy.id(), strategy.version(), StrategyWriter.hash(strategy), engine, parts));
    }

    /** Each task once, with its fault, and in an exam with the time of its section. */
    private List<Item> items(Strategy strategy) {
        List<Item> items = new ArrayList<>();
        for (TrainingRules.Unit unit : strategy.units().orElse(List.of())) {
            unit.tasks()
                    .forEach(task -> item(
                                    "", unit.unit(), task, "", strategy.time().totalSec())
                            .ifPresent(items::add));
        }
        for (ExamRules.Section section :
                strategy.paper().map(ExamRules.Paper::sections).orElse(List.of())) {
            double limit = (double) section.timeLimitSec() / section.pick().count();
            for (String one : section.pick().pool()) {
                if (section.hazop()) {
                    items.add(new Item(section.id(), section.unit(), one, "", Optional.empty(), limit));
                    continue;
                }
                String task = section.task().orElse(one);
                String fault = section.task().isPresent() ? one : "";
                item(section.id(), section.unit(), task, fault, limit).ifPresent(items::add);
            }
        }
        return items;
    }

    private Optional<Item> item(String section, String plant, String task, String fault, double limit) {
        return content.rubric(plant, task)
                .map(rubric -> new Item(
                        section,
                        plant,
                        task,
                        fault,
                        Optional.of(rubric),
                        Math.min(limit, rubric.head().timeLimit())));
    }

    private static boolean hasExpert(Item item) {
        return RobotLibrary.scripts(item.plant()).contains(item.robot());
    }

    /** How long it takes, in model time of the tasks that are simulated. */
    private static double length(Item item) {
        if (item.rubric().isEmpty()) {
            return 2 * STRIDE;
        }
        return item.limit() * (hasExpert(item) ? 2 : 1);
    }

    /** A HAZOP task; nothing when it was cancelled. */
    private Optional<DryRun.Part> hazop(Item item, Meter meter) {
        if (meter.stopped()) {
            return Optional.empty();
        }
        try (TaskRobot robot = new TaskRobot(hazop, CLOCK)) {
            TaskRobot.Outcome idle = robot.idle(item.task());
            meter.done(STRIDE);
            TaskRobot.Outcome expert = robot.expert(item.task());
            meter.done(STRIDE);
            return Optional.of(new DryRun.Part(
                    item.section(),
                    item.plant(),
                    item.task(),
                    "",
                    item.limit(),
                    Optional.of(expert.percent()),
                    idle.percent(),
                    expert.unearned(),
                    List.of(),
                    verdict(Optional.of(expert.percent()), idle.percent())));
        }
    }

    /** Nothing when it was cancelled. */
    private Optional<DryRun.Part> part(Item item, Rubric rubric, Meter meter) {
        Optional<ScoreSheet> idle = sheet(item, rubric, false, meter);
        if (idle.isEmpty()) {
            return Optional.empty();
        }
        boolean robot = hasExpert(item);
        Optional<ScoreSheet> expert = robot ? sheet(item, rubric, true, meter) : Optional.empty();
        if (robot && expert.isEmpty()) {
            return Optional.empty();
        }
        List<ScoreSheet> sheets = new ArrayList<>(List.of(idle.get()));
        expert.ifPresent(sheets::add);
        Optional<Double> points = expert.map(sheet -> sheet.totals().total());
        double nothing = idle.get().totals().total();
        return Optional.of(new DryRun.Part(
                item.section(),
                item.plant(),
                item.task(),
                item.fault(),
                item.limit(),
                points,
                nothing,
                unearned(sheets),
                silent(sheets),
                verdict(points, nothing)));
    }

    private static DryRun.Verdict verdict(Optional<Double> expert, double idle) {
        if (expert.isEmpty()) {
            return DryRun.Verdict.NO_EXPERT;
        }
        if (expert.get() < DryRun.EXPERT) {
            return DryRun.Verdict.EXPERT_LOW;
        }
        return idle > DryRun.IDLE ? DryRun.Verdict.IDLE_HIGH : DryRun.Verdict.PASSED;
    }

    private Optional<ScoreSheet> sheet(Item item, Rubric rubric, boolean expert, Meter meter) {
        PlantPack pack = content.pack(item.plant()).orElseThrow();
        PlantEngine plant =
                new PlantEngine(pack, pack.initialCondition(rubric.head().initialCondition()), SEED);
        RobotOperator robot = expert ? RobotLibrary.robot(item.plant(), item.robot(), plant.signals(), SEED) : null;
        HeadlessRun run = new HeadlessRun(plant, robot, rubric);
        rubric.head().rig().ifPresent(rig -> rig.faults().forEach(fault -> run.arm(fault.fault(), fault.at())));
        if (!item.fault().isEmpty()) {
            run.arm(item.fault(), 0);
        }
        for (double t = 0; t < item.limit(); t += STRIDE) {
            double next = Math.min(item.limit(), t + STRIDE);
            if (meter.stopped()) {
                return Optional.empty();
            }
            run.run(next, ticked -> {});
            meter.done(next - t);
        }
        return run.finish();
    }

    private static List<String> unearned(List<ScoreSheet> sheets) {
        List<String> rules = new ArrayList<>();
        ScoreSheet first = sheets.get(0);
        for (int i = 0; i < first.steps().size(); i++) {
            int at = i;
            if (sheets.stream().allMatch(sheet -> sheet.steps().get(at).earned() == 0)) {
                rules.add(first.steps().get(i).id());
            }
        }
        for (int i = 0; i < first.quality().size(); i++) {
            int at = i;
            if (sheets.stream().allMatch(sheet -> sheet.quality().get(at).earned() == 0)) {
                rules.add(first.quality().get(i).id());
            }
        }
        return rules;
    }

    private static List<String> silent(List<ScoreSheet> sheets) {
        List<String> rules = new ArrayList<>();
        ScoreSheet first = sheets.get(0);
        for (int i = 0; i < first.penalties().size(); i++) {
            int at = i;
            if (sheets.stream().allMatch(sheet -> sheet.penalties().get(at).count() == 0)) {
                rules.add(first.penalties().get(i).id());
            }
        }
        return rules;
    }

    /** How much is done. */
    private static final class Meter {
        private final double whole;
        private final DoubleConsumer progress;
        private final BooleanSupplier cancelled;
        private double done;

        Meter(double whole, DoubleConsumer progress, BooleanSupplier cancelled) {
            this.whole = whole;
            this.progress = progress;
            this.cancelled = cancelled;
        }

        boolean stopped() {
            return cancelled.getAsBoolean();
        }

        void done(double seconds) {
            done += seconds;
            progress.accept(done / whole);
        }
    }
}
