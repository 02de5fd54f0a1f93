package org.openots.dcs.agent;

import java.util.Optional;
import org.openots.common.error.OtsException;
import org.openots.dcs.mqtt.LinkState;

/**
 * How a receiver is.
 *
 * @param link the link to the broker
 * @param problem what is wrong with the archive
 * @param online whether the sender says that it is there
 * @param received frames that were new
 * @param duplicates frames that came again
 * @param rejected messages that were no frames
 * @param missing frames that are still to come or are lost
 * @param overflowed messages dropped because they came faster than they were taken
 */
public record ReceiverStatus(
        LinkState link,
        Optional<OtsException> problem,
        boolean online,
        long received,
        long duplicates,
        long rejected,
        long missing,
        long overflowed) {}
