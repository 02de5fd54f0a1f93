package org.openots.hazop.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openots.common.text.LocalText;

/**
 * A task as one attempt has it: with the questions drawn for it, in its own order.
 *
 * @param pages its pages
 */
public record TaskForm(List<Page> pages) {
    /** Keeps an unmodifiable copy. */
    public TaskForm {
        pages = List.copyOf(pages);
    }

    /**
     * A page.
     *
     * @param id of the section
     * @param title its name
     * @param text what must be read first
     * @param afterSheet whether it is shown only when the worksheet is handed in
     * @param questions its questions
     */
    public record Page(
            String id, LocalText title, Optional<LocalText> text, boolean afterSheet, List<Question> questions) {
        /** Keeps an unmodifiable copy. */
        public Page {
            questions = List.copyOf(questions);
        }
    }

    /** Draws and orders the questions: the same seed gives the same paper. */
    static TaskForm of(TrainingTask task, List<BankItem> bank, Shuffle shuffle) {
        List<Page> pages = new ArrayList<>();
        for (Section section : task.sections()) {
            List<Question> questions = new ArrayList<>();
            section.questions().forEach(question -> questions.add(question.shuffled(shuffle)));
            for (Section.Draw draw : section.draws()) {
                List<BankItem> from = candidates(
                        bank, draw.area(), task.head().level(), task.head().plant());
                shuffle.of(section.id(), from, BankItem::id).stream()
                        .limit(draw.count())
                        .map(item -> item.question().weighing(draw.weight()).shuffled(shuffle))
                        .forEach(questions::add);
            }
            pages.add(new Page(section.id(), section.title(), section.text(), section.afterSheet(), questions));
        }
        return new TaskForm(pages);
    }

    /** Items of the bank for a level and a plant. */
    static List<BankItem> candidates(List<BankItem> bank, KnowledgeArea area, TaskLevel level, String plant) {
        return bank.stream()
                .filter(item -> item.area() == area
                        && item.level() == level
                        && item.plant().orElse(plant).equals(plant))
                .toList();
    }

    /**
     * All questions.
     *
     * @return page by page
     */
    public List<Question> questions() {
        return pages.stream().flatMap(page -> page.questions().stream()).toList();
    }

    /**
     * A question by id.
     *
     * @param id its id
     * @return the question, or nothing
     */
    public Optional<Question> question(String id) {
        return questions().stream().filter(question -> question.id().equals(id)).findFirst();
    }
}
