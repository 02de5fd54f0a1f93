package org.openots.hazop.worksheet;

import java.util.Map;
import java.util.Optional;
import org.openots.hazop.study.Column;
import org.openots.hazop.study.Study;
import org.openots.hazop.wording.Wordings;

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

    /**
     * What the answers of a deviation can earn.
     *
     * @param study the study
     * @param deviation id of the deviation
     * @return the limits
     */
    RowLimits limits(Study study, String deviation);

    /**
     * Scores the rating of a deviation again, after people decided what else stands in its row.
     *
     * @param sheet the worksheet, with the deviation submitted
     * @param study the study it was written for
     * @param deviation id of the deviation
     * @param founded whether anything else in the row earns something or still may
     * @return the score of the rating; nothing when none was given, or ratings are not scored
     */
    Optional<AnswerScore> rating(SheetState sheet, Study study, String deviation, boolean founded);

    /**
     * Reads one answer for an examiner.
     *
     * @param study the study
     * @param deviation id of the deviation
     * @param column where it stands
     * @param text one answer
     * @return how it is read
     */
    AnswerReading read(Study study, String deviation, Column column, String text);

    /**
     * A scorer that knows more; this one stays as it is.
     *
     * @param wordings what people have approved
     * @return the scorer, with the version of the wordings in its own
     */
    WorksheetScorer with(Wordings wordings);

    /**
     * Which scorer this is; recorded with every score.
     *
     * @return names model, lexicon and wordings with their versions
     */
    String version();

    /**
     * The words it knows.
     *
     * @return id of what each means, by word; ids stand for themselves
     */
    Map<String, String> vocabulary();

    /**
     * The one form of texts that differ only in width, case, spaces or traditional characters.
     *
     * @param text what was typed
     * @return the form
     */
    String normal(String text);
}
