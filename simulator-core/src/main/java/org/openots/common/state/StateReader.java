package org.openots.common.state;

import java.nio.charset.StandardCharsets;
import org.openots.common.error.OtsException;

/** Reads back what a {@link StateWriter} wrote, in the same order. */
public final class StateReader {
    private final byte[] bytes;
    private int position;

    /**
     * Opens a saved state.
     *
     * @param bytes from {@link StateWriter#toByteArray}
     */
    public StateReader(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /**
     * Checks a section mark.
     *
     * @param name the mark expected here
     * @throws OtsException if another mark stands here, that is, the state belongs to another plant or version
     */
    public void section(String name) {
        int at = position;
        int length = readInt();
        if (length != name.getBytes(StandardCharsets.UTF_8).length
                || !readText(length).equals(name)) {
            throw new OtsException(StateError.STATE_MISMATCH, name, at);
        }
    }

    /**
     * Reads a number.
     *
     * @return the double
     * @throws OtsException if the state ends before
     */
    public double readDouble() {
        return Double.longBitsToDouble(readLong());
    }

    /**
     * Fills an array.
     *
     * @param values receives as many numbers as it has places
     * @throws OtsException if the state ends before
     */
    public void readDoubles(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = readDouble();
        }
    }

    /**
     * Reads an integer.
     *
     * @return the long
     * @throws OtsException if the state ends before
     */
    public long readLong() {
        need(Long.BYTES);
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = (value << Byte.SIZE) | (bytes[position++] & 0xFFL);
        }
        return value;
    }

    /**
     * Reads an integer.
     *
     * @return the int
     * @throws OtsException if the state ends before
     */
    public int readInt() {
        need(Integer.BYTES);
        int value = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            value = (value << Byte.SIZE) | (bytes[position++] & 0xFF);
        }
        return value;
    }

    /**
     * Reads a flag.
     *
     * @return the flag
     * @throws OtsException if the state ends before
     */
    public boolean readBoolean() {
        need(1);
        return bytes[position++] != 0;
    }

    /**
     * Reads a text.
     *
     * @return the text
     * @throws OtsException if the state ends before
     */
    public String readString() {
        return readText(readInt());
    }

    /**
     * Checks that nothing is left.
     *
     * @throws OtsException if bytes are left, that is, the state belongs to another plant or version
     */
    public void end() {
        if (position != bytes.length) {
            throw new OtsException(StateError.STATE_TOO_LONG, bytes.length - position);
        }
    }

    private String readText(int length) {
        need(length);
        String text = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
        return text;
    }

    private void need(int count) {
        if (count < 0 || bytes.length - position < count) {
            throw new OtsException(StateError.STATE_TOO_SHORT, bytes.length, position);
        }
    }
}
