package org.openots.dcs.mqtt;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.openots.common.json.JsonCursor;

/** Reads the part {@code broker} of files of settings; docs/data-formats/bridge.md is its table. */
public final class LinkFile {
    private static final int HIGHEST_PORT = 65_535;

    private LinkFile() {}

    /**
     * Reads a link.
     *
     * @param broker the part
     * @param place where a file named in it is, for example beside the file of settings
     * @return the link, with the usual times and limits
     * @throws org.openots.common.error.OtsException if it cannot work or is not safe
     */
    public static LinkSettings read(JsonCursor broker, UnaryOperator<Path> place) {
        Optional<LinkSettings.TlsFiles> tls = broker.optional("authority")
                .map(authority -> new LinkSettings.TlsFiles(
                        place.apply(Path.of(authority.text())),
                        file(broker, "certificate", place),
                        file(broker, "key", place)));
        LinkSettings.Protocol protocol = broker.optional("protocol")
                .map(word -> word.oneOf(LinkSettings.Protocol.class))
                .orElse(LinkSettings.Protocol.V3);
        return new LinkSettings(
                new LinkSettings.Broker(
                        broker.at("host").text(), broker.at("port").integer(1, HIGHEST_PORT)),
                broker.at("clientId").text(),
                protocol,
                new LinkSettings.Access(
                        tls,
                        file(broker, "login", place).map(Credentials::read),
                        broker.optional("insecureLab").map(JsonCursor::bool).orElse(false)),
                LinkSettings.Timing.USUAL,
                LinkSettings.Limits.USUAL,
                Optional.empty());
    }

    private static Optional<Path> file(JsonCursor at, String field, UnaryOperator<Path> place) {
        return at.optional(field).map(JsonCursor::text).map(Path::of).map(place);
    }
}
