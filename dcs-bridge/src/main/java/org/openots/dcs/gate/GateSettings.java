package org.openots.dcs.gate;

import java.util.List;
import java.util.Optional;

/**
 * What must hold before and while something is written.
 *
 * @param enabled whether anything may be written at all
 * @param keySwitch tag of the rig's key switch; good and 1 when the rig lets others write
 * @param mustBeZero tags of interlock trips and emergency stops
 * @param heated a tag above whose limit a fault needs a second person
 * @param heatedAbove the limit
 * @param leaseMs how long a person holds the gate without renewing it, ms
 * @param tokenMs how long a prepared write can be committed, ms
 * @param expiryMs after this time the rig must not act on a command any more, ms
 * @param freshMs a read-back older than this is stale, ms
 * @param targets what may be written
 */
public record GateSettings(
        boolean enabled,
        String keySwitch,
        List<String> mustBeZero,
        Optional<String> heated,
        double heatedAbove,
        long leaseMs,
        long tokenMs,
        long expiryMs,
        long freshMs,
        List<WriteTarget> targets) {
    /** Lease of 10 minutes, as the requirement has it. */
    public static final long LEASE_MS = 600_000;
    /** A token lives 15 s. */
    public static final long TOKEN_MS = 15_000;
    /** A command dies after 3 s. */
    public static final long EXPIRY_MS = 3_000;

    /** Copies the lists. */
    public GateSettings {
        mustBeZero = List.copyOf(mustBeZero);
        targets = List.copyOf(targets);
    }

    Optional<WriteTarget> target(String tag) {
        return targets.stream().filter(target -> target.tag().equals(tag)).findFirst();
    }
}
