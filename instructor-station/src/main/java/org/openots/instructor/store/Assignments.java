package org.openots.instructor.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.openots.instructor.people.Person;

/** The task an instructor gave to a class, a room or a seat; whoever signs in later falls in with it. */
public final class Assignments {
    /** Whom a task is for when it is for everybody. */
    public static final String ALL = "";

    private static final String SEAT = "@";

    private final Database database;

    /**
     * Opens the table.
     *
     * @param database the station's database
     */
    public Assignments(Database database) {
        this.database = database;
    }

    /**
     * A task given.
     *
     * @param whom {@link #ALL}, a class id, or a seat as of {@link #seat}
     * @param task task id
     * @param initialCondition where its runs start
     * @param by account of the instructor
     * @param at when, epoch milliseconds
     */
    public record Given(String whom, String task, String initialCondition, String by, long at) {}

    /**
     * Whom a task is for when it is for one person.
     *
     * @param account of the person
     * @return the word
     */
    public static String seat(String account) {
        return SEAT + account;
    }

    /**
     * Gives a task, in the place of what the same people were given before.
     *
     * @param given the task
     */
    public void give(Given given) {
        database.writer()
                .write(unit -> unit.handle()
                        .createUpdate("insert into assignment (whom, task, initial_condition, given_by, at)"
                                + " values (:whom, :task, :condition, :by, :at)"
                                + " on conflict (whom) do update set task = excluded.task,"
                                + " initial_condition = excluded.initial_condition, given_by = excluded.given_by,"
                                + " at = excluded.at")
                        .bind("whom", given.whom())
                        .bind("task", given.task())
                        .bind("condition", given.initialCondition())
                        .bind("by", given.by())
                        .bind("at", given.at())
                        .execute());
    }

    /** Takes all given tasks back; runs that were begun go on. */
    public void clear() {
        database.writer()
                .write(unit ->
                        unit.handle().createUpdate("delete from assignment").execute());
    }

    /**
     * All given tasks.
     *
     * @return the latest first
     */
    public List<Given> all() {
        return database.readers()
                .withHandle(handle -> handle.createQuery("select * from assignment order by at desc")
                        .map((rs, ctx) -> given(rs))
                        .list());
    }

    /**
     * What a person was given last.
     *
     * @param person whom
     * @return the task, if there is one
     */
    public Optional<Given> of(Person person) {
        return all().stream()
                .filter(given -> given.whom().equals(ALL)
                        || given.whom().equals(seat(person.account()))
                        || given.whom().equals(person.classId()))
                .findFirst();
    }

    private static Given given(ResultSet rs) throws SQLException {
        return new Given(
                rs.getString("whom"),
                rs.getString("task"),
                rs.getString("initial_condition"),
                rs.getString("given_by"),
                rs.getLong("at"));
    }
}
