package org.openots.instructor.exam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.instructor.people.Role;

/** What invigilators and exam officers do. All methods are called with the monitor of the exam held. */
public final class ExamRoom {
    private final ExamPlanner planner;
    private final ExamFlow flow;

    ExamRoom(ExamPlanner planner, ExamFlow flow) {
        this.planner = planner;
        this.flow = flow;
    }

    private static void require(Exam exam, LocalText wanted, ExamPhase... phases) {
        ExamPhase phase = exam.track().phase();
        if (!List.of(phases).contains(phase)) {
            throw new OtsException(ExamError.PHASE, exam.track().plan().id(), phase.text(), wanted);
        }
    }

    private static ObjectNode by(String who) {
        return ExamCodec.node().put("by", who);
    }

    /**
     * Opens entry and draws the papers.
     *
     * @param exam the exam
     * @param who account
     */
    public void open(Exam exam, String who) {
        require(exam, new LocalText("开放入场", "open entry"), ExamPhase.PLANNED);
        planner.requireFree(exam);
        ExamPlan plan = exam.track().plan();
        Map<String, DrawFilter.Difficulty> difficulties = planner.difficulties(plan.id());
        Map<String, List<PaperItem>> papers = planner.papers(plan, difficulties);
        exam.append(ExamKinds.OPENED, ExamCodec.opened(papers, difficulties, who));
    }

    /**
     * Begins the exam for everybody who is there.
     *
     * @param exam the exam
     * @param who account
     */
    public void start(Exam exam, String who) {
        require(exam, new LocalText("开考", "begin"), ExamPhase.OPEN);
        exam.append(ExamKinds.STARTED, by(who));
        // the candidates' items are begun by the timer, at the time the exam began
    }

    /**
     * Calls an exam off that has not begun.
     *
     * @param exam the exam
     * @param who account
     * @param reason why
     */
    public void cancel(Exam exam, String who, String reason) {
        require(exam, new LocalText("取消", "cancel it"), ExamPhase.PLANNED, ExamPhase.OPEN);
        exam.append(ExamKinds.CANCELLED, by(who).put("reason", reason));
    }

    /**
     * Stops the time of the room or of a candidate, or lets it go on.
     *
     * @param exam the exam
     * @param account the candidate; empty for the room
     * @param stop whether it stops
     * @param who account
     * @param reason why
     */
    public void pace(Exam exam, String account, boolean stop, String who, String reason) {
        require(exam, new LocalText(stop ? "暂停" : "恢复", stop ? "stop" : "go on"), ExamPhase.RUNNING);
        boolean stopped = account.isEmpty()
                ? exam.track().stopped()
                : exam.candidate(account).view(exam.now()).stoppedAlone();
        if (stopped != stop) {
            exam.append(
                    stop ? ExamKinds.STOPPED : ExamKinds.RESUMED,
                    ExamFlow.of(account).put("by", who).put("reason", reason));
        }
        if (account.isEmpty()) {
            exam.track().candidates().keySet().forEach(one -> flow.pace(exam, one));
        } else {
            flow.pace(exam, account);
        }
    }

    /**
     * Asks for more time, or gives it.
     *
     * @param exam the exam
     * @param account the candidate
     * @param seconds how much, s
     * @param reason why
     * @param who account
     * @param role an exam officer decides alone
     */
    public void extend(Exam exam, String account, int seconds, String reason, String who, Role role) {
        requireWorking(exam, account);
        boolean alone = role == Role.EXAM_OFFICER;
        Grant grant = new Grant(
                exam.track().nextGrant(),
                Grant.Kind.EXTENSION,
                seconds * Exam.MILLIS,
                reason,
                who,
                alone ? Grant.State.GIVEN : Grant.State.PENDING,
                alone ? who : "");
        exam.append(ExamKinds.GRANT, ExamCodec.grant(account, grant));
    }

    /**
     * Decides on time that was asked for.
     *
     * @param exam the exam
     * @param account the candidate
     * @param id number of the grant
     * @param given whether he gets it
     * @param who account; not the one who asked
     */
    public void decide(Exam exam, String account, int id, boolean given, String who) {
        Grant grant = exam.candidate(account)
                .grant(id)
                .filter(one -> one.state() == Grant.State.PENDING)
                .orElseThrow(() -> new OtsException(ExamError.NO_GRANT, id));
        if (grant.by().equals(who)) {
            throw new OtsException(ExamError.FOUR_EYES, who);
        }
        exam.append(ExamKinds.GRANT, ExamCodec.grant(account, grant.decided(given, who)));
    }

    /**
     * Decides whether a candidate goes on at another computer.
     *
     * @param exam the exam
     * @param account the candidate
     * @param approved whether he may
     * @param who account
     */
    public void handover(Exam exam, String account, boolean approved, String who) {
        if (exam.candidate(account).handover().isEmpty()) {
            throw new OtsException(ExamError.NO_HANDOVER, account);
        }
        exam.append(
                ExamKinds.HANDOVER_DECIDED,
                ExamFlow.of(account).put("approved", approved).put("by", who));
    }

    /**
     * Sends a candidate to another seat; the computer there is bound to him at his next sign-in.
     *
     * @param exam the exam
     * @param account the candidate
     * @param seat name of the seat
     * @param reason why
     * @param who account
     */
    public void move(Exam exam, String account, String seat, String reason, String who) {
        requireNotDone(exam, account);
        boolean taken = exam.view().candidates().stream()
                .anyMatch(one -> one.seat().equals(seat) && !one.account().equals(account));
        if (taken) {
            throw new OtsException(ExamError.TWICE, seat);
        }
        exam.append(
                ExamKinds.MOVED,
                ExamFlow.of(account).put("seat", seat).put("reason", reason).put("by", who));
    }

    /**
     * Writes something down.
     *
     * @param exam the exam
     * @param account the candidate; empty for the room
     * @param code what kind
     * @param text in words
     * @param who account
     */
    public void incident(Exam exam, String account, String code, String text, String who) {
        if (!account.isEmpty()) {
            exam.candidate(account);
        }
        exam.append(
                ExamKinds.INCIDENT,
                ExamFlow.of(account).put("code", code).put("text", text).put("by", who));
    }

    /**
     * The invigilator has been to a candidate who raised his hand.
     *
     * @param exam the exam
     * @param account the candidate
     * @param who account
     */
    public void attended(Exam exam, String account, String who) {
        if (exam.candidate(account).view(exam.now()).handRaised().isPresent()) {
            exam.append(ExamKinds.HAND, ExamFlow.of(account).put("up", false).put("by", who));
        }
    }

    /**
     * Collects the work of a candidate before the end, for a reason that is written down.
     *
     * @param exam the exam
     * @param account the candidate
     * @param reason why
     * @param who account
     */
    public void collect(Exam exam, String account, String reason, String who) {
        requireWorking(exam, account);
        incident(exam, account, "collected", reason, who);
        flow.collect(exam, account, who);
    }

    private static void requireWorking(Exam exam, String account) {
        CandidateState state = exam.candidate(account).state();
        if (state != CandidateState.WORKING) {
            throw new OtsException(ExamError.NOT_WORKING, account, state.text());
        }
    }

    private static void requireNotDone(Exam exam, String account) {
        CandidateState state = exam.candidate(account).state();
        if (state.done()) {
            throw new OtsException(ExamError.NOT_WORKING, account, state.text());
        }
    }

    /**
     * Makes the results final.
     *
     * @param exam the exam
     * @param results what they are; all final, all proved
     * @param who account
     */
    public void confirm(Exam exam, JsonNode results, String who) {
        require(exam, new LocalText("确认成绩", "confirm results"), ExamPhase.CLOSED);
        ObjectNode body = by(who);
        body.set("results", results);
        exam.append(ExamKinds.CONFIRMED, body);
    }

    /**
     * Shows the candidates their marks.
     *
     * @param exam the exam
     * @param who account
     */
    public void release(Exam exam, String who) {
        require(exam, new LocalText("公布成绩", "release results"), ExamPhase.CONFIRMED);
        exam.append(ExamKinds.RELEASED, by(who));
    }
}
