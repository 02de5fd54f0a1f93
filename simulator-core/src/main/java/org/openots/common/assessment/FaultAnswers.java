package org.openots.common.assessment;

import java.util.Optional;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.state.Stateful;
import org.openots.common.text.Brief;
import org.openots.common.text.LocalText;

/**
 * What a trainee said about a hidden fault. An answer is a command of the run to the target {@value #TARGET}: the verb
 * {@value #MARK} says that something is abnormal, the verb {@value #FAULT} names it by its number in the list that is
 * offered; the negative number takes that back.
 */
public final class FaultAnswers implements Stateful {
    /** Target of answers among the commands of a run. */
    public static final String TARGET = "DIAGNOSIS";

    /** Verb: something is abnormal. */
    public static final String MARK = "mark";

    /** Verb: it is this fault. */
    public static final String FAULT = "fault";

    /** More faults than any menu has. */
    private static final int MOST = 999;

    private int chosen;
    private double chosenAt = Double.NaN;
    private double markedAt = Double.NaN;
    private int marks;

    /** Nothing said. */
    FaultAnswers() {}

    /**
     * Checks the form of an answer.
     *
     * @param verb {@value #MARK} or {@value #FAULT}
     * @param value number of the fault, negative to take it back; 0 for a mark
     * @throws OtsException if there is no such answer
     */
    public static void check(String verb, double value) {
        boolean fine = verb.equals(MARK)
                ? value == 0
                : verb.equals(FAULT) && value == Math.rint(value) && value != 0 && Math.abs(value) <= MOST;
        if (!fine) {
            throw new OtsException(CommonError.RUBRIC_ANSWER, Brief.of(verb), value);
        }
    }

    /**
     * An answer in words that give nothing away.
     *
     * @param verb of the answer
     * @return for the list of operations
     */
    public static LocalText text(String verb) {
        return verb.equals(MARK)
                ? new LocalText("报告发现异常", "reported that something is abnormal")
                : new LocalText("故障诊断作答", "diagnosis answered");
    }

    /** Takes an answer; what is no answer is left alone. */
    void take(CommandRecord command) {
        if (command.verb().equals(MARK)) {
            marks++;
            markedAt = command.time();
        } else if (command.verb().equals(FAULT)) {
            int number = (int) command.value();
            if (number > 0) {
                chosen = number;
                chosenAt = command.time();
            } else if (chosen == -number) {
                chosen = 0;
                chosenAt = Double.NaN;
            }
        }
    }

    /**
     * The fault that is named.
     *
     * @return its number in the list, or nothing
     */
    public Optional<Integer> chosen() {
        return chosen == 0 ? Optional.empty() : Optional.of(chosen);
    }

    /** When it was named, s of model time; NaN when nothing is. */
    double chosenAt() {
        return chosenAt;
    }

    /**
     * How often something abnormal was reported.
     *
     * @return times
     */
    public int marks() {
        return marks;
    }

    /**
     * When something abnormal was last reported.
     *
     * @return s of model time; NaN when never
     */
    public double markedAt() {
        return markedAt;
    }

    @Override
    public void save(StateWriter writer) {
        writer.writeInt(chosen);
        writer.writeInt(marks);
        writer.writeDoubles(new double[] {chosenAt, markedAt});
    }

    @Override
    public void restore(StateReader reader) {
        chosen = reader.readInt();
        marks = reader.readInt();
        chosenAt = reader.readDouble();
        markedAt = reader.readDouble();
    }
}
