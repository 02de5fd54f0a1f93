package org.openots.instructor.store;

import java.util.Optional;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;

/** Sign-ins by the digest of their cookie; they outlive a restart of the station. */
public final class SessionTable {
    private final Database database;

    /**
     * Opens the table.
     *
     * @param database the station's database
     */
    public SessionTable(Database database) {
        this.database = database;
    }

    /**
     * Finds who a cookie belongs to.
     *
     * @param tokenHash SHA-256 of the cookie, hexadecimal digits
     * @param now epoch milliseconds
     * @return the person, if the session is still valid
     */
    public Optional<Person> find(String tokenHash, long now) {
        return database.readers()
                .withHandle(handle -> handle.createQuery(
                                "select p.* from session s join person p on p.account = s.account"
                                        + " where s.token_hash = :hash and s.expires > :now and p.disabled = 0")
                        .bind("hash", tokenHash)
                        .bind("now", now)
                        .map((rs, ctx) -> new Person(
                                rs.getString("account"),
                                rs.getString("name"),
                                Role.of(rs.getString("role")),
                                rs.getString("seat"),
                                rs.getString("class_id"),
                                rs.getString("lang")))
                        .findOne());
    }

    /**
     * Stores a sign-in.
     *
     * @param tokenHash SHA-256 of the cookie
     * @param account who signed in
     * @param alone true to end all other sessions of the account
     * @param lifeMillis how long it is valid, ms
     */
    public void create(String tokenHash, String account, boolean alone, long lifeMillis) {
        database.writer().write(unit -> {
            if (alone) {
                unit.handle()
                        .createUpdate("delete from session where account = :account")
                        .bind("account", account)
                        .execute();
            }
            unit.handle()
                    .createUpdate("delete from session where expires <= :now")
                    .bind("now", unit.now())
                    .execute();
            unit.handle()
                    .createUpdate("insert into session (token_hash, account, created, expires)"
                            + " values (:hash, :account, :created, :expires)")
                    .bind("hash", tokenHash)
                    .bind("account", account)
                    .bind("created", unit.now())
                    .bind("expires", unit.now() + lifeMillis)
                    .execute();
            unit.handle()
                    .createUpdate("delete from sign_in_guard where account = :account")
                    .bind("account", account)
                    .execute();
            unit.audit(account, "signed-in", "{}");
            return true;
        });
    }

    /**
     * Ends a session.
     *
     * @param tokenHash SHA-256 of the cookie
     */
    public void delete(String tokenHash) {
        database.writer()
                .write(unit -> unit.handle()
                        .createUpdate("delete from session where token_hash = :hash")
                        .bind("hash", tokenHash)
                        .execute());
    }
}
