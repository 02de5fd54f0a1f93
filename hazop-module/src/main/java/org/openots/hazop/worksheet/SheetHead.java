package org.openots.hazop.worksheet;

import java.util.List;

/**
 * What a worksheet is about; fixed when it is opened.
 *
 * @param id id of the worksheet
 * @param owner account of the student
 * @param study what is studied
 * @param level {@code junior}, {@code intermediate} or {@code senior}
 * @param deviations ids of the deviations in the order of the worksheet
 * @param opened epoch milliseconds, for people only
 */
public record SheetHead(String id, String owner, StudyRef study, String level, List<String> deviations, long opened) {
    /** Freezes the deviations. */
    public SheetHead {
        deviations = List.copyOf(deviations);
    }

    /**
     * A study as it was when the worksheet was opened.
     *
     * @param id id of the study
     * @param digest digest of its file, so that a score is never computed with another key unnoticed
     * @param severities highest severity of its risk matrix
     * @param likelihoods highest likelihood of its risk matrix
     */
    public record StudyRef(String id, String digest, int severities, int likelihoods) {}
}
