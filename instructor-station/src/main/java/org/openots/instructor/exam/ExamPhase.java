package org.openots.instructor.exam;

import java.util.Locale;
import org.openots.common.text.LocalText;

/** Where an exam stands. */
public enum ExamPhase {
    /** Planned; papers are not drawn. */
    PLANNED("待入场", "planned"),
    /** Candidates take their seats. */
    OPEN("入场", "entry open"),
    /** The exam time runs. */
    RUNNING("考试中", "running"),
    /** Everybody has handed in. */
    CLOSED("已收卷", "collected"),
    /** All results are final and were proved. */
    CONFIRMED("成绩已确认", "results confirmed"),
    /** Candidates see their marks. */
    RELEASED("成绩已公布", "results released"),
    /** Never held. */
    CANCELLED("已取消", "cancelled");

    private final String zh;
    private final String en;

    ExamPhase(String zh, String en) {
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
     * The word used on the wire and in the journal.
     *
     * @return lower case
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether candidates may be at it. */
    boolean live() {
        return this == OPEN || this == RUNNING;
    }

    /** Whether the results are final. */
    boolean settled() {
        return this == CONFIRMED || this == RELEASED;
    }
}
