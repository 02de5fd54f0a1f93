package org.openots.instructor.exam;

import java.util.List;
import org.openots.instructor.strategy.Strategy;

/**
 * What is fixed about an exam when it is planned. Holds the secret its papers are drawn from.
 *
 * @param id the exam
 * @param strategy the sealed strategy, as it was
 * @param hash of the strategy's content, lower-case hexadecimal
 * @param room where it is held
 * @param plannedStart when it is to begin, epoch milliseconds
 * @param seats who sits where, in the order of the seats
 * @param seed secret until the results are confirmed, lower-case hexadecimal
 */
public record ExamPlan(
        String id, Strategy strategy, String hash, String room, long plannedStart, List<Seat> seats, String seed) {
    /** Keeps an unmodifiable copy. */
    public ExamPlan {
        seats = List.copyOf(seats);
    }

    /**
     * A candidate and his place.
     *
     * @param seat name of the place
     * @param account the candidate
     * @param name the candidate's name when the exam was planned
     */
    public record Seat(String seat, String account, String name) {}

    /**
     * What is shown of the secret from the beginning: who is told the secret later can see that it is the same.
     *
     * @return SHA-256 of the seed, lower-case hexadecimal
     */
    public String commitment() {
        return Digests.sha256(Digests.bytes(seed));
    }
}
