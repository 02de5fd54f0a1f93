package org.openots.instructor.session;

/**
 * A tick of a run that somebody gave a name to, to come back to. The state is the run's own; nothing is stored twice.
 *
 * @param tick the tick
 * @param by account
 * @param name for people
 */
public record NamedSnapshot(long tick, String by, String name) {}
