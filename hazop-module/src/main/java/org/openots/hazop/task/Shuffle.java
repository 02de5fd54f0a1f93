package org.openots.hazop.task;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * An order that follows from a seed and the names of things alone: the same on every machine, and the same for what
 * stays when something is added.
 *
 * @param seed of the attempt
 */
public record Shuffle(long seed) {
    /** Constants of SplitMix64 (Steele, Lea, Flood 2014). */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private static final long FIRST = 0xBF58476D1CE4E5B9L;
    private static final long SECOND = 0x94D049BB133111EBL;

    /**
     * Orders things.
     *
     * @param <T> what they are
     * @param salt names the list, so that two lists of the same things differ
     * @param things the things
     * @param name tells them apart
     * @return all of them in the order of the seed
     */
    public <T> List<T> of(String salt, List<T> things, Function<T, String> name) {
        List<T> ordered = new ArrayList<>(things);
        ordered.sort(Comparator.<T>comparingLong(thing -> key(salt, name.apply(thing)))
                .thenComparing(name));
        return List.copyOf(ordered);
    }

    private long key(String salt, String name) {
        long hash = seed;
        String text = salt + '/' + name;
        for (int i = 0; i < text.length(); i++) {
            hash = mix(hash + text.charAt(i));
        }
        return hash;
    }

    private static long mix(long value) {
        long z = value + GOLDEN;
        z = (z ^ (z >>> 30)) * FIRST;
        z = (z ^ (z >>> 27)) * SECOND;
        return z ^ (z >>> 31);
    }
}
