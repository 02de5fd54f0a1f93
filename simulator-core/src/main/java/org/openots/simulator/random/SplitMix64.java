package org.openots.simulator.random;

import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.state.Stateful;

/**
 * The SplitMix64 generator of Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014,
 * written out so that no library version can change a run. Period 2^64; one long of state.
 */
public final class SplitMix64 implements Stateful {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    /** FNV-1a 64-bit offset basis and prime (Fowler, Noll, Vo), used to turn a name into a stream. */
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;

    private static final long FNV_PRIME = 0x100000001B3L;
    /** 2^-53: a double has 53 bits of mantissa. */
    private static final double UNIT = 0x1.0p-53;
    /** The sum of four uniforms on 0..1 has variance 4/12, so this factor gives variance 1. */
    private static final double NORMAL_SCALE = 1.7320508075688772;

    private static final double TWO_TO_16 = 65536.0;

    private long state;

    /**
     * Creates a generator.
     *
     * @param seed any number; equal seeds give equal sequences
     */
    public SplitMix64(long seed) {
        this.state = seed;
    }

    /**
     * Creates the generator of one named part of a run; parts do not disturb each other's sequences.
     *
     * @param seed the seed of the run
     * @param name the part, for example a tag
     */
    public SplitMix64(long seed, String name) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * FNV_PRIME;
        }
        this.state = mix(seed + GOLDEN_GAMMA) ^ hash;
    }

    /**
     * The next number.
     *
     * @return 64 random bits
     */
    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /**
     * The next uniform number.
     *
     * @return a number from 0 (included) to 1 (excluded)
     */
    public double nextUniform() {
        return (nextLong() >>> 11) * UNIT;
    }

    /**
     * The next number of a bell-shaped distribution with mean 0 and standard deviation 1: the sum of four 16-bit
     * uniforms. It needs no transcendental function and never leaves -3.47..3.47, as instrument noise should.
     *
     * @return the number
     */
    public double nextNormal() {
        long bits = nextLong();
        long sum = (bits & 0xFFFF) + ((bits >>> 16) & 0xFFFF) + ((bits >>> 32) & 0xFFFF) + (bits >>> 48);
        return ((sum + 2.0) / TWO_TO_16 - 2.0) * NORMAL_SCALE;
    }

    @Override
    public void save(StateWriter writer) {
        writer.writeLong(state);
    }

    @Override
    public void restore(StateReader reader) {
        state = reader.readLong();
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
