package org.openots.instructor.web;

import org.openots.instructor.people.Role;

/** Whose eyes a frame is for; a student's frame is encoded apart, from what a student may know. */
enum Audience {
    /** Students, and all who watch without leading: nothing about faults. */
    STUDENT,
    /** Instructors: everything. */
    INSTRUCTOR;

    static Audience of(Role role) {
        return role == Role.INSTRUCTOR ? INSTRUCTOR : STUDENT;
    }
}
