package org.openots.common.assessment;

import java.util.List;
import java.util.Locale;
import org.openots.common.error.ErrorCode;
import org.openots.common.error.Messages;
import org.openots.common.text.LocalText;

/** Why points were earned or lost; the sentences that explain a score. */
public enum Reason implements ErrorCode {
    /** Done in time. Step, points. */
    STEP_DONE("OTS-SCORE-001"),
    /** Done late. Step, points, of points, seconds taken, seconds for full marks. */
    STEP_LATE("OTS-SCORE-002"),
    /** Done out of turn. Step, points, of points, missing predecessors. */
    STEP_EARLY("OTS-SCORE-003"),
    /** Done without a strict predecessor. Step, points lost, missing predecessors. */
    STEP_WRONG("OTS-SCORE-004"),
    /** Undone. Step, points lost. */
    STEP_REGRESSED("OTS-SCORE-005"),
    /** Done again after it was undone. Step, points, of points. */
    STEP_EARNED_AGAIN("OTS-SCORE-006"),
    /** Already done at the beginning. Step, points spread over the others. */
    STEP_WAIVED("OTS-SCORE-007"),
    /** An alternative was done. Step, the alternative. */
    STEP_ALTERNATIVE("OTS-SCORE-008"),
    /** Begun but not done. Step, points, of points. */
    STEP_UNFINISHED("OTS-SCORE-009"),
    /** Could be begun and was not. Step, points lost. */
    STEP_NOT_BEGUN("OTS-SCORE-010"),
    /** Never came up. Step, points lost, missing predecessors. */
    STEP_NOT_REACHED("OTS-SCORE-011"),
    /** Quality over its window. Item, points, of points, percent of the window, seconds of the window. */
    QUALITY_MEAN("OTS-SCORE-012"),
    /** The window of a quality item never opened. Item, points lost. */
    QUALITY_NOT_BEGUN("OTS-SCORE-013"),
    /** A penalty. What happened, points lost, how often so far. */
    PENALTY("OTS-SCORE-014"),
    /** A penalty that is at its maximum. What happened, maximum, how often so far. */
    PENALTY_AT_MAXIMUM("OTS-SCORE-015"),
    /** Order violated. Step, points lost, missing predecessors. */
    ORDER_PENALTY("OTS-SCORE-016"),
    /** The cap of all penalties. Sum, cap. */
    PENALTY_CAP("OTS-SCORE-017"),
    /** A hidden fault was noticed. By what, seconds after its onset, points, of points. */
    FAULT_NOTICED("OTS-SCORE-018"),
    /** A hidden fault was not noticed. Points lost. */
    FAULT_MISSED("OTS-SCORE-019"),
    /** The diagnosis is right. Points. */
    DIAGNOSIS_RIGHT("OTS-SCORE-020"),
    /** The diagnosis names another fault of the same unit. The unit, points, of points. */
    DIAGNOSIS_UNIT("OTS-SCORE-021"),
    /** The diagnosis is wrong. Points lost. */
    DIAGNOSIS_WRONG("OTS-SCORE-022"),
    /** Nothing was named. Points lost. */
    DIAGNOSIS_MISSING("OTS-SCORE-023"),
    /** No fault began that the task is about, so nothing can be scored. Points lost. */
    FAULT_ABSENT("OTS-SCORE-024"),
    /** Something abnormal was reported while there was no fault. Points lost, how often so far. */
    FALSE_MARK("OTS-SCORE-025");

    private final String code;

    Reason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.common.assessment.Reason";
    }

    LocalText text(Object... arguments) {
        List<Object> values = List.of(arguments);
        return new LocalText(
                Messages.render(this, values, Locale.SIMPLIFIED_CHINESE),
                Messages.render(this, values, Locale.ENGLISH));
    }
}
