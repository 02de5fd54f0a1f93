package org.openots.hazop.scoring;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.openots.hazop.study.Column;

/**
 * An answer and what people say it is worth.
 *
 * @param id its name in the set
 * @param deviationId the deviation it answers
 * @param column the column it stands in
 * @param text what was written
 * @param label what kind of answer people call it
 * @param keyIds items it earns credit for
 * @param nearKeyId the item it resembles
 * @param score 0, 0.5 or 1; nothing when it is sound but not in the key
 */
public record LabelledAnswer(
        String id,
        String deviationId,
        Column column,
        String text,
        String label,
        Set<String> keyIds,
        Optional<String> nearKeyId,
        OptionalDouble score) {
    /** Label of answers that are sound but not in the key. */
    public static final String OUTSIDE = "outside_key";

    /** Label of answers that are right in another column. */
    public static final String WRONG_COLUMN = "wrong_column";

    /** Copies the set. */
    public LabelledAnswer {
        keyIds = Set.copyOf(keyIds);
    }

    /**
     * Whether people find it sound although the key lacks it.
     *
     * @return true when an examiner should see it
     */
    public boolean outside() {
        return label.startsWith("outside");
    }

    /**
     * Whether it earns credit.
     *
     * @return true for half or whole credit
     */
    public boolean credited() {
        return score.orElse(0) > 0;
    }
}
