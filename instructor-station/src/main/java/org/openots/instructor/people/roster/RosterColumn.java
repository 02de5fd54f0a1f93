package org.openots.instructor.people.roster;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openots.common.text.LocalText;

/** The columns of a list of people, with the headings schools use for them. */
public enum RosterColumn {
    /** What a student signs in with. */
    ACCOUNT("学号", "student number", "学号 学员号 学生学号 学籍号 账号 帐号 studentnumber studentno studentid account id"),
    /** His name. */
    NAME("姓名", "name", "姓名 学生姓名 学员姓名 考生姓名 name fullname studentname"),
    /** His class. */
    CLASS("班级", "class", "班级 班级名称 行政班 行政班级 班别 所在班级 class classname"),
    /** His number as a citizen: checked and never kept. */
    ID_NUMBER("身份证号", "ID number", "身份证号 身份证 身份证号码 证件号 证件号码 公民身份号码 idnumber idcard idno"),
    /** His seat in the class. */
    SEAT("座位", "seat", "座位 座号 座位号 机位 机位号 机号 seat seatno");

    private final String zh;
    private final String en;
    /** Headings that mean it, without what does not count in them. */
    private final String aliases;

    RosterColumn(String zh, String en, String aliases) {
        this.zh = zh;
        this.en = en;
        this.aliases = aliases;
    }

    /**
     * Its heading in a new list.
     *
     * @return the words in both languages
     */
    public LocalText text() {
        return new LocalText(zh, en);
    }

    /**
     * Its name on the wire.
     *
     * @return for example {@code id-number}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Which column a heading names; spaces, stars, brackets and what is in them do not count. */
    static Optional<RosterColumn> of(String heading) {
        String plain = Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .replaceAll("\\([^)]*\\)|[\\s*:_\\-.\\u200b\\ufeff]", "")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(column -> List.of(column.aliases.split(" ")).contains(plain))
                .findFirst();
    }
}
