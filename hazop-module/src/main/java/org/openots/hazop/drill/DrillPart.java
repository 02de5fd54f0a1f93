package org.openots.hazop.drill;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openots.common.text.LocalText;

/** What a drill gives points for. */
public enum DrillPart {
    /** Naming the deviations. */
    DEVIATION(Group.DEVIATION, "偏离判断", "Deviation"),
    /** Naming the causes. */
    CAUSE(Group.CAUSE, "原因判断", "Cause"),
    /** Choosing the first action from a list. */
    ACTION(Group.ACTIONS, "首要处置", "First action"),
    /** Carrying the response out in the plant, in order. */
    SEQUENCE(Group.ACTIONS, "处置操作", "Response"),
    /** Deciding whether to stop the plant. */
    DECISION(Group.ACTIONS, "停车决策", "Decision"),
    /** Naming the safeguard whose loss lets the harm happen, and playing the scenario without it. */
    SAFEGUARD(Group.ACTIONS, "措施论证", "Safeguard"),
    /** Telling which limits and trips were reached in that play. */
    LIMIT(Group.ACTIONS, "失去措施后达到的限值", "Limits reached without it"),
    /** Incident note: when the first alarm came. */
    ALARM_TIME(Group.ACTIONS, "记录：首个报警时间", "Note: time of the first alarm"),
    /** Incident note: which interlocks tripped. */
    TRIPPED(Group.ACTIONS, "记录：动作的联锁", "Note: interlocks that tripped"),
    /** Incident note: whether the plant was stopped. */
    DONE(Group.ACTIONS, "记录：是否紧急停车", "Note: whether the plant was stopped"),
    /** Incident note: the state the plant was left in. */
    STATE(Group.ACTIONS, "记录：最后状态", "Note: resulting state"),
    /** Being quick. */
    TIME(Group.TIME, "判断时间", "Time");

    /** Columns of the certificate's table, over which 100 points are spread at every level. */
    public enum Group {
        /** 偏离. */
        DEVIATION,
        /** 原因. */
        CAUSE,
        /** 处置: everything that is decided, done and written down after the diagnosis. */
        ACTIONS,
        /** 时间. */
        TIME
    }

    private final Group group;
    private final String zh;
    private final String en;

    DrillPart(Group group, String zh, String en) {
        this.group = group;
        this.zh = zh;
        this.en = en;
    }

    /**
     * The column of the table it counts in.
     *
     * @return the group
     */
    public Group group() {
        return group;
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
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a trainee answers it by choosing, and not by operating the plant or with a number. */
    boolean chosen() {
        return this != SEQUENCE && this != TIME && this != ALARM_TIME;
    }

    /** Whether several may be chosen. */
    boolean several() {
        return this == DEVIATION || this == CAUSE || this == LIMIT || this == TRIPPED;
    }

    /** Whether it stands fast once the trainee has seen the scenario played. */
    boolean beforeTrial() {
        return this == DEVIATION || this == CAUSE || this == DECISION;
    }

    /** The parts that are answered by choosing, in their order. */
    static List<DrillPart> questions() {
        return Arrays.stream(values()).filter(DrillPart::chosen).toList();
    }

    static Optional<DrillPart> of(String word) {
        return Arrays.stream(values()).filter(part -> part.word().equals(word)).findFirst();
    }
}
