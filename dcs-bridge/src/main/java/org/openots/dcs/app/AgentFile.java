package org.openots.dcs.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.openots.common.json.JsonCursor;
import org.openots.dcs.agent.AgentSettings;
import org.openots.dcs.agent.RigTopics;
import org.openots.dcs.frame.JournalFolder;
import org.openots.dcs.mqtt.Credentials;
import org.openots.dcs.mqtt.LinkSettings;

/** Reads the settings of the sender beside a rig, format {@code openots-rig-agent}. */
final class AgentFile {
    private AgentFile() {}

    static AgentSettings read(JsonCursor root) {
        root.requireFormat("openots-rig-agent", "1.0");
        AgentSettings settings = new AgentSettings(
                new RigTopics(root.at("site").text(), root.at("rig").text()),
                Set.copyOf(root.at("consumers").list(JsonCursor::text)),
                Path.of(root.at("journal").text()),
                JournalFolder.Caps.USUAL,
                link(root.at("broker")),
                Optional.empty());
        root.finish();
        return settings;
    }

    private static LinkSettings link(JsonCursor broker) {
        Optional<LinkSettings.TlsFiles> tls = broker.optional("authority")
                .map(authority -> new LinkSettings.TlsFiles(
                        Path.of(authority.text()), path(broker, "certificate"), path(broker, "key")));
        LinkSettings.Protocol protocol = broker.optional("protocol")
                .map(word -> word.oneOf(LinkSettings.Protocol.class))
                .orElse(LinkSettings.Protocol.V3);
        return new LinkSettings(
                new LinkSettings.Broker(
                        broker.at("host").text(), broker.at("port").integer(1, 65_535)),
                broker.at("clientId").text(),
                protocol,
                new LinkSettings.Access(
                        tls,
                        path(broker, "login").map(Credentials::read),
                        broker.optional("insecureLab").map(JsonCursor::bool).orElse(false)),
                LinkSettings.Timing.USUAL,
                LinkSettings.Limits.USUAL,
                Optional.empty());
    }

    private static Optional<Path> path(JsonCursor at, String field) {
        return at.optional(field).map(JsonCursor::text).map(Path::of);
    }
}
