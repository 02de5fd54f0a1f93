package org.openots.distillation.field3d.state;

import org.openots.simulator.field.LockoutPoint;

/**
 * What hangs on a device, as the station tells it.
 *
 * @param tag whether a tag forbids to operate it
 * @param lock whether a padlock keeps it where it is
 */
public record Hung(boolean tag, boolean lock) {
    /** Beginning of the signals that parts of a scene follow, 1 while a tag hangs on the device named after it. */
    public static final String TAG = "HUNG.TAG.";

    /** The same for a padlock. */
    public static final String LOCK = "HUNG.LOCK.";

    /**
     * What hangs on a device now.
     *
     * @param values of the signals
     * @param device its tag
     * @return nothing for a device that cannot be locked, and before the station told it
     */
    public static Hung on(Values values, String device) {
        double value = values.value(LockoutPoint.LOTO + device);
        int bits = Double.isNaN(value) ? 0 : (int) value;
        return new Hung((bits & 1) != 0, (bits & 2) != 0);
    }

    /**
     * What a part of a scene follows.
     *
     * @param values of the signals as the station tells them
     * @param signal that begins with {@link #TAG} or {@link #LOCK}
     * @return 1 while it hangs there, else 0
     */
    static double shown(Values values, String signal) {
        boolean there = signal.startsWith(TAG)
                ? on(values, signal.substring(TAG.length())).tag()
                : on(values, signal.substring(LOCK.length())).lock();
        return there ? 1 : 0;
    }

    /**
     * Whether anything hangs there.
     *
     * @return true for a lock or a tag
     */
    public boolean any() {
        return tag || lock;
    }
}
