package org.openots.distillation.field3d.state;

/**
 * Light and weather.
 *
 * @param night 0 day, 1 night
 * @param rain 0 dry, 1 heavy
 */
public record Weather(float night, float rain) {
    /** A clear day. */
    public static final Weather DAY = new Weather(0, 0);
}
