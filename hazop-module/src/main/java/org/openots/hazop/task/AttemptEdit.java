package org.openots.hazop.task;

import java.util.List;

/**
 * A new answer to a question.
 *
 * @param id made by the sender; the same id is done once
 * @param question the question
 * @param answer the words; empty takes the answer back
 */
public record AttemptEdit(String id, String question, List<String> answer) {
    /** Keeps an unmodifiable copy. */
    public AttemptEdit {
        answer = List.copyOf(answer);
    }
}
