package org.openots.hazop.task;

import java.util.List;
import java.util.Optional;

/**
 * The score of the questions of an attempt, and of the rules its worksheet must keep. What is written in the worksheet
 * has its own score in its own journal.
 *
 * @param questions question by question, in the order of the attempt
 * @param audit the rules of the worksheet, if the task has any
 */
public record AttemptScore(List<Line> questions, Optional<Audit> audit) {
    /** Keeps an unmodifiable copy. */
    public AttemptScore {
        questions = List.copyOf(questions);
    }

    /**
     * The score of a question.
     *
     * @param question its id
     * @param earned points
     * @param possible points
     */
    public record Line(String question, double earned, double possible) {}

    /**
     * The score of the rules of a worksheet.
     *
     * @param earned points
     * @param possible points
     * @param flags what was found
     */
    public record Audit(double earned, double possible, List<AuditFlag> flags) {
        /** Keeps an unmodifiable copy. */
        public Audit {
            flags = List.copyOf(flags);
        }
    }

    /**
     * Points of questions and rules together.
     *
     * @return the points
     */
    public double earned() {
        return questions.stream().mapToDouble(Line::earned).sum()
                + audit.map(Audit::earned).orElse(0.0);
    }

    /**
     * Most points of questions and rules together.
     *
     * @return the points
     */
    public double possible() {
        return questions.stream().mapToDouble(Line::possible).sum()
                + audit.map(Audit::possible).orElse(0.0);
    }
}
