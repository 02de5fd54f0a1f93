package org.openots.instructor.debrief;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.openots.common.text.LocalText;
import org.openots.simulator.alarm.AlarmMetrics;

/**
 * All that is told of a closed run in a debrief, for one audience: what that audience may not know is not in it.
 *
 * @param head whose run it is
 * @param sheet the score sheet
 * @param marks what happened, by time
 * @param alarms every change of an alarm, by time
 * @param measures how much the alarms asked of the operator
 * @param curves past of some signals
 * @param causes why it went wrong; nothing if nobody looked, or it is not to be told
 * @param interventions what others than the trainee did, by time; empty if it is not to be told
 */
public record Debrief(
        Head head,
        JsonNode sheet,
        List<Mark> marks,
        List<AlarmStep> alarms,
        AlarmMetrics measures,
        Curves curves,
        Optional<CauseAnalysis> causes,
        List<Doing> interventions) {
    /** Freezes the lists. */
    public Debrief {
        marks = List.copyOf(marks);
        alarms = List.copyOf(alarms);
        interventions = List.copyOf(interventions);
    }

    /** A line of the timeline. */
    public enum Lane {
        /** Alarms and interlocks. */
        ALARM,
        /** What the trainee operated. */
        ACTION,
        /** Faults; for instructors only. */
        FAULT,
        /** Steps of the task that were done. */
        STEP,
        /** Points that were lost. */
        LOST
    }

    /**
     * Whose run it is, and what proves it.
     *
     * @param run run id
     * @param task task id
     * @param title of the task
     * @param plant plant id
     * @param owner account
     * @param name of the owner
     * @param seat of the owner, empty if none
     * @param group class of the owner, empty if none
     * @param started epoch milliseconds
     * @param seconds model time at the end, s
     * @param branchOf the run it left, empty for a run of its own
     * @param journalHead digest of the journal
     * @param engine version of the engine
     * @param secrets whether it tells faults, for instructors
     */
    public record Head(
            String run,
            String task,
            LocalText title,
            String plant,
            String owner,
            String name,
            String seat,
            String group,
            long started,
            double seconds,
            String branchOf,
            String journalHead,
            String engine,
            boolean secrets) {}

    /**
     * Something that happened.
     *
     * @param lane its line
     * @param time model time, s
     * @param subject tag, fault, step or rule
     * @param text for people
     * @param priority of an alarm, 1 to 3; 0 for everything else
     * @param points that were lost; 0 for everything else
     * @param key the same in two runs for what is the same, to set their clocks by; empty for what is not unique
     */
    public record Mark(
            Lane lane, double time, String subject, LocalText text, int priority, double points, String key) {}

    /**
     * A change of an alarm.
     *
     * @param time model time, s
     * @param alarm signal of the alarm
     * @param state the state it took
     * @param priority 1 to 3
     */
    public record AlarmStep(double time, String alarm, String state, int priority) {}

    /**
     * Something that somebody other than the trainee did.
     *
     * @param time model time, s
     * @param at epoch milliseconds
     * @param by who, for people
     * @param text what, for people
     */
    public record Doing(double time, long at, String by, LocalText text) {}

    /**
     * A signal with its past.
     *
     * @param tag name of the signal
     * @param text what it measures
     * @param unit unit, empty if none
     * @param decimals digits after the point
     * @param limits where alarms come
     * @param values at the times of the curves; not a number where there is none
     */
    public record Pen(String tag, LocalText text, String unit, int decimals, List<Limit> limits, double[] values) {
        /** Freezes the limits. */
        public Pen {
            limits = List.copyOf(limits);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Pen pen && tag.equals(pen.tag) && Arrays.equals(values, pen.values);
        }

        @Override
        public int hashCode() {
            return tag.hashCode();
        }
    }

    /**
     * Where an alarm comes.
     *
     * @param kind for example {@code HH}
     * @param value in the unit of the signal
     */
    public record Limit(String kind, double value) {}

    /**
     * The past of some signals.
     *
     * @param times model times, s
     * @param pens the signals
     */
    public record Curves(double[] times, List<Pen> pens) {
        /** Freezes the pens. */
        public Curves {
            pens = List.copyOf(pens);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Curves curves && Arrays.equals(times, curves.times) && pens.equals(curves.pens);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(times);
        }
    }
}
