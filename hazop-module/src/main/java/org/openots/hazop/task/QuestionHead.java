package org.openots.hazop.task;

import org.openots.common.text.LocalText;

/**
 * What all questions have.
 *
 * @param id its id, unique in a task or in the bank
 * @param prompt what is asked
 * @param why why the right answer is right; shown with the score only
 * @param weight points for a right answer, positive
 */
public record QuestionHead(String id, LocalText prompt, LocalText why, double weight) {
    QuestionHead weighing(double points) {
        return new QuestionHead(id, prompt, why, points);
    }
}
