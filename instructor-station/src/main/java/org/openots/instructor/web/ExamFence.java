package org.openots.instructor.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;
import org.openots.instructor.exam.CandidateState;
import org.openots.instructor.exam.ExamDesk;
import org.openots.instructor.exam.ExamError;
import org.openots.instructor.exam.ExamPhase;
import org.openots.instructor.exam.ExamView;
import org.openots.instructor.hazop.HazopDesk;
import org.openots.instructor.hazop.TaskDesk;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;
import org.openots.instructor.store.RunIndex;

/**
 * What may be seen and done while exams are held, for every request at one place: a candidate has the item he is at and
 * nothing else; teachers have nothing of an exam before its results are released; nobody but the candidate changes anything.
 */
final class ExamFence {
    private static final String RUNS = "/api/runs/{id}";
    private static final String ATTEMPTS = "/api/hazop/attempts/{id}";
    private static final String SHEETS = "/api/worksheets/{id}";
    private static final String MINE = "/api/my/";
    private static final List<String> PERSON = List.of("/api/people/{account}/", "/api/users/{account}/");
    private static final String ALL_PASSWORDS = "/api/people/passwords";
    private static final String MY_EXAM = "/api/my/exam";

    /** How an item ends, and what tells right answers: in an exam that is the exam's business. */
    private static final List<String> NOT_IN_EXAM = List.of(
            RUNS + "/close",
            RUNS + "/branch",
            RUNS + "/snapshots",
            RUNS + "/control",
            RUNS + "/debrief",
            ATTEMPTS + "/submit",
            ATTEMPTS + "/check");

    /** Work of the station about a run that changes nothing of it. */
    private static final List<String> WORKED_OUT = List.of(RUNS + "/causes", RUNS + "/debrief");

    /** Who watches an exam by office. */
    private static final Set<Role> OFFICE = Set.of(Role.INVIGILATOR, Role.ASSESSOR, Role.SUPERVISOR, Role.EXAM_OFFICER);

    private final ExamDesk exams;
    private final TaskDesk tasks;
    private final RunIndex runs;

    ExamFence(ServerParts parts) {
        this.exams = parts.exams();
        this.tasks = parts.tasks().desk();
        this.runs = new RunIndex(parts.database());
    }

    /** Checks an admitted request. */
    void check(Context ctx, String path) {
        Person person = Gatekeeper.person(ctx);
        boolean reads = ctx.method().name().equals("GET") || WORKED_OUT.stream().anyMatch(path::startsWith);
        Optional<String> work = work(ctx, path);
        boolean ofExam = work.filter(this::ofExam).isPresent();
        if (!reads) {
            checkPeople(ctx, path);
        }
        if (ofExam) {
            checkWork(person, work.orElseThrow(), reads, path);
        } else if (person.role() == Role.STUDENT) {
            checkTraining(person, path, work.isPresent());
        }
    }

    /** Refuses a socket of a run that is not to be seen now. */
    void checkRun(Person person, String run) {
        if (ofExam(run)) {
            checkWork(person, run, true, RUNS);
        } else if (person.role() == Role.STUDENT) {
            checkTraining(person, RUNS, true);
        }
    }

    /** Nobody signs a candidate out, or takes his seat or his password, while he sits in an exam. */
    private void checkPeople(Context ctx, String path) {
        if (PERSON.stream().anyMatch(path::startsWith)) {
            String account = ctx.pathParam("account");
            sitting(account).ifPresent(view -> {
                throw new OtsException(ExamError.IN_EXAM, account, view.plan().id());
            });
        } else if (path.equals(ALL_PASSWORDS)) {
            exams.all().stream()
                    .filter(view -> view.phase() == ExamPhase.RUNNING)
                    .findFirst()
                    .ifPresent(view -> {
                        throw new OtsException(
                                ExamError.IN_EXAM,
                                view.candidates().get(0).account(),
                                view.plan().id());
                    });
        }
    }

    /** The exam somebody sits in now. */
    private Optional<ExamView> sitting(String account) {
        return exams.live(account)
                .filter(view -> view.candidate(account)
                        .filter(candidate -> candidate.state() != CandidateState.EXPECTED)
                        .isPresent());
    }

    private Optional<String> work(Context ctx, String path) {
        if (path.startsWith(RUNS) || path.startsWith(ATTEMPTS)) {
            return Optional.of(ctx.pathParam("id"));
        }
        if (path.startsWith(SHEETS)) {
            String sheet = ctx.pathParam("id");
            return Optional.of(
                    HazopDesk.isExam(sheet)
                            ? tasks.attemptOf(sheet)
                                    .map(attempt -> attempt.head().id())
                                    .orElse(sheet)
                            : sheet);
        }
        return Optional.empty();
    }

    private boolean ofExam(String work) {
        return TaskDesk.isExam(work) || runs.find(work).map(RunIndex.Row::exam).isPresent();
    }

    private void checkWork(Person person, String work, boolean reads, String path) {
        ExamDesk.WorkPlace place = exams.place(work).orElseThrow(() -> new OtsException(ExamError.HIDDEN, work));
        String exam = place.exam().plan().id();
        boolean own = place.candidate().account().equals(person.account());
        boolean released = place.exam().phase() == ExamPhase.RELEASED;
        if (own && place.present() && place.exam().phase() == ExamPhase.RUNNING) {
            requireAllowed(place, reads, path);
        } else if (own || person.role() == Role.INSTRUCTOR) {
            if (!released) {
                throw new OtsException(ExamError.HIDDEN, exam);
            }
            requireReading(work, person, reads);
        } else {
            if (!OFFICE.contains(person.role())) {
                throw new OtsException(StationError.NOT_OWNER, work);
            }
            requireReading(work, person, reads);
        }
    }

    private static void requireReading(String work, Person person, boolean reads) {
        if (!reads) {
            throw new OtsException(StationError.EXAM_RUN, work, person.account());
        }
    }

    private static void requireAllowed(ExamDesk.WorkPlace place, boolean reads, String path) {
        if (!reads && (place.exam().stopped() || place.candidate().stoppedAlone())) {
            throw new OtsException(ExamError.STOPPED);
        }
        if (NOT_IN_EXAM.contains(path)) {
            throw new OtsException(ExamError.NOT_IN_EXAM, path.substring(path.lastIndexOf('/') + 1));
        }
    }

    /** While a candidate is in an exam, what he did in training is closed to him: it could tell answers. */
    private void checkTraining(Person person, String path, boolean ofWork) {
        boolean mine = path.startsWith(MINE) && !path.startsWith(MY_EXAM);
        if (!mine && !ofWork) {
            return;
        }
        sitting(person.account()).ifPresent(view -> {
            throw new OtsException(ExamError.EXAM_LIVE, view.plan().id());
        });
    }
}
