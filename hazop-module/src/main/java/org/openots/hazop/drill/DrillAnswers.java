package org.openots.hazop.drill;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openots.common.assessment.CommandRecord;
import org.openots.common.error.OtsException;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.text.Brief;

/**
 * What a trainee has answered so far. An answer is a command of the run to the target {@value #TARGET}: its verb is the
 * part, its value the number of the option, negative to take it back; the verb {@code alarm-time} carries s of model time,
 * the verb {@code note} a text, and the verb {@code trial}, which only the station gives, what it recorded of a scenario
 * played without a safeguard.
 */
public final class DrillAnswers {
    /** Target of answers among the commands of a run. */
    public static final String TARGET = "DRILL";

    /** Verb of the free text of the incident note. */
    public static final String NOTE = "note";

    /** Verb of what the station recorded of a played scenario; its value is the number of the safeguard. */
    public static final String TRIAL = "trial";

    /** Longest note, characters. */
    public static final int LONGEST_NOTE = 2000;

    /** Largest number of an option. */
    private static final int MOST_OPTIONS = 99;

    /** Latest time of an alarm, s: a day. */
    private static final double LATEST = 86_400;

    private final Map<DrillPart, Set<Integer>> chosen = new EnumMap<>(DrillPart.class);
    private final SortedMap<Integer, TrialRecord> trials = new TreeMap<>();
    private double alarmTime = Double.NaN;
    private String note = "";

    /** Nothing answered. */
    DrillAnswers() {
        DrillPart.questions().forEach(part -> chosen.put(part, new TreeSet<>()));
    }

    /**
     * Checks the form of an answer.
     *
     * @param verb part, {@code note} or {@code trial}
     * @param value number of the option, negative to take it back; s for {@code alarm-time}
     * @param station whether the station itself gives it
     * @throws OtsException if there is no such answer, or only the station may give it
     */
    public static void check(String verb, double value, boolean station) {
        boolean fine = switch (verb) {
            case NOTE -> true;
            case TRIAL -> station && isOption(value) && value > 0;
            default ->
                verb.equals(DrillPart.ALARM_TIME.word())
                        ? value >= 0 && value <= LATEST
                        : DrillPart.of(verb).filter(DrillPart::chosen).isPresent() && isOption(value);
        };
        if (!fine) {
            throw new OtsException(DrillError.UNKNOWN_ANSWER, Brief.of(verb), value);
        }
    }

    private static boolean isOption(double value) {
        return value == Math.rint(value) && value != 0 && Math.abs(value) <= MOST_OPTIONS;
    }

    /** Takes an answer; what is no answer is left alone. */
    void take(CommandRecord command) {
        if (command.verb().equals(NOTE)) {
            note = command.text()
                    .substring(0, Math.min(LONGEST_NOTE, command.text().length()));
        } else if (command.verb().equals(TRIAL)) {
            trials.put((int) command.value(), TrialRecord.of(command.text()));
        } else if (command.verb().equals(DrillPart.ALARM_TIME.word())) {
            alarmTime = command.value();
        } else {
            Optional<DrillPart> part = DrillPart.of(command.verb()).filter(DrillPart::chosen);
            part.ifPresent(known -> choose(known, (int) command.value()));
        }
    }

    /** Who has seen the scenario played knows what it is: what he said of it before stands. */
    private void choose(DrillPart part, int number) {
        if (part.beforeTrial() && !trials.isEmpty()) {
            return;
        }
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

    /** Time of the first alarm, s of model time; NaN while it is not told. */
    double alarmTime() {
        return alarmTime;
    }

    /** What was recorded, by number of the safeguard that was taken away. */
    SortedMap<Integer, TrialRecord> trials() {
        return trials;
    }

    /**
     * The free text of the incident note.
     *
     * @return its text, empty when there is none
     */
    String note() {
        return note;
    }

    void save(StateWriter writer) {
        for (DrillPart part : DrillPart.questions()) {
            Set<Integer> numbers = of(part);
            writer.writeInt(numbers.size());
            numbers.forEach(writer::writeInt);
        }
        writer.writeInt(trials.size());
        trials.forEach((number, trial) -> {
            writer.writeInt(number);
            writer.writeString(trial.text());
        });
        writer.writeDouble(alarmTime);
        writer.writeString(note);
    }

    void restore(StateReader reader) {
        for (DrillPart part : DrillPart.questions()) {
            Set<Integer> numbers = of(part);
            numbers.clear();
            int count = reader.readInt();
            for (int i = 0; i < count; i++) {
                numbers.add(reader.readInt());
            }
        }
        trials.clear();
        int played = reader.readInt();
        for (int i = 0; i < played; i++) {
            int number = reader.readInt();
            trials.put(number, TrialRecord.of(reader.readString()));
        }
        alarmTime = reader.readDouble();
        note = reader.readString();
    }
}
