package org.openots.hazop.task;

import java.util.HashSet;
import java.util.List;

/**
 * Steps to be put in order.
 *
 * @param head id, words, weight
 * @param steps the steps in the right order
 * @param shown the steps in the order in which they are offered
 */
public record Ordering(QuestionHead head, List<Labelled> steps, List<Labelled> shown) implements Question {
    /** Keeps unmodifiable copies. */
    public Ordering {
        steps = List.copyOf(steps);
        shown = List.copyOf(shown);
    }

    @Override
    public String kind() {
        return "order";
    }

    @Override
    public List<String> key() {
        return steps.stream().map(Labelled::id).toList();
    }

    @Override
    public boolean fits(List<String> answer) {
        return answer.isEmpty()
                || (answer.size() == steps.size() && new HashSet<>(answer).equals(new HashSet<>(key())));
    }

    /** Pairs in the right order less pairs in the wrong order: 1 for the right order, 0 for chance and for reversed. */
    @Override
    public double share(List<String> answer) {
        if (answer.isEmpty()) {
            return 0;
        }
        List<String> key = key();
        int balance = 0;
        int pairs = 0;
        for (int i = 0; i < answer.size(); i++) {
            for (int j = i + 1; j < answer.size(); j++) {
                pairs++;
                balance += key.indexOf(answer.get(i)) < key.indexOf(answer.get(j)) ? 1 : -1;
            }
        }
        return Math.max(0, (double) balance / pairs);
    }

    @Override
    public Ordering shuffled(Shuffle shuffle) {
        return new Ordering(head, steps, shuffle.of(head.id(), steps, Labelled::id));
    }

    @Override
    public Ordering weighing(double points) {
        return new Ordering(head.weighing(points), steps, shown);
    }
}
