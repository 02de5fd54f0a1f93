package org.openots.instructor.skill;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.openots.common.text.LocalText;

/**
 * What a certificate asks for.
 *
 * @param code for example {@code JL}
 * @param title its name
 * @param functions in its order
 */
public record Certificate(String code, LocalText title, List<Function> functions) {
    /** Freezes the list. */
    public Certificate {
        functions = List.copyOf(functions);
    }

    /**
     * A function of a certificate (职能).
     *
     * @param id for example {@code JL-5}
     * @param title its name
     * @param after functions that are to be learned first
     * @param skills what it is made of, in order
     */
    public record Function(String id, LocalText title, List<String> after, List<Skill> skills) {
        /** Freezes the lists. */
        public Function {
            after = List.copyOf(after);
            skills = List.copyOf(skills);
        }
    }

    /**
     * A skill.
     *
     * @param id for example {@code JL-5.heat}
     * @param title its name
     * @param levels levels that ask for it
     */
    public record Skill(String id, LocalText title, Set<Level> levels) {
        /** Freezes the set. */
        public Skill {
            levels = Set.copyOf(levels);
        }
    }

    /** Level of a certificate. */
    public enum Level {
        /** 初级. */
        JUNIOR,
        /** 中级. */
        INTERMEDIATE,
        /** 高级. */
        SENIOR;

        /**
         * The word in files and on the wire.
         *
         * @return for example {@code senior}
         */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Finds a function.
     *
     * @param id its id
     * @return the function, or nothing
     */
    public Optional<Function> function(String id) {
        return functions.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /**
     * The function a skill belongs to.
     *
     * @param skill id of the skill
     * @return the function, or nothing
     */
    public Optional<Function> functionOf(String skill) {
        return functions.stream()
                .filter(one ->
                        one.skills().stream().anyMatch(known -> known.id().equals(skill)))
                .findFirst();
    }

    /**
     * Finds a skill.
     *
     * @param id its id
     * @return the skill, or nothing
     */
    public Optional<Skill> skill(String id) {
        return functions.stream()
                .flatMap(one -> one.skills().stream())
                .filter(one -> one.id().equals(id))
                .findFirst();
    }
}
