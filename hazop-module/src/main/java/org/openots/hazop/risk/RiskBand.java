package org.openots.hazop.risk;

import org.openots.common.text.LocalText;

/**
 * A band of a risk matrix.
 *
 * @param id for example {@code low}
 * @param text its name
 * @param color as {@code #RRGGBB}
 * @param highestScore largest score in it; its smallest is one more than the band before
 */
public record RiskBand(String id, LocalText text, String color, int highestScore) {}
