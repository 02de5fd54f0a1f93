package org.openots.instructor.exam;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.openots.common.error.OtsException;
import org.openots.common.journal.JournalEntry;
import org.openots.common.journal.JournalledThings;
import org.openots.common.text.Brief;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The exams of a station. Thread-safe. Each exam has a journal, which is the truth: what is acknowledged to anybody is in it
 * before.
 */
public final class ExamDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ExamDesk.class);

    private final JournalledThings<Exam> exams;
    private final Set<String> ids = new ConcurrentSkipListSet<>();
    private final ExamParts parts;
    private final ExamPresence presence;
    private final ExamPlanner planner;
    private final ExamFlow flow;
    private final ExamRoom room;
    private final ExamSeat seat;
    private final ExamTimer timer;
    private final ExamProof proof;
    private final ExamFolder folder;

    /**
     * Opens the folder and goes on with the exams in it.
     *
     * @param parts what exams are held with
     */
    public ExamDesk(ExamParts parts) {
        this.parts = parts;
        this.exams = new JournalledThings<>(
                parts.data().resolve("exams"),
                parts.clock(),
                () -> new Exam.Reading(parts.monotonic()),
                new JournalledThings.Refusals(ExamError.UNKNOWN, ExamError.DAMAGED, ExamError.STORAGE));
        exams.lost().forEach((id, reason) -> LOG.error("exam {} cannot be read", id, reason));
        exams.all().forEach(exam -> ids.add(exam.seen().plan().id()));
        this.presence = new ExamPresence(parts.monotonic());
        this.flow = new ExamFlow(parts);
        this.planner = new ExamPlanner(parts, this::known);
        this.room = new ExamRoom(planner, flow);
        this.seat = new ExamSeat(flow);
        this.proof =
                new ExamProof(parts.engines(), parts.scorers(), parts.data().resolve("runs"));
        this.folder = new ExamFolder(parts.data(), parts.engines().version());
        this.timer = new ExamTimer(this::known, flow, presence);
    }

    /**
     * The results of the exams.
     *
     * @return their office
     */
    public ExamOffice office() {
        return new ExamOffice(this, proof, folder);
    }

    /** Goes on with exams that were running when the station stopped, and begins to watch the time. */
    public void start() {
        known().forEach(flow::recovered);
        timer.start();
    }

    /**
     * Plans an exam.
     *
     * @param order what is wished
     * @param by account
     * @return the exam
     * @throws OtsException if the strategy is not sealed, or a seat or a candidate cannot be
     */
    public ExamView plan(ExamOrder order, String by) {
        synchronized (exams) {
            ExamPlan plan = planner.plan(order);
            ObjectNode body = ExamCodec.planned(plan, by);
            Exam exam = exams.open(
                    plan.id(), new JournalEntry(ExamKinds.PLANNED, parts.clock().millis(), body));
            ids.add(plan.id());
            return exam.view();
        }
    }

    /**
     * All exams that can be read.
     *
     * @return the latest first
     */
    public List<ExamView> all() {
        return known().stream()
                .map(Exam::view)
                .sorted(Comparator.comparingLong((ExamView view) -> view.plan().plannedStart())
                        .reversed()
                        .thenComparing(view -> view.plan().id()))
                .toList();
    }

    /**
     * Exams whose journal is damaged.
     *
     * @return why, by id
     */
    public Map<String, OtsException> lost() {
        return exams.lost();
    }

    /**
     * An exam.
     *
     * @param id its id
     * @return the exam
     * @throws OtsException if there is none, or it is damaged
     */
    public ExamView view(String id) {
        return exams.get(id).view();
    }

    /**
     * What an invigilator and an exam officer do.
     *
     * @param id the exam
     * @param action what to do with it; it is guarded meanwhile
     * @return the exam after it
     */
    public ExamView room(String id, RoomAction action) {
        Exam exam = exams.get(id);
        synchronized (exam) {
            action.on(room, exam);
        }
        return exam.view();
    }

    /** Something done to an exam. */
    @FunctionalInterface
    public interface RoomAction {
        /**
         * Does it.
         *
         * @param room knows how
         * @param exam what to do it to
         */
        void on(ExamRoom room, Exam exam);
    }

    /**
     * The exam a candidate is to be shown: the one he is in, else the next one, else the last one.
     *
     * @param account who
     * @return the exam, or nothing
     */
    public Optional<ExamView> of(String account) {
        return examOf(account).map(Exam::view);
    }

    /**
     * The exams of a candidate, without those that were called off.
     *
     * @param account who
     * @return those to come, the nearest first; then those that were, the latest first
     */
    public List<ExamView> allOf(String account) {
        return known().stream()
                .map(Exam::seen)
                .filter(view -> view.phase() != ExamPhase.CANCELLED
                        && view.candidate(account).isPresent())
                .sorted(Comparator.comparing((ExamView view) -> !toCome(view, account))
                        .thenComparingLong(view -> toCome(view, account)
                                ? view.plan().plannedStart()
                                : -view.plan().plannedStart())
                        .thenComparing(view -> view.plan().id()))
                .toList();
    }

    private static boolean toCome(ExamView view, String account) {
        return rank(view, account) % 2 == 1;
    }

    /**
     * One of a candidate's exams.
     *
     * @param account who
     * @param id its id
     * @return the exam
     * @throws OtsException if it is not his, as if there were none
     */
    public ExamView of(String account, String id) {
        return allOf(account).stream()
                .filter(view -> view.plan().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new OtsException(ExamError.UNKNOWN, Brief.of(id)));
    }

    private Optional<Exam> examOf(String account) {
        return known().stream()
                .filter(exam -> exam.seen().phase() != ExamPhase.CANCELLED
                        && exam.seen().candidate(account).isPresent())
                .max(Comparator.comparingInt((Exam exam) -> rank(exam.seen(), account))
                        .thenComparingLong(
                                exam -> order(exam.seen().plan().plannedStart(), rank(exam.seen(), account))));
    }

    /**
     * The exams that can be read. One whose disk failed is read again here: until then it would be held by nobody, and its
     * candidates would be free.
     */
    private Collection<Exam> known() {
        List<Exam> found = new ArrayList<>();
        for (String id : ids) {
            try {
                found.add(exams.get(id));
            } catch (OtsException e) {
                LOG.error("exam {} cannot be read now", id, e);
            }
        }
        return found;
    }

    private static int rank(ExamView view, String account) {
        CandidateState state = view.candidate(account).orElseThrow().state();
        if (view.phase().live() && !state.done()) {
            return 3;
        }
        boolean unsettled = view.phase() == ExamPhase.RUNNING || view.phase() == ExamPhase.CLOSED;
        // who has just handed in is to see his receipt, and not the next exam already
        return unsettled && state == CandidateState.HANDED_IN ? 2 : view.phase() == ExamPhase.PLANNED ? 1 : 0;
    }

    /** The next of those to come, the last of those that were. */
    private static long order(long start, int rank) {
        return rank % 2 == 0 ? start : -start;
    }

    /**
     * The exam a candidate is in now.
     *
     * @param account who
     * @return the exam between entry and hand-in, or nothing
     */
    public Optional<ExamView> live(String account) {
        return examOf(account)
                .map(Exam::seen)
                .filter(view -> view.phase().live())
                .filter(view -> !view.candidate(account).orElseThrow().state().done());
    }

    /**
     * What a candidate does.
     *
     * @param account who
     * @param action what to do
     * @return the exam after it
     * @throws OtsException if he has no exam, or it cannot be done
     */
    public ExamView seat(String account, SeatAction action) {
        String id = of(account)
                .orElseThrow(() -> new OtsException(ExamError.NONE))
                .plan()
                .id();
        Exam exam = exams.get(id);
        synchronized (exam) {
            action.on(seat, exam);
        }
        return exam.view();
    }

    /** Something a candidate does. */
    @FunctionalInterface
    public interface SeatAction {
        /**
         * Does it.
         *
         * @param seat knows how
         * @param exam his exam
         */
        void on(ExamSeat seat, Exam exam);
    }

    /**
     * Whether an account may sign in at a computer: a candidate at another one than his own waits for an invigilator.
     *
     * @param account who, with the right password
     * @param device digest of the computer's mark
     * @param address network address of the computer
     * @throws OtsException if he has to wait
     */
    public void admit(String account, String device, String address) {
        live(account).ifPresent(view -> {
            Exam exam = exams.get(view.plan().id());
            synchronized (exam) {
                seat.admit(exam, account, device, address);
            }
        });
    }

    /**
     * Tells that a candidate's connections changed.
     *
     * @param account who
     * @param change +1 for a connection made, -1 for one lost
     */
    public void connected(String account, int change) {
        presence.connected(account, change);
    }

    /**
     * How much of what a candidate did is certainly kept.
     *
     * @param candidate who
     * @return number of the last durable input of his present item; 0 without one
     */
    public long saved(CandidateView candidate) {
        return candidate
                .present()
                .map(number -> flow.work(candidate.paper().get(number))
                        .saved(candidate.items().get(number).work()))
                .orElse(0L);
    }

    /**
     * The results as they stand.
     *
     * @param view the exam
     * @return results of all candidates
     */
    public ExamResults results(ExamView view) {
        return ExamResults.of(view, (item, track) -> flow.work(item).percent(track));
    }

    /**
     * The work of an exam, by its id.
     *
     * @param work id of a run or of an attempt
     * @return where it belongs; nothing for training
     */
    public Optional<WorkPlace> place(String work) {
        for (Exam exam : known()) {
            ExamView view = exam.seen();
            for (CandidateView candidate : view.candidates()) {
                for (int i = 0; i < candidate.items().size(); i++) {
                    if (candidate.items().get(i).work().equals(work)) {
                        boolean present = candidate.present().equals(Optional.of(i));
                        return Optional.of(new WorkPlace(view, candidate, i, present));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Where work belongs.
     *
     * @param exam the exam
     * @param candidate who did it
     * @param item number of the item, from 0
     * @param present whether he is at it now
     */
    public record WorkPlace(ExamView exam, CandidateView candidate, int item, boolean present) {}

    /** Stops to watch the time; exams go on from their journals when the station is there again. */
    @Override
    public void close() {
        timer.close();
        proof.close();
        exams.close();
    }
}
