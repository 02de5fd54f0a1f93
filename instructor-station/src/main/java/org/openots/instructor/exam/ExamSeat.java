package org.openots.instructor.exam;

import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.instructor.strategy.ExamRules;
import org.openots.instructor.strategy.Strategy;

/** What candidates do. All methods are called with the monitor of the exam held. */
public final class ExamSeat {
    private static final double MILLIS_PER_MINUTE = 60_000;
    private static final LocalText SEAT = new LocalText("入座", "take a seat");

    private final ExamFlow flow;

    ExamSeat(ExamFlow flow) {
        this.flow = flow;
    }

    /**
     * Takes a seat at a computer; the same again when it was taken before.
     *
     * @param exam the exam
     * @param account the candidate
     * @param device digest of the computer's mark
     */
    public void sit(Exam exam, String account, String device) {
        CandidateTrack candidate = exam.candidate(account);
        if (candidate.state() != CandidateState.EXPECTED) {
            requireNotAbsent(exam, candidate);
            return;
        }
        ExamPhase phase = exam.track().phase();
        if (!phase.live()) {
            throw new OtsException(ExamError.PHASE, exam.track().plan().id(), phase.text(), SEAT);
        }
        requireFreeComputer(exam, account, device);
        exam.append(ExamKinds.SEATED, ExamFlow.of(account).put("device", device));
        if (phase == ExamPhase.RUNNING) {
            flow.beginNext(exam, account);
        }
    }

    private static void requireNotAbsent(Exam exam, CandidateTrack candidate) {
        if (candidate.state() == CandidateState.ABSENT) {
            long allowed = exam.track().plan().strategy().time().lateEntrySec().orElse(0);
            throw new OtsException(
                    ExamError.LATE,
                    Math.ceil(exam.now() / MILLIS_PER_MINUTE),
                    allowed * Exam.MILLIS / MILLIS_PER_MINUTE);
        }
    }

    private static boolean bound(Exam exam) {
        return exam.track()
                .plan()
                .strategy()
                .security()
                .filter(ExamRules.Security::bindSeat)
                .isPresent();
    }

    private static void requireFreeComputer(Exam exam, String account, String device) {
        if (!bound(exam)) {
            return;
        }
        exam.view().candidates().stream()
                .filter(other ->
                        !other.account().equals(account) && !other.state().done())
                .filter(other -> exam.candidate(other.account()).device().equals(device))
                .findFirst()
                .ifPresent(other -> {
                    throw new OtsException(ExamError.SEAT_TAKEN, other.seat());
                });
    }

    /** Lets a candidate sign in at a computer, or has an invigilator asked. */
    void admit(Exam exam, String account, String device, String address) {
        CandidateTrack candidate = exam.candidate(account);
        CandidateState state = candidate.state();
        boolean seated = state == CandidateState.SEATED || state == CandidateState.WORKING;
        if (!seated || candidate.device().equals(device) || !bound(exam)) {
            return;
        }
        boolean free = candidate.device().isEmpty()
                || exam.track().plan().strategy().connectivity().resume() == Strategy.Connectivity.Resume.ANY_SEAT
                || candidate
                        .handover()
                        .filter(asked -> asked.admits(device, exam.wall()))
                        .isPresent();
        if (free) {
            requireFreeComputer(exam, account, device);
            exam.append(
                    ExamKinds.DEVICE, ExamFlow.of(account).put("device", device).put("address", address));
            return;
        }
        boolean asked = candidate
                .handover()
                .filter(one -> one.device().equals(device) && one.approvedAt() == 0)
                .isPresent();
        if (!asked) {
            exam.append(
                    ExamKinds.HANDOVER,
                    ExamFlow.of(account).put("device", device).put("address", address));
        }
        throw new OtsException(ExamError.HANDOVER, exam.track().plan().room());
    }

    /**
     * Ends the present item and begins the next one; the same again when it was ended before.
     *
     * @param exam the exam
     * @param account the candidate
     * @param number of the item, from 1
     */
    public void next(Exam exam, String account, int number) {
        CandidateTrack candidate = working(exam, account);
        int present = candidate.present().map(item -> item + 1).orElse(0);
        if (number < present) {
            return;
        }
        if (number > present) {
            throw new OtsException(ExamError.ITEM, number, present);
        }
        requireMoving(exam, account);
        if (number == candidate.items().size()) {
            throw new OtsException(ExamError.LAST_ITEM, number);
        }
        flow.endAndGoOn(exam, account, account);
    }

    /**
     * Hands in; the same receipt when it was handed in before.
     *
     * @param exam the exam
     * @param account the candidate
     */
    public void handIn(Exam exam, String account) {
        if (exam.candidate(account).state() == CandidateState.HANDED_IN) {
            return;
        }
        working(exam, account);
        long left = exam.candidate(account).view(exam.now()).leftInAll();
        boolean early = exam.track()
                .plan()
                .strategy()
                .time()
                .earlyHandIn()
                .filter(rule -> rule == Strategy.Time.EarlyHandIn.ALLOWED)
                .isPresent();
        if (!early && left > 0) {
            throw new OtsException(ExamError.EARLY, Math.ceil(left / MILLIS_PER_MINUTE));
        }
        requireMoving(exam, account);
        flow.collect(exam, account, account);
    }

    private static CandidateTrack working(Exam exam, String account) {
        CandidateTrack candidate = exam.candidate(account);
        if (candidate.state() != CandidateState.WORKING) {
            throw new OtsException(
                    ExamError.NOT_WORKING, account, candidate.state().text());
        }
        return candidate;
    }

    private static void requireMoving(Exam exam, String account) {
        if (exam.track().stopped() || exam.candidate(account).view(exam.now()).stoppedAlone()) {
            throw new OtsException(ExamError.STOPPED);
        }
    }

    /**
     * Raises or lowers a hand.
     *
     * @param exam the exam
     * @param account the candidate
     * @param up whether it is raised
     */
    public void hand(Exam exam, String account, boolean up) {
        boolean raised = exam.candidate(account).view(exam.now()).handRaised().isPresent();
        if (raised != up && !exam.candidate(account).state().done()) {
            exam.append(ExamKinds.HAND, ExamFlow.of(account).put("up", up).put("by", account));
        }
    }

    /**
     * Writes down that a candidate left the page.
     *
     * @param exam the exam
     * @param account the candidate
     */
    public void blurred(Exam exam, String account) {
        if (exam.candidate(account).state() == CandidateState.WORKING) {
            exam.append(
                    ExamKinds.INCIDENT,
                    ExamFlow.of(account).put("code", Exam.BLUR).put("text", "").put("by", ExamTrack.STATION));
        }
    }
}
