package org.openots.distillation.field3d.gl;

/**
 * How much a picture may cost.
 *
 * @param shadow edge of the sun's shadow map, px
 * @param samples a pixel, 1 for none
 * @param filter of the shadow: 0 one tap, 1 four taps, 2 nine taps
 * @param noise whether surfaces have grain and stains
 * @param scale px drawn a px of the window
 * @param sky directions from which the openness of the sky is measured
 */
public record Preset(Level level, int shadow, int samples, int filter, boolean noise, float scale, int sky) {
    /** Its name. */
    public enum Level {
        /** For cards of 2010. */
        LOW,
        /** For cards of 2014. */
        MEDIUM,
        /** For what came after. */
        HIGH
    }

    /** Small shadow map, two samples, three quarters of the pixels. */
    public static final Preset LOW = new Preset(Level.LOW, 2048, 2, 0, false, 0.75f, 12);

    /** Four samples, soft shadows. */
    public static final Preset MEDIUM = new Preset(Level.MEDIUM, 2048, 4, 1, true, 1, 20);

    /** Four samples, large and soft shadows. */
    public static final Preset HIGH = new Preset(Level.HIGH, 4096, 4, 2, true, 1, 32);

    /**
     * The preset of a level.
     *
     * @param level its name
     * @return the preset
     */
    public static Preset of(Level level) {
        return switch (level) {
            case LOW -> LOW;
            case MEDIUM -> MEDIUM;
            case HIGH -> HIGH;
        };
    }
}
