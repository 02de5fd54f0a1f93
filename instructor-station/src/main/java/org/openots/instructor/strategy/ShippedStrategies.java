package org.openots.instructor.strategy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.openots.common.assessment.Rubric;
import org.openots.common.text.LocalText;
import org.openots.instructor.catalog.Task;
import org.openots.instructor.session.RunRules;
import org.openots.simulator.plant.PlantPack;

/** The training strategies that a fresh station has: for each plant with tasks, practice of all of them. */
public final class ShippedStrategies {
    /** Who made them, in the journal. */
    public static final String AUTHOR = "openots";

    private static final double MS = 1000;
    private static final double PASS = 60;
    private static final int GRACE_SECONDS = 10;
    private static final int TREND_SECONDS = 7200;
    private static final int JITTER_SECONDS = 60;
    private static final double WEAKEST = 0.1;
    private static final int AT_ONCE = 2;

    private ShippedStrategies() {}

    /**
     * The strategies for what a station teaches.
     *
     * @param content of the station
     * @return one for each plant with tasks that have rubrics
     */
    public static List<Strategy> of(StrategyContent content) {
        List<Strategy> all = new ArrayList<>();
        for (String plant : content.plants()) {
            List<Task> tasks = content.tasks(plant).stream()
                    .filter(task -> content.rubric(plant, task.id()).isPresent())
                    .toList();
            if (!tasks.isEmpty()) {
                all.add(practice(content, plant, tasks));
            }
        }
        return all;
    }

    /**
     * Publishes those that a store does not have.
     *
     * @param store of the station
     * @param content of the station
     */
    public static void into(StrategyStore store, StrategyContent content) {
        List<String> known = store.all().stream().map(StrategyView::id).toList();
        for (Strategy strategy : of(content)) {
            if (!known.contains(strategy.id()) && !store.damaged().containsKey(strategy.id())) {
                StrategyView draft = store.save("", strategy, AUTHOR);
                store.publish(strategy.id(), 1, draft.token(), AUTHOR);
            }
        }
    }

    private static Strategy practice(StrategyContent content, String plant, List<Task> tasks) {
        PlantPack pack = content.pack(plant).orElseThrow();
        LocalText name = pack.title();
        return new Strategy(
                Strategy.Kind.TRAINING,
                "TR-" + plant,
                1,
                Optional.empty(),
                new LocalText(name.zh() + "：全部任务练习", name.en() + ": practice of all tasks"),
                new Strategy.Certificate(Strategy.Certificate.Code.JL, level(content, plant, tasks)),
                new Strategy.Engine("=" + content.engine(), Strategy.Engine.MathProfile.STRICT, (int)
                        Math.round(pack.tickSeconds() * MS)),
                Optional.of(new TrainingRules.Audience(List.of(), Optional.empty())),
                Optional.of(List.of(new TrainingRules.Mode(
                        TrainingRules.Mode.Which.PRACTICE,
                        new LocalText("练习", "Practice"),
                        new TrainingRules.Unlock.Always()))),
                Optional.of(List.of(new TrainingRules.Unit(
                        plant,
                        tasks.stream().map(Task::initialCondition).distinct().toList(),
                        tasks.stream().map(Task::id).toList()))),
                Optional.empty(),
                time(content, plant, tasks),
                new Strategy.Attempts(0, Strategy.Attempts.Keep.BEST),
                control(),
                assist(),
                faults(content.faults(plant).size()),
                scoring(content, plant, tasks),
                Optional.empty(),
                Optional.empty(),
                new Strategy.Connectivity(
                        Strategy.Connectivity.OnClientLoss.FREEZE_SESSION,
                        GRACE_SECONDS,
                        true,
                        Strategy.Connectivity.Resume.ANY_SEAT),
                Optional.empty(),
                Optional.empty());
    }

    /** The highest level of the tasks. */
    private static Strategy.Certificate.Level level(StrategyContent content, String plant, List<Task> tasks) {
        Rubric.Level highest = tasks.stream()
                .flatMap(task -> content.rubric(plant, task.id()).stream())
                .map(rubric -> rubric.head().level())
                .max(Comparator.naturalOrder())
                .orElse(Rubric.Level.JUNIOR);
        return Strategy.Certificate.Level.valueOf(highest.name());
    }

    private static Strategy.Time time(StrategyContent content, String plant, List<Task> tasks) {
        double longest = tasks.stream()
                .flatMap(task -> content.rubric(plant, task.id()).stream())
                .mapToDouble(rubric -> rubric.head().timeLimit())
                .max()
                .orElse(1);
        return new Strategy.Time(
                (int) Math.ceil(longest),
                Strategy.Time.Clock.MODEL_TIME,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Strategy.Time.OnTimeUp.FREEZE_AND_ASK,
                Optional.empty());
    }

    private static Strategy.SimControl control() {
        List<Strategy.SimControl.Who> both =
                List.of(Strategy.SimControl.Who.STUDENT, Strategy.SimControl.Who.INSTRUCTOR);
        return new Strategy.SimControl(
                new Strategy.TimeScale(1, RunRules.SPEED_MIN, RunRules.SPEED_MAX, true), both, both, both);
    }

    private static Strategy.Assist assist() {
        return new Strategy.Assist(
                Strategy.Assist.Hints.ON,
                Optional.empty(),
                Strategy.Assist.Switch.ON,
                Strategy.Assist.LiveScore.VISIBLE,
                Strategy.Assist.Switch.ON,
                TREND_SECONDS,
                List.of());
    }

    private static Strategy.FaultRules faults(int known) {
        return new Strategy.FaultRules(
                false,
                Strategy.FaultRules.Injection.INSTRUCTOR_OR_SCRIPT,
                true,
                List.of(Checked.ALL),
                new Strategy.Span(WEAKEST, 1),
                List.of(0, JITTER_SECONDS),
                Math.min(AT_ONCE, known));
    }

    private static Strategy.Scoring scoring(StrategyContent content, String plant, List<Task> tasks) {
        return new Strategy.Scoring(
                tasks.stream()
                        .flatMap(task -> content.rubricName(plant, task.id()).stream())
                        .toList(),
                PASS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Strategy.Release(Strategy.Release.When.LIVE, Strategy.Release.When.LIVE));
    }
}
