package org.openots.hazop.review;

import org.openots.common.error.KindedError;

/** What can be wrong with a decision about a worksheet; the sentences are in {@code ReviewMessages}. */
public enum ReviewError implements KindedError {
    /** No such answer. */
    ANSWER_UNKNOWN("OTS-REV-001", Kind.UNKNOWN),
    /** More points than the answer can earn. */
    POINTS_RANGE("OTS-REV-002", Kind.FORM),
    /** The key item is not of this cell. */
    ITEM_UNKNOWN("OTS-REV-003", Kind.FORM),
    /** A reason is needed. */
    REASON_NEEDED("OTS-REV-004", Kind.STATE),
    /** The worksheet is released. */
    RELEASED("OTS-REV-005", Kind.STATE),
    /** The worksheet is not handed in. */
    NOT_HANDED_IN("OTS-REV-006", Kind.STATE),
    /** Answers wait for a person or the scorer. */
    NOT_READY("OTS-REV-007", Kind.STATE),
    /** The worksheet is not released. */
    NOT_RELEASED("OTS-REV-008", Kind.STATE),
    /** No appeals at this level or any more. */
    APPEAL_CLOSED("OTS-REV-009", Kind.STATE),
    /** There was an appeal against this answer. */
    APPEAL_TWICE("OTS-REV-010", Kind.STATE),
    /** There is no open appeal. */
    APPEAL_UNKNOWN("OTS-REV-011", Kind.STATE),
    /** The same person may not decide twice. */
    FOUR_EYES("OTS-REV-012", Kind.STATE),
    /** No such proposal. */
    PROPOSAL_UNKNOWN("OTS-REV-013", Kind.UNKNOWN),
    /** The proposal is decided. */
    PROPOSAL_DECIDED("OTS-REV-014", Kind.STATE),
    /** The wording makes something worse. */
    PROPOSAL_LOSES("OTS-REV-015", Kind.STATE),
    /** The lexicon has the word. */
    WORD_KNOWN("OTS-REV-016", Kind.STATE),
    /** The lexicon lacks the word that it should mean the same as. */
    WORD_UNKNOWN("OTS-REV-017", Kind.FORM),
    /** The journal cannot be read. */
    REVIEW_DAMAGED("OTS-REV-018", Kind.STORAGE),
    /** The journal cannot be written. */
    REVIEW_STORAGE("OTS-REV-019", Kind.STORAGE),
    /** There is no scorer to try a wording with. */
    NO_SCORER("OTS-REV-020", Kind.STATE),
    /** The study's version is not there. */
    STUDY_MISSING("OTS-REV-021", Kind.STORAGE);

    private final String code;
    private final Kind kind;

    ReviewError(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.hazop.review.ReviewMessages";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
