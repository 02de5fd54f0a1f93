package org.openots.hazop.scoring;

import java.util.List;
import org.openots.hazop.study.Study;

/**
 * A study and what people answered to it.
 *
 * @param study the study
 * @param sets labelled sets, one a writer
 */
public record StudySets(Study study, List<AnswerSet> sets) {
    /** Copies the list. */
    public StudySets {
        sets = List.copyOf(sets);
    }
}
