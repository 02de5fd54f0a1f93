package org.openots.instructor.store;

import java.util.List;
import java.util.Optional;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;

/** Accounts. */
public final class People {
    private final Database database;

    /**
     * Opens the accounts.
     *
     * @param database the station's database
     */
    public People(Database database) {
        this.database = database;
    }

    /**
     * Finds an account.
     *
     * @param account sign-in name
     * @return its person
     */
    public Optional<Person> find(String account) {
        return database.readers()
                .withHandle(handle -> handle.createQuery("select * from person where account = :account")
                        .bind("account", account)
                        .map((rs, ctx) -> person(rs))
                        .findOne());
    }

    /**
     * The password hash of an account.
     *
     * @param account sign-in name
     * @return the hash
     */
    public Optional<String> passwordHash(String account) {
        return database.readers()
                .withHandle(handle -> handle.createQuery("select password from person where account = :account")
                        .bind("account", account)
                        .mapTo(String.class)
                        .findOne());
    }

    /**
     * All accounts.
     *
     * @return persons sorted by account
     */
    public List<Person> all() {
        return database.readers()
                .withHandle(handle -> handle.createQuery("select * from person order by account")
                        .map((rs, ctx) -> person(rs))
                        .list());
    }

    /**
     * The students of all classes who can sign in.
     *
     * @return persons sorted by seat
     */
    public List<Person> students() {
        return database.readers()
                .withHandle(handle -> handle.createQuery(
                                "select * from person where role = 'student' and disabled = 0 order by seat, account")
                        .map((rs, ctx) -> person(rs))
                        .list());
    }

    /**
     * Creates an account.
     *
     * @param by account that does it, or {@code station}
     * @param person the new person
     * @param passwordHash hash of its password
     * @throws OtsException if the account name is taken
     */
    public void create(String by, Person person, String passwordHash) {
        database.writer().write(unit -> {
            int rows = unit.handle()
                    .createUpdate("insert into person (account, name, role, seat, class_id, lang, password, created)"
                            + " values (:account, :name, :role, :seat, :class, :lang, :password, :created)"
                            + " on conflict (account) do nothing")
                    .bind("account", person.account())
                    .bind("name", person.name())
                    .bind("role", person.role().word())
                    .bind("seat", person.seat())
                    .bind("class", person.classId())
                    .bind("lang", person.lang())
                    .bind("password", passwordHash)
                    .bind("created", unit.now())
                    .execute();
            if (rows == 0) {
                throw new OtsException(StationError.ACCOUNT_TAKEN, person.account());
            }
            unit.audit(
                    by,
                    "user-created",
                    "{\"account\":" + Quoted.json(person.account()) + ",\"role\":\""
                            + person.role().word() + "\"}");
            return rows;
        });
    }

    /**
     * Sets a password and ends all sessions of the account.
     *
     * @param by account that does it
     * @param account whose password
     * @param passwordHash hash of the new password
     * @throws OtsException if there is no such account
     */
    public void setPassword(String by, String account, String passwordHash) {
        database.writer().write(unit -> {
            int rows = unit.handle()
                    .createUpdate("update person set password = :password where account = :account")
                    .bind("password", passwordHash)
                    .bind("account", account)
                    .execute();
            if (rows == 0) {
                throw new OtsException(StationError.ACCOUNT_UNKNOWN, account);
            }
            unit.handle()
                    .createUpdate("delete from session where account = :account")
                    .bind("account", account)
                    .execute();
            unit.handle()
                    .createUpdate("delete from sign_in_guard where account = :account")
                    .bind("account", account)
                    .execute();
            unit.audit(by, "password-set", "{\"account\":" + Quoted.json(account) + "}");
            return rows;
        });
    }

    private static Person person(java.sql.ResultSet rs) throws java.sql.SQLException {
        return new Person(
                rs.getString("account"),
                rs.getString("name"),
                Role.of(rs.getString("role")),
                rs.getString("seat"),
                rs.getString("class_id"),
                rs.getString("lang"));
    }
}
