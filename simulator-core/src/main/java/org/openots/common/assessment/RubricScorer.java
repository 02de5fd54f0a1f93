package org.openots.common.assessment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.expression.Reading;
import org.openots.common.signal.SignalTable;
import org.openots.common.signal.SignalView;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.state.Stateful;

/**
 * Scores one run by a rubric. The score is a pure function of what is shown to {@link #observe}: the same ticks and
 * commands give the same sheet, at any speed. Nothing is allocated on a tick on which nothing happens. Not thread-safe;
 * the sheets are immutable and may go anywhere.
 */
public final class RubricScorer implements TaskScorer {
    /** The best mark. */
    private static final double BEST = 100;

    /** Slack for the rounding of model time, s. */
    private static final double TIME_SLACK = 1e-6;

    private final Rubric rubric;
    private final boolean followersWait;
    private final List<StepTracker> steps = new ArrayList<>();
    private final List<StepTracker> inOrder = new ArrayList<>();
    private final List<QualityTracker> quality = new ArrayList<>();
    private final List<PenaltyTracker> penalties = new ArrayList<>();
    private final ScoreLog log = new ScoreLog();
    private double taskStart = Double.NaN;
    private boolean closed;
    private @Nullable SignalView last;

    /**
     * Prepares scoring.
     *
     * @param rubric the rubric
     * @param table the plant's signals
     * @throws OtsException naming the place in the rubric, if a condition is wrong or names an unknown signal
     */
    public RubricScorer(Rubric rubric, SignalTable table) {
        // nobody sees operations at a rig: what has to follow something else cannot be done before it
        this(rubric, table, rubric.head().rig().isPresent());
    }

    /** With steps that follow others never counting as done at the beginning, or also those. */
    RubricScorer(Rubric rubric, SignalTable table, boolean followersWait) {
        this.rubric = rubric;
        this.followersWait = followersWait;
        Rubric.Head head = rubric.head();
        for (RubricStep step : rubric.steps()) {
            steps.add(new StepTracker(step, steps.size() + 1, head, table));
        }
        connect();
        for (QualityItem item : rubric.quality()) {
            quality.add(new QualityTracker(item, tracker(item.window().fromStep()), head, table));
        }
        for (Penalty penalty : rubric.penalties()) {
            penalties.add(new PenaltyTracker(penalty, head, table));
        }
    }

    @Override
    public void observe(SignalView view, List<CommandRecord> commands, Seen seen) {
        observe(view, commands);
    }

    /**
     * Shows one tick; to be called once for every tick, in order. The first one is the state the task begins in: the one
     * before any command, so that what a trainee does at once still counts as done by him.
     *
     * @param view the signals at the tick; those of the last tick must stay readable until {@link #close}
     * @param commands what the trainee did since the call before, in order
     */
    public void observe(SignalView view, List<CommandRecord> commands) {
        if (closed) {
            return;
        }
        if (Double.isNaN(taskStart)) {
            begin(view);
        }
        last = view;
        for (int i = 0; i < commands.size(); i++) {
            command(commands.get(i));
        }
        for (int i = 0; i < inOrder.size(); i++) {
            inOrder.get(i).update(view, log);
        }
        for (int i = 0; i < quality.size(); i++) {
            quality.get(i).update(view);
        }
        for (int i = 0; i < penalties.size(); i++) {
            penalties.get(i).update(view, log);
        }
        if (view.time() - taskStart >= rubric.head().timeLimit() - TIME_SLACK) {
            close();
        }
    }

    @Override
    public void close() {
        SignalView view = last;
        if (closed || view == null) {
            return;
        }
        closed = true;
        steps.forEach(step -> step.close(view, log));
        quality.forEach(item -> item.close(view, log));
    }

    @Override
    public boolean closed() {
        return closed;
    }

    @Override
    public ScoreSheet sheet() {
        SignalView view = last;
        double time = view == null ? 0 : view.time();
        return new ScoreSheet(
                rubric.head().ref(),
                time,
                closed,
                steps.stream().map(step -> step.score(time)).toList(),
                quality.stream().map(QualityTracker::score).toList(),
                penalties.stream().map(PenaltyTracker::score).toList(),
                totals(),
                log.all(),
                losses());
    }

    @Override
    public List<String> pending(String id) {
        SignalView view = last;
        for (StepTracker step : steps) {
            if (view != null && step.step().id().equals(id) && !step.state().settled()) {
                List<Reading> readings = step.readings(view);
                return step.step().actions().stream()
                        .filter(action -> pending(action, readings))
                        .toList();
            }
        }
        return List.of();
    }

    private static boolean pending(String action, List<Reading> readings) {
        List<Reading> own = readings.stream()
                .filter(reading -> CommandRecord.concerns(action, reading.name()))
                .toList();
        return own.isEmpty() || !own.stream().allMatch(Reading::satisfied);
    }

    @Override
    public void save(StateWriter writer) {
        writer.section(mark());
        writer.writeDouble(taskStart);
        writer.writeBoolean(closed);
        writer.writeBoolean(last != null);
        log.save(writer);
        parts().forEach(part -> part.save(writer));
    }

    @Override
    public void restore(SignalView present, StateReader reader) {
        reader.section(mark());
        taskStart = reader.readDouble();
        closed = reader.readBoolean();
        last = reader.readBoolean() ? present : null;
        log.restore(reader);
        parts().forEach(part -> part.restore(reader));
    }

    private String mark() {
        RubricRef ref = rubric.head().ref();
        return "rubric " + ref.id() + " " + ref.version() + " " + ref.sha256();
    }

    private Stream<Stateful> parts() {
        return Stream.of(steps, quality, penalties).flatMap(List::stream);
    }

    private void connect() {
        steps.forEach(step -> step.connect(steps));
        Set<String> placed = new HashSet<>();
        boolean progress = true;
        while (progress) {
            progress = false;
            for (StepTracker tracker : steps) {
                RubricStep step = tracker.step();
                if (!placed.contains(step.id())
                        && placed.containsAll(step.order().after())) {
                    placed.add(step.id());
                    inOrder.add(tracker);
                    progress = true;
                }
            }
        }
    }

    private @Nullable StepTracker tracker(Optional<String> id) {
        for (StepTracker tracker : steps) {
            if (id.isPresent() && tracker.step().id().equals(id.get())) {
                return tracker;
            }
        }
        return null;
    }

    private void begin(SignalView view) {
        taskStart = view.time();
        double gone = 0;
        Set<String> doneGroups = new HashSet<>();
        for (StepTracker tracker : steps) {
            RubricStep step = tracker.step();
            boolean first = !followersWait || step.order().after().isEmpty();
            if (tracker.doneAtLoad(view)
                    && first
                    && doneGroups.add(step.order().altGroup().orElse(step.id()))) {
                gone += step.points();
            }
        }
        for (StepTracker tracker : steps) {
            RubricStep step = tracker.step();
            if (doneGroups.contains(step.order().altGroup().orElse(step.id()))) {
                tracker.waive(view, log);
            }
        }
        double all = rubric.stepMaximum();
        if (gone > 0 && gone < all) {
            double factor = all / (all - gone);
            steps.forEach(step -> step.scale(factor));
        }
    }

    private void command(CommandRecord command) {
        // what serves a step whose turn it is does not count as doing a later one out of turn
        boolean inTurn = false;
        for (int i = 0; i < steps.size(); i++) {
            inTurn |= steps.get(i).awaits(command);
        }
        for (int i = 0; i < steps.size(); i++) {
            steps.get(i).command(command, inTurn);
        }
        for (int i = 0; i < penalties.size(); i++) {
            penalties.get(i).command(command);
        }
    }

    private ScoreSheet.Totals totals() {
        double s = steps.stream().mapToDouble(StepTracker::earned).sum();
        double q = quality.stream().mapToDouble(item -> item.score().earned()).sum();
        double d = Math.min(capped(), rubric.head().penaltyCap()) + outsideCap();
        double total = Math.max(0, Math.min(BEST, s + q - d));
        return new ScoreSheet.Totals(s, q, d, total, rubric.maximum());
    }

    private double capped() {
        double sum = steps.stream().mapToDouble(StepTracker::penalty).sum();
        for (PenaltyTracker tracker : penalties) {
            sum += tracker.penalty().outsideCap() ? 0 : tracker.lost();
        }
        return sum;
    }

    private double outsideCap() {
        return penalties.stream()
                .filter(tracker -> tracker.penalty().outsideCap())
                .mapToDouble(PenaltyTracker::lost)
                .sum();
    }

    private List<ScoreEvent> losses() {
        List<ScoreEvent> losses = new ArrayList<>();
        for (StepTracker step : steps) {
            boolean decided = step.state().settled() || step.state() == StepState.REGRESSED;
            if (decided && step.lost() > 0) {
                log.last(step.step().id(), ScoreEvent.Category.STEP)
                        .ifPresent(event -> losses.add(event.withLost(step.lost())));
            }
        }
        for (ScoreEvent event : log.all()) {
            if (event.category() != ScoreEvent.Category.STEP && event.lost() > 0) {
                losses.add(event);
            }
        }
        perSecond(losses);
        double excess = capped() - rubric.head().penaltyCap();
        if (excess > 0 && last != null) {
            ScoreLog.Subject subject =
                    new ScoreLog.Subject("penaltyCap", ScoreEvent.Category.PENALTY, last, List.of(), null);
            losses.add(new ScoreLog()
                    .add(
                            subject,
                            0,
                            -excess,
                            Reason.PENALTY_CAP,
                            Reason.PENALTY_CAP.text(
                                    Points.shown(capped()), rubric.head().penaltyCap())));
        }
        return losses;
    }

    private void perSecond(List<ScoreEvent> losses) {
        for (PenaltyTracker tracker : penalties) {
            if (tracker.penalty().per() == Penalty.Per.SECOND && tracker.lost() > 0) {
                log.last(tracker.penalty().id(), ScoreEvent.Category.PENALTY)
                        .ifPresent(event -> losses.add(event.withLost(tracker.lost())));
            }
        }
    }
}
