package org.openots.instructor.strategy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.openots.instructor.catalog.Task;
import org.openots.instructor.session.RunRules;
import org.openots.instructor.session.RunStrategy;

/**
 * What a training strategy says about a run of a task.
 *
 * @param rules what the owner may do
 * @param timeLimitSeconds model time after which the run freezes, seconds
 * @param strategy which strategy
 */
public record TrainingRun(RunRules rules, double timeLimitSeconds, RunStrategy strategy) {
    /** The rules of a version for a task; what a task itself forbids, for its hidden fault, no strategy allows. */
    static TrainingRun of(StrategyVersion version, Task task) {
        Strategy document = version.document();
        Strategy.SimControl control = document.simControl();
        Strategy.TimeScale scale = control.timeScale();
        RunRules rules = new RunRules(
                scale.studentMaySet() ? scale.min() : scale.standard(),
                scale.studentMaySet() ? scale.max() : scale.standard(),
                control.freezeBy().contains(Strategy.SimControl.Who.STUDENT),
                task.rules().rewind() && control.backtrackBy().contains(Strategy.SimControl.Who.STUDENT),
                task.rules().restart() && control.resetBy().contains(Strategy.SimControl.Who.STUDENT),
                task.rules().hints() && document.assist().hints() != Strategy.Assist.Hints.OFF,
                task.rules().liveScore() && document.assist().liveScore() == Strategy.Assist.LiveScore.VISIBLE);
        double total = document.time().totalSec();
        double limit = task.timeLimitSeconds() > 0 ? Math.min(task.timeLimitSeconds(), total) : total;
        return new TrainingRun(rules, limit, new RunStrategy(document.id(), document.version(), version.hash()));
    }

    /** Whether a version has a task. */
    static boolean has(StrategyVersion version, String task) {
        return version.document().units().orElse(List.of()).stream()
                .anyMatch(unit -> unit.tasks().contains(task));
    }

    /** Whether a version names a class. */
    static boolean names(StrategyVersion version, String classId) {
        return version.document()
                .audience()
                .filter(audience -> audience.classes().contains(classId))
                .isPresent();
    }

    /** Whether a version is for everybody. */
    static boolean forAll(StrategyVersion version) {
        return version.document()
                .audience()
                .filter(audience -> !audience.classes().isEmpty())
                .isEmpty();
    }

    /** Whether a version can be used at a moment. */
    static boolean isOpen(StrategyVersion version, Instant now) {
        return version.document()
                .audience()
                .flatMap(TrainingRules.Audience::window)
                .filter(window -> now.isBefore(
                                OffsetDateTime.parse(window.from()).toInstant())
                        || !now.isBefore(OffsetDateTime.parse(window.to()).toInstant()))
                .isEmpty();
    }
}
