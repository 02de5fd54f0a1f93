package org.openots.hazop.scoring;

import java.util.List;
import java.util.Optional;
import org.openots.hazop.scoring.AnswerKey.Prepared;
import org.openots.hazop.scoring.AnswerKey.Row;
import org.openots.hazop.scoring.PairFeatures.Candidate;
import org.openots.hazop.study.Column;

/**
 * The same text, word for word, that the key has or that people have judged before. What was judged both ways is no
 * precedent.
 *
 * @param kind what it was judged to be
 * @param item the item it was accepted for, or resembles
 */
record Precedent(Kind kind, Optional<Candidate> item) {
    /** What people said of the text. */
    enum Kind {
        /** Says an item of the key. */
        ACCEPTED,
        /** Earns nothing. */
        REJECTED,
        /** Sound, and not in the key. */
        OUTSIDE
    }

    /**
     * Looks a text up.
     *
     * @param answer the text
     * @param row the row it answers
     * @param column the column it stands in
     * @param candidates the row's items
     * @return the precedent, if there is one and no other against it
     */
    static Optional<Precedent> of(Prepared answer, Row row, Column column, List<Candidate> candidates) {
        String text = answer.meaning().text();
        List<Candidate> own = candidates.stream()
                .filter(candidate -> candidate.column() == column)
                .toList();
        Optional<Candidate> said = own.stream()
                .filter(candidate -> has(candidate.item().wordings(), text))
                .findFirst();
        if (said.isPresent()) {
            return Optional.of(new Precedent(Kind.ACCEPTED, said));
        }
        List<Candidate> accepted = own.stream()
                .filter(candidate -> has(candidate.item().accepted(), text))
                .toList();
        List<Candidate> rejected = own.stream()
                .filter(candidate -> has(candidate.item().rejected(), text))
                .toList();
        boolean outside = has(row.outside().getOrDefault(column, List.of()), text);
        if (accepted.size() == 1 && rejected.isEmpty() && !outside) {
            return Optional.of(new Precedent(Kind.ACCEPTED, Optional.of(accepted.get(0))));
        }
        if (accepted.isEmpty() && !rejected.isEmpty() && !outside) {
            return Optional.of(new Precedent(Kind.REJECTED, Optional.of(rejected.get(0))));
        }
        return accepted.isEmpty() && rejected.isEmpty() && outside
                ? Optional.of(new Precedent(Kind.OUTSIDE, Optional.empty()))
                : Optional.empty();
    }

    private static boolean has(List<Prepared> texts, String text) {
        return texts.stream().anyMatch(known -> known.meaning().text().equals(text));
    }
}
