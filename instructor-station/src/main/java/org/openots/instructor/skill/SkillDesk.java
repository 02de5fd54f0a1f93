package org.openots.instructor.skill;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openots.common.error.OtsException;
import org.openots.hazop.task.AttemptState;
import org.openots.instructor.catalog.HazopTaskSource;
import org.openots.instructor.catalog.PlantLibrary;
import org.openots.instructor.hazop.HazopDesk;
import org.openots.instructor.hazop.ReviewDesk;
import org.openots.instructor.hazop.TaskDesk;
import org.openots.instructor.store.CountedRuns;
import org.openots.instructor.store.RunIndex;

/** Subjects, who has which skill, and what to train next; safe for use by several threads. */
public final class SkillDesk {
    private final CountedRuns runs;
    private final TaskDesk tasks;
    private final SkillMap map;
    private final Subjects catalogue;
    private final AttemptTrials attempts;
    private final Tracing tracing = new Tracing();
    private volatile FromRuns fromRuns = new FromRuns("", List.of());

    /**
     * Where the desk looks.
     *
     * @param runs runs that count
     * @param library plants and their tasks
     * @param tasks tasks of the HAZOP certificate
     * @param sheets their worksheets
     * @param review what the worksheets are worth
     * @param sources all tasks of the HAZOP certificate
     */
    public record Parts(
            CountedRuns runs,
            PlantLibrary library,
            TaskDesk tasks,
            HazopDesk sheets,
            ReviewDesk review,
            List<HazopTaskSource> sources) {}

    /** What the runs said when they were read last. */
    private record FromRuns(String revision, List<Trial> trials) {}

    /**
     * Opens the desk.
     *
     * @param parts where it looks
     * @param folder of the school's files about skills, which need not be there
     */
    public SkillDesk(Parts parts, Path folder) {
        this.runs = parts.runs();
        this.tasks = parts.tasks();
        this.catalogue = new Subjects(parts.library(), parts.tasks().catalogue(), parts.sources());
        this.map = SkillMap.load(folder, catalogue.outlines());
        this.attempts = new AttemptTrials(parts.tasks(), parts.sheets().store(), parts.review());
    }

    /**
     * The runs that count, for whoever else needs them.
     *
     * @return the list
     */
    public CountedRuns runs() {
        return runs;
    }

    /**
     * Which task shows which skill.
     *
     * @return the map
     */
    public SkillMap map() {
        return map;
    }

    /**
     * All tasks.
     *
     * @return in the order of the catalogue
     */
    public List<Subject> subjects() {
        return catalogue.all(map);
    }

    /**
     * A certificate.
     *
     * @param code its code
     * @return the certificate
     * @throws OtsException if there is no such certificate
     */
    public Certificate certificate(String code) {
        return map.certificates().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new OtsException(
                        SkillError.CERTIFICATE_UNKNOWN,
                        code,
                        map.certificates().stream().map(Certificate::code).collect(Collectors.joining(", "))));
    }

    /** All tries, in order of time, by skill. */
    private Map<String, List<Trial>> trials() {
        FromRuns known = fromRuns;
        // asked for first: what comes in between is read again the next time
        String revision = runs.revision();
        if (!known.revision().equals(revision)) {
            Set<String> drills = subjects().stream()
                    .filter(one -> one.kind() == Subject.Kind.DRILL)
                    .map(Subject::id)
                    .collect(Collectors.toSet());
            known = new FromRuns(revision, RunTrials.of(runs, map, drills::contains));
            fromRuns = known;
        }
        List<Trial> all = new ArrayList<>(known.trials());
        all.addAll(attempts.of(tasks.store().all(), map));
        return Tracing.bySkill(all);
    }

    /**
     * Where people stand.
     *
     * @param certificate the certificate
     * @param subjects all tasks
     * @param people parameters of each skill, and where each of the people asked for stands
     */
    public record Table(Certificate certificate, List<Subject> subjects, People people) {}

    /**
     * People and the parameters by which their tries were judged.
     *
     * @param parameters of each skill that a task trains, by id
     * @param standings by account, in the order asked for
     */
    public record People(Map<String, SkillParameters> parameters, Map<String, Standing> standings) {
        /**
         * One of the people.
         *
         * @param account that was asked for
         * @return where he stands
         */
        public Standing of(String account) {
            return Optional.ofNullable(standings.get(account)).orElseThrow();
        }
    }

    /**
     * Asks where people stand.
     *
     * @param code of the certificate
     * @param accounts the people
     * @return the table
     * @throws OtsException if there is no such certificate
     */
    public Table table(String code, Collection<String> accounts) {
        Certificate certificate = certificate(code);
        List<Subject> subjects = subjects();
        Map<String, List<Trial>> all = trials();
        Map<String, SkillParameters> parameters = new LinkedHashMap<>();
        for (Certificate.Function function : certificate.functions()) {
            for (Certificate.Skill skill : function.skills()) {
                if (subjects.stream().anyMatch(task -> task.share(skill.id()) > 0)) {
                    parameters.put(skill.id(), tracing.parameters(skill.id(), all.getOrDefault(skill.id(), List.of())));
                }
            }
        }
        Map<String, Map<String, List<Trial>>> mine = new HashMap<>();
        parameters
                .keySet()
                .forEach(skill -> all.getOrDefault(skill, List.of())
                        .forEach(one -> mine.computeIfAbsent(one.account(), account -> new HashMap<>())
                                .computeIfAbsent(skill, any -> new ArrayList<>())
                                .add(one)));
        Scores scores = scores(Set.copyOf(accounts));
        Map<String, Standing> standings = new LinkedHashMap<>();
        for (String account : accounts) {
            Map<String, SkillState> skills = new LinkedHashMap<>();
            parameters.forEach((skill, one) -> skills.put(
                    skill,
                    Tracing.state(mine.getOrDefault(account, Map.of()).getOrDefault(skill, List.of()), one.tracing())));
            standings.put(account, scores.standing(certificate, skills, account));
        }
        return new Table(certificate, subjects, new People(parameters, standings));
    }

    /** Best score and last time of each person in each task. */
    private record Scores(Map<String, Map<String, Double>> best, Map<String, Map<String, Long>> last) {
        void add(String account, String task, double score, long at) {
            best.computeIfAbsent(account, any -> new HashMap<>()).merge(task, score, Math::max);
            last.computeIfAbsent(account, any -> new HashMap<>()).merge(task, at, Math::max);
        }

        Standing standing(Certificate certificate, Map<String, SkillState> skills, String account) {
            Map<String, Double> mine = best.getOrDefault(account, Map.of());
            Map<String, Double> passed = new HashMap<>();
            mine.forEach((task, score) -> passed.put(task, Advice.passes(score) ? 1.0 : 0.0));
            return new Standing(certificate, skills, mine, passed, last.getOrDefault(account, Map.of()));
        }
    }

    private Scores scores(Set<String> accounts) {
        Scores scores = new Scores(new HashMap<>(), new HashMap<>());
        for (RunIndex.Row row : runs.rows()) {
            Double score = row.score();
            if (score != null && accounts.contains(row.owner())) {
                scores.add(row.owner(), row.task(), score, row.started());
            }
        }
        for (AttemptState state : tasks.store().all()) {
            if (accounts.contains(state.head().owner())
                    && state.feedback()
                    && !TaskDesk.isExam(state.head().id())) {
                scores.add(
                        state.head().owner(),
                        state.head().task(),
                        tasks.total(state).percent(),
                        state.submission()
                                .map(AttemptState.Submission::at)
                                .orElse(state.head().opened()));
            }
        }
        return scores;
    }

    /**
     * The certificate that somebody trains for: that of his last try, else the first.
     *
     * @param account of the person
     * @return its code
     */
    public String certificateOf(String account) {
        Optional<Trial> last = trials().values().stream()
                .flatMap(List::stream)
                .filter(one -> one.account().equals(account))
                .max(Comparator.comparingLong(Trial::at).thenComparing(Trial::source));
        return last.flatMap(one -> map.certificates().stream()
                        .filter(certificate ->
                                certificate.functionOf(one.skill()).isPresent())
                        .findFirst())
                .orElse(map.certificates().get(0))
                .code();
    }

    /**
     * Where a class stands on average.
     *
     * @param table where its people stand
     * @return the mean of each skill; of tasks the mean score of those who did them and the share of all who passed
     */
    public static Standing mean(Table table) {
        Collection<Standing> all = table.people().standings().values();
        Map<String, SkillState> skills = new LinkedHashMap<>();
        for (String skill : table.people().parameters().keySet()) {
            List<SkillState> states = all.stream()
                    .flatMap(one -> Optional.ofNullable(one.skills().get(skill)).stream())
                    .toList();
            if (!states.isEmpty()) {
                skills.put(skill, mean(states));
            }
        }
        Map<String, List<Double>> scores = new HashMap<>();
        Map<String, Double> passed = new HashMap<>();
        Map<String, Long> last = new HashMap<>();
        for (Standing one : all) {
            one.best()
                    .forEach((task, score) -> scores.computeIfAbsent(task, any -> new ArrayList<>())
                            .add(score));
            one.passed().forEach((task, share) -> passed.merge(task, share / all.size(), Double::sum));
            one.last().forEach((task, at) -> last.merge(task, at, Math::max));
        }
        Map<String, Double> best = new HashMap<>();
        scores.forEach((task, list) -> best.put(
                task, list.stream().mapToDouble(Double::doubleValue).average().orElseThrow()));
        return new Standing(table.certificate(), skills, best, passed, last);
    }

    private static SkillState mean(List<SkillState> states) {
        return new SkillState(
                states.stream().mapToDouble(SkillState::mastery).average().orElseThrow(),
                states.stream().mapToInt(SkillState::trials).sum(),
                states.stream().mapToLong(SkillState::last).max().orElse(0),
                states.stream()
                        .mapToDouble(SkillState::share)
                        .filter(Double::isFinite)
                        .average()
                        .orElse(Double.NaN));
    }
}
