package org.openots.instructor.security;

/**
 * The cost of one Argon2id hash.
 *
 * @param memoryKib memory, KiB
 * @param iterations passes
 */
public record PasswordCost(int memoryKib, int iterations) {
    /**
     * What the station uses: 19 MiB, 2 passes, the least the OWASP password storage cheat sheet (2023) recommends for
     * Argon2id; about 70 ms on a teacher PC.
     *
     * @return the cost
     */
    public static PasswordCost recommended() {
        return new PasswordCost(19456, 2);
    }
}
