package org.openots.distillation.field3d.state;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the operator did beside turning valves, as far as the station does not tell it in its signals. Does not change; each change
 * makes a new one.
 *
 * @param worn ids of the protective equipment put on
 * @param findings by check point: id of the defect reported, empty for normal
 * @param locks by tag: what hangs on the device
 */
public record FieldWork(SortedSet<String> worn, SortedMap<String, String> findings, SortedMap<String, Lock> locks) {
    /** What hangs on a device. */
    public enum Lock {
        /** A tag that forbids to operate it. */
        TAG,
        /** A padlock. */
        LOCK,
        /** Both. */
        LOCK_AND_TAG
    }

    /** Nothing done yet. */
    public static final FieldWork NOTHING = new FieldWork(new TreeSet<>(), new TreeMap<>(), new TreeMap<>());

    /** Copies the collections. */
    public FieldWork {
        worn = Collections.unmodifiableSortedSet(new TreeSet<>(worn));
        findings = Collections.unmodifiableSortedMap(new TreeMap<>(findings));
        locks = Collections.unmodifiableSortedMap(new TreeMap<>(locks));
    }

    /**
     * Puts an item on, or takes it off.
     *
     * @param item id of the equipment
     * @return the work after it
     */
    public FieldWork dress(String item) {
        SortedSet<String> now = new TreeSet<>(worn);
        if (!now.remove(item)) {
            now.add(item);
        }
        return new FieldWork(now, findings, locks);
    }

    /**
     * Reports on a check point.
     *
     * @param point id of the check point
     * @param defect id of the defect, empty for normal
     * @return the work after it
     */
    public FieldWork report(String point, String defect) {
        SortedMap<String, String> now = new TreeMap<>(findings);
        now.put(point, defect);
        return new FieldWork(worn, now, locks);
    }

    /**
     * Hangs a lock or a tag on a device, or takes one off.
     *
     * @param tag the device
     * @param one a lock or a tag
     * @param on true to hang it
     * @return the work after it
     */
    public FieldWork hang(String tag, Lock one, boolean on) {
        Lock old = locks.get(tag);
        boolean lock = one == Lock.TAG ? has(old, Lock.LOCK) : on;
        boolean plate = one == Lock.LOCK ? has(old, Lock.TAG) : on;
        SortedMap<String, Lock> now = new TreeMap<>(locks);
        if (lock || plate) {
            now.put(tag, lock && plate ? Lock.LOCK_AND_TAG : lock ? Lock.LOCK : Lock.TAG);
        } else {
            now.remove(tag);
        }
        return new FieldWork(worn, findings, now);
    }

    private static boolean has(@Nullable Lock old, Lock one) {
        return old == one || old == Lock.LOCK_AND_TAG;
    }

    /**
     * Whether a device may be turned.
     *
     * @param tag the device
     * @return true if no padlock hangs on it
     */
    public boolean free(String tag) {
        return !has(locks.get(tag), Lock.LOCK);
    }

    /**
     * The text of the operation that tells the station what is worn.
     *
     * @return ids, parted by commas
     */
    public Operation wear() {
        return new Operation("PPE", "wear", 0, String.join(",", worn));
    }
}
