package org.openots.dcs.mqtt;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;

/**
 * All a link needs to know.
 *
 * @param broker where the broker is
 * @param clientId our name to it; every program needs one of its own
 * @param protocol version of MQTT
 * @param access how the connection is protected
 * @param timing times
 * @param limits numbers
 * @param will what the broker publishes when we vanish
 */
public record LinkSettings(
        Broker broker,
        String clientId,
        Protocol protocol,
        Access access,
        Timing timing,
        Limits limits,
        Optional<Outbound> will) {
    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** Most messages in flight: mosquitto's own default, above which it queues. */
    private static final int MOST_INFLIGHT = 20;

    /** Largest packet MQTT can have, bytes. */
    private static final int LARGEST_PACKET = 268_435_460;

    /**
     * Sees that the settings can work and are safe.
     *
     * @throws OtsException if they cannot or are not
     */
    public LinkSettings {
        if (!CLIENT_ID.matcher(clientId).matches()) {
            LocalText rule =
                    new LocalText("1 到 64 个字母、数字、点、下划线或连字符", "1 to 64 letters, digits, dots, underscores or hyphens");
            throw new OtsException(MqttError.SETTING_TEXT, "clientId", clientId, rule);
        }
        if (!access.insecureLab() && !broker.loopback()) {
            if (!access.named()) {
                throw new OtsException(MqttError.ANONYMOUS_REMOTE, broker.host());
            }
            if (access.tls().isEmpty()) {
                throw new OtsException(MqttError.PLAIN_REMOTE, broker.host());
            }
        }
    }

    /**
     * A link to a broker of this machine with the usual times and limits.
     *
     * @param port the broker's port
     * @param clientId our name
     * @return the settings
     */
    public static LinkSettings local(int port, String clientId) {
        return new LinkSettings(
                new Broker("127.0.0.1", port),
                clientId,
                Protocol.V3,
                new Access(Optional.empty(), Optional.empty(), false),
                Timing.USUAL,
                Limits.USUAL,
                Optional.empty());
    }

    /**
     * The same with another version of MQTT.
     *
     * @param other the version
     * @return the settings
     */
    public LinkSettings with(Protocol other) {
        return new LinkSettings(broker, clientId, other, access, timing, limits, will);
    }

    /**
     * The same with other protection.
     *
     * @param other the protection
     * @return the settings
     */
    public LinkSettings with(Access other) {
        return new LinkSettings(broker, clientId, protocol, other, timing, limits, will);
    }

    /**
     * The same with other times.
     *
     * @param other the times
     * @return the settings
     */
    public LinkSettings with(Timing other) {
        return new LinkSettings(broker, clientId, protocol, access, other, limits, will);
    }

    /**
     * The same with a will.
     *
     * @param other the will
     * @return the settings
     */
    public LinkSettings with(Outbound other) {
        return new LinkSettings(broker, clientId, protocol, access, timing, limits, Optional.of(other));
    }

    /**
     * The same to another broker.
     *
     * @param other where it is
     * @param protection how the connection is protected
     * @return the settings
     */
    public LinkSettings at(Broker other, Access protection) {
        return new LinkSettings(other, clientId, protocol, protection, timing, limits, will);
    }

    /**
     * The same under another name.
     *
     * @param other our name to the broker
     * @return the settings
     */
    public LinkSettings named(String other) {
        return new LinkSettings(broker, other, protocol, access, timing, limits, will);
    }

    private static void within(String name, long value, long low, long high) {
        if (value < low || value > high) {
            throw new OtsException(MqttError.SETTING_RANGE, name, value, low, high);
        }
    }

    /** Versions of MQTT. */
    public enum Protocol {
        /** 3.1.1, what gateways speak. */
        V3("3.1.1"),
        /** 5.0. */
        V5("5.0");

        private final String word;

        Protocol(String word) {
            this.word = word;
        }

        /**
         * The version as people write it.
         *
         * @return for example {@code 3.1.1}
         */
        public String word() {
            return word;
        }
    }

    /**
     * Where a broker is.
     *
     * @param host name or address
     * @param port its port
     */
    public record Broker(String host, int port) {
        private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1|\\[::1]");

        /** Sees that there can be such a broker. */
        public Broker {
            if (host.isBlank() || !host.equals(host.strip())) {
                LocalText rule = new LocalText("主机名不能为空或带空格", "a host must not be empty or have spaces around it");
                throw new OtsException(MqttError.SETTING_TEXT, "host", host, rule);
            }
            within("port", port, 1, 65_535);
        }

        /**
         * Whether it is on this machine, by its name alone.
         *
         * @return true for loopback addresses
         */
        public boolean loopback() {
            return LOOPBACK.matcher(host).matches();
        }
    }

    /**
     * How the connection is protected.
     *
     * @param tls files of TLS; without them clear text
     * @param login user and password
     * @param insecureLab whether a remote broker may be used without protection
     */
    public record Access(Optional<TlsFiles> tls, Optional<Credentials> login, boolean insecureLab) {
        boolean named() {
            return login.isPresent() || tls.flatMap(TlsFiles::certificate).isPresent();
        }

        /**
         * Whose name a refusal is about.
         *
         * @return the user, or a dash
         */
        String user() {
            return login.map(Credentials::user).orElse("-");
        }
    }

    /**
     * Files of TLS, all PEM.
     *
     * @param authority certificates of those who may vouch for a broker
     * @param certificate our own certificate
     * @param key the key to it, PKCS 8 without password
     */
    public record TlsFiles(Path authority, Optional<Path> certificate, Optional<Path> key) {}

    /**
     * Times.
     *
     * @param keepAlive after this time without traffic a ping is sent; without anything for one and a half of it the
     *     connection counts as lost
     * @param connect how long a connection may take
     * @param quiet connected without any message for so long is worth a warning
     */
    public record Timing(Duration keepAlive, Duration connect, Duration quiet) {
        /** As a rule. */
        public static final Timing USUAL =
                new Timing(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10));

        /** Sees that they can work. */
        public Timing {
            within("keepAlive", keepAlive.toSeconds(), 1, 3600);
            within("connect", connect.toSeconds(), 1, 60);
            within("quiet", quiet.toMillis(), 100, Duration.ofHours(1).toMillis());
        }
    }

    /**
     * Numbers.
     *
     * @param inflight most messages sent and not yet confirmed by the broker
     * @param payload larger messages are dropped, bytes
     * @param packet larger packets end the connection before they are read, bytes
     */
    public record Limits(int inflight, int payload, int packet) {
        /** As a rule: a frame has at most 64 KiB. */
        public static final Limits USUAL = new Limits(MOST_INFLIGHT, 64 * 1024, 4 * 1024 * 1024);

        /** Sees that they can work. */
        public Limits {
            within("inflight", inflight, 1, MOST_INFLIGHT);
            within("packet", packet, 1024, LARGEST_PACKET);
            within("payload", payload, 1, packet);
        }
    }
}
