package org.openots.distillation.field3d.ui;

import java.util.Locale;
import org.openots.common.text.Localizable;

/** What one can say on the radio without typing; {@code {0}} is what was handled last. The id goes to the station. */
public enum Sentence implements Localizable {
    IN_PLACE("in-place", "中控，外操已到位", "Board, field operator in place"),
    CONFIRM("confirm", "中控，准备操作 {0}，请确认", "Board, about to operate {0}, please confirm"),
    OPENED("opened", "中控，{0} 已打开", "Board, {0} is open"),
    SHUT("shut", "中控，{0} 已关闭", "Board, {0} is shut"),
    STARTED("started", "中控，{0} 已启动，运行正常", "Board, {0} started and runs well"),
    STOPPED("stopped", "中控，{0} 已停止", "Board, {0} is stopped"),
    START_REQUEST("start-request", "中控，请启动 {0}", "Board, please start {0}"),
    STOP_REQUEST("stop-request", "中控，请停 {0}", "Board, please stop {0}"),
    READING("reading", "中控，请核对 {0} 的读数", "Board, please compare the reading of {0}"),
    ROUND_DONE("round-done", "中控，巡检完毕，现场正常", "Board, round finished, all normal"),
    LEAK("leak", "中控，{0} 处发现泄漏", "Board, leak at {0}"),
    FIRE("fire", "中控，{0} 处着火，请求紧急停车", "Board, fire at {0}, request emergency stop"),
    NOISE("noise", "中控，{0} 声音或振动异常", "Board, unusual noise or vibration at {0}"),
    LOCKED("locked", "中控，{0} 已上锁挂牌", "Board, {0} is locked and tagged"),
    EVACUATED("evacuated", "中控，已撤到上风安全处", "Board, withdrawn upwind to safety"),
    RECEIVED("received", "收到", "Received");

    private final String id;
    private final String zh;
    private final String en;

    Sentence(String id, String zh, String en) {
        this.id = id;
        this.zh = zh;
        this.en = en;
    }

    /**
     * Its name for the station.
     *
     * @return small letters
     */
    public String id() {
        return id;
    }

    @Override
    public String in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : zh;
    }

    /**
     * The sentence as it is said.
     *
     * @param locale the language
     * @param tag what was handled last; a dash when nothing was
     * @return the words
     */
    public String in(Locale locale, String tag) {
        return in(locale).replace("{0}", tag);
    }

    /**
     * Whether it speaks of a device.
     *
     * @return true if so
     */
    public boolean aboutSomething() {
        return zh.contains("{0}");
    }
}
