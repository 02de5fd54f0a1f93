package org.openots.hazop.verification;

import org.openots.common.text.LocalText;

/** What playing says of an item. */
public enum Verdict {
    /** Everything expected was seen. */
    VERIFIED("verified", "已验证", "verified"),
    /** Something expected was not seen. */
    REFUTED("refuted", "被否定", "refuted"),
    /** The simulator cannot play it. */
    NOT_MODELLED("not-modelled", "未建模", "not modelled"),
    /** A formula backs it. */
    ESTIMATE("estimate", "公式估算", "estimate"),
    /** People judge it. */
    JUDGEMENT("judgement", "人员判断", "judgement"),
    /** A file of version 0.1 does not say how it is proved. */
    NOT_TOLD("not-told", "未说明", "not told");

    private final String word;
    private final String zh;
    private final String en;

    Verdict(String word, String zh, String en) {
        this.word = word;
        this.zh = zh;
        this.en = en;
    }

    /**
     * The word for it in files.
     *
     * @return for example {@code verified}
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
}
