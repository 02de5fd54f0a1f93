package org.openots.instructor.security;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Random marks by which computers are told apart; a mark signs nobody in. Thread-safe. */
public final class DeviceMarks {
    private static final int BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    /**
     * A mark for a computer that has none.
     *
     * @return 32 hexadecimal digits
     */
    public String fresh() {
        byte[] mark = new byte[BYTES];
        random.nextBytes(mark);
        return HexFormat.of().formatHex(mark);
    }

    /**
     * What is stored of a mark.
     *
     * @param mark of a computer
     * @return SHA-256, lower-case hexadecimal
     */
    public static String digest(String mark) {
        return Tokens.hash(mark);
    }
}
