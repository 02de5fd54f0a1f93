package org.openots.instructor.exam;

import java.util.List;

/**
 * A wish to hold an exam.
 *
 * @param strategy id of a sealed exam strategy
 * @param version of it
 * @param room where
 * @param plannedStart when, epoch milliseconds
 * @param seats who sits where
 */
public record ExamOrder(String strategy, int version, String room, long plannedStart, List<Place> seats) {
    /** Keeps an unmodifiable copy. */
    public ExamOrder {
        seats = List.copyOf(seats);
    }

    /**
     * A candidate and his place.
     *
     * @param seat name of the place
     * @param account the candidate
     */
    public record Place(String seat, String account) {}
}
