package org.openots.dcs.payload;

import java.util.OptionalLong;
import org.openots.common.signal.Quality;

/**
 * One value as a gateway wrote it, before the map gives it a tag and a unit.
 *
 * @param name its name in the message; in the dialect {@code pointer} the JSON pointer
 * @param value a number, 0 and 1 for a switch, NaN when the gateway gave none
 * @param quality what the gateway says of it; bad when the value is no number
 * @param time when it was measured by the gateway's clock, UTC in ms; empty when the message does not say
 * @param historical whether it was sent later than it was due, and is no live value
 */
public record Item(String name, double value, Quality quality, OptionalLong time, boolean historical) {}
