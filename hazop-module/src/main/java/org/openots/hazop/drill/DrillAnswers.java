package org.openots.hazop.drill;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openots.common.assessment.CommandRecord;
import org.openots.common.error.OtsException;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.text.Brief;

/**
 * What a trainee has answered so far. An answer is a command of the run to the target {@value #TARGET}: its verb is the
 * part, its value the number of the option, negative to take it back; the verb {@code note} carries a text.
 */
public final class DrillAnswers {
    /** Target of answers among the commands of a run. */
    public static final String TARGET = "DRILL";

    /** Verb of the incident note. */
    public static final String NOTE = "note";

    /** Longest note, characters. */
    public static final int LONGEST_NOTE = 2000;

    /** Largest number of an option. */
    private static final int MOST_OPTIONS = 99;

    private static final List<DrillPart> CHOSEN =
            List.of(DrillPart.DEVIATION, DrillPart.CAUSE, DrillPart.ACTION, DrillPart.DECISION, DrillPart.SAFEGUARD);

    private final Map<DrillPart, Set<Integer>> chosen = new EnumMap<>(DrillPart.class);
    private String note = "";

    /** Nothing answered. */
    DrillAnswers() {
        CHOSEN.forEach(part -> chosen.put(part, new TreeSet<>()));
    }

    /**
     * Checks the form of an answer.
     *
     * @param verb part, or {@code note}
     * @param value number of the option, negative to take it back
     * @throws OtsException if there is no such answer
     */
    public static void check(String verb, double value) {
        boolean option = DrillPart.of(verb).filter(DrillPart::chosen).isPresent()
                && value == Math.rint(value)
                && value != 0
                && Math.abs(value) <= MOST_OPTIONS;
        if (!option && !verb.equals(NOTE)) {
            throw new OtsException(DrillError.UNKNOWN_ANSWER, Brief.of(verb), value);
        }
    }

    /** Takes an answer; what is no answer is left alone. */
    void take(CommandRecord command) {
        if (command.verb().equals(NOTE)) {
            note = command.text()
                    .substring(0, Math.min(LONGEST_NOTE, command.text().length()));
            return;
        }
        Optional<DrillPart> part = DrillPart.of(command.verb()).filter(DrillPart::chosen);
        part.ifPresent(known -> choose(known, (int) command.value()));
    }

    private void choose(DrillPart part, int number) {
        Set<Integer> now = of(part);
        if (number < 0) {
            now.remove(-number);
            return;
        }
        if (!part.several()) {
            now.clear();
        }
        now.add(number);
    }

    /**
     * What is chosen for a part.
     *
     * @param part which
     * @return numbers of options, rising
     */
    Set<Integer> of(DrillPart part) {
        return chosen.computeIfAbsent(part, key -> new TreeSet<>());
    }

    /**
     * The incident note.
     *
     * @return its text, empty when there is none
     */
    String note() {
        return note;
    }

    void save(StateWriter writer) {
        for (DrillPart part : CHOSEN) {
            Set<Integer> numbers = of(part);
            writer.writeInt(numbers.size());
            numbers.forEach(writer::writeInt);
        }
        writer.writeString(note);
    }

    void restore(StateReader reader) {
        for (DrillPart part : CHOSEN) {
            Set<Integer> numbers = of(part);
            numbers.clear();
            int count = reader.readInt();
            for (int i = 0; i < count; i++) {
                numbers.add(reader.readInt());
            }
        }
        note = reader.readString();
    }
}
