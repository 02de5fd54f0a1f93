package org.openots.dcs.agent;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.openots.dcs.frame.JournalFolder;
import org.openots.dcs.mqtt.LinkSettings;

/**
 * What the sender beside a rig needs to know.
 *
 * @param topics where it publishes
 * @param required consumers that must have every frame
 * @param journals folder of the journals
 * @param caps how much is kept for consumers that are away
 * @param link the link to the broker, without a will
 * @param meta table of tags, published as it is
 */
public record AgentSettings(
        RigTopics topics,
        Set<String> required,
        Path journals,
        JournalFolder.Caps caps,
        LinkSettings link,
        Optional<byte[]> meta) {
    /** Copies the set and sees that the consumers have names. */
    public AgentSettings {
        required = Set.copyOf(required);
        required.forEach(topics::ack);
    }
}
