package org.openots.instructor.headless;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openots.common.assessment.Rubric;
import org.openots.common.error.OtsException;
import org.openots.distillation.robot.RobotLibrary;
import org.openots.distillation.rubric.RubricLibrary;

/** By which task a run is scored: the one that is named, or the only one that fits what is run. */
final class ScoredTask {
    private static final String EXPERT = "expert";
    private static final String EXPERT_OF = "expert-";
    private static final String NONE = "none";

    private final String plant;
    private final String from;
    private final RubricLibrary library = RubricLibrary.open();

    /**
     * @param plant plant id
     * @param from initial condition of the run
     */
    ScoredTask(String plant, String from) {
        this.plant = plant;
        this.from = from;
    }

    /**
     * Finds the task.
     *
     * @param named the task asked for, {@code none} for no score, or null
     * @param script the robot, or null for nobody
     * @return the rubric; empty for a run without a score
     * @throws OtsException if there is no such task, it begins at another initial condition, or none or several fit
     */
    Optional<Rubric> find(@Nullable String named, @Nullable String script) {
        if (NONE.equals(named) || (named == null && script == null)) {
            return Optional.empty();
        }
        if (named != null) {
            return Optional.of(beginningHere(named));
        }
        String robot = String.valueOf(script);
        if (robot.startsWith(EXPERT_OF)) {
            return Optional.of(beginningHere(task(robot.substring(EXPERT_OF.length()))));
        }
        List<String> here = library.tasks(plant).stream()
                .filter(task ->
                        library.rubric(plant, task).head().initialCondition().equals(from))
                .toList();
        List<String> robots = RobotLibrary.scripts(plant);
        List<String> fitting = robot.equals(EXPERT)
                ? here.stream()
                        .filter(task -> robots.contains(EXPERT_OF + task))
                        .toList()
                : here;
        if (fitting.size() != 1) {
            throw new OtsException(HeadlessError.TASK_NEEDED, plant, from, robot, String.join(" ", fitting));
        }
        return Optional.of(library.rubric(plant, fitting.get(0)));
    }

    /** The task of an expert, which may have the name of a fault behind it. */
    private String task(String expert) {
        return library.tasks(plant).stream()
                .filter(task -> expert.startsWith(task + "-"))
                .findFirst()
                .orElse(expert);
    }

    private Rubric beginningHere(String task) {
        Rubric rubric = library.rubric(plant, task);
        String begins = rubric.head().initialCondition();
        if (!begins.equals(from)) {
            throw new OtsException(HeadlessError.TASK_BEGINS_ELSEWHERE, task, begins, from);
        }
        return rubric;
    }
}
