package org.openots.hazop.task;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openots.common.text.LocalText;

/**
 * Options of which one, or some, are right.
 *
 * @param head id, words, weight
 * @param several whether more than one may be chosen
 * @param rule how several are scored
 * @param options what can be chosen
 */
public record Choice(QuestionHead head, boolean several, Rule rule, List<Option> options) implements Question {
    private static final double HALF = 0.5;

    /** Keeps an unmodifiable copy. */
    public Choice {
        options = List.copyOf(options);
    }

    /** How a choice of several is scored. */
    public enum Rule {
        /** Share of the right ones less share of the wrong ones, at least 0. */
        SHARE,
        /** All right ones and nothing else. */
        EXACT,
        /** As {@code EXACT}; half for some of the right ones and no wrong one. */
        HALF
    }

    /** What choosing an option does. */
    public enum Worth {
        /** It belongs to the answer. */
        RIGHT,
        /** It does not. */
        WRONG,
        /** It may be chosen or left. */
        EITHER
    }

    /**
     * An option.
     *
     * @param id its id
     * @param text what is read
     * @param worth what choosing it does
     */
    public record Option(String id, LocalText text, Worth worth) {}

    @Override
    public String kind() {
        return "choice";
    }

    @Override
    public List<String> key() {
        return of(Worth.RIGHT);
    }

    @Override
    public List<String> either() {
        return of(Worth.EITHER);
    }

    private List<String> of(Worth worth) {
        return options.stream()
                .filter(option -> option.worth() == worth)
                .map(Option::id)
                .toList();
    }

    @Override
    public boolean fits(List<String> answer) {
        Set<String> chosen = new HashSet<>(answer);
        return chosen.size() == answer.size()
                && (several || answer.size() <= 1)
                && options.stream().map(Option::id).toList().containsAll(chosen);
    }

    @Override
    public double share(List<String> answer) {
        List<String> right = key();
        List<String> wrong = of(Worth.WRONG);
        long hits = answer.stream().filter(right::contains).count();
        long misses = answer.stream().filter(wrong::contains).count();
        if (!several || rule == Rule.EXACT) {
            return hits == right.size() && misses == 0 ? 1 : 0;
        }
        if (rule == Rule.HALF) {
            double part = hits == right.size() ? 1 : HALF;
            return hits > 0 && misses == 0 ? part : 0;
        }
        double cost = wrong.isEmpty() ? 0 : (double) misses / wrong.size();
        return Math.max(0, (double) hits / right.size() - cost);
    }

    @Override
    public Choice shuffled(Shuffle shuffle) {
        if (options.stream().map(Option::id).toList().equals(QuestionReader.TRUE_FALSE_IDS)) {
            // which of the two is right does not follow from their order
            return this;
        }
        return new Choice(head, several, rule, shuffle.of(head.id(), options, Option::id));
    }

    @Override
    public Choice weighing(double points) {
        return new Choice(head.weighing(points), several, rule, options);
    }
}
