package org.openots.hazop.task;

import java.util.List;

/**
 * A question that is scored without matching texts. An answer is a list of words: ids of what is chosen, in the order
 * that matters, or pairs such as {@code flow/NO} and {@code z1=4/3}. The right answer has the same form.
 */
public sealed interface Question permits Choice, Numeric, Ordering, Matching, Grid, NodeSplit, Ratings {
    /**
     * What all questions have.
     *
     * @return id, words, weight
     */
    QuestionHead head();

    /**
     * Its kind as files write it.
     *
     * @return for example {@code choice}
     */
    String kind();

    /**
     * The right answer; of several equally right ones, one.
     *
     * @return words as in an answer
     */
    List<String> key();

    /**
     * Words that neither earn nor cost.
     *
     * @return words as in an answer
     */
    default List<String> either() {
        return List.of();
    }

    /**
     * Whether words can be an answer at all, right or wrong.
     *
     * @param answer the words
     * @return false for words that the question does not offer, or offers once
     */
    boolean fits(List<String> answer);

    /**
     * Whether the frame of a study, its nodes and deviations, answers it. A worksheet shows the frame.
     *
     * @return true for nodes on a drawing and for pairs of parameters and guide words
     */
    default boolean ofFrame() {
        return false;
    }

    /**
     * How much of the points an answer earns. Nothing answered and everything ticked earn nothing.
     *
     * @param answer words that fit
     * @return 0 to 1
     */
    double share(List<String> answer);

    /**
     * The question as one attempt shows it.
     *
     * @param shuffle the order of the attempt
     * @return the question with its options in that order
     */
    Question shuffled(Shuffle shuffle);

    /**
     * The question with other points.
     *
     * @param points for a right answer
     * @return the question
     */
    Question weighing(double points);

    /**
     * Its id.
     *
     * @return the id
     */
    default String id() {
        return head().id();
    }
}
