package org.openots.dcs.gate;

import java.util.List;
import java.util.Optional;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;

/**
 * How a gate is.
 *
 * @param lease who holds it
 * @param pending writes that can be approved or committed
 * @param writing the write that goes on
 * @param ended how the last write ended
 */
public record GateState(
        Optional<Lease> lease, List<Pending> pending, Optional<Writing> writing, Optional<Ended> ended) {
    /** Copies the list. */
    public GateState {
        pending = List.copyOf(pending);
    }

    /**
     * Who holds the gate.
     *
     * @param who account
     * @param until UTC in ms
     */
    public record Lease(String who, long until) {}

    /**
     * A prepared write that nobody committed yet.
     *
     * @param token what approves it, and commits it for whoever prepared it
     * @param who who prepared it
     * @param tag the tag
     * @param echo what it will do, for people
     * @param until UTC in ms
     * @param second whether another person must approve it first
     * @param approved who did
     */
    public record Pending(
            String token,
            String who,
            String tag,
            LocalText echo,
            long until,
            boolean second,
            Optional<String> approved) {}

    /**
     * The write that goes on.
     *
     * @param tag the tag
     * @param who who committed it
     * @param start where the rig was
     * @param goal where it goes
     * @param sent the value sent last
     * @param confirmed the last value that the rig confirmed
     */
    public record Writing(String tag, String who, double start, double goal, double sent, double confirmed) {}

    /**
     * How the last write ended.
     *
     * @param tag the tag
     * @param who who committed it
     * @param goal where it was to go
     * @param last the last value that the rig confirmed
     * @param time UTC in ms
     * @param failure why it did not get there; empty when it did
     */
    public record Ended(String tag, String who, double goal, double last, long time, Optional<OtsException> failure) {}
}
