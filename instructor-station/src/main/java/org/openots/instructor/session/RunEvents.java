package org.openots.instructor.session;

/** The kinds of events in a run's journal; docs/data-formats/run-journal.md is their table. */
public final class RunEvents {
    /** First event: everything that is fixed. */
    public static final String STARTED = "run-started";
    /** An operation of a person. */
    public static final String COMMAND = "command";
    /** The instructor armed a fault. */
    public static final String FAULT_ARMED = "fault-armed";
    /** The instructor took a fault away. */
    public static final String FAULT_WITHDRAWN = "fault-withdrawn";
    /** What a measured plant shows. */
    public static final String MEASURED = "measured";
    /** Freeze, run, speed, hold, recovery; has no influence on the trajectory. */
    public static final String CONTROL = "control";
    /** Where somebody stood in the plant; has no influence on the trajectory. */
    public static final String WALKED = "walked";
    /** Somebody gave the present tick a name; has no influence on the trajectory. */
    public static final String SNAPSHOT = "snapshot";
    /** Model time went back; inputs from that tick on no longer count but stay readable. */
    public static final String REWOUND = "rewound";
    /** A second of model time is done. */
    public static final String MARK = "tick-mark";
    /** Last event: score sheet and state hash. */
    public static final String CLOSED = "run-closed";

    private RunEvents() {}
}
