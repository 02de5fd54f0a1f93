package org.openots.instructor.strategy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.common.text.LocalText;

/**
 * A training or exam strategy; format {@code strategy}, see {@code docs/data-formats/strategy.md}. Immutable. The names
 * of the components are those of the fields in the file.
 *
 * @param kind training or exam
 * @param id the strategy
 * @param version rises with every change, from 1
 * @param state where this version stood when the file was written; no part of the content
 * @param title its name
 * @param certificate which certificate it is for
 * @param engine what it is run by
 * @param audience training: who may use it and when
 * @param modes training: ways to work
 * @param units training: what may be worked on
 * @param paper exam: what is asked
 * @param time how long
 * @param attempts how often
 * @param simControl who may do what with the simulation
 * @param assist which help there is
 * @param faults which faults may happen
 * @param scoring how it is scored
 * @param mastery training: which skills are aimed at
 * @param security exam: where and how candidates sign in, what is watched
 * @param connectivity what happens when a connection is lost
 * @param staffing exam: who must be there
 * @param audit exam: what is kept
 */
public record Strategy(
        Kind kind,
        String id,
        int version,
        Optional<State> state,
        LocalText title,
        Certificate certificate,
        Engine engine,
        Optional<TrainingRules.Audience> audience,
        Optional<List<TrainingRules.Mode>> modes,
        Optional<List<TrainingRules.Unit>> units,
        Optional<ExamRules.Paper> paper,
        Time time,
        Attempts attempts,
        SimControl simControl,
        Assist assist,
        FaultRules faults,
        Scoring scoring,
        Optional<TrainingRules.Mastery> mastery,
        Optional<ExamRules.Security> security,
        Connectivity connectivity,
        Optional<ExamRules.Staffing> staffing,
        Optional<ExamRules.Audit> audit) {
    /** Keeps unmodifiable copies. */
    public Strategy {
        modes = modes.map(List::copyOf);
        units = units.map(List::copyOf);
    }

    /** What a strategy is for. */
    public enum Kind {
        /** 培训策略. */
        TRAINING,
        /** 考试策略. */
        EXAM
    }

    /** Where a version stands. */
    public enum State {
        /** Can be changed. */
        DRAFT,
        /** Training: in use. */
        PUBLISHED,
        /** Exam: read by a second person. */
        REVIEWED,
        /** Exam: robots have solved it. */
        DRY_RUN,
        /** Exam: ready to be held, never to be changed. */
        SEALED,
        /** Not to be used any more. */
        RETIRED
    }

    /**
     * Which certificate.
     *
     * @param code {@code JL} or {@code HA}
     * @param level of the certificate
     */
    public record Certificate(Code code, Level level) {
        /** The certificates, by the letters of their numbers. */
        public enum Code {
            /** 化工精馏安全控制. */
            JL,
            /** 化工HAZOP分析. */
            HA
        }

        /** Levels of a certificate. */
        public enum Level {
            /** 初级. */
            JUNIOR,
            /** 中级. */
            INTERMEDIATE,
            /** 高级. */
            SENIOR
        }
    }

    /**
     * What a strategy is run by.
     *
     * @param simulator range of engine versions, for example {@code ">=0.5 <0.6"}
     * @param mathProfile how functions are computed
     * @param tickMs tick of its plants, ms
     */
    public record Engine(String simulator, MathProfile mathProfile, int tickMs) {
        /** How functions are computed. */
        public enum MathProfile {
            /** The same bits everywhere. */
            STRICT
        }
    }

    /**
     * How long.
     *
     * @param totalSec all of it, s
     * @param clock by which clock
     * @param warnAtRemainingSec when the remaining time is announced, s before the end
     * @param lateEntrySec how late a candidate may come, s after the beginning
     * @param earlyHandIn whether a candidate may hand in before the end
     * @param onTimeUp what happens at the end
     * @param extension how lost time is given back
     */
    public record Time(
            int totalSec,
            Clock clock,
            Optional<List<Integer>> warnAtRemainingSec,
            Optional<Integer> lateEntrySec,
            Optional<EarlyHandIn> earlyHandIn,
            OnTimeUp onTimeUp,
            Optional<Extension> extension) {
        /** Keeps an unmodifiable copy. */
        public Time {
            warnAtRemainingSec = warnAtRemainingSec.map(List::copyOf);
        }

        /** Clocks. */
        public enum Clock {
            /** Of the station: used and frozen time, persisted. */
            SERVER_EXAM_TIME,
            /** Of the simulated plant, with its speed. */
            MODEL_TIME
        }

        /** Handing in before the end. */
        public enum EarlyHandIn {
            /** Not possible. */
            FORBIDDEN,
            /** At any time. */
            ALLOWED
        }

        /** At the end. */
        public enum OnTimeUp {
            /** Handed in by the station. */
            AUTO_SUBMIT,
            /** The run stands still and the student decides. */
            FREEZE_AND_ASK
        }
    }

    /**
     * How lost time is given back.
     *
     * @param creditServerOutage for failures of the station
     * @param creditClientOutage for failures of a student's machine
     * @param maxAutoCreditSec most that is given without a person, s
     * @param illnessCredit whether illness counts
     */
    public record Extension(
            Credit creditServerOutage, Credit creditClientOutage, int maxAutoCreditSec, boolean illnessCredit) {
        /** Who gives time back. */
        public enum Credit {
            /** The station. */
            AUTO,
            /** An invigilator. */
            INVIGILATOR_CONFIRM,
            /** Nobody. */
            NONE
        }
    }

    /**
     * How often.
     *
     * @param max most attempts at a task; 0 means any number
     * @param keep which one counts
     */
    public record Attempts(int max, Keep keep) {
        /** Which attempt counts. */
        public enum Keep {
            /** The one with most points. */
            BEST,
            /** The last one. */
            LAST,
            /** There is only one. */
            ONLY
        }
    }

    /**
     * Who may do what with the simulation.
     *
     * @param timeScale speeds
     * @param freezeBy who may freeze and run
     * @param backtrackBy who may go back in time
     * @param resetBy who may start over
     */
    public record SimControl(TimeScale timeScale, List<Who> freezeBy, List<Who> backtrackBy, List<Who> resetBy) {
        /** Keeps unmodifiable copies. */
        public SimControl {
            freezeBy = List.copyOf(freezeBy);
            backtrackBy = List.copyOf(backtrackBy);
            resetBy = List.copyOf(resetBy);
        }

        /** People at a run. */
        public enum Who {
            /** Its owner. */
            STUDENT,
            /** The teacher. */
            INSTRUCTOR,
            /** Who watches an exam. */
            INVIGILATOR
        }
    }

    /**
     * Speeds, model seconds a second.
     *
     * @param standard at the beginning; {@code default} in the file
     * @param min lowest
     * @param max highest
     * @param studentMaySet whether the owner of a run may change it
     */
    public record TimeScale(double standard, double min, double max, boolean studentMaySet) {}

    /**
     * Which help there is.
     *
     * @param hints advice what to do next
     * @param hintCost points for each piece of advice; nothing for none
     * @param stepGuide list of the steps
     * @param liveScore whether the score is seen while the run is open
     * @param alarmHelp texts on alarms
     * @param trendHistorySec how far trends go back, s
     * @param referenceDocs documents that may be opened
     */
    public record Assist(
            Hints hints,
            Optional<Double> hintCost,
            Switch stepGuide,
            LiveScore liveScore,
            Switch alarmHelp,
            int trendHistorySec,
            List<String> referenceDocs) {
        /** Keeps an unmodifiable copy. */
        public Assist {
            referenceDocs = List.copyOf(referenceDocs);
        }

        /** Advice. */
        public enum Hints {
            /** None. */
            OFF,
            /** When asked for. */
            ON_DEMAND,
            /** All the time. */
            ON
        }

        /** On or off. */
        public enum Switch {
            /** Not there. */
            OFF,
            /** There. */
            ON
        }

        /** Score while a run is open. */
        public enum LiveScore {
            /** The student sees it. */
            VISIBLE,
            /** The student does not see it. */
            HIDDEN
        }
    }

    /**
     * Which faults may happen.
     *
     * @param visibleToStudent whether names of faults are shown
     * @param injection who sets them
     * @param adHocByInstructor whether the teacher may set others than planned
     * @param allowed fault ids; {@code *} means all
     * @param severity strength, 0 to 1
     * @param onsetJitterSec earliest and latest delay against the plan, s
     * @param maxConcurrent most at a time
     */
    public record FaultRules(
            boolean visibleToStudent,
            Injection injection,
            boolean adHocByInstructor,
            List<String> allowed,
            Span severity,
            List<Integer> onsetJitterSec,
            int maxConcurrent) {
        /** Keeps unmodifiable copies. */
        public FaultRules {
            allowed = List.copyOf(allowed);
            onsetJitterSec = List.copyOf(onsetJitterSec);
        }

        /** Who sets faults. */
        public enum Injection {
            /** Nobody. */
            NONE,
            /** The plan. */
            SCRIPTED,
            /** The plan and the teacher. */
            INSTRUCTOR_OR_SCRIPT
        }
    }

    /**
     * A range of numbers.
     *
     * @param min lowest
     * @param max highest
     */
    public record Span(double min, double max) {}

    /**
     * How it is scored.
     *
     * @param rubrics one {@code id@version} for each task
     * @param passMark points to pass, of 100
     * @param sectionMinimum points needed in single sections, by section
     * @param roundingScale decimals of a mark
     * @param criticalErrors penalties of the rubrics that cap the mark
     * @param onCriticalError how it is capped
     * @param release when results are shown
     */
    public record Scoring(
            List<String> rubrics,
            double passMark,
            Optional<Map<String, Double>> sectionMinimum,
            Optional<Integer> roundingScale,
            Optional<List<String>> criticalErrors,
            Optional<OnCriticalError> onCriticalError,
            Release release) {
        /** Keeps unmodifiable copies. */
        public Scoring {
            rubrics = List.copyOf(rubrics);
            sectionMinimum = sectionMinimum.map(Map::copyOf);
            criticalErrors = criticalErrors.map(List::copyOf);
        }

        /** What a critical error does. */
        public enum OnCriticalError {
            /** The mark is at most 59. */
            CAP_59,
            /** The mark is 0. */
            ZERO
        }
    }

    /**
     * When results are shown to the student.
     *
     * @param score the mark
     * @param breakdown what it is made of
     */
    public record Release(When score, When breakdown) {
        /** Moments. */
        public enum When {
            /** While the run is open. */
            LIVE,
            /** When the run is closed. */
            AFTER_RUN,
            /** When results are made public. */
            AFTER_PUBLICITY,
            /** When no appeal is possible any more. */
            AFTER_APPEAL_WINDOW
        }
    }

    /**
     * What happens when a connection is lost.
     *
     * @param onClientLoss what the run does
     * @param graceSec how long nothing happens, s
     * @param localJournal whether the student's machine keeps what was not acknowledged
     * @param resume where one may go on
     */
    public record Connectivity(OnClientLoss onClientLoss, int graceSec, boolean localJournal, Resume resume) {
        /** What a run does. */
        public enum OnClientLoss {
            /** Stands still. */
            FREEZE_SESSION,
            /** Goes on. */
            KEEP_RUNNING
        }

        /** Where one may go on. */
        public enum Resume {
            /** Anywhere. */
            ANY_SEAT,
            /** At the same seat, elsewhere with an invigilator. */
            SAME_SEAT_OR_INVIGILATOR
        }
    }
}
