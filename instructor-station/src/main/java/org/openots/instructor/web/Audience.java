package org.openots.instructor.web;

import org.openots.common.signal.Signal;
import org.openots.instructor.people.Role;
import org.openots.simulator.engine.FieldSignals;

/** Whose eyes a frame is for; a student's frame is encoded apart, from what a student may know. */
enum Audience {
    /** Students, and all who watch without leading: nothing about faults, no hidden signal. */
    STUDENT,
    /** Instructors: everything. */
    INSTRUCTOR;

    /** Whether it may see a signal on a score sheet: hidden ones are for instructors. */
    boolean sees(String signal) {
        return this == INSTRUCTOR || !Signal.isHidden(signal);
    }

    /**
     * Whether it is told a signal of a run that goes on. Whether the right equipment is worn is in the score: under that name a
     * student is told whether any is worn.
     */
    boolean isTold(String signal) {
        return sees(signal) && (this == INSTRUCTOR || !signal.equals(FieldSignals.PPE));
    }

    static Audience of(Role role) {
        return role == Role.INSTRUCTOR ? INSTRUCTOR : STUDENT;
    }
}
