package org.openots.common.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openots.common.text.LocalText;

/** Makes the score of a hidden fault from what is known of a run at one moment. */
final class FaultJudge {
    private static final String DETECTION = "detection";
    private static final String DIAGNOSIS = "diagnosis";
    private static final double BEST = 100;
    /** Severity of a false report: it costs attention, nothing else. */
    private static final int MINOR = 1;
    /** Points from which a part is not whole. */
    private static final double WHOLE_SLACK = 1e-9;

    private static final LocalText OPEN = new LocalText("尚未结束", "not over yet");

    private final Rubric rubric;
    private final FaultTask task;
    private final Facts facts;

    FaultJudge(Rubric rubric, FaultTask task, Facts facts) {
        this.rubric = rubric;
        this.task = task;
        this.facts = facts;
    }

    /** What is known. */
    record Facts(
            double time,
            long tick,
            boolean closed,
            double onset,
            @Nullable FaultCase one,
            @Nullable FaultDetection detection,
            FaultAnswers answers) {}

    /** What became of noticing or naming it. */
    private record Verdict(double points, double earned, Reason reason, LocalText text, double time) {}

    private Verdict detection() {
        double points = task.detection().points();
        FaultCase one = facts.one();
        FaultDetection detection = facts.detection();
        if (one == null || detection == null) {
            return new Verdict(points, 0, Reason.FAULT_ABSENT, Reason.FAULT_ABSENT.text(points), Double.NaN);
        }
        if (!detection.noticed()) {
            return new Verdict(points, 0, Reason.FAULT_MISSED, Reason.FAULT_MISSED.text(points), Double.NaN);
        }
        double after = Math.max(0, detection.at() - facts.onset());
        double earned = points * one.share(after);
        LocalText by = detection.by();
        LocalText zh = Reason.FAULT_NOTICED.text(by.zh(), Points.shown(after), Points.shown(earned), points);
        LocalText en = Reason.FAULT_NOTICED.text(by.en(), Points.shown(after), Points.shown(earned), points);
        return new Verdict(points, earned, Reason.FAULT_NOTICED, new LocalText(zh.zh(), en.en()), detection.at());
    }

    private Verdict diagnosis() {
        double points = task.diagnosis().points();
        FaultCase one = facts.one();
        double at = facts.answers().chosenAt();
        if (one == null) {
            return new Verdict(points, 0, Reason.FAULT_ABSENT, Reason.FAULT_ABSENT.text(points), at);
        }
        Optional<String> named = named();
        if (named.isEmpty()) {
            return new Verdict(points, 0, Reason.DIAGNOSIS_MISSING, Reason.DIAGNOSIS_MISSING.text(points), at);
        }
        if (named.get().equals(one.fault())) {
            return new Verdict(points, points, Reason.DIAGNOSIS_RIGHT, Reason.DIAGNOSIS_RIGHT.text(points), at);
        }
        double part = task.diagnosis().sameUnit();
        Optional<FaultTask.Unit> unit = task.unitOf(one.fault());
        if (unit.isPresent() && unit.get().faults().contains(named.get())) {
            LocalText name = unit.get().text();
            LocalText zh = Reason.DIAGNOSIS_UNIT.text(name.zh(), part, points);
            LocalText en = Reason.DIAGNOSIS_UNIT.text(name.en(), part, points);
            return new Verdict(points, part, Reason.DIAGNOSIS_UNIT, new LocalText(zh.zh(), en.en()), at);
        }
        return new Verdict(points, 0, Reason.DIAGNOSIS_WRONG, Reason.DIAGNOSIS_WRONG.text(points), at);
    }

    private Optional<String> named() {
        List<String> offered = task.offered();
        return facts.answers()
                .chosen()
                .filter(number -> number <= offered.size())
                .map(number -> offered.get(number - 1));
    }

    FaultReport report(Optional<ScoreSheet> sheet) {
        FaultCase one = facts.one();
        List<FaultReport.Part> parts = new ArrayList<>();
        parts.add(part(FaultReport.Kind.DETECTION, detection()));
        parts.add(part(FaultReport.Kind.DIAGNOSIS, diagnosis()));
        double response =
                task.maximum() - task.detection().points() - task.diagnosis().points() - task.recovery();
        parts.add(steps(FaultReport.Kind.RESPONSE, sheet, response, step -> one != null && !one.recovers(step.id())));
        parts.add(steps(
                FaultReport.Kind.RECOVERY, sheet, task.recovery(), step -> one != null && one.recovers(step.id())));
        return new FaultReport(
                one == null ? Optional.empty() : Optional.of(one.fault()),
                facts.onset(),
                facts.answers().chosen(),
                facts.answers().marks(),
                facts.answers().markedAt(),
                one == null ? Optional.empty() : Optional.of(one.signs()),
                parts);
    }

    private static FaultReport.Part part(FaultReport.Kind kind, Verdict verdict) {
        return new FaultReport.Part(kind, verdict.points(), verdict.earned(), verdict.text(), verdict.time());
    }

    private FaultReport.Part steps(
            FaultReport.Kind kind, Optional<ScoreSheet> sheet, double points, Predicate<ScoreSheet.StepScore> own) {
        if (sheet.isEmpty()) {
            return new FaultReport.Part(kind, points, 0, Reason.FAULT_ABSENT.text(points), Double.NaN);
        }
        List<ScoreSheet.StepScore> steps =
                sheet.get().steps().stream().filter(own).toList();
        long done = steps.stream().filter(step -> step.state().passed()).count();
        double earned = steps.stream().mapToDouble(ScoreSheet.StepScore::earned).sum();
        double at = steps.stream()
                .filter(step -> step.state().passed())
                .mapToDouble(ScoreSheet.StepScore::doneAt)
                .max()
                .orElse(Double.NaN);
        LocalText count =
                new LocalText("完成 " + done + " / " + steps.size() + " 步", done + " of " + steps.size() + " steps done");
        boolean open = !facts.closed() && done < steps.size();
        LocalText reason = open ? new LocalText(count.zh() + "，" + OPEN.zh(), count.en() + ", " + OPEN.en()) : count;
        return new FaultReport.Part(kind, points, earned, reason, at);
    }

    /** The sheet of the whole task: noticing and naming as its first steps, then those of the case, then the rest. */
    ScoreSheet sheet(
            ScoreSheet frame, Optional<ScoreSheet> own, int falseCount, double falseLoss, List<ScoreEvent> falseMarks) {
        Verdict detection = detection();
        Verdict diagnosis = diagnosis();
        List<ScoreSheet.StepScore> steps = new ArrayList<>();
        steps.add(step(DETECTION, 1, FaultReport.Kind.DETECTION, detection));
        steps.add(step(DIAGNOSIS, 2, FaultReport.Kind.DIAGNOSIS, diagnosis));
        own.ifPresent(sheet -> sheet.steps().forEach(step -> steps.add(numbered(step, steps.size() + 1))));
        frame.steps().forEach(step -> steps.add(numbered(step, steps.size() + 1)));
        List<ScoreSheet.PenaltyScore> penalties = new ArrayList<>();
        own.ifPresent(sheet -> penalties.addAll(sheet.penalties()));
        penalties.addAll(frame.penalties());
        penalties.add(new ScoreSheet.PenaltyScore(
                "falseMark",
                new LocalText("没有故障时报告异常", "something abnormal reported while there was no fault"),
                task.falseMark().points(),
                falseCount,
                falseLoss,
                MINOR));
        List<ScoreEvent> history = new ArrayList<>(frame.history());
        own.ifPresent(sheet -> history.addAll(sheet.history()));
        history.addAll(falseMarks);
        List<ScoreEvent> losses = facts.closed() ? losses(detection, diagnosis, own.isEmpty()) : new ArrayList<>();
        own.ifPresent(sheet -> losses.addAll(sheet.losses()));
        losses.addAll(frame.losses());
        losses.addAll(falseMarks.stream().filter(event -> event.lost() > 0).toList());
        double d = own.map(sheet -> sheet.totals().penalties()).orElse(0.0)
                + frame.totals().penalties()
                + falseLoss;
        double s = detection.earned()
                + diagnosis.earned()
                + own.map(sheet -> sheet.totals().steps()).orElse(0.0)
                + frame.totals().steps();
        double q = frame.totals().quality();
        double total = Math.max(0, Math.min(BEST, s + q - d));
        return new ScoreSheet(
                rubric.head().ref(),
                facts.time(),
                facts.closed(),
                steps,
                frame.quality(),
                penalties,
                new ScoreSheet.Totals(s, q, d, total, rubric.maximum()),
                history,
                losses);
    }

    private List<ScoreEvent> losses(Verdict detection, Verdict diagnosis, boolean absent) {
        List<ScoreEvent> losses = new ArrayList<>();
        if (absent) {
            double all = task.maximum();
            losses.add(event(
                    DETECTION,
                    new Verdict(all, 0, Reason.FAULT_ABSENT, Reason.FAULT_ABSENT.text(Points.shown(all)), Double.NaN)));
            return losses;
        }
        if (detection.points() - detection.earned() > WHOLE_SLACK) {
            losses.add(event(DETECTION, detection));
        }
        if (diagnosis.points() - diagnosis.earned() > WHOLE_SLACK) {
            losses.add(event(DIAGNOSIS, diagnosis));
        }
        return losses;
    }

    /** A loss at the moment it was decided; what never happened is lost at the onset, where there was something to see. */
    private ScoreEvent event(String rule, Verdict verdict) {
        double decided = Double.isNaN(verdict.time()) ? facts.onset() : verdict.time();
        double time = Double.isNaN(decided) ? facts.time() : decided;
        long tick = facts.time() > 0 ? Math.round(facts.tick() * time / facts.time()) : facts.tick();
        return new ScoreEvent(
                rule,
                ScoreEvent.Category.STEP,
                verdict.reason(),
                verdict.text(),
                tick,
                time,
                verdict.earned(),
                verdict.points() - verdict.earned(),
                List.of(),
                Optional.empty());
    }

    private ScoreSheet.StepScore step(String id, int number, FaultReport.Kind kind, Verdict verdict) {
        boolean done = verdict.earned() > 0;
        StepState state = done
                ? StepState.DONE_OK
                : facts.closed() ? StepState.CLOSED : facts.one() == null ? StepState.LOCKED : StepState.READY;
        return new ScoreSheet.StepScore(
                id,
                number,
                kind.text(),
                verdict.points(),
                verdict.earned(),
                state,
                0,
                0,
                facts.onset(),
                verdict.time(),
                verdict.time());
    }

    private static ScoreSheet.StepScore numbered(ScoreSheet.StepScore step, int number) {
        return new ScoreSheet.StepScore(
                step.id(),
                number,
                step.text(),
                step.points(),
                step.earned(),
                step.state(),
                step.holdDone(),
                step.holdNeeded(),
                step.readyAt(),
                step.activeAt(),
                step.doneAt());
    }
}
