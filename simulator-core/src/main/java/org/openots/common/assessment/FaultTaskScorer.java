package org.openots.common.assessment;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.signal.SignalTable;
import org.openots.common.signal.SignalView;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;

/**
 * Scores a run of a hidden fault. The rubric's own rules count from the beginning; the case is chosen by the first fault
 * that begins and for which there is one, and its response, recovery and penalties count from then on. Without such a
 * fault nothing can be scored and the sheet says so. Not thread-safe.
 */
public final class FaultTaskScorer implements TaskScorer {
    /** Slack for the rounding of model time, s. */
    private static final double TIME_SLACK = 1e-6;

    private final Rubric rubric;
    private final FaultTask task;
    private final SignalTable table;
    private final RubricScorer frame;
    private final FaultAnswers answers = new FaultAnswers();
    private final ScoreLog falseMarks = new ScoreLog();
    private double taskStart = Double.NaN;
    private boolean closed;
    private double falseLoss;
    private int falseCount;
    private double onset = Double.NaN;
    private @Nullable CaseRun run;
    private @Nullable SignalView last;

    /** The case that counts, and what is made of it. */
    private record CaseRun(FaultCase one, RubricScorer scorer, FaultDetection detection) {}

    /**
     * Prepares scoring; every case is compiled, so that a mistake shows before a fault does.
     *
     * @param rubric the rubric
     * @param task its fault task
     * @param table the plant's signals
     * @throws OtsException naming the place in the rubric, if a condition is wrong or names an unknown signal
     */
    FaultTaskScorer(Rubric rubric, FaultTask task, SignalTable table) {
        this.rubric = rubric;
        this.task = task;
        this.table = table;
        this.frame = new RubricScorer(
                new Rubric(rubric.head(), rubric.steps(), rubric.quality(), rubric.penalties(), Optional.empty()),
                table);
        task.cases().forEach(this::caseRun);
    }

    private CaseRun caseRun(FaultCase one) {
        Rubric rules = one.asRubric(Optional.of(rubric.head()));
        return new CaseRun(one, new RubricScorer(rules, table, true), new FaultDetection(one));
    }

    @Override
    public void observe(SignalView view, List<CommandRecord> commands, Seen seen) {
        if (closed) {
            return;
        }
        if (Double.isNaN(taskStart)) {
            taskStart = view.time();
        }
        last = view;
        for (int i = 0; i < seen.faults().size(); i++) {
            begin(seen.faults().get(i), view);
        }
        for (int i = 0; i < commands.size(); i++) {
            command(commands.get(i), view);
        }
        CaseRun now = run;
        if (now != null) {
            for (int i = 0; i < seen.alarms().size(); i++) {
                now.detection().alarm(seen.alarms().get(i), view.time());
            }
            now.scorer().observe(view, commands);
        }
        frame.observe(view, commands);
        if (view.time() - taskStart >= rubric.head().timeLimit() - TIME_SLACK) {
            close();
        }
    }

    private void begin(String fault, SignalView view) {
        Optional<FaultCase> found = task.caseOf(fault);
        if (run == null && found.isPresent()) {
            run = caseRun(found.get());
            onset = view.time();
        }
    }

    private void command(CommandRecord command, SignalView view) {
        CaseRun now = run;
        boolean answer = command.target().equals(FaultAnswers.TARGET);
        if (answer) {
            answers.take(command);
        }
        if (now != null) {
            now.detection().command(command);
        } else if (answer && command.value() >= 0) {
            falseMark(command, view);
        }
    }

    private void falseMark(CommandRecord command, SignalView view) {
        falseCount++;
        FaultTask.FalseMark rule = task.falseMark();
        double taken = Math.min(rule.points(), rule.max() - falseLoss);
        falseLoss += taken;
        ScoreLog.Subject subject =
                new ScoreLog.Subject("falseMark", ScoreEvent.Category.PENALTY, view, List.of(), command);
        falseMarks.add(subject, 0, taken, Reason.FALSE_MARK, Reason.FALSE_MARK.text(Points.shown(taken), falseCount));
    }

    @Override
    public void close() {
        if (closed || last == null) {
            return;
        }
        closed = true;
        frame.close();
        CaseRun now = run;
        if (now != null) {
            now.scorer().close();
        }
    }

    @Override
    public boolean closed() {
        return closed;
    }

    /** Guidance would tell what the fault is. */
    @Override
    public List<String> pending(String step) {
        return List.of();
    }

    @Override
    public ScoreSheet sheet() {
        return judge().sheet(frame.sheet(), caseSheet(), falseCount, falseLoss, falseMarks.all());
    }

    @Override
    public Optional<FaultReport> faultReport() {
        return Optional.of(judge().report(caseSheet()));
    }

    private FaultJudge judge() {
        SignalView view = last;
        CaseRun now = run;
        return new FaultJudge(
                rubric,
                task,
                new FaultJudge.Facts(
                        view == null ? 0 : view.time(),
                        view == null ? 0 : view.tick(),
                        closed,
                        onset,
                        now == null ? null : now.one(),
                        now == null ? null : now.detection(),
                        answers));
    }

    private Optional<ScoreSheet> caseSheet() {
        CaseRun now = run;
        return now == null ? Optional.empty() : Optional.of(now.scorer().sheet());
    }

    @Override
    public void save(StateWriter writer) {
        writer.section("fault task " + rubric.head().ref().sha256());
        writer.writeBoolean(last != null);
        writer.writeBoolean(closed);
        writer.writeDoubles(new double[] {taskStart, falseLoss, onset});
        writer.writeInt(falseCount);
        falseMarks.save(writer);
        answers.save(writer);
        frame.save(writer);
        CaseRun now = run;
        writer.writeString(now == null ? "" : now.one().fault());
        if (now != null) {
            now.detection().save(writer);
            now.scorer().save(writer);
        }
    }

    @Override
    public void restore(SignalView present, StateReader reader) {
        reader.section("fault task " + rubric.head().ref().sha256());
        last = reader.readBoolean() ? present : null;
        closed = reader.readBoolean();
        taskStart = reader.readDouble();
        falseLoss = reader.readDouble();
        onset = reader.readDouble();
        falseCount = reader.readInt();
        falseMarks.restore(reader);
        answers.restore(reader);
        frame.restore(present, reader);
        CaseRun now = task.caseOf(reader.readString()).map(this::caseRun).orElse(null);
        run = now;
        if (now != null) {
            now.detection().restore(reader);
            now.scorer().restore(present, reader);
        }
    }
}
