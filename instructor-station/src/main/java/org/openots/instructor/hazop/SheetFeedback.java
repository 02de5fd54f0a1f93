package org.openots.instructor.hazop;

import org.openots.hazop.worksheet.SheetState;

/** When a student may see what became of his answers. */
public final class SheetFeedback {
    private SheetFeedback() {}

    /**
     * A senior worksheet is worked on as in the examination: reasons are shown when it is handed in.
     *
     * @param state a worksheet
     * @return whether scores and reasons of what is submitted are shown
     */
    public static boolean shown(SheetState state) {
        boolean examination = state.head().level().equals(SheetScope.Level.SENIOR.word());
        return !examination || state.handIn().isPresent();
    }
}
