package org.openots.hazop.study;

import org.openots.common.error.ErrorCode;

/** Rules that a study of right form can still break. Placeholder 0 of each message is the place. */
public enum RuleError implements ErrorCode {
    /** A guide word that makes no sense with the parameter: place, guide word, parameter, those that do. */
    GUIDE_WORD("OTS-HAZ-011"),
    /** A tag stands in a node, but its register says another: place, tag, node of the register. */
    TAG_NODE("OTS-HAZ-012"),
    /** A tag of the register stands in no list of its node: place, tag, node. */
    TAG_NOT_LISTED("OTS-HAZ-013"),
    /** A recommended tag is used as if it existed: place, tag. */
    NOT_THERE_YET("OTS-HAZ-014"),
    /** A consequence leans on a protective device and does not say so: place, tag, its name. */
    LEANS_ON_SAFEGUARD("OTS-HAZ-015"),
    /** A safeguard is the control loop that fails as the cause: place, safeguard, cause, tag. */
    OWN_LOOP("OTS-HAZ-016"),
    /** A row without scenarios: place, row. */
    NO_SCENARIO("OTS-HAZ-017"),
    /** An existing risk above the limit without recommendation: place, scenario or row, band. */
    NO_RECOMMENDATION("OTS-HAZ-018"),
    /** The risk of a row is not that of its worst scenario: place, rating found, rating needed, scenario. */
    NOT_THE_WORST("OTS-HAZ-019"),
    /** A risk that grows with a measure: place, rating, rating before. */
    RISK_GROWS("OTS-HAZ-020"),
    /** A rating that the matrix does not have: place, rating, matrix. */
    NO_CELL("OTS-HAZ-021"),
    /** Proof rests on a cause that cannot be played: place, cause. */
    CAUSE_NOT_PLAYED("OTS-HAZ-022"),
    /** No cause of the row can be played: place, row. */
    NOTHING_TO_PLAY("OTS-HAZ-023"),
    /** A safeguard that cannot be taken away in the simulator: place, safeguard. */
    CANNOT_BE_DISABLED("OTS-HAZ-024"),
    /** An order after the end of the run: place, time, end. */
    TOO_LATE("OTS-HAZ-025"),
    /** A protection layer with credit that is no candidate: place, safeguard. */
    NO_CANDIDATE("OTS-HAZ-026"),
    /** One tag in two protection layers: place, tag, the other layer. */
    TAG_IN_TWO_LAYERS("OTS-HAZ-027"),
    /** The same layer twice: place, safeguard. */
    LAYER_TWICE("OTS-HAZ-028"),
    /** A protection layer that does not act in the scenario: place, safeguard, scenario. */
    LAYER_ELSEWHERE("OTS-HAZ-029"),
    /** The frequency of an analysis is not that of its cause: place, frequency, cause, its frequency. */
    OTHER_FREQUENCY("OTS-HAZ-030"),
    /** A played study without a plant: place. */
    NO_PLANT("OTS-HAZ-031"),
    /** A row without causes: place, row. */
    NO_CAUSE("OTS-HAZ-032"),
    /** Two items of a row have the same text: place, item, the other item. */
    SAME_TEXT("OTS-HAZ-033"),
    /** Two rows have node, parameter, guide word and text in common: place, row, the other row. */
    SAME_DEVIATION("OTS-HAZ-034"),
    /** A frequency that no cause can have: place, frequency, highest, both per year. */
    ABSURD_FREQUENCY("OTS-HAZ-035"),
    /** A text is in the other language: place, language needed. */
    OTHER_LANGUAGE("OTS-HAZ-036"),
    /** An id with a blank: place, id. */
    BLANK_IN_ID("OTS-HAZ-037"),
    /** A word of a frame that the lexicon does not know: place, word, what it must be. */
    FRAME_WORD("OTS-HAZ-038"),
    /** A band of version 0.1 that is not that of the score: place, band, score, band needed. */
    OTHER_BAND("OTS-HAZ-039"),
    /** A result of version 0.1 that does not follow from its factors: place, result, result needed. */
    OTHER_RESULT("OTS-HAZ-040");

    private final String code;

    RuleError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.hazop.study.RuleMessages";
    }
}
