package org.openots.common.signal;

import org.openots.common.text.LocalText;

/**
 * One observable quantity of a plant: an instrument reading, a controller's set point, a valve position, a trip latch.
 *
 * @param name unique name, for example {@code LIC-702}, {@code LIC-702.SP}, {@code HV-713}, {@code I-03.TRIP}
 * @param unit engineering unit as shown to people, empty for a plain number or flag
 * @param text what it is, in both languages
 */
public record Signal(String name, String unit, LocalText text) {}
