package org.openots.instructor.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.openots.common.error.OtsException;
import org.openots.instructor.people.PeopleError;

/** What each class is to do, in order and by date. */
public final class LessonPlans {
    private static final String SEPARATOR = "\n";

    private final Database database;

    /**
     * Opens the table.
     *
     * @param database the station's database
     */
    public LessonPlans(Database database) {
        this.database = database;
    }

    /**
     * A lesson.
     *
     * @param title what people call it
     * @param strategy id of a training strategy; empty for single tasks
     * @param tasks task ids, in order
     * @param opens first day
     * @param due last day
     */
    public record Lesson(String title, String strategy, List<String> tasks, LocalDate opens, LocalDate due) {
        /** Freezes the list. */
        public Lesson {
            tasks = List.copyOf(tasks);
        }
    }

    /**
     * The plan of a class.
     *
     * @param at when it was saved, epoch milliseconds; 0 when there is none
     * @param by account that saved it; empty when there is none
     * @param lessons in order
     */
    public record Plan(long at, String by, List<Lesson> lessons) {}

    /**
     * The plan of a class.
     *
     * @param classId the class
     * @return its plan, empty when there is none
     */
    public Plan of(String classId) {
        return database.readers().withHandle(handle -> {
            List<Plan> rows = handle.createQuery("select * from lesson where class_id = :class order by position")
                    .bind("class", classId)
                    .map((rs, ctx) -> new Plan(rs.getLong("at"), rs.getString("set_by"), List.of(lesson(rs))))
                    .list();
            return rows.isEmpty()
                    ? new Plan(0, "", List.of())
                    : new Plan(
                            rows.get(0).at(),
                            rows.get(0).by(),
                            rows.stream().map(row -> row.lessons().get(0)).toList());
        });
    }

    private static Lesson lesson(ResultSet rs) throws SQLException {
        String tasks = rs.getString("tasks");
        return new Lesson(
                rs.getString("title"),
                rs.getString("strategy"),
                tasks.isEmpty() ? List.of() : Arrays.asList(tasks.split(SEPARATOR)),
                LocalDate.parse(rs.getString("opens")),
                LocalDate.parse(rs.getString("due")));
    }

    /**
     * Saves the plan of a class in the place of what it was.
     *
     * @param by account that does it
     * @param classId the class
     * @param seen when the plan was saved that was changed; 0 for none
     * @param lessons in order
     * @throws OtsException if somebody else saved it meanwhile
     */
    public void save(String by, String classId, long seen, List<Lesson> lessons) {
        database.writer().write(unit -> {
            long now = unit.handle()
                    .createQuery("select at from lesson where class_id = :class limit 1")
                    .bind("class", classId)
                    .mapTo(Long.class)
                    .findOne()
                    .orElse(0L);
            if (now != seen) {
                throw new OtsException(PeopleError.PLAN_STALE, classId);
            }
            unit.handle()
                    .createUpdate("delete from lesson where class_id = :class")
                    .bind("class", classId)
                    .execute();
            long at = Math.max(unit.now(), now + 1);
            for (int i = 0; i < lessons.size(); i++) {
                Lesson lesson = lessons.get(i);
                unit.handle()
                        .createUpdate(
                                "insert into lesson (class_id, position, title, strategy, tasks, opens, due, set_by, at)"
                                        + " values (:class, :position, :title, :strategy, :tasks, :opens, :due, :by, :at)")
                        .bind("class", classId)
                        .bind("position", i)
                        .bind("title", lesson.title())
                        .bind("strategy", lesson.strategy())
                        .bind("tasks", String.join(SEPARATOR, lesson.tasks()))
                        .bind("opens", lesson.opens().toString())
                        .bind("due", lesson.due().toString())
                        .bind("by", by)
                        .bind("at", at)
                        .execute();
            }
            unit.audit(
                    by, "lessons-saved", "{\"class\":" + Quoted.json(classId) + ",\"lessons\":" + lessons.size() + "}");
            return at;
        });
    }
}
