package org.openots.hazop.drill;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openots.common.assessment.CommandRecord;
import org.openots.common.assessment.Rubric;
import org.openots.common.assessment.RubricScorer;
import org.openots.common.assessment.ScoreSheet;
import org.openots.common.signal.SignalTable;
import org.openots.common.signal.SignalView;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.text.LocalText;

/**
 * Scores one run of a drill. A pure function of what it is shown: ticks, commands, and which faults began. The response in
 * the plant is scored by the step engine from the first fault on, the answers by the key. Not thread-safe.
 */
public final class DrillScorer {
    private static final double WHOLE = 100;

    private final Drill drill;
    private final SignalTable signals;
    private final DrillAnswers answers = new DrillAnswers();
    private double onset = Double.NaN;
    private double lastOnset = Double.NaN;
    private double rightAt = Double.NaN;
    private int caseIndex = -1;
    private boolean closed;
    private @Nullable RubricScorer sequence;

    /**
     * Prepares scoring.
     *
     * @param drill the drill
     * @param signals of its plant
     */
    public DrillScorer(Drill drill, SignalTable signals) {
        this.drill = drill;
        this.signals = signals;
    }

    /**
     * Shows one tick, in order.
     *
     * @param view the signals at the tick; those of the last tick must stay readable until {@link #close}
     * @param commands what the trainee did since the call before
     * @param begun ids of faults that began since
     */
    public void observe(SignalView view, List<CommandRecord> commands, List<String> begun) {
        if (closed) {
            return;
        }
        begun.forEach(fault -> begin(fault, view));
        boolean answered = false;
        for (CommandRecord command : commands) {
            if (command.target().equals(DrillAnswers.TARGET)) {
                answers.take(command);
                answered = true;
            }
        }
        if (answered) {
            boolean right = share(DrillPart.DEVIATION) >= 1;
            rightAt = !right ? Double.NaN : Double.isNaN(rightAt) ? view.time() : rightAt;
        }
        RubricScorer steps = sequence;
        if (steps != null) {
            steps.observe(view, commands);
        }
    }

    private void begin(String fault, SignalView view) {
        if (caseIndex < 0) {
            Optional<DrillCase> found = drill.caseOf(fault);
            if (found.isEmpty()) {
                return;
            }
            caseIndex = drill.cases().indexOf(found.get());
            onset = view.time();
            sequence = found.get().sequence().map(this::scorer).orElse(null);
            // what was said before is judged now; it was too early to earn anything for time
            rightAt = Double.NaN;
        }
        if (current().faults().stream().anyMatch(one -> one.fault().equals(fault))) {
            lastOnset = view.time();
        }
    }

    private RubricScorer scorer(Rubric rubric) {
        return new RubricScorer(rubric, signals);
    }

    private DrillCase current() {
        return drill.cases().get(caseIndex);
    }

    /** Ends the run: what is not done by now is lost. */
    public void close() {
        closed = true;
        RubricScorer steps = sequence;
        if (steps != null) {
            steps.close();
        }
    }

    /**
     * The score as it stands.
     *
     * @return all of it
     */
    public DrillScore score() {
        List<DrillScore.Part> parts = new ArrayList<>();
        for (Map.Entry<DrillPart, Double> weight : drill.weights().points().entrySet()) {
            DrillPart part = weight.getKey();
            double share = caseIndex < 0 ? 0 : share(part);
            parts.add(new DrillScore.Part(part, weight.getValue(), share * weight.getValue(), reason(part, share)));
        }
        Map<DrillPart, List<Integer>> chosen = new EnumMap<>(DrillPart.class);
        for (DrillPart part : DrillPart.values()) {
            if (part.chosen()) {
                chosen.put(part, List.copyOf(answers.of(part)));
            }
        }
        return new DrillScore(
                parts,
                sheet(),
                onset,
                chosen,
                answers.note(),
                caseIndex < 0 ? Optional.empty() : Optional.of(current().debrief()));
    }

    private Optional<ScoreSheet> sheet() {
        RubricScorer steps = sequence;
        return steps == null ? Optional.empty() : Optional.of(steps.sheet());
    }

    private double share(DrillPart part) {
        if (caseIndex < 0) {
            return 0;
        }
        return switch (part) {
            case DEVIATION, CAUSE -> several(part);
            case ACTION, DECISION, SAFEGUARD -> single(part);
            case SEQUENCE ->
                sheet().map(sheet -> sheet.totals().total() / WHOLE).orElse(0.0);
            case TIME -> time();
        };
    }

    /** Of several: those named, less those named wrongly. */
    private double several(DrillPart part) {
        List<List<String>> groups = current().key().groups(part);
        int wrong = 0;
        boolean[] named = new boolean[groups.size()];
        for (int number : answers.of(part)) {
            String id = id(part, number);
            boolean right = false;
            for (int i = 0; i < named.length; i++) {
                if (groups.get(i).contains(id)) {
                    named[i] = true;
                    right = true;
                }
            }
            wrong += right ? 0 : 1;
        }
        int hits = 0;
        for (boolean one : named) {
            hits += one ? 1 : 0;
        }
        return groups.isEmpty() ? 0 : Math.max(0, (double) (hits - wrong) / groups.size());
    }

    private double single(DrillPart part) {
        Map<String, Double> shares = current().key().single().getOrDefault(part, Map.of());
        return answers.of(part).stream()
                .mapToDouble(number -> shares.getOrDefault(id(part, number), 0.0))
                .max()
                .orElse(0);
    }

    private String id(DrillPart part, int number) {
        return drill.offers().number(part, number).map(Drill.Option::id).orElse("");
    }

    /** Full until a time after the last fault, then falling to nothing; only for all deviations. */
    private double time() {
        if (Double.isNaN(rightAt)) {
            return 0;
        }
        double taken = Math.max(0, rightAt - lastOnset);
        double full = drill.start().fullSeconds();
        double low = drill.start().lowSeconds();
        return taken <= full ? 1 : Math.max(0, (low - taken) / (low - full));
    }

    private LocalText reason(DrillPart part, double share) {
        if (caseIndex < 0) {
            return new LocalText("故障还没有出现", "no fault has begun");
        }
        if (part == DrillPart.TIME) {
            return Double.isNaN(rightAt)
                    ? new LocalText("没有在故障出现后判断对全部偏离", "the deviations were not all named after the fault began")
                    : new LocalText(
                            "故障出现后 " + Math.round(Math.max(0, rightAt - lastOnset)) + " s 判断对",
                            "named " + Math.round(Math.max(0, rightAt - lastOnset)) + " s after the fault began");
        }
        if (part == DrillPart.SEQUENCE) {
            return new LocalText(
                    "处置步骤完成 " + Math.round(share * WHOLE) + " %",
                    Math.round(share * WHOLE) + " % of the response done");
        }
        if (answers.of(part).isEmpty()) {
            return new LocalText("没有作答", "not answered");
        }
        return share >= 1
                ? new LocalText("正确", "right")
                : share > 0 ? new LocalText("部分正确", "partly right") : new LocalText("不正确", "wrong");
    }

    /**
     * Writes what was seen so far.
     *
     * @param writer receives the state
     */
    public void save(StateWriter writer) {
        writer.section("drill " + drill.id());
        writer.writeDouble(onset);
        writer.writeDouble(lastOnset);
        writer.writeDouble(rightAt);
        writer.writeInt(caseIndex);
        writer.writeBoolean(closed);
        answers.save(writer);
        RubricScorer steps = sequence;
        if (steps != null) {
            steps.save(writer);
        }
    }

    /**
     * Goes on from where {@link #save} was called.
     *
     * @param present the signals at that tick; must stay readable until {@link #close}
     * @param reader stands where the state begins
     */
    public void restore(SignalView present, StateReader reader) {
        reader.section("drill " + drill.id());
        onset = reader.readDouble();
        lastOnset = reader.readDouble();
        rightAt = reader.readDouble();
        caseIndex = reader.readInt();
        closed = reader.readBoolean();
        answers.restore(reader);
        sequence = caseIndex < 0 ? null : current().sequence().map(this::scorer).orElse(null);
        RubricScorer steps = sequence;
        if (steps != null) {
            steps.restore(present, reader);
        }
    }
}
