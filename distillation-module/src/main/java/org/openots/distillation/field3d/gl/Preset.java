package org.openots.distillation.field3d.gl;

import org.openots.distillation.field3d.state.Quality;

/**
 * What a quality means for the renderer.
 *
 * @param level its name
 * @param shadow edge of the sun's shadow map, px
 * @param samples a pixel, 1 for none
 * @param filter of the shadow: 0 one tap, 1 four taps, 2 nine taps
 * @param noise whether surfaces have grain and stains
 * @param scale px drawn a px of the window
 * @param sky directions from which the openness of the sky is measured
 */
public record Preset(Quality level, int shadow, int samples, int filter, boolean noise, float scale, int sky) {
    /** Small shadow map, two samples, three quarters of the pixels. */
    public static final Preset LOW = new Preset(Quality.LOW, 2048, 2, 0, false, 0.75f, 12);

    /** Four samples, soft shadows. */
    public static final Preset MEDIUM = new Preset(Quality.MEDIUM, 2048, 4, 1, true, 1, 20);

    /** Four samples, large and soft shadows. */
    public static final Preset HIGH = new Preset(Quality.HIGH, 4096, 4, 2, true, 1, 32);

    /**
     * The preset of a level.
     *
     * @param level its name
     * @return the preset
     */
    public static Preset of(Quality level) {
        return switch (level) {
            case LOW -> LOW;
            case MEDIUM -> MEDIUM;
            case HIGH -> HIGH;
        };
    }
}
