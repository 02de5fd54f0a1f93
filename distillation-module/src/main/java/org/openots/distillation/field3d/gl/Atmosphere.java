package org.openots.distillation.field3d.gl;

import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.openots.distillation.field3d.state.Weather;

/** Light of the hour and the weather, as radiance that the tone curve was set for by eye: white paper in the sun is about 1. */
final class Atmosphere {
    /** To the sun of an afternoon in spring, and to the moon: south-west, 43 degrees up. */
    private static final Vector3fc TO_SUN = new Vector3f(-0.52f, 0.70f, 0.49f).normalize();

    private static final Vector3fc SUN = new Vector3f(2.75f, 2.50f, 2.14f);
    private static final Vector3fc MOON = new Vector3f(0.050f, 0.062f, 0.085f);
    private static final Vector3fc RAIN_SUN = new Vector3f(0.22f, 0.24f, 0.26f);
    private static final Vector3fc ZENITH = new Vector3f(0.150f, 0.330f, 0.700f);
    private static final Vector3fc RAIN_ZENITH = new Vector3f(0.30f, 0.34f, 0.40f);
    private static final Vector3fc NIGHT_ZENITH = new Vector3f(0.0050f, 0.0085f, 0.0190f);
    private static final Vector3fc HORIZON = new Vector3f(0.90f, 1.02f, 1.14f);
    private static final Vector3fc RAIN_HORIZON = new Vector3f(0.62f, 0.67f, 0.73f);
    private static final Vector3fc NIGHT_HORIZON = new Vector3f(0.026f, 0.031f, 0.045f);
    private static final Vector3fc GROUND = new Vector3f(0.56f, 0.53f, 0.48f);
    private static final Vector3fc RAIN_GROUND = new Vector3f(0.20f, 0.21f, 0.22f);
    private static final Vector3fc NIGHT_GROUND = new Vector3f(0.014f, 0.014f, 0.016f);

    /** Exposure under a roof, where lamps give the same light day and night. */
    private static final float UNDER_ROOF = 1;

    private final Vector3f light = new Vector3f();
    private final Vector3f zenith = new Vector3f();
    private final Vector3f horizon = new Vector3f();
    private final Vector3f ground = new Vector3f();

    static Vector3fc toSun() {
        return TO_SUN;
    }

    /** Puts the light of a picture into the block; open is the share of the sky seen from the eye. */
    void put(FrameBlock block, Weather weather, float texel, float open) {
        float night = clamp(weather.night());
        float rain = clamp(weather.rain());
        mix(light, SUN, RAIN_SUN, MOON, rain, night);
        mix(zenith, ZENITH, RAIN_ZENITH, NIGHT_ZENITH, rain, night);
        mix(horizon, HORIZON, RAIN_HORIZON, NIGHT_HORIZON, rain, night);
        mix(ground, GROUND, RAIN_GROUND, NIGHT_GROUND, rain, night);
        block.set(FrameBlock.Member.SUN, TO_SUN, texel);
        block.set(FrameBlock.Member.SUN_LIGHT, light, night);
        block.set(FrameBlock.Member.ZENITH, zenith, rain);
        block.set(FrameBlock.Member.HORIZON, horizon, 0.0011f + 0.0026f * rain);
        block.set(FrameBlock.Member.GROUND, ground, exposure(night, rain, open));
    }

    /** The eye gets used to the dark: at night, in the rain, under a roof. */
    static float exposure(float night, float rain, float open) {
        float share = clamp((open - 0.05f) / 0.45f);
        float outside = 0.57f + 0.30f * rain + 0.75f * night;
        return UNDER_ROOF + share * (outside - UNDER_ROOF);
    }

    private static void mix(Vector3f to, Vector3fc clear, Vector3fc rainy, Vector3fc dark, float rain, float night) {
        clear.lerp(rainy, rain, to).lerp(dark, night);
    }

    private static float clamp(float x) {
        return Math.max(0, Math.min(1, x));
    }
}
