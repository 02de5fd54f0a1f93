package org.openots.instructor.strategy;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openots.instructor.catalog.Task;

/** What must hold in a training strategy. */
final class TrainingChecks {
    private TrainingChecks() {}

    static List<StrategyRule> all() {
        return List.of(
                StrategyRule.training(TrainingChecks::window),
                StrategyRule.training(TrainingChecks::modes),
                StrategyRule.training(TrainingChecks::unlocks),
                StrategyRule.training(TrainingChecks::units));
    }

    private static void window(Checked c) {
        Optional<TrainingRules.Audience> audience = c.strategy().audience();
        audience.ifPresent(a -> c.unique(a.classes(), "/audience/classes", ""));
        audience.flatMap(TrainingRules.Audience::window)
                .ifPresent(w -> c.check(
                        OffsetDateTime.parse(w.from()).isBefore(OffsetDateTime.parse(w.to())),
                        StrategyError.WINDOW_ORDER,
                        "/audience/window",
                        w.from(),
                        w.to()));
    }

    private static List<TrainingRules.Mode> modesOf(Checked c) {
        return c.strategy().modes().orElse(List.of());
    }

    private static void modes(Checked c) {
        c.unique(
                modesOf(c).stream()
                        .map(mode -> mode.mode().name().toLowerCase(Locale.ROOT))
                        .toList(),
                "/modes",
                "mode");
    }

    private static void unlocks(Checked c) {
        List<String> skills =
                c.strategy().mastery().map(TrainingRules.Mastery::skills).orElse(List.of());
        c.unique(skills, "/mastery/skills", "");
        List<TrainingRules.Mode> modes = modesOf(c);
        for (int i = 0; i < modes.size(); i++) {
            if (modes.get(i).unlock() instanceof TrainingRules.Unlock.AfterMastery after) {
                String place = "/modes/" + i + "/unlock/afterMastery/skill";
                c.check(skills.contains(after.skill()), StrategyError.SKILL_UNKNOWN, place, after.skill());
            }
        }
    }

    private static void units(Checked c) {
        List<TrainingRules.Unit> units = c.strategy().units().orElse(List.of());
        c.unique(units.stream().map(TrainingRules.Unit::unit).toList(), "/units", "unit");
        for (int i = 0; i < units.size(); i++) {
            String place = "/units/" + i;
            if (c.known(units.get(i).unit(), c.content().plants(), CommonRules.PLANT, place + "/unit")) {
                unit(c, units.get(i), place);
            }
        }
    }

    private static void unit(Checked c, TrainingRules.Unit unit, String place) {
        List<String> conditions = unit.initialConditions();
        c.unique(conditions, place + "/initialConditions", "");
        for (int i = 0; i < conditions.size(); i++) {
            c.known(
                    conditions.get(i),
                    c.content().conditions(unit.unit()),
                    CommonRules.CONDITION,
                    place + "/initialConditions/" + i);
        }
        List<String> tasks =
                c.content().tasks(unit.unit()).stream().map(Task::id).toList();
        c.unique(unit.tasks(), place + "/tasks", "");
        for (int i = 0; i < unit.tasks().size(); i++) {
            String id = unit.tasks().get(i);
            String at = place + "/tasks/" + i;
            if (c.known(id, tasks, CommonRules.TASK, at)) {
                String begins = c.content().task(unit.unit(), id).orElseThrow().initialCondition();
                c.check(
                        conditions.contains(begins),
                        StrategyError.TASK_BEGINS_ELSEWHERE,
                        at,
                        id,
                        begins,
                        String.join(" ", conditions));
            }
        }
    }
}
