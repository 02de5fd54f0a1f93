package org.openots.hazop.review;

/**
 * An answer of a worksheet by its place in the score, which never changes once it is there.
 *
 * @param sheet id of the worksheet
 * @param deviation id of the deviation
 * @param index place in the list of the deviation's answers, from 0
 */
public record AnswerRef(String sheet, String deviation, int index) {
    /**
     * For messages.
     *
     * @return for example {@code h20260301-080000-0f0001 D13 #2}
     */
    public String text() {
        return sheet + " " + deviation + " #" + (index + 1);
    }
}
