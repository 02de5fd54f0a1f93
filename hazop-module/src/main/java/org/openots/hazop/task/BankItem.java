package org.openots.hazop.task;

import java.util.Optional;
import org.openots.common.text.LocalText;

/**
 * A question of the bank with what is known about it.
 *
 * @param level the lowest level it is meant for
 * @param area what it is about
 * @param cognitive what it asks of the mind
 * @param source where the fact stands
 * @param plant the plant it is about; nothing for one of any plant
 * @param question the question
 */
public record BankItem(
        TaskLevel level,
        KnowledgeArea area,
        Cognitive cognitive,
        Source source,
        Optional<String> plant,
        Question question) {
    /** What a question asks of the mind. */
    public enum Cognitive {
        /** 记忆. */
        REMEMBER,
        /** 理解. */
        UNDERSTAND,
        /** 应用. */
        APPLY,
        /** 分析. */
        ANALYSE
    }

    /**
     * Where a fact stands.
     *
     * @param document the standard, study or plant document
     * @param clause chapter, clause or table in it
     */
    public record Source(String document, LocalText clause) {}

    /**
     * Its id.
     *
     * @return the id of its question
     */
    public String id() {
        return question.id();
    }
}
