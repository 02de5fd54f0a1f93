package org.openots.hazop.scoring;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What became of one answer.
 *
 * @param outcome credit, zero or the examiner
 * @param score 0, 0.5 or 1; nothing while the examiner has it
 * @param matchedKeyIds items of the key that earned the credit
 * @param reason why
 * @param repairedText the text as it was read, typing mistakes repaired
 * @param confidence how sure the model of credit was of the best item, 0..1, rounded to three decimals
 */
public record Mark(
        Outcome outcome,
        OptionalDouble score,
        List<String> matchedKeyIds,
        Reason reason,
        String repairedText,
        double confidence) {
    /** Copies the list. */
    public Mark {
        matchedKeyIds = List.copyOf(matchedKeyIds);
    }

    /** The three things that can become of an answer. */
    public enum Outcome {
        /** Earns credit, whole or half. */
        CREDIT,
        /** Earns nothing, for a reason that is told. */
        ZERO,
        /** A person decides. */
        EXAMINER
    }
}
