package org.openots.instructor.skill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to train next. Of the functions that are not mastered and whose requirements are met, the weakest; of the tasks that train
 * it, at the lowest level where one is not passed, the one that most trains what is missing, not the same twice in a row. The same
 * records give the same advice.
 */
public final class Advice {
    /** Mastery from which on a function needs no more training (Corbett and Anderson 1995). */
    public static final double MASTERED = 0.95;
    /** Mastery from which on what needs a function can be begun. */
    public static final double READY = 0.6;
    /** Share of a class that has passed a task from which on the next level is trained. */
    private static final double MOST = 0.6;

    private static final double PASS = 60;
    private static final double DIGITS = 1000;

    private Advice() {}

    /**
     * What to train next.
     *
     * @param function weakest function
     * @param mastery of it, 0..1
     * @param trials how often its skills were tried
     * @param task the task that trains it most
     * @param share of the points of the task that train it, 0..1
     * @param last when the task was done last, epoch milliseconds; 0 for never
     * @param best best score in it, points; NaN when it was not done
     */
    public record Next(
            Certificate.Function function,
            double mastery,
            int trials,
            Subject task,
            double share,
            long last,
            double best) {}

    /**
     * Advises.
     *
     * @param standing where the person or class stands
     * @param subjects tasks that can be done, in the order of the catalogue
     * @param most how many functions
     * @return the weakest functions with their tasks, the weakest first; fewer when no more can be trained
     */
    public static List<Next> of(Standing standing, List<Subject> subjects, int most) {
        Certificate certificate = standing.certificate();
        List<Certificate.Function> open = certificate.functions().stream()
                .filter(one -> standing.mastery(one) < MASTERED
                        && subjects.stream().anyMatch(task -> task.trains(certificate, one)))
                .filter(one -> one.after().stream().allMatch(needed -> met(standing, subjects, needed)))
                .sorted(Comparator.comparingDouble(standing::mastery))
                .toList();
        List<Next> all = new ArrayList<>();
        for (Certificate.Function one : open) {
            if (all.size() < most) {
                all.add(next(standing, subjects, one));
            }
        }
        return all;
    }

    /** Whether what is required is known, or nothing trains it so that nobody could wait for it. */
    private static boolean met(Standing standing, List<Subject> subjects, String needed) {
        Certificate certificate = standing.certificate();
        Optional<Certificate.Function> function = certificate.function(needed);
        return function.isEmpty()
                || standing.mastery(function.get()) >= READY
                || subjects.stream().noneMatch(task -> task.trains(certificate, function.get()));
    }

    private static Next next(Standing standing, List<Subject> subjects, Certificate.Function function) {
        List<Subject> training = subjects.stream()
                .filter(task -> task.trains(standing.certificate(), function))
                .toList();
        List<Subject> left = training.stream()
                .filter(task -> standing.passed().getOrDefault(task.id(), 0.0) < MOST)
                .toList();
        int level = left.stream().mapToInt(Advice::level).min().orElse(-1);
        List<Subject> choice = left.isEmpty()
                ? training
                : left.stream().filter(task -> level(task) == level).toList();
        String latest = standing.last().entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
        List<Subject> others =
                choice.stream().filter(task -> !task.id().equals(latest)).toList();
        Subject best = (others.isEmpty() ? choice : others)
                .stream()
                        .min(Comparator.comparingLong(
                                        (Subject task) -> -Math.round(DIGITS * need(standing, function, task)))
                                .thenComparingLong(task -> standing.last().getOrDefault(task.id(), 0L)))
                        .orElseThrow();
        return new Next(
                function,
                standing.mastery(function),
                standing.trials(function),
                best,
                best.share(function),
                standing.last().getOrDefault(best.id(), 0L),
                standing.best().getOrDefault(best.id(), Double.NaN));
    }

    private static int level(Subject task) {
        List<String> levels = Arrays.stream(Certificate.Level.values())
                .map(Certificate.Level::word)
                .toList();
        return Math.max(0, levels.indexOf(task.level()));
    }

    /** How much of what is missing of a function a task trains. */
    private static double need(Standing standing, Certificate.Function function, Subject task) {
        return function.skills().stream()
                .mapToDouble(skill -> Optional.ofNullable(standing.skills().get(skill.id()))
                        .map(state -> task.share(skill.id()) * (1 - state.mastery()))
                        .orElse(0.0))
                .sum();
    }

    /**
     * Whether a score is enough.
     *
     * @param score points of 100
     * @return true from the pass mark of both certificates on
     */
    public static boolean passes(double score) {
        return score >= PASS;
    }
}
