package org.openots.instructor.exam;

import java.util.List;
import java.util.Optional;

/**
 * An exam at one moment. Immutable; holds secrets.
 *
 * @param plan what is fixed
 * @param phase where it stands
 * @param clockMillis exam clock, ms since the beginning; stands while the station does
 * @param stopped whether the whole room is stopped
 * @param startedAt when it began, epoch milliseconds; 0 before
 * @param candidates in the order of the seats
 * @param incidents what was written down, oldest first
 * @param outageMillis time the station was not there, ms; no part of the clock
 * @param results what was confirmed; nothing before
 */
public record ExamView(
        ExamPlan plan,
        ExamPhase phase,
        long clockMillis,
        boolean stopped,
        long startedAt,
        List<CandidateView> candidates,
        List<Incident> incidents,
        long outageMillis,
        Optional<String> results) {
    /** Keeps unmodifiable copies. */
    public ExamView {
        candidates = List.copyOf(candidates);
        incidents = List.copyOf(incidents);
    }

    /** The same a little later, when nothing has happened. */
    ExamView later(long millis) {
        return new ExamView(
                plan,
                phase,
                clockMillis + Math.max(0, millis),
                stopped,
                startedAt,
                candidates.stream().map(one -> one.later(Math.max(0, millis))).toList(),
                incidents,
                outageMillis,
                results);
    }

    /**
     * A candidate.
     *
     * @param account who
     * @return the candidate, or nothing
     */
    public Optional<CandidateView> candidate(String account) {
        return candidates.stream().filter(one -> one.account().equals(account)).findFirst();
    }
}
