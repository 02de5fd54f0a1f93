package org.openots.instructor.strategy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What must hold in the rules of an exam, so that it is fair and its score can be proven. */
final class ExamChecks {
    private ExamChecks() {}

    static List<StrategyRule> all() {
        return List.of(
                StrategyRule.exam(ExamChecks::clock),
                StrategyRule.exam(ExamChecks::timeUp),
                StrategyRule.exam(ExamChecks::lateEntry),
                StrategyRule.exam(ExamChecks::attempts),
                StrategyRule.exam(ExamChecks::speed),
                StrategyRule.exam(ExamChecks::control),
                StrategyRule.exam(ExamChecks::help),
                StrategyRule.exam(ExamChecks::liveScore),
                StrategyRule.exam(ExamChecks::release),
                StrategyRule.exam(ExamChecks::faults),
                StrategyRule.exam(ExamChecks::security),
                StrategyRule.exam(ExamChecks::localJournal),
                StrategyRule.exam(ExamChecks::replay),
                StrategyRule.exam(ExamChecks::supervisor));
    }

    private static void clock(Checked c) {
        c.check(
                c.strategy().time().clock() == Strategy.Time.Clock.SERVER_EXAM_TIME,
                StrategyError.EXAM_CLOCK,
                "/time/clock");
    }

    private static void timeUp(Checked c) {
        c.check(
                c.strategy().time().onTimeUp() == Strategy.Time.OnTimeUp.AUTO_SUBMIT,
                StrategyError.EXAM_TIME_UP,
                "/time/onTimeUp");
    }

    private static void lateEntry(Checked c) {
        int total = c.strategy().time().totalSec();
        c.strategy()
                .time()
                .lateEntrySec()
                .ifPresent(late ->
                        c.check(late < total, StrategyError.EXAM_LATE_ENTRY, "/time/lateEntrySec", late, total));
    }

    private static void attempts(Checked c) {
        Strategy.Attempts attempts = c.strategy().attempts();
        c.check(
                attempts.max() == 1 && attempts.keep() == Strategy.Attempts.Keep.ONLY,
                StrategyError.EXAM_ATTEMPTS,
                "/attempts",
                attempts.max(),
                attempts.keep().name().toLowerCase(Locale.ROOT));
    }

    private static void speed(Checked c) {
        Strategy.TimeScale scale = c.strategy().simControl().timeScale();
        boolean locked = scale.min() == 1 && scale.standard() == 1 && scale.max() == 1 && !scale.studentMaySet();
        c.check(locked, StrategyError.EXAM_SCALE, "/simControl/timeScale");
    }

    private static void control(Checked c) {
        Strategy.SimControl control = c.strategy().simControl();
        boolean invigilator = control.freezeBy().stream().allMatch(Strategy.SimControl.Who.INVIGILATOR::equals);
        c.check(invigilator, StrategyError.EXAM_FREEZE, "/simControl/freezeBy");
        c.check(control.backtrackBy().isEmpty(), StrategyError.EXAM_BACKTRACK, "/simControl/backtrackBy");
        c.check(control.resetBy().isEmpty(), StrategyError.EXAM_RESET, "/simControl/resetBy");
    }

    private static void help(Checked c) {
        Strategy.Assist assist = c.strategy().assist();
        c.check(assist.hints() == Strategy.Assist.Hints.OFF, StrategyError.EXAM_HINTS, "/assist/hints");
        c.check(assist.stepGuide() == Strategy.Assist.Switch.OFF, StrategyError.EXAM_HINTS, "/assist/stepGuide");
    }

    private static void liveScore(Checked c) {
        c.check(
                c.strategy().assist().liveScore() == Strategy.Assist.LiveScore.HIDDEN,
                StrategyError.EXAM_LIVE_SCORE,
                "/assist/liveScore");
    }

    private static void release(Checked c) {
        Strategy.Release release = c.strategy().scoring().release();
        c.check(late(release.score()), StrategyError.EXAM_RELEASE, "/scoring/release/score");
        c.check(late(release.breakdown()), StrategyError.EXAM_RELEASE, "/scoring/release/breakdown");
    }

    private static boolean late(Strategy.Release.When when) {
        return when != Strategy.Release.When.LIVE;
    }

    private static void faults(Checked c) {
        Strategy.FaultRules faults = c.strategy().faults();
        c.check(!faults.visibleToStudent(), StrategyError.EXAM_FAULTS_VISIBLE, "/faults/visibleToStudent");
        c.check(!faults.adHocByInstructor(), StrategyError.EXAM_AD_HOC, "/faults/adHocByInstructor");
        c.check(
                faults.injection() != Strategy.FaultRules.Injection.INSTRUCTOR_OR_SCRIPT,
                StrategyError.EXAM_AD_HOC,
                "/faults/injection");
    }

    private static void security(Checked c) {
        Optional<ExamRules.Security> security = c.strategy().security();
        security.ifPresent(s -> {
            c.check(s.bindSeat(), StrategyError.EXAM_SEAT, "/security/bindSeat");
            c.check(!s.collusion().autoPenalty(), StrategyError.EXAM_AUTO_PENALTY, "/security/collusion/autoPenalty");
        });
    }

    private static void localJournal(Checked c) {
        c.check(
                c.strategy().connectivity().localJournal(),
                StrategyError.EXAM_LOCAL_JOURNAL,
                "/connectivity/localJournal");
    }

    private static void replay(Checked c) {
        c.strategy()
                .audit()
                .ifPresent(a -> c.check(a.replayRequired(), StrategyError.EXAM_REPLAY, "/audit/replayRequired"));
    }

    private static void supervisor(Checked c) {
        c.strategy()
                .staffing()
                .ifPresent(s -> c.check(
                        !s.supervisorMayAssess(), StrategyError.EXAM_SUPERVISOR, "/staffing/supervisorMayAssess"));
    }
}
