package org.openots.common.assessment;

/**
 * Which rubric a score was made by.
 *
 * @param id the task, for example {@code A-1}
 * @param version rises with every change
 * @param sha256 hash over the canonical bytes of the rubric, lower-case hexadecimal
 */
public record RubricRef(String id, int version, String sha256) {}
