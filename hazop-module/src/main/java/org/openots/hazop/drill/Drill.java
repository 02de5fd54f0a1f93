package org.openots.hazop.drill;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openots.common.text.LocalText;

/**
 * A drill of an abnormal situation. Holds its faults and answers, so it never leaves the server as a whole. Immutable.
 *
 * @param id for example {@code M1-A-J1}
 * @param plant id of the plant pack
 * @param level for whom
 * @param title its name
 * @param brief what the trainee is told to do
 * @param start how its runs start
 * @param rules how it is judged
 * @param offers the options a trainee chooses from
 * @param cases what may happen, one of them in a run
 */
public record Drill(
        String id,
        String plant,
        Level level,
        LocalText title,
        LocalText brief,
        Start start,
        DrillRules rules,
        Offers offers,
        List<DrillCase> cases) {
    /** Keeps an unmodifiable copy. */
    public Drill {
        cases = List.copyOf(cases);
    }

    /** Levels of the certificate. */
    public enum Level {
        /** 初级: see it, name the deviation, choose the first action. */
        JUNIOR,
        /** 中级: name deviation and cause, and act. */
        INTERMEDIATE,
        /** 高级: two deviations at once; decide whether to stop the plant, and act. */
        SENIOR;

        /**
         * The word in files and on the wire.
         *
         * @return for example {@code junior}
         */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How a run starts and when the fault comes.
     *
     * @param initialCondition of the plant pack
     * @param timeLimitSeconds model time after which the run stands still, s
     * @param earliestSeconds earliest time of the first fault, s
     * @param latestSeconds latest time of the first fault, s
     * @param fullSeconds time to name the deviations with full points for time, s after the last fault began
     * @param lowSeconds time from which on there are none, s
     */
    public record Start(
            String initialCondition,
            double timeLimitSeconds,
            int earliestSeconds,
            int latestSeconds,
            double fullSeconds,
            double lowSeconds) {}

    /**
     * The options a trainee chooses from, in the order shown; an answer names one by its number, from 1 on.
     *
     * @param deviations parameter and guide word of a node
     * @param causes what may have happened
     * @param actions what to do first
     * @param safeguards which of them to prove
     * @param limits what may be reached without it
     * @param trips interlocks that may trip
     * @param states states the plant may be left in
     */
    public record Offers(
            List<Option> deviations,
            List<Option> causes,
            List<Option> actions,
            List<Option> safeguards,
            List<Option> limits,
            List<Option> trips,
            List<Option> states) {
        /** Keeps unmodifiable copies. */
        public Offers {
            deviations = List.copyOf(deviations);
            causes = List.copyOf(causes);
            actions = List.copyOf(actions);
            safeguards = List.copyOf(safeguards);
            limits = List.copyOf(limits);
            trips = List.copyOf(trips);
            states = List.copyOf(states);
        }

        /**
         * The options of a part.
         *
         * @param part which
         * @return its options; the decision and what was done have two each
         */
        public List<Option> of(DrillPart part) {
            return switch (part) {
                case DEVIATION -> deviations;
                case CAUSE -> causes;
                case ACTION -> actions;
                case SAFEGUARD -> safeguards;
                case DECISION -> DECISIONS;
                case LIMIT -> limits;
                case TRIPPED -> trips;
                case DONE -> DONE;
                case STATE -> states;
                case SEQUENCE, ALARM_TIME, TIME -> List.of();
            };
        }

        /**
         * An option by its number.
         *
         * @param part which part
         * @param number from 1 on
         * @return the option, or nothing if there is none of that number
         */
        public Optional<Option> number(DrillPart part, int number) {
            List<Option> all = of(part);
            return number >= 1 && number <= all.size() ? Optional.of(all.get(number - 1)) : Optional.empty();
        }

        /**
         * The number of an option.
         *
         * @param part which part
         * @param id its id
         * @return from 1 on; 0 if it is not offered
         */
        public int numberOf(DrillPart part, String id) {
            return of(part).stream().map(Option::id).toList().indexOf(id) + 1;
        }
    }

    /**
     * Something to choose.
     *
     * @param id its id in the file; never sent to a student
     * @param text for people
     */
    public record Option(String id, LocalText text) {}

    /** Whether to go on or to stop the plant. */
    private static final List<Option> DECISIONS = List.of(
            new Option("recover", new LocalText("不停车，处理后恢复", "Keep the plant running and recover")),
            new Option("shutdown", new LocalText("紧急停车", "Shut the plant down at once")));

    /** What was done in the end. */
    private static final List<Option> DONE = List.of(
            new Option("running", new LocalText("没有按紧急停车", "The emergency stop was not pressed")),
            new Option("stopped", new LocalText("按下了紧急停车", "The emergency stop was pressed")));

    /**
     * What the parts are worth.
     *
     * @return points by part
     */
    public DrillWeights weights() {
        return rules.weights();
    }

    /**
     * From when on the scenario can be played without a safeguard: then the last fault of any case has begun, so that the
     * time tells nothing.
     *
     * @return s of model time
     */
    public double trialFromSeconds() {
        return start.latestSeconds()
                + cases.stream()
                        .flatMap(one -> one.faults().stream())
                        .mapToDouble(DrillCase.Fault::laterSeconds)
                        .max()
                        .orElse(0);
    }

    /**
     * A case by the first of its faults that begins.
     *
     * @param fault id of a fault
     * @return the case, or nothing
     */
    public Optional<DrillCase> caseOf(String fault) {
        return cases.stream()
                .filter(one -> one.faults().get(0).fault().equals(fault))
                .findFirst();
    }
}
