package org.openots.instructor.security;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.instructor.people.Person;
import org.openots.instructor.store.CodeTable;
import org.openots.instructor.store.Database;

/**
 * Codes that sign a student in once: long ones to be scanned, and eight digits to be typed at a spare seat. They end when they
 * are used, revoked, replaced or too old.
 */
public final class SignInCodes {
    /** Longest life of a code that is scanned, ms: a sheet printed the evening before a week of lessons. */
    public static final long LONGEST_MILLIS = 7 * 86_400_000L;
    /** Life of digits that are typed, ms: the way to the other seat. */
    private static final long DIGITS_MILLIS = 10 * 60_000L;

    private static final int DIGITS = 100_000_000;

    private final CodeTable table;
    private final Clock clock;
    private final Tokens tokens = new Tokens();
    private final SecureRandom random = new SecureRandom();

    SignInCodes(Database database) {
        this.table = new CodeTable(database);
        this.clock = database.clock();
    }

    /**
     * A code in clear, to be shown once.
     *
     * @param person whom it signs in
     * @param code the code
     * @param until when it ends, epoch milliseconds
     */
    public record Code(Person person, String code, long until) {}

    /**
     * Gives codes out that are scanned.
     *
     * @param by account that does it
     * @param persons for whom
     * @param lifeMillis how long they are valid, ms
     * @return one code a person
     */
    public List<Code> scanned(String by, List<Person> persons, long lifeMillis) {
        long until = clock.millis() + Math.min(lifeMillis, LONGEST_MILLIS);
        List<Code> codes = new ArrayList<>();
        Map<String, String> hashes = new HashMap<>();
        for (Person person : persons) {
            String code = tokens.fresh();
            codes.add(new Code(person, code, until));
            hashes.put(person.account(), Tokens.hash(code));
        }
        table.give(by, "qr", hashes, until);
        return codes;
    }

    /**
     * Gives eight digits out for a spare seat.
     *
     * @param by account that does it
     * @param person for whom
     * @return the digits
     */
    public Code typed(String by, Person person) {
        long until = clock.millis() + DIGITS_MILLIS;
        String digits = "%08d".formatted(random.nextInt(DIGITS));
        table.give(by, "seat", Map.of(person.account(), Tokens.hash(digits)), until);
        return new Code(person, digits, until);
    }

    Optional<String> redeem(String code) {
        return table.redeem(Tokens.hash(code.replaceAll("\\s", "")));
    }

    /** Whose a code is; it is not used up. */
    Optional<String> owner(String code) {
        return table.owner(Tokens.hash(code.replaceAll("\\s", "")));
    }

    /**
     * Ends codes before they are used.
     *
     * @param by account that does it
     * @param accounts whose
     * @return how many there were
     */
    public int revoke(String by, List<String> accounts) {
        return table.revoke(by, accounts);
    }

    /**
     * Codes that can be used.
     *
     * @return one a person at most
     */
    public List<CodeTable.Live> live() {
        return table.live(clock.millis());
    }
}
