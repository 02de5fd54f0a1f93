package org.openots.dcs.agent;

import org.openots.common.text.LocalText;

/** What can be promised of the data of a source. */
public enum Grade {
    /** Numbered frames: a loss is repaired, or known to the frame. */
    NATIVE("原生：按序号核对，断线后补齐", "native: checked by number, completed after a break"),
    /** Anybody else's messages: a loss can be noticed by its silence, and not repaired. */
    FOREIGN("外来：只能发现缺口，不能补齐", "foreign: gaps are noticed, not repaired");

    private final String zh;
    private final String en;

    Grade(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /**
     * The promise, for people.
     *
     * @return in both languages
     */
    public LocalText text() {
        return new LocalText(zh, en);
    }
}
