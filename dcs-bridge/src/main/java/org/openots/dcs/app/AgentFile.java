package org.openots.dcs.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.openots.common.json.JsonCursor;
import org.openots.dcs.agent.AgentSettings;
import org.openots.dcs.agent.RigTopics;
import org.openots.dcs.frame.JournalFolder;
import org.openots.dcs.mqtt.LinkFile;

/**
 * The settings of the sender beside a rig, format {@code openots-rig-agent}. Paths are relative to the folder of the file.
 *
 * @param settings of the sender
 * @param source a file that a gateway writes scans to; empty for standard input
 */
record AgentFile(AgentSettings settings, Optional<Path> source) {
    static AgentFile read(JsonCursor root, Path folder) {
        root.requireFormat("openots-rig-agent", "1.0", "1.1");
        Optional<Path> source = root.optional("source").flatMap(node -> path(node, "file", folder));
        AgentSettings settings = new AgentSettings(
                new RigTopics(root.at("site").text(), root.at("rig").text()),
                Set.copyOf(root.at("consumers").list(JsonCursor::text)),
                folder.resolve(root.at("journal").text()),
                JournalFolder.Caps.USUAL,
                LinkFile.read(root.at("broker"), folder::resolve),
                Optional.empty());
        root.finish();
        return new AgentFile(settings, source);
    }

    private static Optional<Path> path(JsonCursor at, String field, Path folder) {
        return at.optional(field).map(JsonCursor::text).map(folder::resolve);
    }
}
