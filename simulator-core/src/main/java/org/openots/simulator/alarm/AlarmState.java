package org.openots.simulator.alarm;

import org.openots.common.text.LocalText;

/** Alarm states of ISA-18.2. */
public enum AlarmState {
    /** Condition not there, nothing to acknowledge. */
    NORMAL("normal", "正常", "normal"),
    /** Condition there, not acknowledged. */
    UNACK("unack", "未确认", "unacknowledged"),
    /** Condition there, acknowledged. */
    ACK("ack", "已确认", "acknowledged"),
    /** Condition gone, not acknowledged. */
    RTN("rtn", "已恢复未确认", "returned, unacknowledged"),
    /** Put aside by the operator for a limited time. */
    SHELVED("shelved", "已搁置", "shelved"),
    /** Put aside by the design while a condition of the plant makes it meaningless. */
    SUPPRESSED("suppressed", "设计抑制", "suppressed by design"),
    /** Taken out of service by the instructor. */
    OUT_OF_SERVICE("oos", "停用", "out of service");

    private final String word;
    private final String zh;
    private final String en;

    AlarmState(String word, String zh, String en) {
        this.word = word;
        this.zh = zh;
        this.en = en;
    }

    /**
     * The word for it in messages to screens.
     *
     * @return for example {@code unack}
     */
    public String word() {
        return word;
    }

    /**
     * Its name for people.
     *
     * @return the name in both languages
     */
    public LocalText text() {
        return new LocalText(zh, en);
    }

    static AlarmState of(String word) {
        for (AlarmState state : values()) {
            if (state.word.equals(word)) {
                return state;
            }
        }
        return NORMAL;
    }
}
