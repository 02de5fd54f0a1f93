package org.openots.benchmarks.faultlab;

/** Ways to break the connection. The numbers are those of the list of faults in docs/benchmarks.md. */
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
    /** The receiver is away. */
    AWAY("14", 10),
    /** The receiver is killed and started again. */
    RECEIVER_KILLED("21", 3),
    /** Ten times as many frames. */
    BURST("13", 0);

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
}
