package org.openots.hazop.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a question offers, by numbers. The ids of options, rows and scenarios tell who wrote them and in which order, and
 * so which of them are right; a student is therefore told the place of each in the order of his attempt, from 1 on, and
 * nothing else. Journals keep the ids. Immutable.
 */
public final class OptionNumbers {
    private static final char NOTHING = 0;

    private final List<String> names;
    private final List<String> values;
    private final char sign;
    private final boolean numbered;

    private OptionNumbers(List<String> names, List<String> values, char sign, boolean numbered) {
        this.names = List.copyOf(names);
        this.values = List.copyOf(values);
        this.sign = sign;
        this.numbered = numbered;
    }

    /**
     * The numbers of a question.
     *
     * @param question in the order of an attempt
     * @return its numbers
     */
    public static OptionNumbers of(Question question) {
        if (question instanceof Choice choice) {
            List<String> ids = choice.options().stream().map(Choice.Option::id).toList();
            return new OptionNumbers(ids, List.of(), NOTHING, true);
        }
        if (question instanceof Ordering order) {
            return new OptionNumbers(ids(order.shown()), List.of(), NOTHING, true);
        }
        if (question instanceof Matching match) {
            return new OptionNumbers(ids(match.left()), ids(match.right()), '=', true);
        }
        if (question instanceof Grid grid) {
            return new OptionNumbers(ids(grid.rows()), ids(grid.columns()), '/', true);
        }
        if (question instanceof NodeSplit split) {
            return new OptionNumbers(ids(split.things()), ids(split.nodes()), '=', true);
        }
        if (question instanceof Ratings ratings) {
            List<Labelled> about =
                    ratings.scenarios().stream().map(Ratings.Scenario::about).toList();
            // severity and likelihood are numbers already
            return new OptionNumbers(ids(about), List.of(), '=', true);
        }
        return new OptionNumbers(List.of(), List.of(), NOTHING, false);
    }

    private static List<String> ids(List<Labelled> list) {
        return list.stream().map(Labelled::id).toList();
    }

    /**
     * Words of an answer as a student is told them.
     *
     * @param words ids, as in {@link Question#key()}
     * @return numbers in the place of the ids
     * @throws IllegalArgumentException if the question does not offer a word
     */
    public List<String> told(List<String> words) {
        return words.stream()
                .map(word -> translated(word, true).orElseThrow(() -> new IllegalArgumentException(word)))
                .toList();
    }

    /**
     * Words of an answer as a journal keeps them.
     *
     * @param words numbers, as a student sends them
     * @return ids in the place of the numbers; nothing when a word has another form or a number that is not offered
     */
    public Optional<List<String>> meant(List<String> words) {
        List<String> meant = new ArrayList<>();
        for (String word : words) {
            Optional<String> one = translated(word, false);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            meant.add(one.get());
        }
        return Optional.of(meant);
    }

    /**
     * The number of something that stands at the right of a pair.
     *
     * @param id for example of a node
     * @return from 1 on; 0 if it is not offered
     */
    public int value(String id) {
        return values.indexOf(id) + 1;
    }

    private Optional<String> translated(String word, boolean tell) {
        if (!numbered) {
            return Optional.of(word);
        }
        if (sign == NOTHING) {
            return translated(names, word, tell);
        }
        int at = word.indexOf(sign);
        if (at < 0) {
            return Optional.empty();
        }
        String value = word.substring(at + 1);
        Optional<String> second = values.isEmpty() ? Optional.of(value) : translated(values, value, tell);
        return translated(names, word.substring(0, at), tell).flatMap(name -> second.map(found -> name + sign + found));
    }

    private static Optional<String> translated(List<String> ids, String word, boolean tell) {
        if (tell) {
            int at = ids.indexOf(word);
            return at < 0 ? Optional.empty() : Optional.of(Integer.toString(at + 1));
        }
        for (int i = 0; i < ids.size(); i++) {
            if (word.equals(Integer.toString(i + 1))) {
                return Optional.of(ids.get(i));
            }
        }
        return Optional.empty();
    }
}
