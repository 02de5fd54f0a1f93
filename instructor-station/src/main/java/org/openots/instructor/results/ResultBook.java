package org.openots.instructor.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.openots.common.text.LocalText;
import org.openots.hazop.task.AttemptScore;
import org.openots.hazop.task.AttemptState;
import org.openots.instructor.hazop.TaskDesk;
import org.openots.instructor.people.Person;
import org.openots.instructor.session.RunEnds;
import org.openots.instructor.session.RunJournals;
import org.openots.instructor.session.RunScenario;
import org.openots.instructor.session.RunStrategy;
import org.openots.instructor.skill.Certificate;
import org.openots.instructor.skill.SkillDesk;
import org.openots.instructor.skill.Subject;
import org.openots.instructor.store.Database;
import org.openots.instructor.store.People;
import org.openots.instructor.store.RunIndex;
import org.openots.instructor.store.RunItems;

/**
 * The results of training of a station. Branches and examinations are none: a branch is nobody's result, and an examination has
 * its own signed folder. Attempts at HAZOP tasks are there once their students may see a score that changes no more.
 */
public final class ResultBook {
    private static final double PASS = 60;
    private static final double ALL = 100;
    private static final LocalText NAMELESS = new LocalText("", "");

    private final RunJournals journals;
    private final RunIndex index;
    private final RunItems items;
    private final People people;
    private final SkillDesk skills;
    private final TaskDesk tasks;
    /** How closed runs began and ended: their journals change no more. */
    private final Map<String, Optional<RunEnds>> ends = new ConcurrentHashMap<>();

    /**
     * Opens the book.
     *
     * @param database people and runs
     * @param journals of runs
     * @param skills tasks with their functions
     * @param tasks attempts at HAZOP tasks
     */
    public ResultBook(Database database, RunJournals journals, SkillDesk skills, TaskDesk tasks) {
        this.journals = journals;
        this.index = new RunIndex(database);
        this.items = new RunItems(database);
        this.people = new People(database);
        this.skills = skills;
        this.tasks = tasks;
    }

    /**
     * Takes results out.
     *
     * @param filter which
     * @return in order of their begin
     */
    public List<Result> results(ResultFilter filter) {
        Map<String, Person> students = new HashMap<>();
        people.students().stream()
                .filter(person -> filter.group().isEmpty() || person.classId().equals(filter.group()))
                .forEach(person -> students.put(person.account(), person));
        Map<String, Subject> subjects = new HashMap<>();
        skills.subjects().forEach(one -> subjects.put(one.id(), one));
        List<Result> all = new ArrayList<>(runs(filter, students, subjects));
        for (AttemptState state : tasks.store().all()) {
            Person owner = students.get(state.head().owner());
            if (owner != null
                    && told(state)
                    && filter.wants(state.head().task(), state.head().opened())) {
                all.add(attempt(state, owner, subjects));
            }
        }
        all.sort(Comparator.comparingLong((Result one) -> one.times().started()).thenComparing(Result::id));
        return all;
    }

    private boolean told(AttemptState state) {
        return state.feedback()
                && !TaskDesk.isExam(state.head().id())
                && !tasks.total(state).pending();
    }

    private List<Result> runs(ResultFilter filter, Map<String, Person> students, Map<String, Subject> subjects) {
        List<RunIndex.Row> rows = index.all().stream()
                .filter(row -> row.record()
                        && row.exam() == null
                        && students.containsKey(row.owner())
                        && filter.wants(row.task(), row.started()))
                .toList();
        Map<String, List<RunItems.Item>> marks =
                items.of(rows.stream().map(RunIndex.Row::id).toList());
        List<Result> all = new ArrayList<>();
        for (RunIndex.Row row : rows) {
            Person owner = students.get(row.owner());
            if (owner != null) {
                all.add(run(row, owner, subjects, marks.getOrDefault(row.id(), List.of())));
            }
        }
        return all;
    }

    private Result run(RunIndex.Row row, Person owner, Map<String, Subject> subjects, List<RunItems.Item> marks) {
        Optional<RunEnds> known =
                row.closed() ? ends.computeIfAbsent(row.id(), journals::ends) : journals.ends(row.id());
        Double score = row.score();
        Double time = row.modelTime();
        return new Result(
                row.id(),
                "run",
                who(owner),
                task(row.task(), row.plant(), subjects),
                new Result.Times(
                        row.started(), known.map(RunEnds::closedAt).orElse(0L), time == null ? Double.NaN : time),
                row.closed() && score != null ? Optional.of(new Result.Score(score, PASS)) : Optional.empty(),
                origin(row, known),
                marks.stream()
                        .map(one -> new Result.Mark(one.kind(), one.id(), one.text(), one.points(), one.earned()))
                        .toList());
    }

    private static Result.Origin origin(RunIndex.Row row, Optional<RunEnds> ends) {
        String evidence = row.virtual() ? "recorded-virtual" : row.measured() ? "recorded" : "simulated";
        return ends.map(one -> new Result.Origin(
                        evidence,
                        one.spec().engineVersion(),
                        one.spec().packHash(),
                        one.spec().rubricHash(),
                        one.spec().strategy().map(ResultBook::name).orElse(""),
                        one.spec().scenario().map(ResultBook::name).orElse(""),
                        one.head(),
                        one.intact()))
                .orElse(new Result.Origin(evidence, "", "", "", "", "", "", false));
    }

    private static String name(RunStrategy strategy) {
        return strategy.id() + "@" + strategy.version();
    }

    private static String name(RunScenario scenario) {
        return scenario.id() + "@" + scenario.version();
    }

    private static Result.Who who(Person owner) {
        return new Result.Who(owner.account(), owner.name(), owner.seat(), owner.classId());
    }

    private Result.Task task(String id, String plant, Map<String, Subject> subjects) {
        Subject subject = subjects.get(id);
        if (subject == null) {
            return new Result.Task(id, new LocalText(id, id), plant, "", "", "", NAMELESS);
        }
        for (Certificate certificate : skills.map().certificates()) {
            Optional<Certificate.Function> main = subject.main(certificate);
            if (main.isPresent()) {
                return new Result.Task(
                        id,
                        subject.title(),
                        plant,
                        subject.level(),
                        certificate.code(),
                        main.get().id(),
                        main.get().title());
            }
        }
        return new Result.Task(id, subject.title(), plant, subject.level(), "", "", NAMELESS);
    }

    private Result attempt(AttemptState state, Person owner, Map<String, Subject> subjects) {
        String task = state.head().task();
        Subject subject = subjects.get(task);
        double pass = tasks.catalogue()
                .find(task)
                .map(one -> one.head().passPercent())
                .orElse(ALL);
        List<Result.Mark> marks = new ArrayList<>();
        for (AttemptScore.Line line : state.score().map(AttemptScore::questions).orElse(List.of())) {
            marks.add(new Result.Mark("question", line.question(), NAMELESS, line.possible(), line.earned()));
        }
        return new Result(
                state.head().id(),
                "hazop-task",
                who(owner),
                task(task, subject == null ? "" : subject.plant(), subjects),
                new Result.Times(
                        state.head().opened(),
                        state.submission().map(AttemptState.Submission::at).orElse(0L),
                        Double.NaN),
                Optional.of(new Result.Score(tasks.total(state).percent(), pass)),
                new Result.Origin("answered", "", "", state.head().digest(), "", "", "", true),
                marks);
    }
}
