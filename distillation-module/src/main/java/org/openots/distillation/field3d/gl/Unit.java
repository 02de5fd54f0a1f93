package org.openots.distillation.field3d.gl;

/** Texture units, in the order of their numbers; the names are those of the samplers in every shader. */
enum Unit {
    /** Depth from the sun. */
    SUN_SHADOW(0, "sunShadow"),
    /** How much of the sky is seen, in space. */
    SKY_VOLUME(1, "skyVolume"),
    /** Depth from under the lamps of a hall. */
    CEILING_SHADOW(2, "ceilingShadow"),
    /** Letters as distances from their outline. */
    GLYPHS(3, "glyphs"),
    /** A picture that is laid over another. */
    PICTURE(4, "picture");

    private final int number;
    private final String sampler;

    Unit(int number, String sampler) {
        this.number = number;
        this.sampler = sampler;
    }

    /** Number of the unit. */
    int number() {
        return number;
    }

    /** Name in the shaders. */
    String sampler() {
        return sampler;
    }
}
