package org.openots.instructor.security;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;

/** Hashes and checks passwords with Argon2id, two at a time: 32 at a time took 4 GB of heap when it was measured. */
public final class Passwords {
    /** Shortest password people may choose, characters. */
    public static final int SHORTEST = 8;
    /** Longest password, characters; longer input only costs time. */
    public static final int LONGEST = 128;

    private static final int AT_ONCE = 2;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    /** Letters and digits nobody confuses on paper. */
    private static final String READABLE = "abcdefghijkmnpqrstuvwxyz23456789";
    /** Length of a generated password: 12 of 32 characters are 60 bits. */
    private static final int GENERATED = 12;

    private final Argon2Function function;
    private final Semaphore permits = new Semaphore(AT_ONCE, true);
    private final SecureRandom random = new SecureRandom();
    private final String decoy;

    /**
     * Creates the hasher.
     *
     * @param cost cost of new hashes; a check uses the cost written in the hash
     */
    public Passwords(PasswordCost cost) {
        this.function = Argon2Function.getInstance(cost.memoryKib(), cost.iterations(), 1, HASH_BYTES, Argon2.ID);
        this.decoy = hash(generate());
    }

    /**
     * Hashes a password.
     *
     * @param password in clear
     * @return the hash with salt and cost
     */
    public String hash(String password) {
        return limited(() ->
                Password.hash(password).addRandomSalt(SALT_BYTES).with(function).getResult());
    }

    /**
     * Checks a password.
     *
     * @param password in clear
     * @param hash from {@link #hash}
     * @return true when they match
     */
    public boolean matches(String password, String hash) {
        return limited(() -> Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash)));
    }

    /**
     * Takes as long as {@link #matches}, for an account that does not exist.
     *
     * @param password in clear
     */
    public void pretend(String password) {
        matches(password, decoy);
    }

    /**
     * Makes a random password that reads well on paper.
     *
     * @return 12 characters, 60 bits
     */
    public String generate() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GENERATED; i++) {
            text.append(READABLE.charAt(random.nextInt(READABLE.length())));
        }
        return text.toString();
    }

    /**
     * Checks the form of a password somebody chose.
     *
     * @param password in clear
     * @throws OtsException if it is too short or too long
     */
    public static void requireForm(String password) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new OtsException(StationError.PASSWORD_FORM, length, SHORTEST, LONGEST);
        }
    }

    private <T> T limited(Supplier<T> work) {
        permits.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }
}
