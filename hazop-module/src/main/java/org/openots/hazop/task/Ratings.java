package org.openots.hazop.task;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openots.hazop.risk.Rating;

/**
 * Scenarios to be placed in a risk matrix. A word of the answer is {@code scenario=severity/likelihood}.
 *
 * @param head id, words, weight
 * @param scenarios what is to be rated
 * @param severities highest severity of the matrix
 * @param likelihoods highest likelihood of the matrix
 */
public record Ratings(QuestionHead head, List<Scenario> scenarios, int severities, int likelihoods)
        implements Question {
    /** Credit for a neighbouring cell. */
    private static final double NEIGHBOUR = 0.5;

    /** Keeps an unmodifiable copy. */
    public Ratings {
        scenarios = List.copyOf(scenarios);
    }

    /**
     * A scenario.
     *
     * @param about its id and what is read
     * @param rating its cell
     */
    public record Scenario(Labelled about, Rating rating) {}

    @Override
    public String kind() {
        return "rating";
    }

    @Override
    public List<String> key() {
        return scenarios.stream()
                .map(one -> one.about().id() + "=" + one.rating().severity() + "/"
                        + one.rating().likelihood())
                .toList();
    }

    @Override
    public boolean fits(List<String> answer) {
        return Pairs.read(answer, ids(), cells()).isPresent();
    }

    private Set<String> ids() {
        return scenarios.stream().map(one -> one.about().id()).collect(Collectors.toSet());
    }

    private Set<String> cells() {
        Set<String> cells = new HashSet<>();
        for (int severity = 1; severity <= severities; severity++) {
            for (int likelihood = 1; likelihood <= likelihoods; likelihood++) {
                cells.add(severity + "/" + likelihood);
            }
        }
        return cells;
    }

    @Override
    public double share(List<String> answer) {
        var given = Pairs.read(answer, ids(), cells()).orElseThrow();
        double sum = 0;
        for (Scenario one : scenarios) {
            sum += Optional.ofNullable(given.get(one.about().id()))
                    .map(cell -> credit(one.rating(), cell))
                    .orElse(0.0);
        }
        return sum / scenarios.size();
    }

    private static double credit(Rating right, String cell) {
        int slash = cell.indexOf('/');
        int severity = Math.abs(Integer.parseInt(cell.substring(0, slash)) - right.severity());
        int likelihood = Math.abs(Integer.parseInt(cell.substring(slash + 1)) - right.likelihood());
        int distance = Math.max(severity, likelihood);
        if (distance == 0) {
            return 1;
        }
        return distance == 1 ? NEIGHBOUR : 0;
    }

    @Override
    public Ratings shuffled(Shuffle shuffle) {
        return new Ratings(
                head, shuffle.of(head.id(), scenarios, one -> one.about().id()), severities, likelihoods);
    }

    @Override
    public Ratings weighing(double points) {
        return new Ratings(head.weighing(points), scenarios, severities, likelihoods);
    }
}
