package org.openots.dcs.audit;

import java.util.Map;

/**
 * One line of the audit.
 *
 * @param number counted from 1
 * @param time UTC in ms
 * @param who account of the person, or {@code bridge}
 * @param what what was done, for example {@code prepare}
 * @param details names and values
 */
public record AuditEntry(long number, long time, String who, String what, Map<String, String> details) {
    /** Copies the details. */
    public AuditEntry {
        details = Map.copyOf(details);
    }
}
