package org.openots.benchmarks.faultlab;

/** Ways to break the connection. The numbers are those of the list of faults in docs/bridge-reliability.md. */
enum FaultCase {
    /** Nothing breaks. */
    NONE("-", 0),
    /** The broker is down when everybody starts. */
    DOWN_AT_START("1", 6),
    /** The broker is killed and started again, with nothing kept. */
    KILL("2", 6),
    /** The broker ends by itself and is started again. */
    TERM("2", 6),
    /** The broker hangs: connections stay and are silent. */
    STOP("4", 20),
    /** The cable is pulled. */
    CUT("4", 15),
    /** The broker hangs and is killed while hanging. */
    STOP_AND_KILL("4", 10),
    /** The receiver is away, while as many frames are produced as in ten minutes. */
    AWAY("14", 20),
    /** The receiver, a process of its own, is killed and started again. */
    RECEIVER_KILLED("21", 3),
    /** The sender, a process of its own, is killed and started again. */
    AGENT_KILLED("21", 3),
    /** Ten times as many frames. */
    BURST("13", 60);

    private final String number;
    private final double seconds;

    FaultCase(String number, double seconds) {
        this.number = number;
        this.seconds = seconds;
    }

    String number() {
        return number;
    }

    /** How long it lasts as a rule, s. */
    double seconds() {
        return seconds;
    }

    /** Whether links break that both ends keep. */
    boolean breaksLinks() {
        return this == KILL || this == TERM || this == STOP || this == CUT || this == STOP_AND_KILL;
    }
}
