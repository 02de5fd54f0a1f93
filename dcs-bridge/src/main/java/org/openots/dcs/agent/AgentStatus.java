package org.openots.dcs.agent;

import java.util.Optional;
import org.openots.common.error.OtsException;
import org.openots.dcs.mqtt.LinkState;

/**
 * How the sender beside a rig is.
 *
 * @param link the link to the broker
 * @param problem what is wrong with journal or consumers
 * @param produced scans taken from the feed since the start
 * @param pending frames that not all required consumers have
 * @param sent frames published since the start, repetitions among them
 * @param resends times it began again because nobody confirmed
 * @param dropped frames dropped before they arrived
 */
public record AgentStatus(
        LinkState link,
        Optional<OtsException> problem,
        long produced,
        long pending,
        long sent,
        long resends,
        long dropped) {}
