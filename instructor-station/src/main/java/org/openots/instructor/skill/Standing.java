package org.openots.instructor.skill;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a person, or a class on average, stands in a certificate.
 *
 * @param certificate the certificate
 * @param skills those that a task trains, by id, in the order of the certificate
 * @param best best score in each task that was done, points of 100; of a class the mean of those who did it
 * @param passed share of the people who passed each task that was done, 0..1
 * @param last when each task was done last, epoch milliseconds
 */
public record Standing(
        Certificate certificate,
        Map<String, SkillState> skills,
        Map<String, Double> best,
        Map<String, Double> passed,
        Map<String, Long> last) {
    /** Freezes the collections. */
    public Standing {
        skills = new LinkedHashMap<>(skills);
        best = Map.copyOf(best);
        passed = Map.copyOf(passed);
        last = Map.copyOf(last);
    }

    /**
     * Mastery of a function: the mean of its skills that a task trains.
     *
     * @param function the function
     * @return 0..1; NaN when no task trains any
     */
    public double mastery(Certificate.Function function) {
        return states(function).stream()
                .mapToDouble(SkillState::mastery)
                .average()
                .orElse(Double.NaN);
    }

    /**
     * How often skills of a function were tried.
     *
     * @param function the function
     * @return number of tries
     */
    public int trials(Certificate.Function function) {
        return states(function).stream().mapToInt(SkillState::trials).sum();
    }

    private List<SkillState> states(Certificate.Function function) {
        return function.skills().stream()
                .flatMap(skill -> Optional.ofNullable(skills.get(skill.id())).stream())
                .toList();
    }
}
