package org.openots.instructor.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.hazop.review.ReviewStore;
import org.openots.hazop.task.AttemptStore;
import org.openots.hazop.worksheet.WorksheetScorer;
import org.openots.hazop.worksheet.WorksheetStore;
import org.openots.instructor.catalog.HazopContent;
import org.openots.instructor.catalog.StationContent;
import org.openots.instructor.debrief.CauseDesk;
import org.openots.instructor.debrief.FileDesk;
import org.openots.instructor.exam.ExamDesk;
import org.openots.instructor.exam.ExamParts;
import org.openots.instructor.hazop.DraftDesk;
import org.openots.instructor.hazop.DrillTasks;
import org.openots.instructor.hazop.HazopDesk;
import org.openots.instructor.hazop.ImportDesk;
import org.openots.instructor.hazop.OwnStudies;
import org.openots.instructor.hazop.PlayDesk;
import org.openots.instructor.hazop.PlayQueue;
import org.openots.instructor.hazop.ReviewDesk;
import org.openots.instructor.hazop.SheetFeedback;
import org.openots.instructor.hazop.StudyArchive;
import org.openots.instructor.hazop.TaskDesk;
import org.openots.instructor.hazop.WordingDesk;
import org.openots.instructor.headless.RobotDryRun;
import org.openots.instructor.rig.RigDesk;
import org.openots.instructor.scenario.ScenarioDesk;
import org.openots.instructor.scenario.ScenarioStore;
import org.openots.instructor.security.Accounts;
import org.openots.instructor.security.Passwords;
import org.openots.instructor.security.SignIn;
import org.openots.instructor.session.HostParts;
import org.openots.instructor.session.HostSettings;
import org.openots.instructor.session.JournalFolder;
import org.openots.instructor.session.RunArchive;
import org.openots.instructor.session.SessionHost;
import org.openots.instructor.session.TickLateness;
import org.openots.instructor.skill.SkillDesk;
import org.openots.instructor.skill.SkillMap;
import org.openots.instructor.store.CountedRuns;
import org.openots.instructor.store.Database;
import org.openots.instructor.store.People;
import org.openots.instructor.store.RunIndex;
import org.openots.instructor.store.RunItems;
import org.openots.instructor.strategy.ShippedStrategies;
import org.openots.instructor.strategy.StrategyContent;
import org.openots.instructor.strategy.StrategyDesk;
import org.openots.instructor.strategy.StrategyStore;
import org.openots.instructor.upkeep.Upkeep;
import org.openots.instructor.web.LanAddress;
import org.openots.instructor.web.RouteRow;
import org.openots.instructor.web.ServerParts;
import org.openots.instructor.web.TaskParts;
import org.openots.instructor.web.WebServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole station in one object: start it, use it over HTTP, close it. */
public final class Station implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Station.class);

    /** Demonstrations at the same time: one, so that a second processor stays for the runs of the class. */
    private static final int PLAYS = 1;

    private final StationConfig config;
    private final StationContent content;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private @Nullable WebServer web;
    private @Nullable SessionHost host;
    private @Nullable Accounts accounts;
    private @Nullable WorksheetStore worksheets;
    private @Nullable AttemptStore attempts;

    /**
     * Prepares a station; nothing is opened yet.
     *
     * @param config how it is set up
     * @param content what it teaches with
     */
    public Station(StationConfig config, StationContent content) {
        this.config = config;
        this.content = content;
    }

    /**
     * Opens the data folder, brings unfinished runs back, and listens.
     *
     * @return where it is found
     * @throws OtsException if folder or port cannot be used; nothing stays open then
     */
    public StationAddress start() {
        try {
            return open();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private StationAddress open() {
        Clock clock = Clock.systemUTC();
        keep(FolderLock.take(config.data()));
        TickLateness lateness = new TickLateness(config.clock());
        Upkeep upkeep = keep(new Upkeep(config.data(), clock, content.engines().version(), lateness));
        Database database = keep(Database.open(config.data(), clock));
        Passwords passwords = new Passwords(config.passwordCost());
        Accounts accounts = new Accounts(database, passwords);
        List<Accounts.Issued> demo = config.demo() ? demo(accounts) : List.of();
        JournalFolder journals = keep(new JournalFolder(config.data().resolve("runs"), clock));
        RigDesk rig = rig(clock);
        RunProjection projection = new RunProjection(new RunIndex(database), new RunItems(database));
        SessionHost sessions = sessions(upkeep, journals, rig, projection, clock);
        bringBack(sessions, projection.reconcile(journals));
        WorksheetStore sheets = worksheets(clock);
        ReviewParts review = review(sheets, clock);
        TaskParts tasks = tasks(review, new RunIndex(database), clock);
        PlayQueue playing = keep(new PlayQueue(PLAYS));
        PlayDesk plays = plays(review.desk(), sheets, playing);
        DraftDesk drafts = keep(new DraftDesk(content.hazop(), content.library()));
        RunArchive archive = new RunArchive(journals, content.engines(), content.scorers());
        StrategyDesk strategies = strategies(clock);
        ExamDesk exams = exams(sessions, journals, tasks, strategies, database, clock);
        WebServer server = keep(new WebServer(
                config.web(),
                new ServerParts(
                        sessions,
                        journals,
                        archive,
                        keep(new CauseDesk(archive)),
                        keep(new FileDesk(clock)),
                        content.library(),
                        review.hazop(),
                        review.desk(),
                        review.wordings(),
                        tasks,
                        plays,
                        playing,
                        drafts,
                        imports(review.hazop()),
                        rig,
                        database,
                        new SignIn(database, passwords, clock),
                        accounts,
                        strategies,
                        exams,
                        scenarios(journals, clock),
                        upkeep,
                        skills(database, tasks, review))));
        this.host = sessions;
        this.worksheets = sheets;
        this.accounts = accounts;
        this.web = server;
        exams.start();
        int port = server.start();
        upkeep.start();
        // its password is shown once, so it is made when nothing can fail any more before it is shown
        Optional<Accounts.Issued> admin = accounts.firstAdmin();
        return new StationAddress(LanAddress.of(config.web().bind()), port, admin, demo);
    }

    private WorksheetStore worksheets(Clock clock) {
        WorksheetStore sheets = keep(new WorksheetStore(config.data().resolve("worksheets"), clock));
        sheets.lost().forEach((id, reason) -> LOG.error("worksheet {} cannot be read", id, reason));
        return sheets;
    }

    private SessionHost sessions(
            Upkeep upkeep, JournalFolder journals, RigDesk rig, RunProjection projection, Clock clock) {
        return keep(new SessionHost(
                new HostParts(
                        content.engines(),
                        content.scorers(),
                        upkeep.spacious(journals),
                        rig,
                        config.data().resolve("snapshots")),
                new HostSettings(
                        config.clock(),
                        clock,
                        new SecureRandom(),
                        config.workers(),
                        config.graceSeconds(),
                        upkeep.lateness()),
                projection));
    }

    private static void bringBack(SessionHost sessions, List<String> runs) {
        Map<String, OtsException> lost = sessions.recover(runs);
        LOG.info("{} runs brought back, {} cannot be continued", sessions.open().size(), lost.size());
    }

    /** The school's rig, if it has one; before the runs, because a run on it goes on at once. */
    private RigDesk rig(Clock clock) {
        RigDesk rig = keep(new RigDesk(
                config.data().resolve("rig"),
                content.library(),
                clock,
                config.clock(),
                new SecureRandom(),
                content.engines().version()));
        config.virtualRig().ifPresent(rig::demo);
        rig.open();
        return rig;
    }

    /** Training and exam strategies; a fresh station has some for training. */
    private StrategyDesk strategies(Clock clock) {
        StrategyContent known = new StrategyContent(content);
        StrategyStore store = keep(new StrategyStore(config.data().resolve("strategies"), clock, known));
        ShippedStrategies.into(store, known);
        store.damaged().forEach((name, reason) -> LOG.error("strategy {} cannot be used", name, reason));
        return keep(new StrategyDesk(store, known, new RobotDryRun(content), clock));
    }

    /** Exams; those that were running when the station stopped go on. */
    private ExamDesk exams(
            SessionHost sessions,
            JournalFolder journals,
            TaskParts tasks,
            StrategyDesk strategies,
            Database database,
            Clock clock) {
        return keep(new ExamDesk(new ExamParts(
                sessions,
                journals,
                content.engines(),
                content.scorers(),
                config.data(),
                tasks.desk(),
                strategies.store(),
                new People(database),
                this::ramp,
                clock,
                config.clock(),
                new SecureRandom())));
    }

    /** The usual ramp of a fault, s. */
    private double ramp(String plant, String fault) {
        for (JsonNode known : content.library().faults(plant)) {
            if (known.path("id").asText().equals(fault)) {
                return known.path("parameters").path("rampS").asDouble();
            }
        }
        return 0;
    }

    private PlayDesk plays(ReviewDesk review, WorksheetStore sheets, PlayQueue playing) {
        return new PlayDesk(
                content.hazop(),
                content.library(),
                state -> SheetFeedback.shown(
                        state, review.result(sheets.view(state.head().id()))),
                playing);
    }

    private ScenarioDesk scenarios(JournalFolder journals, Clock clock) {
        ScenarioStore store = keep(new ScenarioStore(config.data().resolve("scenarios"), clock));
        store.damaged().forEach((name, reason) -> LOG.error("scenario {} cannot be used", name, reason));
        return new ScenarioDesk(store, content, journals);
    }

    /** Subjects and skills, with what the school says about them. */
    private SkillDesk skills(Database database, TaskParts tasks, ReviewParts review) {
        SkillDesk desk = new SkillDesk(
                new SkillDesk.Parts(
                        new CountedRuns(database),
                        content.library(),
                        tasks.desk(),
                        review.hazop(),
                        review.desk(),
                        tasks.sources()),
                config.data().resolve(SkillMap.FOLDER));
        desk.map().mistakes().forEach(one -> LOG.error("{}", one.in(Locale.ENGLISH)));
        return desk;
    }

    private ImportDesk imports(HazopDesk hazop) {
        OwnStudies own = new OwnStudies(config.data().resolve("hazop-own-studies"), content.hazop());
        return new ImportDesk(hazop, own, config.data().resolve("hazop-profiles"), new SecureRandom());
    }

    /** Worksheets, and what examiners do with them. */
    private record ReviewParts(HazopDesk hazop, ReviewDesk desk, Optional<WordingDesk> wordings) {}

    private ReviewParts review(WorksheetStore sheets, Clock clock) {
        ReviewStore reviews = keep(new ReviewStore(config.data().resolve("hazop-review"), clock));
        reviews.damage().ifPresent(reason -> LOG.error("decisions on worksheets cannot be read", reason));
        Optional<WorksheetScorer> plain = content.hazop().scorer();
        HazopContent offered = plain.filter(scorer -> reviews.wordings().version() > 0)
                .map(scorer -> content.hazop().scoredBy(scorer.with(reviews.wordings())))
                .orElse(content.hazop());
        StudyArchive archive = new StudyArchive(config.data().resolve("hazop-studies"));
        HazopDesk hazop = keep(new HazopDesk(offered, sheets, archive, clock, new SecureRandom(), config.workers()));
        ReviewDesk desk = new ReviewDesk(hazop, reviews, clock);
        Path versions = config.data().resolve("hazop-wordings");
        return new ReviewParts(hazop, desk, plain.map(scorer -> new WordingDesk(hazop, desk, scorer, versions)));
    }

    /** Training tasks of all kinds, for the one table that shows them. */
    private TaskParts tasks(ReviewParts review, RunIndex runs, Clock clock) {
        AttemptStore store = keep(new AttemptStore(config.data().resolve("hazop-attempts"), clock));
        store.lost().forEach((id, reason) -> LOG.error("attempt {} cannot be read", id, reason));
        this.attempts = store;
        TaskDesk desk =
                new TaskDesk(content.hazop().tasks(), store, review.hazop(), review.desk(), clock, new SecureRandom());
        return new TaskParts(desk, List.of(new DrillTasks(content.library(), runs), desk));
    }

    /**
     * All routes with the roles that may use them.
     *
     * @return the rows; empty before the start
     */
    public List<RouteRow> routes() {
        return web == null ? List.of() : web.routes();
    }

    /**
     * The open runs, for other parts of the suite that run in the same program.
     *
     * @return the host
     * @throws IllegalStateException before the start
     */
    public SessionHost host() {
        if (host == null) {
            throw new IllegalStateException("not started");
        }
        return host;
    }

    /**
     * The worksheets, for other parts of the suite that run in the same program.
     *
     * @return the store
     * @throws IllegalStateException before the start
     */
    public WorksheetStore worksheets() {
        if (worksheets == null) {
            throw new IllegalStateException("not started");
        }
        return worksheets;
    }

    /**
     * The attempts at training tasks, for other parts of the suite that run in the same program.
     *
     * @return the store
     * @throws IllegalStateException before the start
     */
    public AttemptStore attempts() {
        if (attempts == null) {
            throw new IllegalStateException("not started");
        }
        return attempts;
    }

    /**
     * Gives the first administrator a new password, for whoever lost it; he is signed out everywhere.
     *
     * @return the account with its password in clear, to be shown once
     * @throws IllegalStateException before the start
     */
    public Accounts.Issued resetAdmin() {
        if (accounts == null) {
            throw new IllegalStateException("not started");
        }
        return accounts.resetAdmin();
    }

    private List<Accounts.Issued> demo(Accounts accounts) {
        DemoAccountsFile file = new DemoAccountsFile(config.data());
        List<Accounts.Issued> all = new ArrayList<>(file.read());
        List<Accounts.Issued> fresh = accounts.demoClass();
        if (!fresh.isEmpty()) {
            all.addAll(fresh);
            file.write(all);
        }
        return all;
    }

    private <T extends AutoCloseable> T keep(T resource) {
        open.push(resource);
        return resource;
    }

    /** Stops listening, stops all runs where they stand, and makes everything durable. */
    @Override
    public void close() {
        while (!open.isEmpty()) {
            AutoCloseable resource = open.pop();
            try {
                resource.close();
            } catch (Exception e) {
                LOG.error("closing {}", resource.getClass().getSimpleName(), e);
            }
        }
    }
}
