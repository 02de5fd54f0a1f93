package org.openots.instructor.session;

/**
 * Where somebody stood at a tick.
 *
 * @param tick of the run
 * @param by account
 * @param pose where
 */
public record Walk(long tick, String by, FieldPose pose) {}
