package org.openots.distillation.field3d.scene.mesh;

import java.util.List;
import org.openots.distillation.field3d.scene.Pattern;

/**
 * Colour and surface of a vertex, packed as a mesh wants them.
 *
 * @param colour 0xRRGGBBAA, sRGB
 * @param surface 0xRRMMEEPP: roughness, metalness, emission, ordinal of the pattern
 */
public record Paint(int colour, int surface) {
    /** In the order of the shader. */
    private static final List<Pattern> PATTERNS = List.of(Pattern.values());

    /** The thickest of thin bars, m: the shader's. */
    private static final double THICKEST = 0.1;

    /**
     * A plain surface.
     *
     * @param rgb 0xRRGGBB
     * @param roughness 0 mirror to 1 dull
     * @param metalness 0 paint to 1 bare metal
     * @return the paint
     */
    public static Paint of(int rgb, double roughness, double metalness) {
        return new Paint(rgb << 8 | 0xFF, share(roughness) << 24 | share(metalness) << 16);
    }

    /**
     * The same with a pattern.
     *
     * @param pattern drawn by the shader
     * @return a paint
     */
    public Paint with(Pattern pattern) {
        return new Paint(colour, (surface & 0xFFFFFF00) | PATTERNS.indexOf(pattern));
    }

    /**
     * The same, shining.
     *
     * @param emission 0 to 1
     * @return a paint
     */
    public Paint shining(double emission) {
        return new Paint(colour, (surface & 0xFFFF00FF) | (share(emission) << 8));
    }

    /**
     * The same, seen through.
     *
     * @param alpha 0 clear to 1 solid
     * @return a paint
     */
    public Paint clear(double alpha) {
        return new Paint((colour & 0xFFFFFF00) | share(alpha), surface);
    }

    /**
     * The same, of a thin round bar: whoever is far away sees it clearer instead of thinner than a pixel.
     *
     * @param radius of the bar, at most {@value #THICKEST} m
     * @return a paint
     */
    public Paint thin(double radius) {
        return shining(radius / THICKEST).with(Pattern.THIN);
    }

    private static int share(double value) {
        return (int) Math.round(255 * Math.max(0, Math.min(1, value)));
    }
}
