package org.openots.instructor.security;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;
import org.openots.instructor.people.PeopleError;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;
import org.openots.instructor.store.Database;
import org.openots.instructor.store.People;
import org.openots.instructor.store.PeopleChanges;
import org.openots.instructor.store.SessionTable;
import org.openots.instructor.store.SignInGuard;

/** Signs people in and out, and tells who a cookie belongs to. */
public final class SignIn {
    /** How long a sign-in lasts, ms: a school day. */
    private static final long LIFE_MILLIS = 12 * 3_600_000L;

    /** Beginning of the cookies of field stations; the rest is as random as that of the others. */
    private static final String FIELD = "field.";

    private static final double MILLIS_PER_MINUTE = 60_000;

    private final People people;
    private final SessionTable sessions;
    private final SignInGuard guard;
    private final Passwords passwords;
    private final AddressLimit addresses;
    private final Tokens tokens = new Tokens();
    private final Clock clock;
    private final FieldTickets tickets;
    private final PeopleChanges changes;
    private final SignInCodes codes;

    /**
     * Creates the service.
     *
     * @param database the station's database
     * @param passwords hashes
     * @param clock for locks and expiry
     */
    public SignIn(Database database, Passwords passwords, Clock clock) {
        this.people = new People(database);
        this.sessions = new SessionTable(database);
        this.guard = new SignInGuard(database);
        this.passwords = passwords;
        this.addresses = new AddressLimit(clock);
        this.clock = clock;
        this.tickets = new FieldTickets(clock);
        this.changes = new PeopleChanges(database);
        this.codes = new SignInCodes(database);
    }

    /**
     * The codes that sign students in once.
     *
     * @return those of this station
     */
    public SignInCodes codes() {
        return codes;
    }

    /**
     * Signs a student in with a code he was given; his earlier sign-ins end, and so does the code.
     *
     * @param code what was scanned or typed; blanks do not count
     * @param address network address of the computer
     * @param admission asked with whose code it is, before it is used up; throws to refuse
     * @return who, and the cookie
     * @throws OtsException if there is no such code, or the address has tried too often, or what the admission throws
     */
    public Signed withCode(String code, String address, Consumer<Person> admission) {
        addresses.check(address);
        codes.owner(code).flatMap(people::find).ifPresent(admission);
        Optional<Person> person = codes.redeem(code).flatMap(people::find).filter(one -> one.role() == Role.STUDENT);
        if (person.isEmpty()) {
            addresses.failed(address);
            throw new OtsException(PeopleError.CODE_WRONG);
        }
        return signed(person.get());
    }

    private Signed signed(Person person) {
        if (changes.disabled().contains(person.account())) {
            throw new OtsException(PeopleError.ACCOUNT_DISABLED, person.account());
        }
        String token = tokens.fresh();
        sessions.create(Tokens.hash(token), person.account(), person.role() == Role.STUDENT, LIFE_MILLIS);
        return new Signed(person, token);
    }

    /**
     * The tickets of field stations.
     *
     * @return those of this station
     */
    public FieldTickets tickets() {
        return tickets;
    }

    /**
     * A successful sign-in.
     *
     * @param person who
     * @param token value of the session cookie
     */
    public record Signed(Person person, String token) {}

    /**
     * Signs in. A student's new sign-in ends his earlier ones.
     *
     * @param account sign-in name
     * @param password in clear
     * @param address network address of the computer
     * @return who, and the cookie
     * @throws OtsException if account and password do not match, or the account or address has to wait
     */
    public Signed signIn(String account, String password, String address) {
        return signIn(account, password, address, person -> {});
    }

    /**
     * Signs in unless something else than the password stands against it.
     *
     * @param account sign-in name
     * @param password in clear
     * @param address network address of the computer
     * @param admission asked with a person whose password is right, before anything of his ends; throws to refuse
     * @return who, and the cookie
     * @throws OtsException as of {@link #signIn(String, String, String)}, or what the admission throws
     */
    public Signed signIn(String account, String password, String address, Consumer<Person> admission) {
        addresses.check(address);
        long lockedMillis = guard.lockedUntil(account) - clock.millis();
        if (lockedMillis > 0) {
            throw new OtsException(StationError.ACCOUNT_LOCKED, (long) Math.ceil(lockedMillis / MILLIS_PER_MINUTE));
        }
        Optional<Person> person = people.find(account);
        if (person.isEmpty() || !passwordFits(account, password)) {
            if (person.isEmpty()) {
                passwords.pretend(password);
            }
            throw refuse(account, address);
        }
        admission.accept(person.get());
        return signed(person.get());
    }

    private boolean passwordFits(String account, String password) {
        return people.passwordHash(account)
                .map(hash -> passwords.matches(password, hash))
                .orElse(false);
    }

    private OtsException refuse(String account, String address) {
        addresses.failed(address);
        int left = guard.failed(account);
        double lockMinutes = SignInGuard.LOCK_MILLIS / MILLIS_PER_MINUTE;
        return left == 0
                ? new OtsException(StationError.ACCOUNT_LOCKED, (long) lockMinutes)
                : new OtsException(StationError.WRONG_PASSWORD, left, (long) lockMinutes);
    }

    /**
     * Lets a second station of somebody who is signed in come in, without ending what he has open.
     *
     * @param account who
     * @return who, and the cookie
     * @throws OtsException if there is no such account
     */
    public Signed beside(String account) {
        Person person = people.find(account).orElseThrow(() -> new OtsException(StationError.ACCOUNT_UNKNOWN, account));
        String token = FIELD + tokens.fresh();
        sessions.create(Tokens.hash(token), account, false, LIFE_MILLIS);
        return new Signed(person, token);
    }

    /**
     * Whether a cookie is that of a field station, which came in with a ticket.
     *
     * @param token value of the cookie
     * @return false for a browser
     */
    public static boolean ofFieldStation(String token) {
        return token.startsWith(FIELD);
    }

    /**
     * Tells who a cookie belongs to.
     *
     * @param token value of the cookie
     * @return the person, if the session is valid
     */
    public Optional<Person> whoIs(String token) {
        return sessions.find(Tokens.hash(token), clock.millis());
    }

    /**
     * Signs out.
     *
     * @param token value of the cookie
     */
    public void signOut(String token) {
        sessions.delete(Tokens.hash(token));
    }
}
