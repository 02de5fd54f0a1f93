package org.openots.simulator.field;

/**
 * A defect that somebody who stands at a check point can see. Secret for everybody who does not stand there.
 *
 * @param point id of the check point, for example {@code CP-07}
 * @param defect what is wrong there
 */
public record VisibleDefect(String point, InspectionDefect defect) {}
