package org.openots.hazop.verification;

import java.util.List;
import java.util.Optional;
import org.openots.common.text.LocalText;

/**
 * A cause as people watch it: with all safeguards, perhaps without some, and the plant left alone. Names no fault and no
 * item of the key but those that were asked about.
 *
 * @param seconds how long was played, s of model time
 * @param causeSeconds when the cause begins, s
 * @param curves trends, the tags of the expected effects first
 * @param marks alarms, trips and what else a control room would see, in the order of their times
 * @param outcomes what became of the consequences, in the order asked for
 * @param movements where the signals that were named went
 * @param differences what the safeguards that were taken away make of it, in words; empty when none was
 */
public record Demonstration(
        int seconds,
        double causeSeconds,
        List<Curve> curves,
        List<Mark> marks,
        List<Outcome> outcomes,
        List<Movement> movements,
        List<LocalText> differences) {
    /** Keeps unmodifiable copies. */
    public Demonstration {
        curves = List.copyOf(curves);
        marks = List.copyOf(marks);
        outcomes = List.copyOf(outcomes);
        movements = List.copyOf(movements);
        differences = List.copyOf(differences);
    }

    /**
     * A trend of one tag in up to three runs.
     *
     * @param signal its name
     * @param text what it is
     * @param unit its unit
     * @param quiet the plant left alone
     * @param with the cause with all safeguards
     * @param without the cause without those that were taken away
     */
    public record Curve(
            String signal,
            LocalText text,
            String unit,
            RowPlayer.Series quiet,
            RowPlayer.Series with,
            Optional<RowPlayer.Series> without) {}

    /**
     * Something that happened at a time.
     *
     * @param seconds when, s of model time
     * @param kind what kind of thing
     * @param subject the alarm, interlock or motor
     * @param text what, for people
     * @param runs in which of the runs; the time is that of the first of them
     */
    public record Mark(double seconds, Kind kind, String subject, LocalText text, Runs runs) {
        /** Kinds of marks. */
        public enum Kind {
            /** An alarm came. */
            ALARM,
            /** An interlock tripped. */
            TRIP,
            /** An interlock that was taken away was asked for. */
            DEMAND,
            /** Something else that acted by itself. */
            OTHER
        }

        /** Runs in which it happened. */
        public enum Runs {
            /** With all safeguards, and no other run was made or it did not happen there. */
            WITH,
            /** Only without those taken away. */
            WITHOUT,
            /** In both. */
            BOTH
        }
    }

    /**
     * What became of a consequence.
     *
     * @param consequenceId which
     * @param with with all safeguards
     * @param without without those that were taken away, if any were
     */
    public record Outcome(String consequenceId, Finding with, Optional<Finding> without) {}

    /**
     * Where a signal went.
     *
     * @param signal its name
     * @param with with all safeguards, for people
     * @param without without those that were taken away, if any were
     */
    public record Movement(String signal, LocalText with, Optional<LocalText> without) {}

    /**
     * What a run says of a consequence.
     *
     * @param state whether it happened
     * @param text how it showed, or why it cannot be told
     */
    public record Finding(State state, LocalText text) {
        /** What can be said. */
        public enum State {
            /** It happened. */
            HAPPENED,
            /** It did not happen in the time played. */
            NOT_SEEN,
            /** A formula backs it. */
            ESTIMATE,
            /** Physics cannot show it; people judge. */
            JUDGEMENT
        }
    }
}
