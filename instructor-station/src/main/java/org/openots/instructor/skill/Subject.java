package org.openots.instructor.skill;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openots.common.text.LocalText;
import org.openots.instructor.catalog.TaskOutline;

/**
 * A task of the catalogue with the skills it shows.
 *
 * @param id its id
 * @param kind how it is done
 * @param plant id of its plant
 * @param level word of its level
 * @param title its name
 * @param minutes time that it takes at most or usually, min; 0 without a limit
 * @param module word of the part of the HAZOP certificate; empty for other tasks
 * @param outline what it gives points for
 * @param evidence what shows which skill
 */
public record Subject(
        String id,
        Kind kind,
        String plant,
        String level,
        LocalText title,
        int minutes,
        String module,
        TaskOutline outline,
        List<Evidence> evidence) {
    /** How a task is done. */
    public enum Kind {
        /** In a run of a plant, begun from the list of tasks. */
        RUN,
        /** In a run of a plant, begun as a drill of an abnormal situation. */
        DRILL,
        /** With questions and a worksheet. */
        HAZOP;

        /**
         * The word on the wire.
         *
         * @return for example {@code drill}
         */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Share of its points from which on a task is said to train a function. */
    public static final double TRAINS = 0.2;

    /** Freezes the list. */
    public Subject {
        evidence = List.copyOf(evidence);
    }

    /**
     * Share of its points that show a skill.
     *
     * @param skill id of the skill
     * @return 0..1
     */
    public double share(String skill) {
        return share(Set.of(skill));
    }

    /**
     * Share of its points that show a function.
     *
     * @param function the function
     * @return 0..1
     */
    public double share(Certificate.Function function) {
        return share(function.skills().stream().map(Certificate.Skill::id).collect(Collectors.toSet()));
    }

    private double share(Set<String> skills) {
        List<Evidence> shown =
                evidence.stream().filter(one -> skills.contains(one.skill())).toList();
        if (shown.stream().anyMatch(Evidence::whole)) {
            return 1;
        }
        double all = outline.points();
        double sum = outline.items().stream()
                .filter(item -> shown.stream().anyMatch(one -> one.shownBy(item.id())))
                .mapToDouble(TaskOutline.Item::points)
                .sum();
        return all > 0 ? sum / all : 0;
    }

    /**
     * The function that most of its points show, of equal ones the first.
     *
     * @param certificate the certificate
     * @return the function; nothing for a task that shows none of it
     */
    public Optional<Certificate.Function> main(Certificate certificate) {
        Certificate.Function best = null;
        for (Certificate.Function one : certificate.functions()) {
            if (share(one) > (best == null ? 0 : share(best))) {
                best = one;
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * Whether it trains a function: it is its main one, or much of it.
     *
     * @param certificate the certificate
     * @param function one of its functions
     * @return true when it does
     */
    public boolean trains(Certificate certificate, Certificate.Function function) {
        return share(function) >= TRAINS
                || main(certificate)
                        .filter(one -> one.id().equals(function.id()))
                        .isPresent();
    }
}
