package org.openots.instructor.web;

import org.openots.common.signal.Signal;
import org.openots.instructor.people.Role;

/** Whose eyes a frame is for; a student's frame is encoded apart, from what a student may know. */
enum Audience {
    /** Students, and all who watch without leading: nothing about faults, no hidden signal. */
    STUDENT,
    /** Instructors: everything. */
    INSTRUCTOR;

    /** Whether it may see a signal: hidden ones are for instructors. */
    boolean sees(String signal) {
        return this == INSTRUCTOR || !Signal.isHidden(signal);
    }

    static Audience of(Role role) {
        return role == Role.INSTRUCTOR ? INSTRUCTOR : STUDENT;
    }
}
