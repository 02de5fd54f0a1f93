package org.openots.dcs.sparkplug;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A metric of a message of Sparkplug (specification 3.0.0, chapter 6).
 *
 * @param name its name; empty in data messages that use aliases
 * @param alias number that stands for the name
 * @param timestamp when it was measured, UTC in ms
 * @param datatype number of its type, 0 when the message does not say
 * @param historical whether it is no live value
 * @param nothing whether there is no value
 * @param value what is written
 * @param quality number of the property {@code Quality}
 */
record Metric(
        Optional<String> name,
        OptionalLong alias,
        OptionalLong timestamp,
        int datatype,
        boolean historical,
        boolean nothing,
        Value value,
        OptionalLong quality) {
    /** Numbers of the types that are written as whole numbers (specification, chapter 6, "Data types"). */
    private static final int INT_8 = 1;

    private static final int INT_16 = 2;
    private static final int INT_32 = 3;
    private static final int INT_64 = 4;
    private static final int UINT_8 = 5;
    private static final int UINT_16 = 6;
    private static final int UINT_32 = 7;
    private static final int UINT_64 = 8;

    private static final long BYTE = 0xFF;
    private static final long WORD = 0xFFFF;
    private static final long INT = 0xFFFFFFFFL;
    private static final double TWO_TO_64 = 0x1p64;

    /** What is written for a value. */
    sealed interface Value {
        /** A whole number, of which only the type tells how it is meant. */
        record Bits(long bits) implements Value {}

        /** A number with point. */
        record Real(double number) implements Value {}

        /** A truth value. */
        record Truth(boolean truth) implements Value {}

        /** A text, bytes, a table, or nothing. */
        record Other() implements Value {}
    }

    /**
     * The value as a number.
     *
     * @param type number of the type, from the birth
     * @return the number, 1 and 0 for true and false, NaN when it is none
     */
    double number(int type) {
        if (nothing) {
            return Double.NaN;
        }
        if (value instanceof Value.Bits whole) {
            return whole(whole.bits(), type);
        }
        if (value instanceof Value.Truth truth) {
            return truth.truth() ? 1 : 0;
        }
        return value instanceof Value.Real real ? real.number() : Double.NaN;
    }

    /** Negative numbers are written as two's complement of their width. */
    private static double whole(long bits, int type) {
        return switch (type) {
            case INT_8 -> (byte) bits;
            case INT_16 -> (short) bits;
            case INT_32 -> (int) bits;
            case INT_64 -> bits;
            case UINT_8 -> bits & BYTE;
            case UINT_16 -> bits & WORD;
            case UINT_32 -> bits & INT;
            case UINT_64 -> bits < 0 ? bits + TWO_TO_64 : bits;
            default -> Double.NaN;
        };
    }
}
