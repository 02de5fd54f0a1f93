package org.openots.hazop.study;

import java.util.List;

/**
 * The meaning of a key item as subjects and states.
 *
 * @param must what an answer has to say
 * @param any of which an answer has to say at least one, unless empty
 * @param reject what makes an answer wrong
 */
public record Frame(List<Statement> must, List<Statement> any, List<Statement> reject) {
    /** Keeps unmodifiable copies. */
    public Frame {
        must = List.copyOf(must);
        any = List.copyOf(any);
        reject = List.copyOf(reject);
    }

    /**
     * Something in a state.
     *
     * @param subject a tag or a noun of the lexicon
     * @param state a state of the lexicon, for example {@code stopped}
     */
    public record Statement(String subject, String state) {}
}
