package org.openots.hazop.drill;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 * the plant is scored by the step engine from the first fault on, the answers by the key, by what the station recorded and
 * by what happened. Not thread-safe.
 */
public final class DrillScorer {
    private static final double WHOLE = 100;
    private static final double HALF = 0.5;
    private static final List<DrillPart> RESPONSES = List.of(DrillPart.ACTION, DrillPart.SEQUENCE);
    private static final DrillJudge.Verdict NO_FAULT =
            new DrillJudge.Verdict(0, new LocalText("故障还没有出现", "no fault has begun"));

    private final Drill drill;
    private final SignalTable signals;
    private final DrillAnswers answers = new DrillAnswers();
    private double onset = Double.NaN;
    private double lastOnset = Double.NaN;
    private double rightAt = Double.NaN;
    private int caseIndex = -1;
    private boolean closed;
    private @Nullable RubricScorer sequence;
    private @Nullable RunFacts facts;

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
     * What happened in a tick beside what the trainee did.
     *
     * @param begun ids of faults that began
     * @param alarm whether an alarm came
     */
    public record Seen(List<String> begun, boolean alarm) {
        /** Nothing happened. */
        public static final Seen NOTHING = new Seen(List.of(), false);

        /** Keeps an unmodifiable copy. */
        public Seen {
            begun = List.copyOf(begun);
        }
    }

    /**
     * Shows one tick, in order.
     *
     * @param view the signals at the tick; those of the last tick must stay readable until {@link #close}
     * @param commands what the trainee did since the call before
     * @param seen what else happened since
     */
    public void observe(SignalView view, List<CommandRecord> commands, Seen seen) {
        if (closed) {
            return;
        }
        seen.begun().forEach(fault -> begin(fault, view));
        boolean answered = false;
        for (CommandRecord command : commands) {
            if (command.target().equals(DrillAnswers.TARGET)) {
                answers.take(command);
                answered = true;
            }
        }
        if (answered) {
            boolean right =
                    caseIndex >= 0 && judge().verdict(DrillPart.DEVIATION).share() >= 1;
            rightAt = !right ? Double.NaN : Double.isNaN(rightAt) ? view.time() : rightAt;
        }
        RubricScorer steps = sequence;
        if (steps != null) {
            steps.observe(view, commands);
        }
        RunFacts run = facts;
        if (run != null) {
            run.observe(view, seen.alarm());
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
            facts = newFacts();
            // what was said before is judged now; it was too early to earn anything for time
            rightAt = Double.NaN;
        }
        if (current().faults().stream().anyMatch(one -> one.fault().equals(fault))) {
            lastOnset = view.time();
        }
    }

    private @Nullable RunFacts newFacts() {
        return drill.rules()
                .note()
                .map(rules -> new RunFacts(drill, rules, signals))
                .orElse(null);
    }

    private DrillJudge judge() {
        return new DrillJudge(drill, current(), answers, facts);
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
        drill.weights().points().forEach((part, points) -> {
            DrillJudge.Verdict verdict = caseIndex < 0 ? NO_FAULT : verdict(part);
            parts.add(new DrillScore.Part(part, points, verdict.share() * points, verdict.reason()));
        });
        Map<DrillPart, List<Integer>> chosen = new EnumMap<>(DrillPart.class);
        DrillPart.questions().forEach(part -> chosen.put(part, List.copyOf(answers.of(part))));
        return new DrillScore(
                parts,
                sheet(),
                onset,
                chosen,
                new DrillScore.Written(
                        answers.alarmTime(),
                        answers.note(),
                        Set.copyOf(answers.trials().keySet())),
                caseIndex < 0 ? Optional.empty() : Optional.of(current().debrief()));
    }

    private Optional<ScoreSheet> sheet() {
        RubricScorer steps = sequence;
        return steps == null ? Optional.empty() : Optional.of(steps.sheet());
    }

    private DrillJudge.Verdict verdict(DrillPart part) {
        return switch (part) {
            case SEQUENCE -> {
                double share =
                        sheet().map(sheet -> sheet.totals().total() / WHOLE).orElse(0.0);
                String percent = Math.round(share * WHOLE) + " %";
                yield new DrillJudge.Verdict(
                        share, new LocalText("处置步骤完成 " + percent, percent + " of the response done"));
            }
            case TIME -> new DrillJudge.Verdict(time(), timeReason());
            default -> judge().verdict(part);
        };
    }

    /**
     * Full until a time after the last fault, then falling to nothing; only for all deviations, and in full only with half
     * of the response: to name what is wrong and to let it happen is no quick handling.
     */
    private double time() {
        if (Double.isNaN(rightAt)) {
            return 0;
        }
        double taken = Math.max(0, rightAt - lastOnset);
        double full = drill.start().fullSeconds();
        double low = drill.start().lowSeconds();
        return handled() * (taken <= full ? 1 : Math.max(0, (low - taken) / (low - full)));
    }

    /** Share of the points for time that the response lets stand: all from half of it on, or where none is asked for. */
    private double handled() {
        List<DrillPart> asked =
                RESPONSES.stream().filter(part -> drill.weights().of(part) > 0).toList();
        double done =
                asked.stream().mapToDouble(part -> verdict(part).share()).max().orElse(1);
        return Math.min(1, done / HALF);
    }

    private LocalText timeReason() {
        if (Double.isNaN(rightAt)) {
            return new LocalText("没有在故障出现后判断对全部偏离", "the deviations were not all named after the fault began");
        }
        double handled = handled();
        if (handled == 0) {
            return new LocalText("没有正确的处置，时间不计分", "nothing of the response is right, so time counts nothing");
        }
        long taken = Math.round(Math.max(0, rightAt - lastOnset));
        LocalText named = new LocalText("故障出现后 " + taken + " s 判断对", "named " + taken + " s after the fault began");
        if (handled == 1) {
            return named;
        }
        return new LocalText(
                named.zh() + "；处置不到一半，时间按比例计分",
                named.en() + "; less than half of the response is done, so time counts in proportion");
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
        RunFacts run = facts;
        if (run != null) {
            run.save(writer);
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
        facts = caseIndex < 0 ? null : newFacts();
        RunFacts run = facts;
        if (run != null) {
            run.restore(reader);
        }
    }
}
