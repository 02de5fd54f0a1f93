package org.openots.instructor.web;

import java.util.Optional;
import org.openots.common.error.OtsException;
import org.openots.instructor.catalog.Task;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;
import org.openots.instructor.session.RunOrder;
import org.openots.instructor.strategy.StrategyDesk;
import org.openots.instructor.strategy.TrainingRun;

/** What a run is ordered with, however it is begun: a student's goes by the strategy of his class. */
final class RunOrders {
    private final StrategyDesk strategies;

    RunOrders(StrategyDesk strategies) {
        this.strategies = strategies;
    }

    /**
     * The rules of a person's run of a task.
     *
     * @return nothing when those of the task count
     * @throws OtsException if the strategies of his class do not have the task
     */
    Optional<TrainingRun> rules(Person person, Task task) {
        return person.role() == Role.STUDENT ? strategies.rules(person.classId(), task) : Optional.empty();
    }

    /**
     * Orders a run.
     *
     * @throws OtsException if the strategies of his class do not have the task
     */
    RunOrder of(Person person, Task task, String initialCondition) {
        Optional<TrainingRun> strategy = rules(person, task);
        return new RunOrder(
                task.plant(),
                initialCondition,
                task.id(),
                person.account(),
                strategy.map(TrainingRun::timeLimitSeconds).orElse(task.timeLimitSeconds()),
                strategy.map(TrainingRun::rules).orElse(task.rules()),
                strategy.map(TrainingRun::strategy));
    }
}
