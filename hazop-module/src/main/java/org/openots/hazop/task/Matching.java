package org.openots.hazop.task;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Each thing on the left belongs to one on the right.
 *
 * @param head id, words, weight
 * @param left what is to be placed
 * @param right where it may belong
 * @param pairs where each left one belongs, by id
 */
public record Matching(QuestionHead head, List<Labelled> left, List<Labelled> right, Map<String, String> pairs)
        implements Question {
    /** Keeps unmodifiable copies. */
    public Matching {
        left = List.copyOf(left);
        right = List.copyOf(right);
        pairs = Collections.unmodifiableMap(new LinkedHashMap<>(pairs));
    }

    @Override
    public String kind() {
        return "match";
    }

    @Override
    public List<String> key() {
        return Pairs.write(pairs);
    }

    @Override
    public boolean fits(List<String> answer) {
        return Pairs.read(answer, ids(left), ids(right)).isPresent();
    }

    private static Set<String> ids(List<Labelled> list) {
        return list.stream().map(Labelled::id).collect(Collectors.toSet());
    }

    /** Right pairs, less what chance gives for the wrong ones: everything placed in one spot earns nothing on average. */
    @Override
    public double share(List<String> answer) {
        List<String> key = key();
        long hits = answer.stream().filter(key::contains).count();
        double chance = (double) (answer.size() - hits) / (right.size() - 1);
        return Math.max(0, (hits - chance) / left.size());
    }

    @Override
    public Matching shuffled(Shuffle shuffle) {
        return new Matching(
                head,
                shuffle.of(head.id() + "<", left, Labelled::id),
                shuffle.of(head.id() + ">", right, Labelled::id),
                pairs);
    }

    @Override
    public Matching weighing(double points) {
        return new Matching(head.weighing(points), left, right, pairs);
    }
}
