package org.openots.hazop.task;

import java.util.List;
import java.util.Optional;
import org.openots.common.text.LocalText;

/**
 * A page of a task: questions of its own, and questions drawn from the bank.
 *
 * @param id its id
 * @param title its name
 * @param text what must be read first
 * @param afterSheet whether it is shown only when the worksheet of the task is handed in, because it would tell some of it
 * @param questions its own questions
 * @param draws how many questions of which area come from the bank
 */
public record Section(
        String id,
        LocalText title,
        Optional<LocalText> text,
        boolean afterSheet,
        List<Question> questions,
        List<Draw> draws) {
    /** Keeps unmodifiable copies. */
    public Section {
        questions = List.copyOf(questions);
        draws = List.copyOf(draws);
    }

    /**
     * Questions from the bank.
     *
     * @param area of knowledge
     * @param count how many
     * @param weight points of each
     */
    public record Draw(KnowledgeArea area, int count, double weight) {}
}
