package org.openots.hazop.drill;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.openots.common.text.LocalText;

/** What a drill gives points for. */
public enum DrillPart {
    /** Naming the deviations. */
    DEVIATION("偏离判断", "Deviation"),
    /** Naming the causes. */
    CAUSE("原因判断", "Cause"),
    /** Choosing the first action from a list. */
    ACTION("首要处置", "First action"),
    /** Carrying the response out in the plant, in order. */
    SEQUENCE("处置操作", "Response"),
    /** Deciding whether to stop the plant. */
    DECISION("停车决策", "Decision"),
    /** Naming the safeguard whose loss lets the harm happen. */
    SAFEGUARD("措施论证", "Safeguard"),
    /** Being quick. */
    TIME("判断时间", "Time");

    private final String zh;
    private final String en;

    DrillPart(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /**
     * Its name for people.
     *
     * @return the name in both languages
     */
    public LocalText text() {
        return new LocalText(zh, en);
    }

    /**
     * The word in files, on the wire and as verb of an answer.
     *
     * @return for example {@code deviation}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a trainee answers it by choosing, and not by operating the plant. */
    boolean chosen() {
        return this != SEQUENCE && this != TIME;
    }

    /** Whether several may be chosen. */
    boolean several() {
        return this == DEVIATION || this == CAUSE;
    }

    static Optional<DrillPart> of(String word) {
        return Arrays.stream(values()).filter(part -> part.word().equals(word)).findFirst();
    }
}
