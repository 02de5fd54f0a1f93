package org.openots.common.assessment;

import java.util.List;
import java.util.Optional;
import org.openots.common.text.LocalText;

/**
 * What a task is scored by; format {@code rubric}, see {@code docs/data-formats/rubric.md}. Immutable.
 *
 * @param head identity and frame
 * @param steps what is to be done, in the order shown to people
 * @param quality what is to be kept
 * @param penalties what must not happen
 * @param faultTask the hidden fault that it is about; nothing for other tasks
 */
public record Rubric(
        Head head,
        List<RubricStep> steps,
        List<QualityItem> quality,
        List<Penalty> penalties,
        Optional<FaultTask> faultTask) {
    /** Keeps unmodifiable copies. */
    public Rubric {
        steps = List.copyOf(steps);
        quality = List.copyOf(quality);
        penalties = List.copyOf(penalties);
    }

    /**
     * Identity and frame of a rubric.
     *
     * @param file the file it came from, for messages
     * @param ref id, version and hash, quoted by every result
     * @param plant the plant's id
     * @param initialCondition the state the task starts from
     * @param level junior, intermediate or senior
     * @param title the task
     * @param timeLimit the task ends by itself after this model time, s
     * @param penaltyCap penalties together take at most this many points, except those marked otherwise
     * @param notes remarks of the authors, for example corrections of the source
     * @param rig the skill on a rig that it judges from tags and hand entries alone; nothing for other tasks
     */
    public record Head(
            String file,
            RubricRef ref,
            String plant,
            String initialCondition,
            Level level,
            LocalText title,
            double timeLimit,
            double penaltyCap,
            List<LocalText> notes,
            Optional<RigSkill> rig) {
        /** Keeps unmodifiable copies. */
        public Head {
            notes = List.copyOf(notes);
        }
    }

    /** Level of the certificate a task belongs to. */
    public enum Level {
        /** 初级. */
        JUNIOR,
        /** 中级. */
        INTERMEDIATE,
        /** 高级. */
        SENIOR
    }

    /**
     * A skill on a rig. Nobody sees the operations of the trainee, and values can get lost on the way.
     *
     * @param number of the skill in the catalogue, from 1
     * @param post where it belongs
     * @param faults of the plant that the instructor sets in secret; usually none
     */
    public record RigSkill(int number, Post post, List<HiddenFault> faults) {
        /** Keeps an unmodifiable copy. */
        public RigSkill {
            faults = List.copyOf(faults);
        }
    }

    /**
     * A fault that the trainee has to find.
     *
     * @param fault its id in the plant's pack
     * @param at when it is set, s after the beginning of the task
     */
    public record HiddenFault(String fault, double at) {}

    /** The posts (岗位) of a rig. */
    public enum Post {
        /** The column. */
        COLUMN("精馏岗位", "column"),
        /** Transport of the feed. */
        FEED("原料液输送岗位", "feed"),
        /** Heating of the reboiler. */
        REBOILER("再沸器加热岗位", "reboiler heating"),
        /** Instruments. */
        INSTRUMENTS("化工仪表岗位", "instruments"),
        /** Process control. */
        CONTROL("过程控制岗位", "process control");

        private final String zh;
        private final String en;

        Post(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        /**
         * Its name for people.
         *
         * @return in both languages
         */
        public LocalText text() {
            return new LocalText(zh, en);
        }
    }

    /**
     * A step by its id.
     *
     * @param id the id
     * @return the step, or nothing
     */
    public Optional<RubricStep> step(String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst();
    }

    /**
     * The points that can be reached; alternatives count once, and of a hidden fault one case.
     *
     * @return points
     */
    public double maximum() {
        double fault = faultTask.map(FaultTask::maximum).orElse(0.0);
        return stepMaximum() + quality.stream().mapToDouble(QualityItem::points).sum() + fault;
    }

    /** Points of all steps; alternatives count once. */
    double stepMaximum() {
        double sum = 0;
        for (int i = 0; i < steps.size(); i++) {
            Optional<String> group = steps.get(i).order().altGroup();
            boolean counted = group.isPresent()
                    && steps.subList(0, i).stream()
                            .anyMatch(earlier -> earlier.order().altGroup().equals(group));
            sum += counted ? 0 : steps.get(i).points();
        }
        return sum;
    }
}
