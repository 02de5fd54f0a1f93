package org.openots.instructor.exam;

/**
 * A candidate who signs in at another computer than his seat's.
 *
 * @param device digest of the other computer's mark
 * @param address its network address, for people
 * @param askedAt epoch milliseconds
 * @param approvedAt epoch milliseconds; 0 while nobody approved
 * @param approvedBy account of the invigilator; empty while nobody approved
 */
public record Handover(String device, String address, long askedAt, long approvedAt, String approvedBy) {
    /** How long an approval can be used, ms: the invigilator stands beside the candidate. */
    static final long VALID_MILLIS = 60_000;

    /** Whether a computer may be used now. */
    boolean admits(String other, long now) {
        return device.equals(other) && approvedAt > 0 && now - approvedAt <= VALID_MILLIS;
    }

    Handover approved(long at, String by) {
        return new Handover(device, address, askedAt, at, by);
    }
}
