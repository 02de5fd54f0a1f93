package org.openots.instructor.strategy;

import java.util.List;
import java.util.Optional;
import org.openots.common.text.LocalText;

/** The groups of a {@link Strategy} that only exams have. */
public final class ExamRules {
    private ExamRules() {}

    /**
     * What is asked in an exam.
     *
     * @param assembly how tasks are drawn
     * @param seedPolicy what the draw starts from
     * @param sections parts of the paper
     * @param sectionOrder whether the order is that of the file
     * @param backNavigation whether candidates may go back to an earlier section
     */
    public record Paper(
            Assembly assembly,
            SeedPolicy seedPolicy,
            List<Section> sections,
            SectionOrder sectionOrder,
            boolean backNavigation) {
        /** Keeps an unmodifiable copy. */
        public Paper {
            sections = List.copyOf(sections);
        }

        /** How tasks are drawn. */
        public enum Assembly {
            /** The first of each pool. */
            FIXED,
            /** At random. */
            RANDOM,
            /** At random within equal difficulty. */
            STRATIFIED_RANDOM
        }

        /** What the draw starts from. */
        public enum SeedPolicy {
            /** A secret seed for each candidate. */
            PER_CANDIDATE_SEALED,
            /** One secret seed for all of a session. */
            PER_SESSION_SEALED
        }

        /** Order of sections. */
        public enum SectionOrder {
            /** As in the file. */
            FIXED,
            /** At random. */
            RANDOM
        }
    }

    /**
     * A part of a paper.
     *
     * @param id for example {@code S1}
     * @param title its name
     * @param unit plant id, or the id of the study
     * @param initialCondition where it starts; nothing for a section of HAZOP tasks
     * @param task the task that faults of the pool happen in; nothing when the pool is of tasks
     * @param weight points, of 100 for the paper
     * @param timeLimitSec time for the section, s
     * @param pick what is drawn
     */
    public record Section(
            String id,
            LocalText title,
            String unit,
            Optional<String> initialCondition,
            Optional<String> task,
            double weight,
            int timeLimitSec,
            Pick pick) {
        /**
         * Whether it is of HAZOP tasks.
         *
         * @return false for runs of a plant
         */
        public boolean hazop() {
            return initialCondition.isEmpty();
        }
    }

    /**
     * What is drawn.
     *
     * @param pool task ids, or fault ids when the section names its task
     * @param count how many of them
     * @param noRepeatWithin neighbours that must not get the same; nothing for any
     * @param equating how draws are held equally difficult
     */
    public record Pick(List<String> pool, int count, Optional<Integer> noRepeatWithin, Optional<Equating> equating) {
        /** Keeps an unmodifiable copy. */
        public Pick {
            pool = List.copyOf(pool);
        }
    }

    /**
     * How draws are held equally difficult.
     *
     * @param metric what is compared
     * @param target its value, 0 to 1
     * @param tolerance how far it may be off
     * @param minN candidates needed before a value counts
     */
    public record Equating(Metric metric, double target, double tolerance, int minN) {
        /** What is compared. */
        public enum Metric {
            /** Mean score over maximum. */
            P_DIFFICULTY
        }
    }

    /**
     * Where and how candidates sign in, and what is watched.
     *
     * @param singleSession what a second sign-in does
     * @param bindSeat whether a candidate belongs to a seat
     * @param allowedStations seats, {@code ROOM-3:*} for all of a room
     * @param lockdownClient whether a browser that locks the machine is needed
     * @param blurWarnings warnings for leaving the page before the invigilator is told
     * @param capture what is recorded
     * @param collusion what is done about similar runs
     */
    public record Security(
            SingleSession singleSession,
            boolean bindSeat,
            List<String> allowedStations,
            Lockdown lockdownClient,
            int blurWarnings,
            List<Capture> capture,
            Collusion collusion) {
        /** Keeps unmodifiable copies. */
        public Security {
            allowedStations = List.copyOf(allowedStations);
            capture = List.copyOf(capture);
        }

        /** A second sign-in. */
        public enum SingleSession {
            /** Waits for an invigilator. */
            NEW_LOGIN_NEEDS_INVIGILATOR
        }

        /** A browser that locks the machine. */
        public enum Lockdown {
            /** Must be used. */
            REQUIRED,
            /** May be used. */
            OPTIONAL
        }

        /** What is recorded. */
        public enum Capture {
            /** All operations. */
            EVENT_LOG,
            /** A small picture of the screen each 30 s. */
            SCREEN_THUMB_30S
        }
    }

    /**
     * What is done about similar runs.
     *
     * @param report whether they are listed for people
     * @param autoPenalty whether the program takes points
     */
    public record Collusion(boolean report, boolean autoPenalty) {}

    /**
     * Who must be there.
     *
     * @param invigilatorsPer30 invigilators for 30 candidates
     * @param assessorsMin assessors at least
     * @param supervisorsMin supervisors at least
     * @param supervisorMayAssess whether a supervisor may be an assessor
     * @param recusal who may not assess
     */
    public record Staffing(
            int invigilatorsPer30,
            int assessorsMin,
            int supervisorsMin,
            boolean supervisorMayAssess,
            List<Recusal> recusal) {
        /** Keeps an unmodifiable copy. */
        public Staffing {
            recusal = List.copyOf(recusal);
        }

        /** Who may not assess. */
        public enum Recusal {
            /** Relatives of candidates. */
            RELATIVE,
            /** Teachers of candidates. */
            OWN_CLASS
        }
    }

    /**
     * What is kept.
     *
     * @param replayRequired whether a score counts only after a replay gave the same
     * @param retentionYears how long
     */
    public record Audit(boolean replayRequired, Retention retentionYears) {}

    /**
     * How long things are kept, years.
     *
     * @param paper on paper
     * @param electronic files
     * @param video recordings
     */
    public record Retention(int paper, int electronic, int video) {}
}
