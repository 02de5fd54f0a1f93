package org.openots.instructor.scenario;

/**
 * A version of a scenario; it never changes.
 *
 * @param document what it says
 * @param hash SHA-256 of that, lower-case hexadecimal
 * @param by account of who saved it
 * @param at when, epoch milliseconds
 */
public record ScenarioVersion(Scenario document, String hash, String by, long at) {}
