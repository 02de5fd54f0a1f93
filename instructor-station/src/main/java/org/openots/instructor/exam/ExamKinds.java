package org.openots.instructor.exam;

/** Kinds of events in an exam's journal. */
final class ExamKinds {
    /** Always the first: what is fixed. */
    static final String PLANNED = "planned";
    /** Entry opens; the papers are drawn. */
    static final String OPENED = "opened";
    /** A candidate takes his seat at a computer. */
    static final String SEATED = "seated";
    /** The exam time begins. */
    static final String STARTED = "started";
    /** How far the exam's clock is. */
    static final String CLOCK = "clock";
    /** The station was away; its clock stood. */
    static final String OUTAGE = "outage";
    /** A candidate begins an item. */
    static final String BEGUN = "item-begun";
    /** An item ends. */
    static final String ENDED = "item-ended";
    /** A candidate's time, or everybody's, stands. */
    static final String STOPPED = "stopped";
    /** It goes on. */
    static final String RESUMED = "resumed";
    /** A candidate's machine is not connected. */
    static final String LOST = "lost";
    /** It is again. */
    static final String BACK = "back";
    /** Time is asked for, given or refused. */
    static final String GRANT = "grant";
    /** A candidate raises or lowers his hand. */
    static final String HAND = "hand";
    /** A candidate asks to go on at another computer. */
    static final String HANDOVER = "handover-asked";
    /** An invigilator approves or refuses that. */
    static final String HANDOVER_DECIDED = "handover-decided";
    /** A candidate goes on at another computer. */
    static final String DEVICE = "device";
    /** A candidate is sent to another seat. */
    static final String MOVED = "moved";
    /** Something is written down. */
    static final String INCIDENT = "incident";
    /** A candidate did not come. */
    static final String ABSENT = "absent";
    /** A candidate's work is collected. */
    static final String HANDED_IN = "handed-in";
    /** All work is collected. */
    static final String CLOSED = "closed";
    /** The exam is not held. */
    static final String CANCELLED = "cancelled";
    /** The results are final. */
    static final String CONFIRMED = "confirmed";
    /** The candidates see their marks. */
    static final String RELEASED = "released";

    private ExamKinds() {}
}
