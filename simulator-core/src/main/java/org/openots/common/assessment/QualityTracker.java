package org.openots.common.assessment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openots.common.expression.Evaluation;
import org.openots.common.expression.Reading;
import org.openots.common.signal.SignalTable;
import org.openots.common.signal.SignalView;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.state.Stateful;

/** The integral of one quality item, sampled once per second of model time. */
final class QualityTracker implements Stateful {
    /** Distance of samples, s of model time, so that a score does not depend on speed or tick length. */
    private static final double SAMPLE = 1;

    /** Slack for the rounding of model time, s. */
    private static final double TIME_SLACK = 1e-6;

    private final QualityItem item;
    private final @Nullable StepTracker from;
    private final Evaluation value;
    private final Evaluation start;
    private final Evaluation end;
    private final Evaluation guard;
    private final Gaps gaps;
    private boolean open;
    private boolean over;
    private double nextSample;
    private double sum;
    private double seconds;
    private double lost;
    private double beyond;
    private double worst = 1;
    private double worstValue = Double.NaN;
    private List<Reading> unguarded = List.of();

    QualityTracker(QualityItem item, @Nullable StepTracker from, Rubric.Head head, SignalTable table) {
        String file = head.file();
        this.item = item;
        this.from = from;
        this.value = item.value().quantity(file, table).begin();
        this.start = item.window().start().condition(file, table).begin();
        this.end = item.window().end().condition(file, table).begin();
        this.guard = item.window().guard().condition(file, table).begin();
        this.gaps = Gaps.of(head.rig().isPresent(), table, List.of(value, guard));
    }

    void update(SignalView view) {
        boolean startHolds = start.test(view);
        boolean endHolds = end.test(view);
        boolean guardHolds = guard.test(view);
        double now = value.value(view);
        if (!open && startHolds && (from == null || from.done())) {
            open = true;
            nextSample = view.time();
        }
        over = over || (open && endHolds);
        if (open && !over && view.time() >= nextSample - TIME_SLACK) {
            nextSample += SAMPLE;
            if (gaps.at(view) || (gaps.possible() && Double.isNaN(now))) {
                lost += SAMPLE;
            } else {
                sample(now, guardHolds, view);
            }
        }
    }

    private void sample(double now, boolean guardHolds, SignalView view) {
        double closeness = guardHolds ? item.band().closeness(now) : 0;
        seconds += SAMPLE;
        sum += closeness * SAMPLE;
        beyond += item.band().beyond(now) * SAMPLE;
        if (!guardHolds && unguarded.isEmpty()) {
            unguarded = missing(guard, item.window().guard().text(), view);
        }
        if (closeness < worst) {
            worst = closeness;
            worstValue = now;
        }
    }

    double mean() {
        double length = length();
        return length > 0 ? sum / length : 0;
    }

    /** What the window counts as: not shorter than the rubric says, but for what was lost of it. */
    private double length() {
        return Math.max(seconds, item.window().minDuration() - lost);
    }

    ScoreSheet.QualityScore score() {
        return new ScoreSheet.QualityScore(
                item.id(), item.text(), item.points(), item.points() * mean(), mean(), seconds, beyond);
    }

    void close(SignalView view, ScoreLog log) {
        double earned = item.points() * mean();
        double missed = item.points() - earned;
        List<Reading> evidence = open ? evidence() : closedWindow(view);
        ScoreLog.Subject subject = new ScoreLog.Subject(item.id(), ScoreEvent.Category.QUALITY, view, evidence, null);
        if (!open) {
            log.add(
                    subject,
                    0,
                    missed,
                    Reason.QUALITY_NOT_BEGUN,
                    Reason.QUALITY_NOT_BEGUN.text(item.text(), Points.shown(missed)));
            return;
        }
        log.add(
                subject,
                earned,
                missed,
                Reason.QUALITY_MEAN,
                Reason.QUALITY_MEAN.text(
                        item.text(),
                        Points.shown(earned),
                        Points.shown(item.points()),
                        Points.shown(100 * mean()),
                        length()));
    }

    @Override
    public void save(StateWriter writer) {
        writer.section(item.id());
        evaluations().forEach(evaluation -> evaluation.save(writer));
        writer.writeBoolean(open);
        writer.writeBoolean(over);
        writer.writeDoubles(new double[] {nextSample, sum, seconds, beyond, worst, worstValue});
        if (gaps.possible()) {
            writer.writeDouble(lost);
        }
        ScoreState.readings(writer, unguarded);
    }

    @Override
    public void restore(StateReader reader) {
        reader.section(item.id());
        evaluations().forEach(evaluation -> evaluation.restore(reader));
        open = reader.readBoolean();
        over = reader.readBoolean();
        nextSample = reader.readDouble();
        sum = reader.readDouble();
        seconds = reader.readDouble();
        beyond = reader.readDouble();
        worst = reader.readDouble();
        worstValue = reader.readDouble();
        if (gaps.possible()) {
            lost = reader.readDouble();
        }
        unguarded = ScoreState.readings(reader);
    }

    private List<Evaluation> evaluations() {
        return List.of(value, start, end, guard);
    }

    private List<Reading> evidence() {
        QualityItem.Band band = item.band();
        String limit = band.target() + " " + item.unit() + " [" + offset(band.innerLow()) + " … "
                + offset(band.innerHigh()) + " | " + offset(band.outerLow()) + " … " + offset(band.outerHigh()) + "]";
        Reading worstReading = new Reading(item.value().text(), worstValue, limit, worst >= 1);
        List<Reading> readings = new ArrayList<>(List.of(worstReading));
        readings.addAll(unguarded);
        return readings;
    }

    /** Why the window never opened: the step it waits for, or what its start condition lacks. */
    private List<Reading> closedWindow(SignalView view) {
        if (from != null && !from.done()) {
            String step = from.step().id();
            return List.of(new Reading(step, Double.NaN, step, false));
        }
        return missing(start, item.window().start().text(), view);
    }

    /** The comparisons of a condition that fail at a tick: of the guard at the first sample without marks, for example. */
    private static List<Reading> missing(Evaluation condition, String text, SignalView view) {
        List<Reading> failed = condition.readings(view).stream()
                .filter(reading -> !reading.satisfied())
                .toList();
        return failed.isEmpty() ? List.of(new Reading(text, Double.NaN, text, false)) : failed;
    }

    private static String offset(double offset) {
        if (Double.isInfinite(offset)) {
            return offset > 0 ? "∞" : "-∞";
        }
        return offset > 0 ? "+" + offset : Double.toString(offset);
    }
}
