package org.openots.instructor.hazop;

import org.openots.hazop.worksheet.SheetState;

/** When a student may see what became of his answers. */
public final class SheetFeedback {
    private SheetFeedback() {}

    /**
     * A senior worksheet is worked on as in the examination: nothing is shown before its score is released.
     *
     * @param state a worksheet
     * @param result where it stands
     * @return whether scores and reasons of what is submitted are shown
     */
    public static boolean shown(SheetState state, SheetResult result) {
        boolean examination = state.head().level().equals(SheetScope.Level.SENIOR.word());
        return !examination || result.state() == SheetResult.State.RELEASED;
    }
}
