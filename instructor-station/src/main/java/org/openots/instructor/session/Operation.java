package org.openots.instructor.session;

import java.util.Optional;

/**
 * An operation as it comes from a screen or a field station, before it has a tick.
 *
 * @param cid made by the client, unique in the run; the same cid again gives the first outcome again
 * @param by account that operates
 * @param target for example {@code LIC-702}
 * @param verb for example {@code sp}
 * @param value number in engineering units, 0 when the verb takes none
 * @param text text, empty when the verb takes none
 * @param privileged whether an instructor gives it; some operations (bypass of an interlock) are only his
 * @param remote whether an instructor gives it in place of a field operator, so that it is not the trainee's
 * @param stood where the operator stood in the plant; nothing for a screen
 */
public record Operation(
        String cid,
        String by,
        String target,
        String verb,
        double value,
        String text,
        boolean privileged,
        boolean remote,
        Optional<FieldPose> stood) {
    /**
     * The number from which on operations are an instructor's in place of a field operator. They take effect like any
     * other, and are counted neither among what the trainee did nor among what is saved for him.
     */
    static final long REMOTE = 1_000_000_000L;

    /** Whether another one asks for the same; its operator may have walked on since he sent it first. */
    boolean same(Operation other) {
        return new Operation(cid, by, target, verb, value, text, privileged, remote, other.stood).equals(other);
    }

    /** An operation from a screen. */
    public Operation(String cid, String by, String target, String verb, double value, String text, boolean privileged) {
        this(cid, by, target, verb, value, text, privileged, false, Optional.empty());
    }
}
