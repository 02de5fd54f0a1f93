package org.openots.dcs.bridge;

import java.util.List;
import java.util.Optional;
import org.openots.dcs.agent.Grade;
import org.openots.dcs.agent.ReceiverStatus;
import org.openots.dcs.historian.Historian;
import org.openots.dcs.influx.InfluxStatus;
import org.openots.dcs.mqtt.LinkCounts;
import org.openots.dcs.mqtt.LinkState;
import org.openots.dcs.tag.IntakeReport;
import org.openots.dcs.tag.Notice;

/**
 * How a bridge is.
 *
 * @param grade what can be promised of its data: native only when all its tags are
 * @param link the link for foreign messages; nothing when all tags are native
 * @param counts what happened on that link
 * @param waiting messages received and not yet read
 * @param overflowed messages dropped because they came faster than they were read
 * @param receiver the receiver of native frames, if there are native tags
 * @param intake what came in
 * @param history the history on the disk
 * @param gaps times without samples so far, over all tags
 * @param influx the sink of line protocol, if there is one
 * @param notices the latest things people should know, oldest first
 */
public record BridgeStatus(
        Grade grade,
        Optional<LinkState> link,
        Optional<LinkCounts> counts,
        int waiting,
        long overflowed,
        Optional<ReceiverStatus> receiver,
        IntakeReport intake,
        Historian.Status history,
        long gaps,
        Optional<InfluxStatus> influx,
        List<Told> notices) {
    /** Keeps an unmodifiable copy. */
    public BridgeStatus {
        notices = List.copyOf(notices);
    }

    /**
     * A notice and when it was given.
     *
     * @param time UTC in ms
     * @param notice what
     */
    public record Told(long time, Notice notice) {}
}
