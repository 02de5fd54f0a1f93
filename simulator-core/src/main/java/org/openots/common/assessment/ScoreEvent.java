package org.openots.common.assessment;

import java.util.List;
import java.util.Optional;
import org.openots.common.expression.Reading;
import org.openots.common.text.LocalText;

/**
 * Points earned or lost, with the proof.
 *
 * @param ruleId step, quality item or penalty
 * @param category which kind of rule
 * @param reason why
 * @param text why, for people
 * @param tick when
 * @param time when, s of model time
 * @param earned points earned by this event, 0 or more
 * @param lost points lost by this event; negative when a loss is taken back by the cap of all penalties
 * @param evidence signals with values and limits at that moment
 * @param before the last operation that concerns the rule, when there was one
 */
public record ScoreEvent(
        String ruleId,
        Category category,
        Reason reason,
        LocalText text,
        long tick,
        double time,
        double earned,
        double lost,
        List<Reading> evidence,
        Optional<CommandRecord> before) {
    /** Keeps an unmodifiable copy. */
    public ScoreEvent {
        evidence = List.copyOf(evidence);
    }

    /** The same event with another loss. */
    ScoreEvent withLost(double points) {
        return new ScoreEvent(ruleId, category, reason, text, tick, time, earned, points, evidence, before);
    }

    /** Kinds of rules. */
    public enum Category {
        /** 步骤分. */
        STEP,
        /** 质量分. */
        QUALITY,
        /** 扣分. */
        PENALTY
    }
}
