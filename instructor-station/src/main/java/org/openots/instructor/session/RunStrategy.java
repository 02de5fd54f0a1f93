package org.openots.instructor.session;

/**
 * The strategy a run was started under.
 *
 * @param id the strategy
 * @param version of the strategy
 * @param sha256 hash of its content, lower-case hexadecimal
 */
public record RunStrategy(String id, int version, String sha256) {}
