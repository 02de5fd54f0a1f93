package org.openots.hazop.task;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Things of a plant's drawing to be shared out among nodes. A word of the answer is {@code thing=node}.
 *
 * @param head id, words, weight
 * @param nodes the nodes; their texts say what each is for, or only number them
 * @param named whether the nodes are given by name; otherwise any numbering of the student's is as good as the key's
 * @param things equipment, valves and pumps on the lines, by tag
 * @param keys ways to share them out that are equally right, each with the node of every thing
 */
public record NodeSplit(
        QuestionHead head, List<Labelled> nodes, boolean named, List<Labelled> things, List<Map<String, String>> keys)
        implements Question {
    /** Overlap (intersection over union) from which a node counts whole, and from which half. */
    static final double FULL = 0.8;

    private static final double PARTLY = 0.5;

    /** Keeps unmodifiable copies. */
    public NodeSplit {
        nodes = List.copyOf(nodes);
        things = List.copyOf(things);
        keys = List.copyOf(keys);
    }

    @Override
    public String kind() {
        return "nodes";
    }

    @Override
    public boolean ofFrame() {
        return true;
    }

    @Override
    public List<String> key() {
        return Pairs.write(keys.get(0));
    }

    @Override
    public boolean fits(List<String> answer) {
        return read(answer).isPresent();
    }

    private Optional<Map<String, String>> read(List<String> answer) {
        return Pairs.read(answer, ids(things), ids(nodes));
    }

    private static Set<String> ids(List<Labelled> list) {
        return list.stream().map(Labelled::id).collect(Collectors.toSet());
    }

    @Override
    public double share(List<String> answer) {
        Map<String, Set<String>> drawn = groups(read(answer).orElse(Map.of()));
        return keys.stream().mapToDouble(key -> best(groups(key), drawn)).max().orElse(0);
    }

    private static Map<String, Set<String>> groups(Map<String, String> nodeOf) {
        Map<String, Set<String>> groups = new LinkedHashMap<>();
        nodeOf.forEach((thing, node) ->
                groups.computeIfAbsent(node, any -> new HashSet<>()).add(thing));
        return groups;
    }

    /** Mean over the nodes of the key; the student's numbers are taken in the order that fits best. */
    private double best(Map<String, Set<String>> key, Map<String, Set<String>> drawn) {
        if (named) {
            double sum = 0;
            for (Map.Entry<String, Set<String>> node : key.entrySet()) {
                sum += credit(node.getValue(), drawn.getOrDefault(node.getKey(), Set.of()));
            }
            return sum / key.size();
        }
        return assign(new ArrayList<>(key.values()), new ArrayList<>(drawn.values()), 0, new HashSet<>()) / key.size();
    }

    private static double assign(List<Set<String>> key, List<Set<String>> drawn, int at, Set<Integer> used) {
        if (at == key.size()) {
            return 0;
        }
        double best = assign(key, drawn, at + 1, used);
        for (int i = 0; i < drawn.size(); i++) {
            double credit = credit(key.get(at), drawn.get(i));
            if (credit > 0 && used.add(i)) {
                best = Math.max(best, credit + assign(key, drawn, at + 1, used));
                used.remove(i);
            }
        }
        return best;
    }

    private static double credit(Set<String> key, Set<String> drawn) {
        double overlap = overlap(key, drawn);
        if (overlap >= FULL) {
            return 1;
        }
        return overlap >= PARTLY ? PARTLY : 0;
    }

    private static double overlap(Set<String> one, Set<String> other) {
        Set<String> common = new HashSet<>(one);
        common.retainAll(other);
        int all = one.size() + other.size() - common.size();
        return all == 0 ? 0 : (double) common.size() / all;
    }

    /**
     * How well each node of the first key was met, for the feedback.
     *
     * @param answer words that fit
     * @return intersection over union by node of the key, 0 to 1
     */
    public Map<String, Double> overlaps(List<String> answer) {
        Map<String, Set<String>> drawn = groups(read(answer).orElse(Map.of()));
        Map<String, Double> result = new HashMap<>();
        groups(keys.get(0))
                .forEach((node, set) -> result.put(
                        node,
                        named
                                ? overlap(set, drawn.getOrDefault(node, Set.of()))
                                : drawn.values().stream()
                                        .mapToDouble(group -> overlap(set, group))
                                        .max()
                                        .orElse(0)));
        return result;
    }

    @Override
    public NodeSplit shuffled(Shuffle shuffle) {
        // by tag, as one looks for them in a list: files have them node by node
        List<Labelled> sorted =
                things.stream().sorted(Comparator.comparing(Labelled::id)).toList();
        return new NodeSplit(head, nodes, named, sorted, keys);
    }

    @Override
    public NodeSplit weighing(double points) {
        return new NodeSplit(head.weighing(points), nodes, named, things, keys);
    }
}
