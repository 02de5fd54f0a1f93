package org.openots.common.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openots.common.expression.Evaluation;
import org.openots.common.expression.Reading;
import org.openots.common.signal.SignalTable;
import org.openots.common.signal.SignalView;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.state.Stateful;

/** The state machine of one step. */
final class StepTracker implements Stateful {
    /** Marks for doing a step out of turn (certificate requirements, step state machine). */
    private static final double EARLY_FACTOR = 0.5;

    /** Marks for doing again what was undone (same source). */
    private static final double AGAIN_FACTOR = 0.7;

    /**
     * How long a step must be done before its turn to count as out of turn, s: beginning the next thing while the last
     * one settles is no mistake.
     */
    private static final double EARLY_GRACE = 10;

    /** How long what was done must be undone to count, s: longer than a spike of noise or a valve stroke. */
    private static final double UNDONE_AFTER = 10;

    /** Slack for the rounding of model time, s. */
    private static final double TIME_SLACK = 1e-6;

    private final RubricStep step;
    private final int number;
    private final Evaluation start;
    private final Evaluation end;
    private final Evaluation keep;
    private final @Nullable Evaluation partial;
    private final Gaps gaps;
    private final Set<String> actions;
    private final Map<String, Integer> evidence = new TreeMap<>();
    private List<StepTracker> before = List.of();
    private List<StepTracker> dependents = List.of();
    private List<StepTracker> alternatives = List.of();
    private double points;
    private double earned;
    private StepState state = StepState.LOCKED;
    private double taskStart = Double.NaN;
    private double readyAt = Double.NaN;
    private double activeAt = Double.NaN;
    private double doneAt = Double.NaN;
    private double endSince = Double.NaN;
    private double undoneSince = Double.NaN;
    private double lastTime = Double.NaN;
    private double blind;
    private boolean actedWhileLocked;
    private boolean earnedAgain;
    private double penalty;
    private @Nullable CommandRecord lastCommand;

    StepTracker(RubricStep step, int number, Rubric.Head head, SignalTable table) {
        String file = head.file();
        this.step = step;
        this.number = number;
        this.points = step.points();
        RubricStep.Conditions conditions = step.conditions();
        this.start = conditions.start().condition(file, table).begin();
        this.end = conditions.end().condition(file, table).begin();
        this.keep = conditions.keep().condition(file, table).begin();
        this.partial = step.partial()
                .map(curve -> curve.value().quantity(file, table).begin())
                .orElse(null);
        this.gaps = Gaps.of(head.rig().isPresent(), table, List.of(end, keep));
        this.actions = new TreeSet<>(step.actions());
        for (String name : step.evidence()) {
            evidence.put(name, table.find(name));
        }
        evidence.values().removeIf(index -> index == SignalTable.NONE);
    }

    /** What the comparisons of the end condition look like. */
    List<Reading> readings(SignalView view) {
        return end.readings(view);
    }

    /** Connects the step with the others; called once for all steps after they are created. */
    void connect(List<StepTracker> all) {
        List<StepTracker> earlier = new ArrayList<>();
        List<StepTracker> later = new ArrayList<>();
        List<StepTracker> others = new ArrayList<>();
        for (StepTracker other : all) {
            if (step.order().after().contains(other.step.id())) {
                earlier.add(other);
            }
            if (other.step.order().after().contains(step.id())) {
                later.add(other);
            }
            if (other != this
                    && step.order().altGroup().isPresent()
                    && step.order().altGroup().equals(other.step.order().altGroup())) {
                others.add(other);
            }
        }
        before = earlier;
        dependents = later;
        alternatives = others;
    }

    RubricStep step() {
        return step;
    }

    boolean done() {
        return state.passed();
    }

    StepState state() {
        return state;
    }

    double earned() {
        return earned;
    }

    double penalty() {
        return penalty;
    }

    double lost() {
        return state == StepState.WAIVED ? 0 : points - earned;
    }

    /** Whether the step was already done when the task began. */
    boolean doneAtLoad(SignalView view) {
        taskStart = view.time();
        return end.test(view) && !step.conditions().acted();
    }

    void waive(SignalView view, ScoreLog log) {
        settle(StepState.WAIVED, view);
        log(view, log, 0, 0, Reason.STEP_WAIVED, step.text(), Points.shown(step.points()));
    }

    void scale(double factor) {
        points = step.points() * factor;
    }

    /** Whether it is the step's turn and the operation is one of its own. */
    boolean awaits(CommandRecord command) {
        return (state == StepState.READY || state == StepState.ACTIVE || state == StepState.REGRESSED)
                && concerns(command);
    }

    /**
     * Takes notice of an operation.
     *
     * @param command the operation
     * @param inTurn whether it serves a step whose turn it is
     */
    void command(CommandRecord command, boolean inTurn) {
        if (!concerns(command)) {
            return;
        }
        lastCommand = command;
        if (!command.applied()) {
            return;
        }
        if (state == StepState.LOCKED) {
            actedWhileLocked |= !inTurn;
        } else if (state == StepState.READY) {
            state = StepState.ACTIVE;
            activeAt = command.time();
        }
    }

    /** Also while the step before it still settled. */
    private boolean operated() {
        return lastCommand != null && lastCommand.applied();
    }

    private boolean concerns(CommandRecord command) {
        for (String action : actions) {
            if (command.concerns(action)) {
                return true;
            }
        }
        return false;
    }

    void update(SignalView view, ScoreLog log) {
        boolean startHolds = start.test(view);
        boolean endHolds = end.test(view);
        boolean kept = keep.test(view);
        if (partial != null) {
            partial.value(view);
        }
        double time = view.time();
        boolean unknown = gaps.at(view);
        if (!endHolds && unknown) {
            goBlind(time);
        } else if (!endHolds) {
            endSince = Double.NaN;
        } else if (Double.isNaN(endSince)) {
            endSince = time;
        }
        lastTime = time;
        if (state == StepState.READY && !predecessorsDone()) {
            state = StepState.LOCKED;
        }
        if (state == StepState.LOCKED) {
            locked(view, startHolds, log);
        }
        if ((state == StepState.ACTIVE
                        || (state == StepState.READY && !step.conditions().acted()))
                && held(time, step.conditions().hold())) {
            finish(view, log);
        } else if (state == StepState.DONE_OK) {
            watch(view, kept || unknown, log);
        } else if (state == StepState.REGRESSED && held(time, step.conditions().hold())) {
            earnAgain(view, log);
        }
    }

    /** Lost data cost no time: what has held goes on holding without counting, and being slow is not counted either. */
    private void goBlind(double time) {
        double step = Double.isNaN(lastTime) ? 0 : time - lastTime;
        endSince += step;
        if (state == StepState.READY || state == StepState.ACTIVE) {
            blind += step;
        }
    }

    private void locked(SignalView view, boolean startHolds, ScoreLog log) {
        if (predecessorsDone() && startHolds) {
            state = StepState.READY;
            readyAt = view.time();
            endSince = Double.isNaN(endSince) ? Double.NaN : view.time();
            if (actions.isEmpty() || (step.conditions().acted() && operated())) {
                state = StepState.ACTIVE;
                activeAt = view.time();
            }
            return;
        }
        if (actedWhileLocked
                && !predecessorsDone()
                && held(view.time(), Math.max(step.conditions().hold(), EARLY_GRACE))) {
            outOfTurn(view, log);
        }
    }

    private void outOfTurn(SignalView view, ScoreLog log) {
        boolean strict =
                before.stream().anyMatch(b -> !b.done() && step.order().strict().contains(b.step.id()));
        String missing = missing();
        if (!strict) {
            settle(StepState.EARLY, view);
            earned = points * EARLY_FACTOR;
            log(
                    view,
                    log,
                    earned,
                    points - earned,
                    Reason.STEP_EARLY,
                    step.text(),
                    Points.shown(earned),
                    Points.shown(points),
                    missing);
            waiveAlternatives(view, log);
            return;
        }
        settle(StepState.WRONG, view);
        log(view, log, 0, points, Reason.STEP_WRONG, step.text(), Points.shown(points), missing);
        if (step.order().strictPenalty() > 0) {
            penalty = step.order().strictPenalty();
            log.add(
                    subject(view, ScoreEvent.Category.PENALTY),
                    0,
                    penalty,
                    Reason.ORDER_PENALTY,
                    Reason.ORDER_PENALTY.text(step.text(), penalty, missing));
        }
    }

    private void finish(SignalView view, ScoreLog log) {
        RubricStep.Timing timing = step.timing();
        double from = switch (timing.from()) {
            case TASK -> taskStart;
            case READY -> readyAt;
            case ACTION -> Double.isNaN(activeAt) ? readyAt : activeAt;
        };
        double took = Math.max(0, endSince - from - blind);
        double factor = timing.factor(took);
        settle(StepState.DONE_OK, view);
        earned = points * factor;
        if (factor == 1) {
            log(view, log, earned, 0, Reason.STEP_DONE, step.text(), Points.shown(earned));
        } else {
            log(
                    view,
                    log,
                    earned,
                    points - earned,
                    Reason.STEP_LATE,
                    step.text(),
                    Points.shown(earned),
                    Points.shown(points),
                    Points.shown(took),
                    timing.full());
        }
        waiveAlternatives(view, log);
    }

    private void watch(SignalView view, boolean kept, ScoreLog log) {
        if (kept || earnedAgain || dependents.isEmpty() || dependentBegun()) {
            undoneSince = Double.NaN;
            return;
        }
        if (Double.isNaN(undoneSince)) {
            undoneSince = view.time();
        }
        if (view.time() - undoneSince >= UNDONE_AFTER - TIME_SLACK) {
            double gone = earned;
            earned = 0;
            state = StepState.REGRESSED;
            undoneSince = Double.NaN;
            log(view, log, 0, gone, Reason.STEP_REGRESSED, step.text(), Points.shown(gone));
        }
    }

    private void earnAgain(SignalView view, ScoreLog log) {
        earnedAgain = true;
        settle(StepState.DONE_OK, view);
        earned = points * AGAIN_FACTOR;
        log(view, log, earned, 0, Reason.STEP_EARNED_AGAIN, step.text(), Points.shown(earned), Points.shown(points));
    }

    private void waiveAlternatives(SignalView view, ScoreLog log) {
        for (StepTracker other : alternatives) {
            if (!other.state.settled()) {
                other.settle(StepState.WAIVED, view);
                other.log(view, log, 0, 0, Reason.STEP_ALTERNATIVE, other.step.text(), step.id());
            }
        }
    }

    /** Ends the step with the task. An alternative that is still open counts once, for the first of its group. */
    void close(SignalView view, ScoreLog log) {
        if (state.settled()) {
            return;
        }
        if (state == StepState.REGRESSED) {
            doneAt = view.time();
            return;
        }
        StepState was = state;
        String missing = missing();
        settle(StepState.CLOSED, view);
        if (alternatives.stream().anyMatch(other -> other.number < number)) {
            points = 0;
            return;
        }
        if (was == StepState.LOCKED) {
            log(view, log, 0, points, Reason.STEP_NOT_REACHED, step.text(), Points.shown(points), missing);
        } else if (was == StepState.READY) {
            log(view, log, 0, points, Reason.STEP_NOT_BEGUN, step.text(), Points.shown(points));
        } else {
            earned = points * partialFraction(view);
            log(
                    view,
                    log,
                    earned,
                    points - earned,
                    Reason.STEP_UNFINISHED,
                    step.text(),
                    Points.shown(earned),
                    Points.shown(points));
        }
    }

    private double partialFraction(SignalView view) {
        Evaluation quantity = partial;
        return quantity == null
                ? 0
                : step.partial().map(c -> c.fractionAt(quantity.value(view))).orElse(0.0);
    }

    ScoreSheet.StepScore score(double time) {
        double heldFor = Double.isNaN(endSince) || state.settled() ? 0 : time - endSince;
        return new ScoreSheet.StepScore(
                step.id(),
                number,
                step.text(),
                points,
                earned,
                state,
                Math.min(heldFor, step.conditions().hold()),
                step.conditions().hold(),
                readyAt,
                activeAt,
                doneAt);
    }

    @Override
    public void save(StateWriter writer) {
        writer.section(step.id());
        evaluations().forEach(evaluation -> evaluation.save(writer));
        writer.writeString(state.name());
        writer.writeDoubles(
                new double[] {points, earned, penalty, taskStart, readyAt, activeAt, doneAt, endSince, undoneSince});
        if (gaps.possible()) {
            writer.writeDoubles(new double[] {lastTime, blind});
        }
        writer.writeBoolean(actedWhileLocked);
        writer.writeBoolean(earnedAgain);
        ScoreState.command(writer, lastCommand);
    }

    @Override
    public void restore(StateReader reader) {
        reader.section(step.id());
        evaluations().forEach(evaluation -> evaluation.restore(reader));
        state = StepState.valueOf(reader.readString());
        points = reader.readDouble();
        earned = reader.readDouble();
        penalty = reader.readDouble();
        taskStart = reader.readDouble();
        readyAt = reader.readDouble();
        activeAt = reader.readDouble();
        doneAt = reader.readDouble();
        endSince = reader.readDouble();
        undoneSince = reader.readDouble();
        if (gaps.possible()) {
            double[] lost = new double[2];
            reader.readDoubles(lost);
            lastTime = lost[0];
            blind = lost[1];
        }
        actedWhileLocked = reader.readBoolean();
        earnedAgain = reader.readBoolean();
        lastCommand = ScoreState.command(reader);
    }

    private Stream<Evaluation> evaluations() {
        return Stream.concat(Stream.of(start, end, keep), Stream.ofNullable(partial));
    }

    private void settle(StepState next, SignalView view) {
        state = next;
        doneAt = view.time();
    }

    private boolean held(double time, double hold) {
        return !Double.isNaN(endSince) && time - endSince >= hold - TIME_SLACK;
    }

    private boolean predecessorsDone() {
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).done()) {
                return false;
            }
        }
        return true;
    }

    private boolean dependentBegun() {
        for (int i = 0; i < dependents.size(); i++) {
            StepState other = dependents.get(i).state;
            if (other == StepState.ACTIVE || other.settled() || other == StepState.REGRESSED) {
                return true;
            }
        }
        return false;
    }

    private String missing() {
        String steps =
                before.stream().filter(b -> !b.done()).map(b -> b.step.id()).collect(Collectors.joining(", "));
        return steps.isEmpty() ? step.conditions().start().text() : steps;
    }

    private ScoreLog.Subject subject(SignalView view, ScoreEvent.Category category) {
        List<Reading> readings = new ArrayList<>(end.readings(view));
        if (state == StepState.REGRESSED) {
            readings.addAll(keep.readings(view));
        }
        evidence.forEach((name, index) -> readings.add(new Reading(name, view.value(index), "", true)));
        return new ScoreLog.Subject(step.id(), category, view, readings, lastCommand);
    }

    private void log(SignalView view, ScoreLog log, double gain, double loss, Reason reason, Object... arguments) {
        log.add(subject(view, ScoreEvent.Category.STEP), gain, loss, reason, reason.text(arguments));
    }
}
