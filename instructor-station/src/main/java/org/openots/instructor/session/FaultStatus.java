package org.openots.instructor.session;

/**
 * A fault as the instructor sees it.
 *
 * @param order the order that armed it
 * @param state {@code armed}, {@code active} or {@code over}
 * @param strength present severity, 0..1
 */
public record FaultStatus(FaultOrder order, String state, double strength) {}
