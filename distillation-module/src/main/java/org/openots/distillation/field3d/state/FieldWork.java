package org.openots.distillation.field3d.state;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the operator put on, which the station does not tell in its signals. Does not change; each change makes a new one.
 *
 * @param worn ids of the protective equipment put on
 */
public record FieldWork(SortedSet<String> worn) {
    /** Nothing done yet. */
    public static final FieldWork NOTHING = new FieldWork(new TreeSet<>());

    /** Copies the collection. */
    public FieldWork {
        worn = Collections.unmodifiableSortedSet(new TreeSet<>(worn));
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
        return new FieldWork(now);
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
