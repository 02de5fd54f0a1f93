package org.openots.dcs.broker;

import org.openots.common.error.ErrorCode;

/** Why a broker cannot be started or set up. */
public enum BrokerError implements ErrorCode {
    /** mosquitto is not installed. */
    NO_MOSQUITTO("OTS-BROKER-001"),
    /** A broker ended or did not listen in time: command, port, what it said. */
    NOT_STARTED("OTS-BROKER-002"),
    /** keytool failed: what it said. */
    KEYTOOL("OTS-BROKER-003"),
    /** The folder of a setup is not empty: folder. */
    FOLDER_IN_USE("OTS-BROKER-004"),
    /** A name that is none: name, rule in both languages. */
    BAD_NAME("OTS-BROKER-005"),
    /** An argument of the embedded broker is no port: as typed. */
    BAD_PORT("OTS-BROKER-006"),
    /** Another program listens on the port of a broker that is to be started: port. */
    PORT_TAKEN("OTS-BROKER-007"),
    /** No free port was found: lowest and highest tried, number of attempts. */
    NO_PORT("OTS-BROKER-008");

    private final String code;

    BrokerError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.dcs.broker.BrokerMessages";
    }
}
