package org.openots.instructor.skill;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.openots.instructor.statistics.KnowledgeTracing;
import org.openots.instructor.statistics.TracingFit;

/**
 * What the tries of all people say about each skill. The parameters of a skill are the usual ones until there are
 * {@link TracingFit#FEWEST_TRIES} tries; then they are fitted to the first 100, 200, 400 and so on, so that they do not move with
 * every try and the same records always give the same parameters.
 */
final class Tracing {
    private static final Comparator<Trial> BY_TIME =
            Comparator.comparingLong(Trial::at).thenComparing(Trial::source).thenComparing(Trial::account);

    private final Map<String, Fitted> fits = new ConcurrentHashMap<>();

    /** Parameters with what they were fitted to. */
    private record Fitted(List<Trial> to, KnowledgeTracing parameters) {}

    /** Tries of all people in order of time, by skill. */
    static Map<String, List<Trial>> bySkill(Collection<Trial> trials) {
        Map<String, List<Trial>> all = new LinkedHashMap<>();
        trials.stream()
                .sorted(BY_TIME)
                .forEach(one -> all.computeIfAbsent(one.skill(), skill -> new ArrayList<>())
                        .add(one));
        return all;
    }

    SkillParameters parameters(String skill, List<Trial> trials) {
        int size = TracingFit.FEWEST_TRIES;
        if (trials.size() < size) {
            return new SkillParameters(KnowledgeTracing.USUAL, 0);
        }
        while (2 * size <= trials.size()) {
            size *= 2;
        }
        List<Trial> to = List.copyOf(trials.subList(0, size));
        Fitted known = fits.get(skill);
        if (known == null || !known.to().equals(to)) {
            known = new Fitted(to, TracingFit.fit(people(to), KnowledgeTracing.USUAL));
            fits.put(skill, known);
        }
        return new SkillParameters(known.parameters(), size);
    }

    private static List<boolean[]> people(List<Trial> trials) {
        Map<String, List<Trial>> people = new LinkedHashMap<>();
        trials.forEach(one -> people.computeIfAbsent(one.account(), account -> new ArrayList<>())
                .add(one));
        return people.values().stream().map(Tracing::successes).toList();
    }

    private static boolean[] successes(List<Trial> trials) {
        boolean[] all = new boolean[trials.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = trials.get(i).success();
        }
        return all;
    }

    /** How far a person is, from his own tries in order of time. */
    static SkillState state(List<Trial> mine, KnowledgeTracing parameters) {
        if (mine.isEmpty()) {
            return new SkillState(parameters.known(), 0, 0, Double.NaN);
        }
        Trial last = mine.get(mine.size() - 1);
        return new SkillState(parameters.mastery(successes(mine)), mine.size(), last.at(), last.share());
    }
}
