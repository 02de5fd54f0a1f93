package org.openots.distillation.field3d.gl;

import java.util.List;
import org.joml.Vector3fc;
import org.openots.distillation.field3d.scene.Lamp;
import org.openots.distillation.field3d.state.Frame;
import org.openots.distillation.field3d.state.Plume;

/** Which lamps and fires light a picture: fires first, then the lamps nearest to the eye. No allocation a picture. */
final class Lights {
    /** Share of the sky below which a lamp hangs under a roof and burns by day too. */
    private static final float ROOFED = 0.2f;

    /** Light in a hall, of a clear day's 2.75 outside: set by eye for the exposure of {@link Atmosphere}. */
    private static final double HALL = 0.88;

    /** Light of one lamp at most. */
    private static final double MOST = 3;

    /** Below the lamps, where {@link #HALL} is meant, m. */
    private static final float BELOW = 4;

    private final Lamp[] lamps;
    private final boolean[] roofed;
    private final int[] order;
    private final float[] far;
    private final float power;

    Lights(List<Lamp> lamps, SkyVolume sky) {
        this.lamps = lamps.toArray(new Lamp[0]);
        roofed = new boolean[this.lamps.length];
        for (int i = 0; i < roofed.length; i++) {
            roofed[i] = sky.openAround(this.lamps[i].at()) < ROOFED;
        }
        order = new int[roofed.length];
        far = new float[roofed.length];
        power = power();
    }

    /**
     * Light of a lamp under a roof: however many there are and however high they hang, a hall gets {@link #HALL} at the height of
     * people's eyes.
     */
    private float power() {
        double sum = 0;
        int number = 0;
        for (int i = 0; i < lamps.length; i++) {
            if (roofed[i]) {
                number++;
                for (int k = 0; k < lamps.length; k++) {
                    sum += roofed[k] ? fall(lamps[k], lamps[i].at()) : 0;
                }
            }
        }
        return number == 0 ? 0 : (float) Math.min(MOST, HALL * number / sum);
    }

    /** Share of a lamp's light {@link #BELOW} under a place, as the shader reckons it. */
    private static double fall(Lamp lamp, Vector3fc place) {
        double far = lamp.at().distanceSquared(place.x(), place.y() - BELOW, place.z());
        double reach = (double) lamp.reach() * lamp.reach();
        double edge = Math.max(0, 1 - far * far / (reach * reach));
        return edge * edge / (1 + 0.035 * far);
    }

    /** Height of the lowest lamp under a roof, m; not a number if there is none. */
    float ceiling() {
        float lowest = Float.NaN;
        for (int i = 0; i < lamps.length; i++) {
            if (roofed[i] && !(lamps[i].at().y() >= lowest)) {
                lowest = lamps[i].at().y();
            }
        }
        return lowest;
    }

    /** Puts the lights of a picture into the block and tells their number. */
    int put(FrameBlock block, Frame frame) {
        int n = 0;
        for (Plume plume : frame.plumes()) {
            if (plume.kind() == Plume.Kind.FIRE && n < FrameBlock.MAX_LAMPS / 4 && plume.size() > 0) {
                putFire(block, n++, plume, (float) frame.seconds());
            }
        }
        sort(frame.camera().eye());
        float night = frame.weather().night();
        for (int i = 0; i < order.length && n < FrameBlock.MAX_LAMPS; i++) {
            int lamp = order[i];
            float strength =
                    roofed[lamp] ? 1 : Math.max(night, 0.7f * (frame.weather().rain() - 0.8f) * 5);
            if (strength > 0.01f) {
                put(block, n++, lamps[lamp], strength, roofed[lamp]);
            }
        }
        return n;
    }

    private static void putFire(FrameBlock block, int at, Plume fire, float seconds) {
        // three waves that never meet again: a flicker without a repeat that is seen
        float flicker = (float) (0.82
                + 0.10 * Math.sin(seconds * 11.3)
                + 0.08 * Math.sin(seconds * 17.9 + 1)
                + 0.06 * Math.sin(seconds * 29.1 + 2));
        Vector3fc from = fire.from();
        float size = fire.size();
        block.set(FrameBlock.Member.LAMP_PLACE, at, from.x(), from.y() + 0.4f + 1.2f * size, from.z(), 5 + 12 * size);
        float power = (1.5f + 5.5f * size) * flicker;
        block.set(FrameBlock.Member.LAMP_LIGHT, at, power, 0.36f * power, 0.08f * power, 0);
    }

    private void put(FrameBlock block, int at, Lamp lamp, float strength, boolean roofed) {
        Vector3fc place = lamp.at();
        block.set(FrameBlock.Member.LAMP_PLACE, at, place.x(), place.y(), place.z(), lamp.reach());
        float light = (roofed ? power : 0.9f) * strength;
        block.set(
                FrameBlock.Member.LAMP_LIGHT,
                at,
                light * linear(lamp.colour() >>> 24),
                light * linear((lamp.colour() >>> 16) & 255),
                light * linear((lamp.colour() >>> 8) & 255),
                roofed ? 1 : 0);
    }

    static float linear(int byteOfColour) {
        return (float) Math.pow(byteOfColour / 255.0, 2.2);
    }

    private void sort(Vector3fc eye) {
        for (int i = 0; i < order.length; i++) {
            float distance = lamps[i].at().distanceSquared(eye);
            int j = i;
            while (j > 0 && far[j - 1] > distance) {
                far[j] = far[j - 1];
                order[j] = order[j - 1];
                j--;
            }
            far[j] = distance;
            order[j] = i;
        }
    }
}
