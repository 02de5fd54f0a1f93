package org.openots.instructor.exam;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Random numbers that follow from a secret seed and a public label, so that anybody can repeat a draw once the seed is told:
 * block n is HMAC-SHA-256 (RFC 2104, FIPS 180-4) of the label, a zero byte and n as 8 bytes, keyed with the seed; its bytes
 * are used from the left, 8 at a time.
 */
final class DrawStream {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int DOUBLE_BITS = 53;
    private static final double UNIT = 0x1.0p-53;

    private final Mac mac;
    private final byte[] label;
    private ByteBuffer block = ByteBuffer.allocate(0);
    private long blocks;

    DrawStream(byte[] seed, String label) {
        try {
            this.mac = Mac.getInstance(ALGORITHM);
            this.mac.init(new SecretKeySpec(seed, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM, e);
        }
        this.label = label.getBytes(StandardCharsets.UTF_8);
    }

    private long next() {
        if (!block.hasRemaining()) {
            mac.update(label);
            mac.update((byte) 0);
            mac.update(ByteBuffer.allocate(Long.BYTES).putLong(blocks).array());
            blocks++;
            block = ByteBuffer.wrap(mac.doFinal());
        }
        return block.getLong();
    }

    /** A whole number from 0 up to but without {@code bound}, each as likely as the others. */
    int below(int bound) {
        // numbers of an incomplete last group are thrown away, so that none is favoured
        long last = Long.MAX_VALUE - Long.MAX_VALUE % bound;
        long number = next() & Long.MAX_VALUE;
        while (number >= last) {
            number = next() & Long.MAX_VALUE;
        }
        return (int) (number % bound);
    }

    /** A number from 0 up to but without 1. */
    double unit() {
        return (next() >>> (Long.SIZE - DOUBLE_BITS)) * UNIT;
    }

    /** A number of a range, rounded to a whole number of {@code parts} of one. */
    double between(double min, double max, double parts) {
        return Math.rint((min + (max - min) * unit()) * parts) / parts;
    }

    /** The first {@code count} of a list that is shuffled (Fisher and Yates). */
    <T> List<T> some(List<T> all, int count) {
        List<T> shuffled = new ArrayList<>(all);
        for (int i = 0; i < count; i++) {
            int other = i + below(shuffled.size() - i);
            T one = shuffled.get(i);
            shuffled.set(i, shuffled.get(other));
            shuffled.set(other, one);
        }
        return List.copyOf(shuffled.subList(0, count));
    }
}
