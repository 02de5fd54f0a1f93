package org.openots.instructor.exam;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.openots.common.error.OtsException;
import org.openots.instructor.session.Pace;
import org.openots.instructor.strategy.Strategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How candidates get from item to item and to the end. All methods are called with the monitor of the exam held. */
final class ExamFlow {
    private static final Logger LOG = LoggerFactory.getLogger(ExamFlow.class);

    /** Letters and digits of receipts, without those that look alike. */
    private static final String RECEIPT_SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int RECEIPT_LENGTH = 12;
    private static final int RECEIPT_GROUP = 4;
    private static final int SIGN_BITS = 5;

    private final OperationWork operation;
    private final HazopWork hazop;

    ExamFlow(ExamParts parts) {
        this.operation = new OperationWork(parts.host(), parts.journals());
        this.hazop = new HazopWork(parts.tasks());
    }

    ExamWork work(PaperItem item) {
        return item.kind() == PaperItem.Kind.HAZOP ? hazop : operation;
    }

    static ObjectNode of(String account) {
        return ExamCodec.node().put("account", account);
    }

    /** Begins the next item of a candidate; who comes late begins the first one with the time already gone. */
    void beginNext(Exam exam, String account) {
        CandidateTrack candidate = exam.candidate(account);
        int number = candidate.begun();
        PaperItem item = candidate.items().get(number);
        String work = work(item).begin(exam.track().plan(), account, number + 1, item);
        long from = number == 0 ? 0 : exam.now();
        exam.append(
                ExamKinds.BEGUN,
                of(account).put("item", number + 1).put("work", work).put("from", from));
        pace(exam, account);
    }

    /** Ends the present item of a candidate. */
    void end(Exam exam, String account, String by) {
        CandidateTrack candidate = exam.candidate(account);
        int number = candidate.present().orElseThrow();
        String work = candidate.view(exam.now()).items().get(number).work();
        ObjectNode proof = work(candidate.items().get(number)).end(work);
        ObjectNode body = of(account).put("item", number + 1).put("by", by);
        body.set("closing", proof);
        exam.append(ExamKinds.ENDED, body);
    }

    /** Ends the present item and goes on with the next one, or collects the work after the last one. */
    void endAndGoOn(Exam exam, String account, String by) {
        end(exam, account, by);
        goOn(exam, account);
    }

    /** Goes on after an item has ended. */
    void goOn(Exam exam, String account) {
        CandidateTrack candidate = exam.candidate(account);
        if (candidate.begun() < candidate.items().size()) {
            beginNext(exam, account);
        } else {
            collect(exam, account, ExamTrack.STATION);
        }
    }

    /** Collects all work of a candidate; the same receipt when it was collected before. */
    String collect(Exam exam, String account, String by) {
        CandidateTrack candidate = exam.candidate(account);
        if (candidate.state() == CandidateState.HANDED_IN) {
            return candidate.receipt();
        }
        if (candidate.present().isPresent()) {
            end(exam, account, by);
        }
        String receipt = receipt(exam, account);
        exam.append(ExamKinds.HANDED_IN, of(account).put("by", by).put("receipt", receipt));
        return receipt;
    }

    /** A number that only this journal at this point gives: {@code XXXX-XXXX-XXXX}. */
    private static String receipt(Exam exam, String account) {
        byte[] digest = Digests.bytes(Digests.sha256(
                (exam.track().plan().id() + "\n" + account + "\n" + exam.head()).getBytes(StandardCharsets.UTF_8)));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < RECEIPT_LENGTH; i++) {
            if (i > 0 && i % RECEIPT_GROUP == 0) {
                text.append('-');
            }
            text.append(RECEIPT_SIGNS.charAt((digest[i] & 0xff) >>> (Byte.SIZE - SIGN_BITS)));
        }
        return text.toString();
    }

    /** Brings a candidate's run in step with his time. */
    void pace(Exam exam, String account) {
        CandidateView view = exam.candidate(account).view(exam.now());
        view.present().ifPresent(number -> {
            boolean stopped = exam.track().stopped() || view.stoppedAlone();
            ExamWork work = work(view.paper().get(number));
            try {
                work.pace(view.items().get(number).work(), stopped);
            } catch (OtsException e) {
                LOG.warn(
                        "work {} of {} is not in step", view.items().get(number).work(), account, e);
            }
        });
    }

    /** The candidate's machine was away until now: the time is given back, asked for, or gone. */
    void back(Exam exam, String account) {
        CandidateTrack candidate = exam.candidate(account);
        long away = candidate.away(exam.now());
        exam.append(ExamKinds.BACK, of(account).put("millis", away));
        Strategy strategy = exam.track().plan().strategy();
        Strategy.Extension.Credit credit = credit(strategy);
        if (credit == Strategy.Extension.Credit.NONE || candidate.present().isEmpty() || away == 0) {
            return;
        }
        long most = strategy.time()
                        .extension()
                        .map(Strategy.Extension::maxAutoCreditSec)
                        .orElse(0)
                * Exam.MILLIS;
        boolean alone = credit == Strategy.Extension.Credit.AUTO && candidate.givenByStation() + away <= most;
        Grant grant = new Grant(
                exam.track().nextGrant(),
                Grant.Kind.OUTAGE,
                away,
                "",
                ExamTrack.STATION,
                alone ? Grant.State.GIVEN : Grant.State.PENDING,
                alone ? ExamTrack.STATION : "");
        exam.append(ExamKinds.GRANT, ExamCodec.grant(account, grant));
    }

    /** Who gives time back when a candidate's machine was away. */
    static Strategy.Extension.Credit credit(Strategy strategy) {
        return strategy.time()
                .extension()
                .map(Strategy.Extension::creditClientOutage)
                .orElse(Strategy.Extension.Credit.NONE);
    }

    /**
     * Goes on with an exam after the station was away. Its clock stood, which gives the time back; each candidate's stands on
     * until his machine is there again.
     */
    void recovered(Exam exam) {
        synchronized (exam) {
            if (exam.track().phase() != ExamPhase.RUNNING) {
                return;
            }
            long away = Math.max(0, exam.wall() - exam.track().lastAt());
            exam.append(ExamKinds.OUTAGE, ExamCodec.node().put("millis", away).put("by", Pace.STATION));
            for (String account : exam.track().candidates().keySet()) {
                if (exam.candidate(account).present().isPresent()) {
                    exam.append(
                            ExamKinds.STOPPED,
                            of(account).put("untilReturn", true).put("by", Pace.STATION));
                }
            }
            if (mustDecide(exam.track().plan().strategy(), away)
                    && !exam.track().stopped()) {
                exam.append(
                        ExamKinds.STOPPED, of("").put("by", ExamTrack.STATION).put("reason", "outage"));
            }
        }
    }

    /** Whether a person must say how an exam goes on after the station was away. */
    private static boolean mustDecide(Strategy strategy, long away) {
        Optional<Strategy.Extension> extension = strategy.time().extension();
        return extension
                .filter(rule -> rule.creditServerOutage() == Strategy.Extension.Credit.AUTO)
                .filter(rule -> away <= rule.maxAutoCreditSec() * Exam.MILLIS)
                .isEmpty();
    }
}
