package org.openots.common.state;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Collects the mutable state of a run in a fixed order, big-endian and without names. Equal states give equal bytes on
 * every machine, so the digest of the bytes identifies a state.
 */
public final class StateWriter {
    private static final int INITIAL_BYTES = 4096;

    private byte[] bytes = new byte[INITIAL_BYTES];
    private int size;

    /**
     * Writes a section mark; {@link StateReader#section} must meet the same mark at the same place.
     *
     * @param name name of the part that follows
     */
    public void section(String name) {
        writeString(name);
    }

    /**
     * Writes a number bit for bit. Every NaN becomes the canonical one, because processors differ in NaN payloads.
     *
     * @param value any double
     */
    public void writeDouble(double value) {
        writeLong(Double.doubleToLongBits(value));
    }

    /**
     * Writes all numbers of an array, without its length: the layout is fixed by the plant.
     *
     * @param values any doubles
     */
    public void writeDoubles(double[] values) {
        for (double value : values) {
            writeDouble(value);
        }
    }

    /**
     * Writes an integer.
     *
     * @param value any long
     */
    public void writeLong(long value) {
        reserve(Long.BYTES);
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    /**
     * Writes an integer.
     *
     * @param value any int
     */
    public void writeInt(int value) {
        reserve(Integer.BYTES);
        for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    /**
     * Writes a flag.
     *
     * @param value the flag
     */
    public void writeBoolean(boolean value) {
        reserve(1);
        bytes[size++] = (byte) (value ? 1 : 0);
    }

    /**
     * Writes a text as UTF-8 with its length.
     *
     * @param value any text
     */
    public void writeString(String value) {
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        writeInt(encoded.length);
        reserve(encoded.length);
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
    }

    /**
     * What was written so far.
     *
     * @return a copy of the bytes
     */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /**
     * The digest of what was written so far.
     *
     * @return SHA-256 in lower-case hexadecimal, 64 characters
     */
    public String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, size);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java runtime has SHA-256", missing);
        }
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
