package org.openots.dcs.mqtt;

import org.openots.common.error.ErrorCode;

/** Why a link to a broker cannot be made, does not come about, or was lost. */
public enum MqttError implements ErrorCode {
    /** A setting is out of its range: name, value, lowest, highest. */
    SETTING_RANGE("OTS-MQTT-001"),
    /** A text of the settings is empty or has characters that are not possible: name, value, rule in both languages. */
    SETTING_TEXT("OTS-MQTT-002"),
    /** Quality of service 2: topic. */
    QOS_TWO("OTS-MQTT-003"),
    /** A remote broker without user, password or client certificate: host. */
    ANONYMOUS_REMOTE("OTS-MQTT-004"),
    /** A remote broker without TLS: host. */
    PLAIN_REMOTE("OTS-MQTT-005"),
    /** A file of credentials without two lines: file. */
    CREDENTIALS_FILE("OTS-MQTT-006"),
    /** A file that holds no certificate or key: file, what was expected in both languages. */
    CERTIFICATE_FILE("OTS-MQTT-007"),
    /** The name of the broker's computer is not known: host. */
    UNKNOWN_HOST("OTS-MQTT-010"),
    /** Nobody listens: host, port. */
    NOBODY_LISTENS("OTS-MQTT-011"),
    /** No answer in time: host, port, seconds. */
    NO_ANSWER("OTS-MQTT-012"),
    /** The connection ended before the broker accepted it: host, port. */
    CLOSED_EARLY("OTS-MQTT-013"),
    /** User or password are wrong: host, port, user. */
    LOGIN_REFUSED("OTS-MQTT-014"),
    /** The broker does not like the client's name: host, client id. */
    CLIENT_ID_REFUSED("OTS-MQTT-015"),
    /** The broker says that it cannot work: host, port. */
    BROKER_UNAVAILABLE("OTS-MQTT-016"),
    /** The broker does not speak this version of MQTT: host, port, version. */
    WRONG_VERSION("OTS-MQTT-017"),
    /** Another reason: host, port, what the library says. */
    CONNECT_FAILED("OTS-MQTT-018"),
    /** The broker's certificate is out of date: host, subject, last day. */
    CERTIFICATE_EXPIRED("OTS-MQTT-020"),
    /** The broker's certificate is not valid yet: host, subject, first day. */
    CERTIFICATE_NOT_YET("OTS-MQTT-021"),
    /** The broker's certificate is for another host: host, names in it. */
    CERTIFICATE_HOST("OTS-MQTT-022"),
    /** The broker's certificate is of an unknown authority: host, issuer, file of the known one. */
    CERTIFICATE_UNKNOWN("OTS-MQTT-023"),
    /** The broker refuses our certificate: host, port, the alert of TLS. */
    CLIENT_CERTIFICATE("OTS-MQTT-024"),
    /** 0 host, 1 port. */
    CLOSED_AFTER_TLS("OTS-MQTT-045"),
    /** The port does not speak TLS: host, port. */
    NOT_TLS("OTS-MQTT-025"),
    /** TLS failed otherwise: host, port, what the library says. */
    TLS_FAILED("OTS-MQTT-026"),
    /** A subscription is not allowed: topic filter, client id. */
    SUBSCRIBE_DENIED("OTS-MQTT-030"),
    /** A message may not be published: topic, client id. */
    PUBLISH_DENIED("OTS-MQTT-031"),
    /** The connection was lost: host, port. */
    LOST("OTS-MQTT-040"),
    /** Nothing came for too long, not even an answer to a ping: host, port, seconds. */
    HALF_OPEN("OTS-MQTT-041"),
    /** Connected, but no message for too long: seconds. */
    NO_DATA("OTS-MQTT-042"),
    /** Somebody else uses our name: client id, times, seconds. */
    TAKEN_OVER("OTS-MQTT-043"),
    /** A packet that is far too large ended the connection: bytes, limit. */
    PACKET_TOO_LARGE("OTS-MQTT-044");

    private final String code;

    MqttError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.dcs.mqtt.MqttMessages";
    }
}
