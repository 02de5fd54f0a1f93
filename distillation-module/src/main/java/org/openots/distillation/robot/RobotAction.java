package org.openots.distillation.robot;

/**
 * One operation a robot wants done.
 *
 * @param target what is operated, for example {@code HV-713}
 * @param verb what is done to it, for example {@code position}
 * @param value the number of the operation in engineering units, 0 when it has none
 * @param text the text of the operation, empty when it has none
 */
public record RobotAction(String target, String verb, double value, String text) {}
