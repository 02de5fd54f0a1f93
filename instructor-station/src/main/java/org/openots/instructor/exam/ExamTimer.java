package org.openots.instructor.exam;

import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openots.common.error.OtsException;
import org.openots.instructor.session.Pace;
import org.openots.instructor.strategy.Strategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches the time of running exams on one thread: nothing that must happen waits for a candidate's machine. */
final class ExamTimer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ExamTimer.class);

    /** Wall time between two looks, ms: an item ends at most this late. */
    private static final long PERIOD_MILLIS = 250;

    private final Supplier<Collection<Exam>> exams;
    private final ExamFlow flow;
    private final ExamPresence presence;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "exam-timer");
        thread.setDaemon(true);
        return thread;
    });

    ExamTimer(Supplier<Collection<Exam>> exams, ExamFlow flow, ExamPresence presence) {
        this.exams = exams;
        this.flow = flow;
        this.presence = presence;
    }

    void start() {
        var unused = timer.scheduleWithFixedDelay(this::look, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void look() {
        for (Exam exam : exams.get()) {
            try {
                synchronized (exam) {
                    if (exam.track().phase() == ExamPhase.RUNNING) {
                        look(exam);
                    }
                }
            } catch (RuntimeException e) {
                LOG.error("exam {} cannot go on now", exam.view().plan().id(), e);
            }
        }
    }

    private void look(Exam exam) {
        if (exam.now() - exam.track().clock() >= Exam.MILLIS) {
            exam.append(ExamKinds.CLOCK, ExamCodec.node());
        }
        boolean all = true;
        for (String account : exam.track().candidates().keySet()) {
            try {
                look(exam, account);
            } catch (OtsException e) {
                if (e.errorCode() == ExamError.STORAGE) {
                    throw e;
                }
                // one candidate's trouble is not the others'
                LOG.error(
                        "candidate {} of {} cannot go on now",
                        account,
                        exam.track().plan().id(),
                        e);
            }
            all &= exam.candidate(account).state().done();
        }
        if (all) {
            exam.append(ExamKinds.CLOSED, ExamCodec.node().put("by", ExamTrack.STATION));
        }
    }

    private void look(Exam exam, String account) {
        CandidateTrack candidate = exam.candidate(account);
        switch (candidate.state()) {
            case EXPECTED -> late(exam, account);
            case SEATED -> flow.beginNext(exam, account);
            case WORKING -> working(exam, account, candidate);
            default -> {}
        }
    }

    private static void late(Exam exam, String account) {
        int allowed = exam.track().plan().strategy().time().lateEntrySec().orElse(0);
        if (exam.now() > allowed * Exam.MILLIS) {
            exam.append(ExamKinds.ABSENT, ExamFlow.of(account).put("by", ExamTrack.STATION));
        }
    }

    private void working(Exam exam, String account, CandidateTrack candidate) {
        if (candidate.present().isEmpty()) {
            // the station stopped between the end of an item and what comes after it
            flow.goOn(exam, account);
            return;
        }
        watch(exam, account, candidate);
        flow.pace(exam, account);
        boolean credit = ExamFlow.credit(exam.track().plan().strategy()) != Strategy.Extension.Credit.NONE;
        if (candidate.left(exam.now()) == 0 && !candidate.undecided(credit)) {
            flow.endAndGoOn(exam, account, ExamTrack.STATION);
        }
    }

    private void watch(Exam exam, String account, CandidateTrack candidate) {
        boolean here = presence.here(account);
        Strategy strategy = exam.track().plan().strategy();
        if (candidate.waitsForReturn()) {
            long most = strategy.time()
                    .extension()
                    .map(Strategy.Extension::maxAutoCreditSec)
                    .orElse(0);
            if (here || presence.gone(account) > most) {
                exam.append(
                        ExamKinds.RESUMED,
                        ExamFlow.of(account).put("untilReturn", true).put("by", Pace.STATION));
            }
        } else if (here && candidate.lostSince().isPresent()) {
            flow.back(exam, account);
        } else if (!here
                && candidate.lostSince().isEmpty()
                && presence.gone(account) > strategy.connectivity().graceSec()) {
            exam.append(ExamKinds.LOST, ExamFlow.of(account));
        }
    }
}
