package org.openots.dcs.bridge;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;
import org.openots.dcs.map.MappedTag.Write;
import org.openots.dcs.mqtt.Credentials;
import org.openots.dcs.mqtt.LinkSettings;

/**
 * What the settings of a bridge say of its write gate, not yet compared with the map.
 *
 * @param enabled whether anything may be written
 * @param account who the gate is to the broker, never the data link
 * @param audit file of the audit
 * @param keySwitch tag of the key switch
 * @param mustBeZero tags of interlocks and emergency stops
 * @param heated tag above whose limit a fault needs a second person
 * @param heatedAbove that limit
 * @param freshSeconds a value older than this is not acted on, s
 * @param targets what may be written
 */
public record GatePart(
        boolean enabled,
        Account account,
        Path audit,
        Named keySwitch,
        List<Named> mustBeZero,
        Optional<Named> heated,
        double heatedAbove,
        double freshSeconds,
        List<Target> targets) {
    /** Copies the lists. */
    public GatePart {
        mustBeZero = List.copyOf(mustBeZero);
        targets = List.copyOf(targets);
    }

    /**
     * Who the gate is to the broker.
     *
     * @param clientId its name
     * @param login file of user and password
     * @param certificate its own certificate
     * @param key the key to it
     * @param place where this stands, for messages
     */
    public record Account(
            String clientId,
            Optional<Path> login,
            Optional<Path> certificate,
            Optional<Path> key,
            Finding.Place place) {}

    /**
     * A tag and where it is named.
     *
     * @param tag the tag
     * @param place where, for messages
     */
    public record Named(String tag, Finding.Place place) {}

    /**
     * A tag that may be written.
     *
     * @param name the tag
     * @param kind what is written to it
     * @param readBack the tag that must follow; nothing for fault commands of a virtual rig
     * @param low least value
     * @param high greatest value
     * @param values the only values; empty for all between the limits
     * @param rate most it may change per second
     * @param tolerance how near the read-back must come
     * @param timeoutSeconds how soon after each step, s
     * @param mode tag of the mode in which the rig takes the write
     * @param modes values that this mode may have
     */
    public record Target(
            Named name,
            Write kind,
            Optional<Named> readBack,
            double low,
            double high,
            List<Double> values,
            double rate,
            double tolerance,
            double timeoutSeconds,
            Optional<Named> mode,
            List<Double> modes) {
        /** Copies the lists. */
        public Target {
            values = List.copyOf(values);
            modes = List.copyOf(modes);
        }
    }

    /**
     * The link for commands: the broker of the data, under another name and with another account.
     *
     * @param data the data link
     * @return the link for commands
     * @throws OtsException if its account is that of the data link or cannot be read
     */
    public LinkSettings link(LinkSettings data) {
        if (account.clientId().equals(data.clientId()) || account.clientId().startsWith(data.clientId() + ".")) {
            throw new OtsException(BridgeError.GATE_CLIENT, account.place(), account.clientId(), data.clientId());
        }
        Optional<Credentials> login = account.login().map(Credentials::read);
        Optional<String> user = login.map(Credentials::user);
        if (user.isPresent() && user.equals(data.access().login().map(Credentials::user))) {
            throw new OtsException(BridgeError.GATE_LOGIN, account.place(), user.get());
        }
        LinkSettings.Access access = data.access();
        Optional<LinkSettings.TlsFiles> tls = access.tls()
                .map(files -> new LinkSettings.TlsFiles(files.authority(), account.certificate(), account.key()));
        return data.named(account.clientId()).with(new LinkSettings.Access(tls, login, access.insecureLab()));
    }
}
