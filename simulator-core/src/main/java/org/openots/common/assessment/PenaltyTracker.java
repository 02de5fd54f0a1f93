package org.openots.common.assessment;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openots.common.expression.Evaluation;
import org.openots.common.signal.SignalTable;
import org.openots.common.signal.SignalView;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.state.Stateful;

/** Episodes of one penalty. */
final class PenaltyTracker implements Stateful {
    /** Slack for the rounding of model time, s. */
    private static final double TIME_SLACK = 1e-6;

    private final Penalty penalty;
    private final Evaluation[] conditions;
    private final Gaps[] gaps;
    private final boolean[] armed;
    private final boolean[] inside;
    private final double[] clearSince;
    private int count;
    private double lost;
    private double lastTime = Double.NaN;
    private @Nullable CommandRecord concerning;
    private @Nullable CommandRecord latest;

    PenaltyTracker(Penalty penalty, Rubric.Head head, SignalTable table) {
        this.penalty = penalty;
        this.conditions = penalty.when().stream()
                .map(when -> when.condition(head.file(), table).begin())
                .toArray(Evaluation[]::new);
        this.gaps = Stream.of(conditions)
                .map(condition -> Gaps.of(head.rig().isPresent(), table, List.of(condition)))
                .toArray(Gaps[]::new);
        this.armed = new boolean[conditions.length];
        this.inside = new boolean[conditions.length];
        this.clearSince = new double[conditions.length];
    }

    Penalty penalty() {
        return penalty;
    }

    double lost() {
        return lost;
    }

    void command(CommandRecord command) {
        latest = command;
        for (Evaluation condition : conditions) {
            for (String signal : condition.expression().signals()) {
                concerning = command.concerns(signal) ? command : concerning;
            }
        }
    }

    void update(SignalView view, ScoreLog log) {
        double step = Double.isNaN(lastTime) ? 0 : view.time() - lastTime;
        lastTime = view.time();
        for (int i = 0; i < conditions.length; i++) {
            boolean holds = conditions[i].test(view);
            if (!holds && gaps[i].at(view)) {
                continue; // neither over nor begun, as far as anybody knows
            }
            if (!armed[i]) {
                armed[i] = !holds;
            } else if (holds) {
                if (!inside[i]) {
                    inside[i] = true;
                    fire(conditions[i], view, log);
                }
                clearSince[i] = Double.NaN;
                if (penalty.per() == Penalty.Per.SECOND) {
                    lost = Math.min(penalty.max(), lost + penalty.points() * step);
                }
            } else if (inside[i]) {
                clear(i, view.time());
            }
        }
    }

    private void clear(int i, double time) {
        if (Double.isNaN(clearSince[i])) {
            clearSince[i] = time;
        }
        inside[i] = time - clearSince[i] < penalty.recovery() - TIME_SLACK;
    }

    private void fire(Evaluation condition, SignalView view, ScoreLog log) {
        count++;
        ScoreLog.Subject subject = new ScoreLog.Subject(
                penalty.id(),
                ScoreEvent.Category.PENALTY,
                view,
                condition.readings(view),
                concerning == null ? latest : concerning);
        double taken = 0;
        if (penalty.per() == Penalty.Per.EVENT) {
            taken = Math.min(penalty.points(), penalty.max() - lost);
            lost += taken;
        }
        boolean full = taken == 0 && lost >= penalty.max();
        Reason reason = full ? Reason.PENALTY_AT_MAXIMUM : Reason.PENALTY;
        double shown = full ? penalty.max() : penalty.points();
        log.add(subject, 0, taken, reason, reason.text(penalty.text(), Points.shown(shown), count));
    }

    @Override
    public void save(StateWriter writer) {
        writer.section(penalty.id());
        for (int i = 0; i < conditions.length; i++) {
            conditions[i].save(writer);
            writer.writeBoolean(armed[i]);
            writer.writeBoolean(inside[i]);
            writer.writeDouble(clearSince[i]);
        }
        writer.writeInt(count);
        writer.writeDouble(lost);
        writer.writeDouble(lastTime);
        ScoreState.command(writer, concerning);
        ScoreState.command(writer, latest);
    }

    @Override
    public void restore(StateReader reader) {
        reader.section(penalty.id());
        for (int i = 0; i < conditions.length; i++) {
            conditions[i].restore(reader);
            armed[i] = reader.readBoolean();
            inside[i] = reader.readBoolean();
            clearSince[i] = reader.readDouble();
        }
        count = reader.readInt();
        lost = reader.readDouble();
        lastTime = reader.readDouble();
        concerning = ScoreState.command(reader);
        latest = ScoreState.command(reader);
    }

    ScoreSheet.PenaltyScore score() {
        return new ScoreSheet.PenaltyScore(
                penalty.id(), penalty.text(), penalty.points(), count, lost, penalty.severity());
    }
}
