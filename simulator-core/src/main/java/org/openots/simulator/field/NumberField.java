package org.openots.simulator.field;

import org.openots.common.text.LocalText;

/**
 * A number that an operator types.
 *
 * @param id its short name
 * @param text what it is
 * @param unit engineering unit
 * @param low lowest value accepted, in the unit
 * @param high highest value accepted, in the unit
 */
public record NumberField(String id, LocalText text, String unit, double low, double high) {}
