package org.openots.distillation.field3d.gl;

import java.util.Arrays;
import java.util.List;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.openots.distillation.field3d.state.Figure;
import org.openots.distillation.field3d.state.Frame;
import org.openots.distillation.field3d.state.Plume;

/**
 * What floats in the air, as many small pictures, sorted from far to near. Where each is follows from the time and its number
 * alone: no state, no allocation, the same frame gives the same picture.
 */
final class Particles {
    /** Pictures at most. */
    static final int MOST = 2000;

    /** Numbers of a picture: place, radius; way it is drawn along, age; kind, strength, seed, height of the floor. */
    static final int NUMBERS = 12;

    /** How a picture is drawn, as the shader numbers it. */
    static final int DROP = 0;

    static final int STEAM = 1;
    static final int GAS = 2;
    static final int FLAME = 3;
    static final int SMOKE = 4;
    static final int BUBBLE = 5;
    static final int RAIN = 6;
    static final int SHADE = 7;
    static final int EMBER = 8;

    /** A floor so far down that nothing ends at it, m. */
    private static final float NO_FLOOR = -1000;

    private static final float GRAVITY = 9.81f;
    private static final float TURN = (float) (2 * Math.PI);
    private static final Vector3fc WIND = new Vector3f(0.55f, 0, -0.25f);

    /** Half the edge of the box around the eye in which it rains, m. */
    private static final float RAIN_BOX = 7;

    private static final int RAINDROPS = 1100;

    private final float[] raw = new float[MOST * NUMBERS];
    private final float[] sorted = new float[MOST * NUMBERS];
    private final long[] keys = new long[MOST];
    private final SkyVolume sky;
    private final Vector3f aside = new Vector3f();
    private final Vector3f upward = new Vector3f();
    private int count;
    private float floor;

    Particles(SkyVolume sky) {
        this.sky = sky;
    }

    /** Places everything of a frame; returns the number of pictures, whose numbers are in {@link #numbers()}. */
    int fill(Frame frame) {
        count = 0;
        floor = NO_FLOOR;
        float seconds = (float) (frame.seconds() % 4096);
        for (Figure figure : frame.figures()) {
            put(figure.foot().x(), figure.foot().y() + 0.02f, figure.foot().z(), 0.46f);
            finish(0, 1, 0, 0, SHADE, 0.55f, 0);
        }
        float share = share(frame.plumes(), frame.weather().rain());
        for (int i = 0; i < frame.plumes().size(); i++) {
            Plume plume = frame.plumes().get(i);
            if (plume.size() > 0) {
                axes(plume.direction());
                floor = NO_FLOOR;
                add(plume, i * 7919, seconds, share);
            }
        }
        floor = NO_FLOOR;
        int drops = Math.round(RAINDROPS * clamp(frame.weather().rain()));
        for (int i = 0; i < drops; i++) {
            rain(frame, i, seconds);
        }
        sort(frame);
        return count;
    }

    private static float share(List<Plume> plumes, float rain) {
        float wanted = RAINDROPS * clamp(rain) + 32;
        for (Plume plume : plumes) {
            wanted += number(plume);
        }
        return Math.min(1, MOST / wanted);
    }

    private static int number(Plume plume) {
        float size = clamp(plume.size());
        return switch (plume.kind()) {
            case SPRAY -> Math.round(140 + 420 * size);
            case STEAM -> Math.round(60 + 120 * size);
            case GAS -> Math.round(24 + 50 * size);
            case FIRE -> Math.round(110 + 170 * size);
            case SMOKE -> Math.round(50 + 90 * size);
            case BUBBLES -> Math.round(10 + 26 * size);
        };
    }

    private void add(Plume plume, int seed, float seconds, float share) {
        int n = Math.round(number(plume) * share);
        float size = clamp(plume.size());
        for (int i = 0; i < n && count < MOST; i++) {
            int own = seed + i * 31;
            switch (plume.kind()) {
                case SPRAY -> spray(plume, size, own, seconds, i % 6 == 0);
                case STEAM -> steam(plume, size, own, seconds);
                case GAS -> gas(plume, size, own, seconds);
                case FIRE -> fire(plume, size, own, seconds, i % 9 == 0);
                case SMOKE -> smoke(plume, size, own, seconds);
                case BUBBLES -> bubble(plume, size, own, seconds);
                default -> throw new IllegalStateException("no picture of " + plume.kind());
            }
        }
    }

    private void spray(Plume plume, float size, int seed, float seconds, boolean mist) {
        float life = mist ? 1.1f : 0.75f + 0.3f * hash(seed, 1);
        float age = fract(seconds / life + hash(seed, 2));
        float t = age * life;
        float speed = (2.2f + 4.5f * size) * (0.7f + 0.6f * hash(seed, 3));
        float wide = 0.16f + 0.1f * size;
        float a = wide * gauss(seed, 4);
        float b = wide * gauss(seed, 6);
        Vector3fc d = plume.direction();
        float vx = speed * (d.x() + a * aside.x + b * upward.x);
        float vy = speed * (d.y() + a * aside.y + b * upward.y);
        float vz = speed * (d.z() + a * aside.z + b * upward.z);
        float slow = mist ? 0.55f : 1;
        float x = plume.from().x() + vx * t * slow;
        float y = plume.from().y() + vy * t * slow - GRAVITY / 2 * t * t * (mist ? 0.35f : 1);
        float z = plume.from().z() + vz * t * slow;
        if (mist) {
            put(x, y, z, 0.06f + (0.22f + 0.3f * size) * age);
            finish(0, 0, 0, age, STEAM, 0.34f * (1 - age) * fadeIn(age, 0.1f), hash(seed, 8));
        } else {
            put(x, y, z, 0.007f + 0.009f * hash(seed, 9));
            finish(
                    vx * 0.014f,
                    (vy - GRAVITY * t) * 0.014f,
                    vz * 0.014f,
                    age,
                    DROP,
                    0.75f * (1 - age * age),
                    hash(seed, 8));
        }
    }

    private void steam(Plume plume, float size, int seed, float seconds) {
        float life = 1.6f + 1.2f * hash(seed, 1);
        float age = fract(seconds / life + hash(seed, 2));
        float way = (0.9f + 2.6f * size) * (1 - (float) Math.exp(-2.4f * age)) / 0.91f;
        float wide = (0.05f + 0.34f * age) * (0.5f + size);
        Vector3fc d = plume.direction();
        float a = wide * gauss(seed, 4) * 0.5f;
        float b = wide * gauss(seed, 6) * 0.5f;
        float rise = 0.9f * age * age * (0.5f + size);
        put(
                plume.from().x() + d.x() * way + a * aside.x + b * upward.x + WIND.x() * age * age,
                plume.from().y() + d.y() * way + a * aside.y + b * upward.y + rise,
                plume.from().z() + d.z() * way + a * aside.z + b * upward.z + WIND.z() * age * age,
                (0.05f + 0.55f * age) * (0.35f + 0.75f * size) * (0.7f + 0.5f * hash(seed, 8)));
        finish(0, 0, 0, age, STEAM, 0.66f * fadeIn(age, 0.06f) * square(1 - age), hash(seed, 9));
    }

    private void gas(Plume plume, float size, int seed, float seconds) {
        float life = 3.2f + 1.5f * hash(seed, 1);
        float age = fract(seconds / life + hash(seed, 2));
        float way = (0.4f + 1.8f * size) * age;
        float wide = (0.1f + 0.8f * age) * (0.3f + size);
        Vector3fc d = plume.direction();
        put(
                plume.from().x() + d.x() * way + wide * gauss(seed, 4) * 0.5f + WIND.x() * age,
                plume.from().y() + d.y() * way * 0.6f + wide * 0.25f * gauss(seed, 5) - 0.15f * age,
                plume.from().z() + d.z() * way + wide * gauss(seed, 6) * 0.5f + WIND.z() * age,
                (0.16f + 0.9f * age) * (0.35f + 0.7f * size));
        finish(0, 0, 0, age, GAS, 0.17f * fadeIn(age, 0.2f) * (1 - age), hash(seed, 9));
    }

    private void fire(Plume plume, float size, int seed, float seconds, boolean ember) {
        floor = plume.from().y() - 0.04f;
        float base = 0.12f + 0.75f * size;
        float height = 0.6f + 2.7f * size;
        float life = (ember ? 1.5f : 0.62f) * (0.75f + 0.5f * hash(seed, 1));
        float age = fract(seconds / life + hash(seed, 2));
        float turn = TURN * hash(seed, 3);
        float radius = base * hash(seed, 4);
        float draw = radius * (1 - 0.65f * age);
        float sway = 0.16f * height * age * (float) Math.sin(5 * age + seconds * 3.1f + 6 * hash(seed, 6));
        float x = plume.from().x() + draw * (float) Math.cos(turn) + sway + WIND.x() * 0.35f * age;
        float z = plume.from().z() + draw * (float) Math.sin(turn) + 0.5f * sway + WIND.z() * 0.35f * age;
        float lean = 1 - 0.65f * radius / base;
        float y = plume.from().y() + height * lean * age * (0.75f + 0.5f * hash(seed, 5));
        if (ember) {
            put(
                    x + gauss(seed, 7) * 0.3f * age,
                    y * 1.05f + 0.5f * height * age,
                    z + gauss(seed, 8) * 0.3f * age,
                    0.012f);
            finish(0, 0.02f, 0, age, EMBER, 1 - age, hash(seed, 9));
        } else {
            put(x, y + 0.1f * size, z, (0.16f + 0.50f * size) * (1.05f - 0.75f * age) * (0.75f + 0.5f * hash(seed, 8)));
            finish(0, 0, 0, age, FLAME, fadeIn(age, 0.12f) * (1 - age * age), hash(seed, 9));
        }
    }

    private void smoke(Plume plume, float size, int seed, float seconds) {
        float life = 4.5f + 2 * hash(seed, 1);
        float age = fract(seconds / life + hash(seed, 2));
        float rise = (3 + 6 * size) * (1 - square(1 - age)) * 0.9f;
        float wide = (0.2f + 1.3f * age) * (0.3f + size);
        float drift = 2.6f * age * age;
        put(
                plume.from().x() + wide * gauss(seed, 4) * 0.4f + WIND.x() * drift,
                plume.from().y() + rise,
                plume.from().z() + wide * gauss(seed, 6) * 0.4f + WIND.z() * drift,
                (0.22f + 1.5f * age) * (0.4f + 0.8f * size) * (0.75f + 0.5f * hash(seed, 8)));
        finish(0, 0, 0, age, SMOKE, 0.5f * fadeIn(age, 0.12f) * (1 - age), hash(seed, 9));
    }

    private void bubble(Plume plume, float size, int seed, float seconds) {
        float life = 0.7f + 0.6f * hash(seed, 1);
        float age = fract(seconds / life + hash(seed, 2));
        float wide = 0.05f * (0.4f + size);
        put(
                plume.from().x() + wide * gauss(seed, 4) * 0.5f + 0.01f * (float) Math.sin(9 * age + seed),
                plume.from().y() + (0.1f + 0.25f * size) * age,
                plume.from().z() + wide * gauss(seed, 6) * 0.5f,
                0.005f + 0.010f * hash(seed, 8) * (0.5f + size));
        finish(0, 0, 0, age, BUBBLE, 0.8f * (1 - age * age), hash(seed, 9));
    }

    private void rain(Frame frame, int i, float seconds) {
        if (count >= MOST) {
            return;
        }
        Vector3fc eye = frame.camera().eye();
        float x = wrapped(hash(i, 1) * 2 * RAIN_BOX + 1.2f * seconds, eye.x());
        float y = wrapped(hash(i, 2) * 2 * RAIN_BOX - (8 + 2 * hash(i, 5)) * seconds, eye.y());
        float z = wrapped(hash(i, 3) * 2 * RAIN_BOX, eye.z());
        aside.set(x, y, z);
        if (y < 0 || sky.open(aside) < 0.5f) {
            return;
        }
        put(x, y, z, 0.006f);
        finish(0.035f, -0.30f, 0, 0, RAIN, 0.5f * frame.weather().rain(), hash(i, 4));
    }

    /** A place of an endless row of boxes, in the one around the eye. */
    private static float wrapped(float place, float eye) {
        float box = 2 * RAIN_BOX;
        float from = eye - RAIN_BOX;
        float x = (place - from) % box;
        return from + (x < 0 ? x + box : x);
    }

    private void axes(Vector3fc direction) {
        aside.set(Math.abs(direction.y()) > 0.9f ? 1 : 0, Math.abs(direction.y()) > 0.9f ? 0 : 1, 0)
                .cross(direction)
                .normalize();
        direction.cross(aside, upward);
    }

    private void put(float x, float y, float z, float radius) {
        int at = count * NUMBERS;
        raw[at] = x;
        raw[at + 1] = y;
        raw[at + 2] = z;
        raw[at + 3] = radius;
    }

    private void finish(float wayX, float wayY, float wayZ, float age, int kind, float strength, float seed) {
        int at = count * NUMBERS;
        raw[at + 4] = wayX;
        raw[at + 5] = wayY;
        raw[at + 6] = wayZ;
        raw[at + 7] = age;
        raw[at + 8] = kind;
        raw[at + 9] = strength;
        raw[at + 10] = seed;
        raw[at + 11] = floor;
        if (count < MOST - 1) {
            count++;
        }
    }

    private void sort(Frame frame) {
        Vector3fc eye = frame.camera().eye();
        for (int i = 0; i < count; i++) {
            float far = eye.distanceSquared(raw[i * NUMBERS], raw[i * NUMBERS + 1], raw[i * NUMBERS + 2]);
            boolean first = raw[i * NUMBERS + 8] == SHADE;
            // bits of a positive float grow with it: farthest first, shades before all
            keys[i] = ((long) (first ? 0 : Integer.MAX_VALUE - Float.floatToIntBits(far)) << 32) | i;
        }
        Arrays.sort(keys, 0, count);
        for (int i = 0; i < count; i++) {
            System.arraycopy(raw, (int) keys[i] * NUMBERS, sorted, i * NUMBERS, NUMBERS);
        }
    }

    /** Numbers of the pictures, from far to near. */
    float[] numbers() {
        return sorted;
    }

    private static float hash(int seed, int salt) {
        int x = seed * 0x9E3779B1 + salt * 0x85EBCA77;
        x = (x ^ (x >>> 16)) * 0x7FEB352D;
        x = (x ^ (x >>> 15)) * 0x846CA68B;
        x ^= x >>> 16;
        return (x >>> 8) / 16777216f;
    }

    /** About a bell curve of width 0.7, from three even numbers. */
    private static float gauss(int seed, int salt) {
        return (hash(seed, salt) + hash(seed, salt + 40) + hash(seed, salt + 80) - 1.5f) * 1.4f;
    }

    private static float fract(float x) {
        return x - (float) Math.floor(x);
    }

    private static float fadeIn(float age, float over) {
        return Math.min(1, age / over);
    }

    private static float square(float x) {
        return x * x;
    }

    private static float clamp(float x) {
        return Math.max(0, Math.min(1, x));
    }
}
