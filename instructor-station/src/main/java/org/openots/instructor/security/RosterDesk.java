package org.openots.instructor.security;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openots.common.error.OtsException;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;
import org.openots.instructor.people.roster.Roster;
import org.openots.instructor.people.roster.RosterColumn;
import org.openots.instructor.people.roster.RosterError;
import org.openots.instructor.people.roster.RosterFinding;
import org.openots.instructor.store.Database;
import org.openots.instructor.store.People;
import org.openots.instructor.store.PeopleChanges;

/** Brings lists of students in: read and shown first, then imported as a whole or, by choice, without the wrong lines. */
public final class RosterDesk {
    private static final int MOST_FILES = 8;
    private static final String LANGUAGE = "zh-CN";

    private final People people;
    private final PeopleChanges changes;
    private final Accounts accounts;
    private final Held<Roster> files;

    /**
     * Makes the desk.
     *
     * @param database the station's database
     * @param accounts draws passwords
     */
    public RosterDesk(Database database, Accounts accounts) {
        this.people = new People(database);
        this.changes = new PeopleChanges(database);
        this.accounts = accounts;
        this.files = new Held<>(database.clock(), MOST_FILES);
    }

    /** What becomes of a line. */
    public enum State {
        /** A new account is made. */
        FRESH,
        /** The account is there and gets another class or seat. */
        MOVED,
        /** The account is there as the line says. */
        SAME,
        /** The line has a mistake. */
        WRONG
    }

    /**
     * A file that was read, and what would become of its lines now.
     *
     * @param id its id here
     * @param roster what it says; its findings include what the accounts of the station make wrong
     * @param states what becomes of each line, in the order of the lines
     */
    public record Preview(String id, Roster roster, List<State> states) {
        /**
         * How many lines have a state.
         *
         * @param state the state
         * @return their number
         */
        public long count(State state) {
            return states.stream().filter(one -> one == state).count();
        }
    }

    /**
     * What was imported.
     *
     * @param issued new accounts with their passwords in clear
     * @param moved how many got another class or seat
     * @param same how many were as they are
     * @param left how many lines were left out
     */
    public record Done(List<Accounts.Issued> issued, int moved, int same, int left) {}

    /**
     * Reads a file and holds what it says.
     *
     * @param by account that sends it
     * @param name its name
     * @param bytes its content
     * @param sheet the sheet to read; empty to look for it
     * @param classId class of those whose line names none; may be empty
     * @return what would become of it
     */
    public Preview open(String by, String name, byte[] bytes, String sheet, String classId) {
        Roster roster = Roster.read(name, bytes, sheet, classId);
        return preview(files.put(by, roster), roster);
    }

    private Preview preview(String id, Roster plain) {
        Map<String, Person> known =
                people.all().stream().collect(Collectors.toMap(Person::account, Function.identity()));
        Set<String> disabled = changes.disabled();
        List<RosterFinding> findings = new ArrayList<>(plain.findings());
        for (Roster.Row row : plain.rows()) {
            Person present = known.get(row.account());
            if (present != null) {
                conflict(row, present, disabled).ifPresent(why -> findings.add(finding(plain, row, why)));
            }
        }
        Roster roster = plain.with(findings);
        Set<Integer> wrong = roster.wrong();
        List<State> states = roster.rows().stream()
                .map(row -> wrong.contains(row.line())
                        ? State.WRONG
                        : Optional.ofNullable(known.get(row.account()))
                                .map(present -> fits(row, present) ? State.SAME : State.MOVED)
                                .orElse(State.FRESH))
                .toList();
        return new Preview(id, roster, states);
    }

    private static boolean fits(Roster.Row row, Person present) {
        return present.classId().equals(row.classId())
                && (row.seat().isEmpty() || present.seat().equals(row.seat()));
    }

    private static Optional<OtsException> conflict(Roster.Row row, Person present, Set<String> disabled) {
        if (present.role() != Role.STUDENT) {
            return Optional.of(new OtsException(RosterError.NOT_STUDENT, row.account()));
        }
        if (disabled.contains(row.account())) {
            return Optional.of(new OtsException(RosterError.DISABLED, row.account()));
        }
        return present.name().equals(row.name())
                ? Optional.empty()
                : Optional.of(new OtsException(RosterError.OTHER_PERSON, row.account(), present.name(), row.name()));
    }

    private static RosterFinding finding(Roster roster, Roster.Row row, OtsException why) {
        return new RosterFinding(
                RosterFinding.Severity.MISTAKE,
                roster.sheet(),
                row.line(),
                Optional.of(RosterColumn.ACCOUNT),
                "",
                row.account(),
                why);
    }

    /**
     * Imports a file that was read.
     *
     * @param by account that does it
     * @param id its id here
     * @param onlyGood true to leave lines with mistakes out; false to import all lines or none
     * @return what was imported
     * @throws OtsException if there are mistakes and all lines were to be imported, or no line is good
     */
    public Done apply(String by, String id, boolean onlyGood) {
        Roster held = files.find(id, by).orElseThrow(() -> new OtsException(RosterError.GONE, id));
        Preview preview = preview(id, held);
        int wrong = (int) preview.count(State.WRONG);
        if (wrong > 0 && !onlyGood) {
            throw new OtsException(RosterError.NOT_ALL, wrong);
        }
        if (wrong == preview.states().size()) {
            throw new OtsException(RosterError.NOTHING_GOOD);
        }
        Map<String, Person> known = new LinkedHashMap<>();
        people.all().forEach(person -> known.put(person.account(), person));
        List<Person> fresh = new ArrayList<>();
        List<Person> moved = new ArrayList<>();
        for (int i = 0; i < preview.states().size(); i++) {
            Roster.Row row = preview.roster().rows().get(i);
            Person present = known.get(row.account());
            String seat = row.seat().isEmpty() && present != null ? present.seat() : row.seat();
            Person person = new Person(row.account(), row.name(), Role.STUDENT, seat, row.classId(), LANGUAGE);
            switch (preview.states().get(i)) {
                case FRESH -> fresh.add(person);
                case MOVED -> moved.add(person);
                default -> {
                    // nothing becomes of it
                }
            }
        }
        Accounts.Drawn drawn = accounts.draw(fresh);
        List<PeopleChanges.Fresh> rows = fresh.stream()
                .map(person -> new PeopleChanges.Fresh(person, drawn.hashes().getOrDefault(person.account(), "")))
                .toList();
        changes.bring(by, rows, moved, preview.roster().file());
        files.drop(id);
        return new Done(drawn.issued(), moved.size(), (int) preview.count(State.SAME), wrong);
    }
}
