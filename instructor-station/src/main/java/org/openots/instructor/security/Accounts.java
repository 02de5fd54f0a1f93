package org.openots.instructor.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;
import org.openots.instructor.store.Database;
import org.openots.instructor.store.People;
import org.openots.instructor.store.PeopleChanges;

/** Makes accounts: the first administrator, a demonstration class, and those the administrator wants. */
public final class Accounts {
    /** The first administrator's account. */
    public static final String FIRST_ADMIN = "admin";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,32}");
    private static final String STATION = "station";

    private final People people;
    private final PeopleChanges changes;
    private final Passwords passwords;

    /**
     * Creates the service.
     *
     * @param database the station's database
     * @param passwords hashes
     */
    public Accounts(Database database, Passwords passwords) {
        this.people = new People(database);
        this.changes = new PeopleChanges(database);
        this.passwords = passwords;
    }

    /**
     * An account with its password in clear, to be shown once.
     *
     * @param person who
     * @param password in clear
     */
    public record Issued(Person person, String password) {}

    /**
     * Makes the first administrator if there is no administrator yet.
     *
     * @return the account, or empty when there was one
     */
    public Optional<Issued> firstAdmin() {
        boolean present = people.all().stream().anyMatch(person -> person.role() == Role.ADMIN);
        if (present) {
            return Optional.empty();
        }
        return Optional.of(createAdmin());
    }

    /**
     * Gives the first administrator a new password; he is made again if there is no such account any more.
     *
     * @return the account with its password in clear
     */
    public Issued resetAdmin() {
        return people.find(FIRST_ADMIN)
                .map(admin -> {
                    String password = passwords.generate();
                    setPassword(STATION, FIRST_ADMIN, password);
                    changes.disable(STATION, FIRST_ADMIN, false);
                    return new Issued(admin, password);
                })
                .orElseGet(this::createAdmin);
    }

    private Issued createAdmin() {
        return create(STATION, new Person(FIRST_ADMIN, "管理员", Role.ADMIN, "", "", "zh-CN"), passwords.generate());
    }

    /**
     * Makes those accounts of a demonstration class that do not exist yet, in parallel.
     *
     * @return the accounts made now
     */
    public List<Issued> demoClass() {
        List<Person> missing = DemoClass.people().stream()
                .filter(person -> people.find(person.account()).isEmpty())
                .toList();
        return missing.parallelStream()
                .map(person -> create(STATION, person, passwords.generate()))
                .collect(ArrayList::new, List::add, List::addAll);
    }

    /**
     * Makes an account.
     *
     * @param by account of the administrator
     * @param person the new person
     * @param password in clear
     * @return the account
     * @throws OtsException if the name breaks the rule or is taken, or the password is too short or long
     */
    public Issued create(String by, Person person, String password) {
        if (!FORM.matcher(person.account()).matches()) {
            throw new OtsException(StationError.ACCOUNT_FORM, person.account());
        }
        Passwords.requireForm(password);
        people.create(by, person, passwords.hash(password));
        return new Issued(person, password);
    }

    /**
     * Sets a password and ends all sessions of the account.
     *
     * @param by account of the administrator
     * @param account whose password
     * @param password in clear
     * @throws OtsException if there is no such account, or the password is too short or long
     */
    public void setPassword(String by, String account, String password) {
        Passwords.requireForm(password);
        people.setPassword(by, account, passwords.hash(password));
    }

    /**
     * A random password.
     *
     * @return 12 readable characters
     */
    public String generate() {
        return passwords.generate();
    }

    /**
     * Draws passwords, in parallel.
     *
     * @param persons whose
     * @return the persons with their passwords in clear, and the hashes by account
     */
    public Drawn draw(List<Person> persons) {
        List<Issued> issued = persons.stream()
                .map(person -> new Issued(person, passwords.generate()))
                .toList();
        Map<String, String> hashes = issued.parallelStream()
                .collect(Collectors.toConcurrentMap(
                        one -> one.person().account(), one -> passwords.hash(one.password())));
        return new Drawn(issued, hashes);
    }

    /**
     * Passwords that are not in use yet.
     *
     * @param issued the persons with their passwords in clear
     * @param hashes hash by account
     */
    public record Drawn(List<Issued> issued, Map<String, String> hashes) {}
}
