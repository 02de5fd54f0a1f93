package org.openots.instructor.results;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids that the same name always gives again: UUIDs of version 5 (RFC 9562, 5.5) in a space of their own. */
public final class NamedUuid {
    /** The space of all names of the suite. */
    static final UUID SPACE = UUID.fromString("b0a9c6de-5d0f-5c0b-9a3e-6f1f2c7e4d58");

    private static final int BYTES = 16;
    private static final int VERSION_BYTE = 6;
    private static final int VARIANT_BYTE = 8;

    private NamedUuid() {}

    /**
     * The id of a name.
     *
     * @param name the name
     * @return its id
     */
    public static UUID of(String name) {
        return of(SPACE, name);
    }

    static UUID of(UUID space, String name) {
        byte[] hash;
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-1");
            sha.update(ByteBuffer.allocate(BYTES)
                    .putLong(space.getMostSignificantBits())
                    .putLong(space.getLeastSignificantBits())
                    .array());
            hash = sha.digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
        hash[VERSION_BYTE] = (byte) ((hash[VERSION_BYTE] & 0x0f) | 0x50);
        hash[VARIANT_BYTE] = (byte) ((hash[VARIANT_BYTE] & 0x3f) | 0x80);
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
