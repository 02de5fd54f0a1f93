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
    private static final String VERSION = "@";

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
     * @param scenario what happens in them by itself, as of {@link #version}; empty for nothing
     */
    public record Given(String whom, String task, String initialCondition, String by, long at, String scenario) {
        /**
         * The scenario's id.
         *
         * @return the id; empty for no scenario
         */
        public String scenarioId() {
            return scenario.isEmpty() ? "" : scenario.substring(0, scenario.lastIndexOf(VERSION));
        }

        /**
         * The scenario's version.
         *
         * @return the number; 0 for no scenario
         */
        public int scenarioVersion() {
            return scenario.isEmpty() ? 0 : Integer.parseInt(scenario.substring(scenario.lastIndexOf(VERSION) + 1));
        }
    }

    /**
     * A version of a scenario as one word, so that whoever comes late gets the same.
     *
     * @param scenario its id
     * @param number the version
     * @return the word
     */
    public static String version(String scenario, int number) {
        return scenario + VERSION + number;
    }

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
                        .createUpdate("insert into assignment (whom, task, initial_condition, given_by, at, scenario)"
                                + " values (:whom, :task, :condition, :by, :at, :scenario)"
                                + " on conflict (whom) do update set task = excluded.task,"
                                + " initial_condition = excluded.initial_condition, given_by = excluded.given_by,"
                                + " at = excluded.at, scenario = excluded.scenario")
                        .bind("whom", given.whom())
                        .bind("task", given.task())
                        .bind("condition", given.initialCondition())
                        .bind("by", given.by())
                        .bind("at", given.at())
                        .bind("scenario", given.scenario())
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
                rs.getLong("at"),
                rs.getString("scenario"));
    }
}
