package org.openots.instructor.results;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.openots.common.error.OtsException;
import org.openots.common.text.Brief;
import org.openots.instructor.skill.SkillError;
import org.openots.instructor.store.LessonPlans;

/**
 * Which results are taken out.
 *
 * @param group the class; empty for all
 * @param tasks the only tasks; empty for all
 * @param from first day on which they were begun
 * @param to last day
 * @param zone time zone of the days
 */
public record ResultFilter(
        String group, List<String> tasks, Optional<LocalDate> from, Optional<LocalDate> to, ZoneId zone) {
    /** Freezes the list. */
    public ResultFilter {
        tasks = List.copyOf(tasks);
    }

    /**
     * What somebody asked for.
     *
     * @param group the class; empty for all
     * @param plan number of a lesson in the plan of the class, from 1, of which the tasks and the days are taken; empty for none
     * @param from first day; empty for none
     * @param to last day; empty for none
     */
    public record Wish(String group, String plan, String from, String to) {}

    /**
     * Reads a wish.
     *
     * @param wish what was asked for
     * @param plans lessons of all classes
     * @param zone time zone of the days
     * @return the filter
     * @throws OtsException if a day or a lesson does not exist
     */
    public static ResultFilter of(Wish wish, LessonPlans plans, ZoneId zone) {
        Optional<LocalDate> from = day("from", wish.from());
        Optional<LocalDate> to = day("to", wish.to());
        List<String> tasks = List.of();
        if (!wish.plan().isEmpty()) {
            LessonPlans.Lesson lesson = lesson(wish, plans);
            tasks = lesson.tasks();
            from = Optional.of(from.orElse(lesson.opens()));
            to = Optional.of(to.orElse(lesson.due()));
        }
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw new OtsException(
                    SkillError.DATES, from.get().toString(), to.get().toString());
        }
        return new ResultFilter(wish.group(), tasks, from, to, zone);
    }

    private static LessonPlans.Lesson lesson(Wish wish, LessonPlans plans) {
        List<LessonPlans.Lesson> lessons = plans.of(wish.group()).lessons();
        for (int i = 0; i < lessons.size(); i++) {
            if (wish.plan().equals(Integer.toString(i + 1))) {
                return lessons.get(i);
            }
        }
        throw new OtsException(
                SkillError.LESSON_UNKNOWN, Brief.of(wish.plan()), Brief.of(wish.group()), lessons.size());
    }

    private static Optional<LocalDate> day(String name, String word) {
        if (word.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(word));
        } catch (DateTimeException e) {
            throw new OtsException(SkillError.DATE_FORM, name, Brief.of(word));
        }
    }

    /** Whether a result of a task that was begun then is wanted. */
    boolean wants(String task, long started) {
        LocalDate day = LocalDate.ofInstant(java.time.Instant.ofEpochMilli(started), zone);
        return (tasks.isEmpty() || tasks.contains(task))
                && from.filter(day::isBefore).isEmpty()
                && to.filter(day::isAfter).isEmpty();
    }
}
