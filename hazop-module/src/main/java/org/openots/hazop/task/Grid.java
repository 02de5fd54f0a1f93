package org.openots.hazop.task;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Pairs of a row and a column to be ticked, such as parameters and guide words of a node. A word of the answer is
 * {@code row/column}.
 *
 * @param head id, words, weight
 * @param rows for example parameters
 * @param columns for example guide words
 * @param right pairs that make a meaningful deviation
 * @param either pairs about which teams differ
 */
public record Grid(
        QuestionHead head, List<Labelled> rows, List<Labelled> columns, List<String> right, List<String> either)
        implements Question {
    /** Keeps unmodifiable copies. */
    public Grid {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        right = List.copyOf(right);
        either = List.copyOf(either);
    }

    @Override
    public String kind() {
        return "grid";
    }

    @Override
    public boolean ofFrame() {
        return true;
    }

    @Override
    public List<String> key() {
        return right;
    }

    /** All pairs there are. */
    Set<String> pairs() {
        Set<String> all = new HashSet<>();
        rows.forEach(row -> columns.forEach(column -> all.add(row.id() + "/" + column.id())));
        return all;
    }

    @Override
    public boolean fits(List<String> answer) {
        return new HashSet<>(answer).size() == answer.size() && pairs().containsAll(answer);
    }

    /** A wrong tick costs what a right one earns. */
    @Override
    public double share(List<String> answer) {
        long hits = answer.stream().filter(right::contains).count();
        long neutral = answer.stream().filter(either::contains).count();
        long wrong = answer.size() - hits - neutral;
        return Math.max(0, (double) (hits - wrong) / right.size());
    }

    @Override
    public Grid shuffled(Shuffle shuffle) {
        return this;
    }

    @Override
    public Grid weighing(double points) {
        return new Grid(head.weighing(points), rows, columns, right, either);
    }
}
