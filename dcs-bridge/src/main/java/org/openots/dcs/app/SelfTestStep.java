package org.openots.dcs.app;

import org.openots.common.text.LocalText;

/**
 * One thing that was tried.
 *
 * @param title what
 * @param verdict how it ended
 * @param found what was seen or measured
 * @param advice what to do; empty when there is nothing to do
 */
record SelfTestStep(LocalText title, Verdict verdict, LocalText found, LocalText advice) {
    static final LocalText NOTHING = new LocalText("", "");

    /** How a step ended. */
    enum Verdict {
        PASS("通过", "pass"),
        WARN("注意", "attention"),
        FAIL("不通过", "fail"),
        SKIP("未测试", "not tested");

        private final String zh;
        private final String en;

        Verdict(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        LocalText word() {
            return new LocalText(zh, en);
        }
    }
}
