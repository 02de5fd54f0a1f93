package org.openots.instructor.strategy;

import java.util.List;
import java.util.Optional;
import org.openots.common.text.LocalText;

/** The groups of a {@link Strategy} that only training has. */
public final class TrainingRules {
    private TrainingRules() {}

    /**
     * Who may use a training strategy, and when.
     *
     * @param classes names of classes; empty means all
     * @param window when; nothing means always
     */
    public record Audience(List<String> classes, Optional<Window> window) {
        /** Keeps an unmodifiable copy. */
        public Audience {
            classes = List.copyOf(classes);
        }
    }

    /**
     * A span of time.
     *
     * @param from its beginning, ISO 8601 with offset
     * @param to its end
     */
    public record Window(String from, String to) {}

    /**
     * A way to work.
     *
     * @param mode which
     * @param title its name
     * @param unlock when it can be used
     */
    public record Mode(Which mode, LocalText title, Unlock unlock) {
        /** The ways to work. */
        public enum Which {
            /** Shown by a robot. */
            DEMO,
            /** With all help. */
            PRACTICE,
            /** Without help, the score counts. */
            TEST,
            /** As in an exam. */
            EXAM
        }
    }

    /** When a mode can be used: always, after a skill is mastered, or from a day on. */
    public sealed interface Unlock {
        /** At any time. */
        record Always() implements Unlock {}

        /**
         * After a skill is mastered.
         *
         * @param skill which
         * @param atLeast mastery, 0 to 1
         */
        record AfterMastery(String skill, double atLeast) implements Unlock {}

        /**
         * From a day on.
         *
         * @param date ISO 8601 with offset
         */
        record FromDate(String date) implements Unlock {}
    }

    /**
     * What may be worked on.
     *
     * @param unit plant id
     * @param initialConditions states that runs may start from
     * @param tasks task ids
     */
    public record Unit(String unit, List<String> initialConditions, List<String> tasks) {
        /** Keeps unmodifiable copies. */
        public Unit {
            initialConditions = List.copyOf(initialConditions);
            tasks = List.copyOf(tasks);
        }
    }

    /**
     * Which skills are aimed at.
     *
     * @param model how mastery is estimated
     * @param skills skill ids
     * @param target mastery aimed at, 0 to 1
     */
    public record Mastery(Model model, List<String> skills, double target) {
        /** Keeps an unmodifiable copy. */
        public Mastery {
            skills = List.copyOf(skills);
        }

        /** How mastery is estimated. */
        public enum Model {
            /** Bayesian knowledge tracing. */
            BKT
        }
    }
}
