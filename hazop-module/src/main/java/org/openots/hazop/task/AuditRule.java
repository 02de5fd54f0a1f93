package org.openots.hazop.task;

import java.util.Arrays;
import org.openots.common.text.LocalText;

/** Rules that every worksheet must keep, whatever the plant. */
public enum AuditRule {
    /** A deviation without a row. */
    EMPTY(
            "偏离 {0} 没有内容。写下原因和后果；分析后认为没有有意义的原因，也要写明。",
            "Deviation {0} is empty. Write causes and consequences; if there are none of meaning, say so."),
    /** A cause without a consequence, or the other way round. */
    PAIR(
            "原因和后果没有成对：{0}。每个原因都要写到它的最终后果。",
            "Cause and consequence do not come in a pair: {0}. Follow every cause to its final consequence."),
    /** A line without a rating. */
    NOT_RATED("没有评级：{0}。初始风险和剩余风险都要评。", "Not rated: {0}. Give the initial and the remaining risk."),
    /** The remaining risk is higher than the initial one. */
    RISK_GROWS(
            "剩余风险 {0} 高于初始风险，措施不能使风险增加。改正评级。",
            "The remaining risk {0} is higher than the initial one; measures cannot increase a risk. Correct the rating."),
    /** The risk falls though there is no safeguard. */
    FALLS_ALONE(
            "没有现有措施，剩余风险却降到 {0}。补写措施，或把剩余风险改回初始风险。",
            "The risk falls to {0} without any safeguard. Name the safeguard, or leave the risk as it was."),
    /** A high remaining risk without a recommendation. */
    NO_RECOMMENDATION(
            "剩余风险 {0} 超过限度而没有建议措施（T/CCSAS 001）。提出建议。",
            "The remaining risk {0} is beyond the limit and there is no recommendation (T/CCSAS 001). Recommend something."),
    /** A safeguard that fails with the cause. */
    OWN_LOOP(
            "措施 {0} 与原因共用同一回路、仪表或执行机构，原因发生时它也失效。换成独立的措施。",
            "Safeguard {0} shares loop, instrument or final element with the cause and fails with it. Name an independent one."),
    /** A consequence that leans on a safeguard. */
    LEANS(
            "后果靠着保护措施 {0}。后果应假定全部措施失效（T/CCSAS 001 4.3.5.1 c），写到没有它会怎样。",
            "The consequence leans on safeguard {0}. Assume that all of them fail (T/CCSAS 001, 4.3.5.1 c) and go on to what"
                    + " happens without it."),
    /** A recommendation that nobody has to carry out. */
    NO_OWNER("建议“{0}”没有责任人或完成日期。两项都要填。", "Recommendation \"{0}\" has no owner or date. Fill in both.");

    private final String zh;
    private final String en;

    AuditRule(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /**
     * The word in journals and on the wire.
     *
     * @return for example {@code own-loop}
     */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static AuditRule of(String word) {
        return Arrays.stream(values())
                .filter(rule -> rule.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("rule " + word));
    }

    LocalText about(String zhValue, String enValue) {
        return new LocalText(zh.replace("{0}", zhValue), en.replace("{0}", enValue));
    }
}
