package org.openots.instructor.session;

/**
 * Something wrong with a thing in the plant that an inspection finds.
 *
 * @param point tag of the thing or of its check point
 * @param defect what is wrong, a word of the plant pack
 */
public record FieldDefect(String point, String defect) {}
