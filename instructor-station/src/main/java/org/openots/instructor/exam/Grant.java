package org.openots.instructor.exam;

import java.util.Locale;

/**
 * Time given back to a candidate, or asked for.
 *
 * @param id number in the exam, from 1
 * @param kind why
 * @param millis how much, ms
 * @param reason in words; for people
 * @param by account of who asked, or {@code station}
 * @param state what came of it
 * @param decidedBy account of who decided, or {@code station}; empty while nobody did
 */
public record Grant(int id, Kind kind, long millis, String reason, String by, State state, String decidedBy) {
    /** Why time is given. */
    public enum Kind {
        /** The candidate's machine was not connected. */
        OUTAGE,
        /** A person says so: a fault of the paper, an approved longer time. */
        EXTENSION
    }

    /** What came of it. */
    public enum State {
        /** Nobody has decided yet. */
        PENDING,
        /** The candidate has the time. */
        GIVEN,
        /** The candidate does not get it. */
        REFUSED
    }

    /** The same, decided. */
    Grant decided(boolean given, String who) {
        return new Grant(id, kind, millis, reason, by, given ? State.GIVEN : State.REFUSED, who);
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
