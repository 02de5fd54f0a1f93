package org.openots.simulator.field;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openots.common.text.LocalText;
import org.openots.common.text.Localizable;

/**
 * What the field operator and the board operator can say on the radio without typing; {@code {0}} is the tag it is about. Who
 * of the two says it belongs to the sentence.
 */
public enum RadioSentence implements Localizable {
    /** The operator has arrived. */
    IN_PLACE("in-place", "中控，外操已到位", "Board, field operator in place"),
    /** Asks before operating something. */
    CONFIRM("confirm", "中控，准备操作 {0}，请确认", "Board, about to operate {0}, please confirm"),
    /** Something was opened. */
    OPENED("opened", "中控，{0} 已打开", "Board, {0} is open"),
    /** Something was shut. */
    SHUT("shut", "中控，{0} 已关闭", "Board, {0} is shut"),
    /** A machine was started. */
    STARTED("started", "中控，{0} 已启动，运行正常", "Board, {0} started and runs well"),
    /** A machine was stopped. */
    STOPPED("stopped", "中控，{0} 已停止", "Board, {0} is stopped"),
    /** Asks the board to start a machine. */
    START_REQUEST("start-request", "中控，请启动 {0}", "Board, please start {0}"),
    /** Asks the board to stop a machine. */
    STOP_REQUEST("stop-request", "中控，请停 {0}", "Board, please stop {0}"),
    /** Asks the board to compare a reading. */
    READING("reading", "中控，请核对 {0} 的读数", "Board, please compare the reading of {0}"),
    /** The inspection round is over. */
    ROUND_DONE("round-done", "中控，巡检完毕，现场正常", "Board, round finished, all normal"),
    /** A leak was found. */
    LEAK("leak", "中控，{0} 处发现泄漏", "Board, leak at {0}"),
    /** A fire was found. */
    FIRE("fire", "中控，{0} 处着火，请求紧急停车", "Board, fire at {0}, request emergency stop"),
    /** A machine is loud or shakes. */
    NOISE("noise", "中控，{0} 声音或振动异常", "Board, unusual noise or vibration at {0}"),
    /** Something was locked out. */
    LOCKED("locked", "中控，{0} 已上锁挂牌", "Board, {0} is locked and tagged"),
    /** The operator is in safety. */
    EVACUATED("evacuated", "中控，已撤到上风安全处", "Board, withdrawn upwind to safety"),
    /** Confirms what the board said. */
    RECEIVED("received", "收到", "Received"),
    /** Asks for something to be opened. */
    PLEASE_OPEN(Speaker.BOARD, "please-open", "外操，请打开 {0}", "Field, please open {0}"),
    /** Asks for something to be shut. */
    PLEASE_SHUT(Speaker.BOARD, "please-shut", "外操，请关闭 {0}", "Field, please shut {0}"),
    /** Asks for a machine to be started at its panel. */
    PLEASE_START(Speaker.BOARD, "please-start", "外操，请现场启动 {0}", "Field, please start {0} at its panel"),
    /** Asks for a machine to be stopped at its panel. */
    PLEASE_STOP(Speaker.BOARD, "please-stop", "外操，请现场停 {0}", "Field, please stop {0} at its panel"),
    /** Asks for a sample. */
    PLEASE_SAMPLE(Speaker.BOARD, "please-sample", "外操，请取样 {0}", "Field, please take the sample {0}"),
    /** Asks for a reading. */
    PLEASE_READ(Speaker.BOARD, "please-read", "外操，请报 {0} 的读数", "Field, please tell the reading of {0}"),
    /** Lets the field operator do what he asked for. */
    GO_AHEAD(Speaker.BOARD, "go-ahead", "外操，可以操作", "Field, go ahead"),
    /** Lets the field operator wait. */
    NOT_YET(Speaker.BOARD, "not-yet", "外操，请先等待", "Field, please wait"),
    /** Confirms what the field operator said. */
    UNDERSTOOD(Speaker.BOARD, "understood", "外操，收到", "Field, understood");

    /** Who says a sentence. */
    private enum Speaker {
        FIELD,
        BOARD
    }

    private static final String TAG = "{0}";

    private final Speaker speaker;
    private final String id;
    private final String zh;
    private final String en;

    RadioSentence(String id, String zh, String en) {
        this(Speaker.FIELD, id, zh, en);
    }

    RadioSentence(Speaker speaker, String id, String zh, String en) {
        this.speaker = speaker;
        this.id = id;
        this.zh = zh;
        this.en = en;
    }

    /**
     * Its name in orders and signals.
     *
     * @return small letters and hyphens
     */
    public String id() {
        return id;
    }

    /**
     * Its words, with {@code {0}} where the tag belongs.
     *
     * @return both languages
     */
    public LocalText text() {
        return new LocalText(zh, en);
    }

    /**
     * The sentence as it is said.
     *
     * @param tag what it is about; not used by a sentence about nothing
     * @return both languages
     */
    public LocalText about(String tag) {
        return new LocalText(zh.replace(TAG, tag), en.replace(TAG, tag));
    }

    @Override
    public String in(Locale locale) {
        return text().in(locale);
    }

    /**
     * Whether it speaks of a device or place, so that a tag belongs to it.
     *
     * @return true if so
     */
    public boolean aboutSomething() {
        return zh.contains(TAG);
    }

    /**
     * Whether the board says it to the field, and not the field to the board.
     *
     * @return true if so
     */
    public boolean byBoard() {
        return speaker == Speaker.BOARD;
    }

    /**
     * The sentence of a name.
     *
     * @param id its name
     * @return the sentence; empty if there is none of that name
     */
    public static Optional<RadioSentence> of(String id) {
        return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
    }

    /**
     * The names of all.
     *
     * @return in order
     */
    public static List<String> ids() {
        return Arrays.stream(values()).map(RadioSentence::id).toList();
    }
}
