package org.openots.hazop.worksheet;

import org.openots.hazop.study.Study;

/**
 * Scores what a student wrote for one deviation against the study's key. The one seam between the worksheet and the
 * scoring; found through {@link java.util.ServiceLoader}. Stateless and safe for several threads: worksheets of a class
 * are handed in together.
 */
public interface WorksheetScorer {
    /**
     * Scores a deviation.
     *
     * <p>The same worksheet and study always give the same score. Every answer gets exactly one of three outcomes with a
     * reason in both languages: credit (full or half), zero, or to the examiner; an answer the scorer is not sure of
     * goes to the examiner. A deviation without rows has a score with no answers.
     *
     * @param sheet the worksheet, with the deviation submitted
     * @param study the study it was written for
     * @param deviation id of the deviation
     * @return the score
     */
    DeviationScore score(SheetState sheet, Study study, String deviation);
}
