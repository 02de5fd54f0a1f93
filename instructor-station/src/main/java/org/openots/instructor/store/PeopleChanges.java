package org.openots.instructor.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;
import org.openots.instructor.people.Person;

/** Changes of accounts that exist, and of many at once; each is one transaction with its rows of the audit. */
public final class PeopleChanges {
    private final Database database;

    /**
     * Opens the accounts.
     *
     * @param database the station's database
     */
    public PeopleChanges(Database database) {
        this.database = database;
    }

    /**
     * A new account.
     *
     * @param person who
     * @param passwordHash hash of its password
     */
    public record Fresh(Person person, String passwordHash) {}

    /**
     * Accounts that cannot sign in.
     *
     * @return their names
     */
    public Set<String> disabled() {
        List<String> accounts = database.readers()
                .withHandle(handle -> handle.createQuery("select account from person where disabled <> 0")
                        .mapTo(String.class)
                        .list());
        return new TreeSet<>(accounts);
    }

    /**
     * Brings a list in: all of it, or nothing when an account was taken meanwhile.
     *
     * @param by account that does it
     * @param fresh new accounts
     * @param moved accounts that are there, with their new class and seat
     * @param file name of the list, for the audit
     * @throws OtsException if an account is taken
     */
    public void bring(String by, List<Fresh> fresh, List<Person> moved, String file) {
        database.writer().write(unit -> {
            for (Fresh one : fresh) {
                Person person = one.person();
                int rows = unit.handle()
                        .createUpdate(
                                "insert into person (account, name, role, seat, class_id, lang, password, created)"
                                        + " values (:account, :name, :role, :seat, :class, :lang, :password, :created)"
                                        + " on conflict (account) do nothing")
                        .bind("account", person.account())
                        .bind("name", person.name())
                        .bind("role", person.role().word())
                        .bind("seat", person.seat())
                        .bind("class", person.classId())
                        .bind("lang", person.lang())
                        .bind("password", one.passwordHash())
                        .bind("created", unit.now())
                        .execute();
                if (rows == 0) {
                    throw new OtsException(StationError.ACCOUNT_TAKEN, person.account());
                }
                unit.audit(by, "user-created", particulars(person));
            }
            for (Person person : moved) {
                change(unit.handle(), person);
                unit.audit(by, "user-changed", particulars(person));
            }
            unit.audit(
                    by,
                    "class-imported",
                    "{\"file\":" + Quoted.json(file) + ",\"created\":" + fresh.size() + ",\"changed\":" + moved.size()
                            + "}");
            return fresh.size();
        });
    }

    private static String particulars(Person person) {
        return "{\"account\":" + Quoted.json(person.account()) + ",\"role\":\""
                + person.role().word() + "\",\"class\":" + Quoted.json(person.classId()) + ",\"seat\":"
                + Quoted.json(person.seat()) + "}";
    }

    private static void change(Handle handle, Person person) {
        int rows = handle.createUpdate("update person set name = :name, role = :role, seat = :seat, class_id = :class"
                        + " where account = :account")
                .bind("name", person.name())
                .bind("role", person.role().word())
                .bind("seat", person.seat())
                .bind("class", person.classId())
                .bind("account", person.account())
                .execute();
        if (rows == 0) {
            throw new OtsException(StationError.ACCOUNT_UNKNOWN, person.account());
        }
    }

    /**
     * Changes name, role, class or seat of an account.
     *
     * @param by account that does it
     * @param person as it is to be
     */
    public void change(String by, Person person) {
        database.writer().write(unit -> {
            change(unit.handle(), person);
            unit.audit(by, "user-changed", particulars(person));
            return true;
        });
    }

    /**
     * Lets an account sign in, or no more; the latter ends its sessions and codes at once.
     *
     * @param by account that does it
     * @param account whose
     * @param disabled true to lock it out
     */
    public void disable(String by, String account, boolean disabled) {
        database.writer().write(unit -> {
            unit.handle()
                    .createUpdate("update person set disabled = :disabled where account = :account")
                    .bind("disabled", disabled ? 1 : 0)
                    .bind("account", account)
                    .execute();
            if (disabled) {
                endSessions(unit.handle(), account);
            }
            unit.audit(by, disabled ? "user-disabled" : "user-enabled", "{\"account\":" + Quoted.json(account) + "}");
            return true;
        });
    }

    private static void endSessions(Handle handle, String account) {
        for (String table : List.of("session", "sign_in_code")) {
            handle.createUpdate("delete from <table> where account = :account")
                    .define("table", table)
                    .bind("account", account)
                    .execute();
        }
    }

    /**
     * Sets the passwords of many accounts and ends their sessions.
     *
     * @param by account that does it
     * @param hashes hash of the new password by account
     */
    public void setPasswords(String by, Map<String, String> hashes) {
        database.writer().write(unit -> {
            hashes.forEach((account, hash) -> {
                unit.handle()
                        .createUpdate("update person set password = :password where account = :account")
                        .bind("password", hash)
                        .bind("account", account)
                        .execute();
                endSessions(unit.handle(), account);
                unit.handle()
                        .createUpdate("delete from sign_in_guard where account = :account")
                        .bind("account", account)
                        .execute();
                unit.audit(by, "password-set", "{\"account\":" + Quoted.json(account) + "}");
            });
            return hashes.size();
        });
    }

    /**
     * Moves a person to another seat: where he is signed in now he is signed out.
     *
     * @param by account that does it
     * @param account whose
     * @param seat the new seat
     */
    public void moveSeat(String by, String account, String seat) {
        database.writer().write(unit -> {
            unit.handle()
                    .createUpdate("update person set seat = :seat where account = :account")
                    .bind("seat", seat)
                    .bind("account", account)
                    .execute();
            endSessions(unit.handle(), account);
            unit.audit(
                    by, "seat-moved", "{\"account\":" + Quoted.json(account) + ",\"seat\":" + Quoted.json(seat) + "}");
            return true;
        });
    }
}
