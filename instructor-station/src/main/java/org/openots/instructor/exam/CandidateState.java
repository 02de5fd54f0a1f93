package org.openots.instructor.exam;

import java.util.Locale;
import org.openots.common.text.LocalText;

/** Where a candidate stands. */
public enum CandidateState {
    /** Not there yet. */
    EXPECTED("未到", "expected"),
    /** At his seat, waiting for the beginning. */
    SEATED("候考", "seated"),
    /** At an item of his paper. */
    WORKING("在考", "working"),
    /** Has handed in, or was handed in by the station. */
    HANDED_IN("已交卷", "handed in"),
    /** Did not come in time. */
    ABSENT("缺考", "absent");

    private final String zh;
    private final String en;

    CandidateState(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /**
     * Its name for people.
     *
     * @return a word or two
     */
    public LocalText text() {
        return new LocalText(zh, en);
    }

    /**
     * The word used on the wire.
     *
     * @return for example {@code handed-in}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether nothing more is to come. */
    boolean done() {
        return this == HANDED_IN || this == ABSENT;
    }
}
