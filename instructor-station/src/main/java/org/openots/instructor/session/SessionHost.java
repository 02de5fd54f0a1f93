package org.openots.instructor.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hosts all open runs of the station on a few worker threads; each run is pinned to one. Safe for use by any thread.
 * Answers arrive as futures; a future fails with {@link OtsException} when the request is refused, and then nothing has
 * changed.
 */
public final class SessionHost implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SessionHost.class);
    private static final DateTimeFormatter ID_TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final HostParts parts;
    private final HostSettings settings;
    private final RunListener listener;
    private final SnapshotStore snapshots;
    private final RunSeeker seeker;
    private final ExecutorService background = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "run-recall");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Worker> workers = new ArrayList<>();
    private final AtomicInteger nextWorker = new AtomicInteger();
    private final Map<String, LiveRun> runs = new ConcurrentHashMap<>();
    private final Map<String, OtsException> lost = new ConcurrentHashMap<>();

    /**
     * Creates a host and starts its workers.
     *
     * @param parts what it runs
     * @param settings clocks and limits
     * @param listener hears of runs that open and close
     */
    public SessionHost(HostParts parts, HostSettings settings, RunListener listener) {
        this.parts = parts;
        this.settings = settings;
        this.listener = listener;
        this.snapshots = new SnapshotStore(parts.snapshots());
        this.seeker = new RunSeeker(parts.engines(), parts.scorers());
        for (int i = 0; i < settings.workers(); i++) {
            Worker worker = new Worker("run-worker-" + (i + 1), settings.monotonic());
            workers.add(worker);
            worker.start();
        }
    }

    /**
     * Starts a run and makes its start durable.
     *
     * @param order what to run
     * @return the run id
     * @throws OtsException if plant, initial condition or task does not exist
     */
    public String start(RunOrder order) {
        String id = newId();
        RunSpec spec = new RunSpec(
                id,
                order.plant(),
                parts.engines().packHash(order.plant()),
                order.initialCondition(),
                settings.random().nextLong(),
                order.task(),
                parts.scorers().rubricHash(order.task()),
                parts.engines().version(),
                order.owner(),
                settings.wall().millis(),
                order.timeLimitSeconds(),
                order.rules(),
                Optional.empty(),
                order.strategy(),
                order.scenario());
        if (spec.measured() && parts.rigs().find(spec.plant()).isEmpty()) {
            throw new OtsException(StationError.NO_RIG, spec.plant());
        }
        RunCore core = new RunCore(spec, parts.engines(), parts.scorers());
        core.replay(RunStory.begun(spec).inputs(), 0);
        launch(core);
        return id;
    }

    private LiveRun launch(RunCore core) {
        RunSpec spec = core.spec();
        Worker worker = pickWorker();
        LiveRun run = new LiveRun(
                core, parts.journals().create(spec.id()), worker, settings, snapshots::save, recorder(spec));
        CompletableFuture<Boolean> ready = new CompletableFuture<>();
        worker.post(() -> {
            if (spec.branched()) {
                run.inherit(RunStory.begun(spec));
            }
            run.started(ready);
            worker.adopt(run);
        });
        Answers.await(ready);
        runs.put(spec.id(), run);
        listener.opened(spec);
        return run;
    }

    /**
     * What it takes to stand at a time of an open run again; the run does not feel it.
     *
     * @param id run id
     * @param time model time, s
     * @return the past up to then
     * @throws OtsException if there is no such open run; the future fails if the run has not reached that time
     */
    public CompletableFuture<RunPast> past(String id, double time) {
        ExamFence.notOpen(run(id).core().spec());
        return ask(id, (run, answer) -> run.past(time, answer));
    }

    /**
     * Gives the present tick of a run a name, to come back to.
     *
     * @param id run id
     * @param by account
     * @param name for people
     * @return the named tick
     * @throws OtsException if there is no such open run
     */
    public CompletableFuture<NamedSnapshot> name(String id, String by, String name) {
        return ask(id, (run, answer) -> run.name(by, name, answer));
    }

    /**
     * Shows a run as it was: on a copy, which is dropped then. Takes the caller's thread, and one caller at a time.
     *
     * @param past of an open or a closed run
     * @return state, alarms, score and events at that time; holds secrets
     */
    public RunView look(RunPast past) {
        return seeker.view(past);
    }

    /**
     * Goes on from a past as a run of its own, which is never a record.
     *
     * @param past of an open or a closed run
     * @param owner account of whoever goes on
     * @param timeLimitSeconds model time after which it freezes, s; 0 means none
     * @param rules what he may do
     * @return the new run's id
     * @throws OtsException if the run is of a rig, or was begun under another rubric
     */
    public String branch(RunPast past, String owner, double timeLimitSeconds, RunRules rules) {
        RunRecovery recovery = new RunRecovery(parts.engines(), parts.scorers());
        recovery.requireRubric(past.spec());
        RunSpec spec = past.branch(newId(), owner, settings.wall().millis(), timeLimitSeconds, rules);
        RunCore core = seeker.branch(past, spec);
        long unknown = core.knownFrom();
        LiveRun run = launch(core);
        if (unknown > 0) {
            background.execute(() -> recall(run, recovery, RunStory.begun(spec), unknown));
        }
        return spec.id();
    }

    private @Nullable RigRecorder recorder(RunSpec spec) {
        return spec.measured() ? new RigRecorder(() -> parts.rigs().find(spec.plant())) : null;
    }

    private String newId() {
        String time = ID_TIME.format(settings.wall().instant().atZone(ZoneOffset.UTC));
        return "r" + time + "-"
                + String.format(Locale.ROOT, "%06x", settings.random().nextInt(1 << 24));
    }

    private Worker pickWorker() {
        return workers.get(Math.floorMod(nextWorker.getAndIncrement(), workers.size()));
    }

    /**
     * Brings back runs that were open when the station stopped; each is held until its owner is back. Closed ones are
     * left alone.
     *
     * @param ids the runs that may be open
     * @return the runs that cannot be continued, with the reason
     */
    public Map<String, OtsException> recover(Collection<String> ids) {
        Map<String, CompletableFuture<Boolean>> waiting = new LinkedHashMap<>();
        for (String id : ids) {
            if (runs.containsKey(id)) {
                continue;
            }
            CompletableFuture<Boolean> done = new CompletableFuture<>();
            waiting.put(id, done);
            Worker worker = pickWorker();
            worker.post(() -> recoverOne(id, worker, done));
        }
        waiting.forEach((id, done) -> {
            try {
                done.join();
            } catch (RuntimeException e) {
                OtsException reason = e.getCause() instanceof OtsException known
                        ? known
                        : new OtsException(StationError.JOURNAL_DAMAGED, id, String.valueOf(e.getMessage()));
                lost.put(id, reason);
                LOG.error("run {} cannot be continued", id, e);
            }
        });
        return Map.copyOf(lost);
    }

    private void recoverOne(String id, Worker worker, CompletableFuture<Boolean> done) {
        try {
            broughtBack(id, worker);
            done.complete(true);
        } catch (RuntimeException e) {
            done.completeExceptionally(e);
        }
    }

    /** The run as its journal holds it, on its worker; null if it is closed. */
    private @Nullable LiveRun broughtBack(String id, Worker worker) {
        List<JournalEvent> events = parts.journals().read(id);
        RunStory story = RunStory.of(id, events);
        JsonNode closing = story.closing();
        if (closing != null) {
            runs.remove(id);
            listener.closed(story.spec(), closing);
            return null;
        }
        RunRecovery recovery = new RunRecovery(parts.engines(), parts.scorers());
        long last = events.get(events.size() - 1).sequence();
        RunCore core = recovery.continued(story, snapshots.load(story, last));
        LiveRun run =
                new LiveRun(core, parts.journals().open(id), worker, settings, snapshots::save, recorder(story.spec()));
        run.continueFrom(story, last);
        worker.adopt(run);
        runs.put(id, run);
        listener.opened(story.spec());
        if (core.knownFrom() > 0) {
            long tick = core.knownFrom();
            background.execute(() -> recall(run, recovery, story, tick));
        }
        return run;
    }

    /**
     * Replays what came before the snapshot a run was continued from, beside the running class, so that its trends,
     * events and older snapshots are there again.
     */
    private void recall(LiveRun run, RunRecovery recovery, RunStory story, long tick) {
        try {
            RunCore past = recovery.replay(story, tick);
            run.post(() -> run.recall(story, past));
        } catch (RuntimeException e) {
            LOG.error(
                    "the past of run {} cannot be replayed; its trends begin at tick {}",
                    story.spec().id(),
                    tick,
                    e);
        }
    }

    /**
     * The run itself, or, if its journal failed (a full disk), what the journal holds of it, as soon as it can be written
     * again. Called on the run's worker.
     */
    private LiveRun usable(LiveRun run) {
        String id = run.core().spec().id();
        if (!run.wantsRevival() || runs.get(id) != run) {
            return runs.getOrDefault(id, run);
        }
        run.journal().close();
        try {
            LiveRun fresh = broughtBack(id, run.worker());
            run.worker().release(run);
            if (fresh == null) {
                throw new OtsException(StationError.RUN_CLOSED, id);
            }
            fresh.connected(run.connections());
            LOG.info("run {} goes on from its journal", id);
            return fresh;
        } catch (OtsException e) {
            LOG.warn("run {} cannot go on yet", id, e);
            return run;
        }
    }

    private LiveRun run(String id) {
        LiveRun run = runs.get(id);
        if (run == null) {
            OtsException reason = lost.get(id);
            throw reason != null ? reason : new OtsException(StationError.RUN_UNKNOWN, id);
        }
        return run;
    }

    private <T> CompletableFuture<T> ask(String id, BiConsumer<LiveRun, CompletableFuture<T>> question) {
        LiveRun known = run(id);
        CompletableFuture<T> answer = new CompletableFuture<>();
        known.post(() -> {
            try {
                question.accept(usable(known), answer);
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    /**
     * Carries an operation out: checked, durable, applied at a tick, answered after it.
     *
     * @param id run id
     * @param operation what to do
     * @return the outcome
     * @throws OtsException if there is no such open run
     */
    public CompletableFuture<CommandOutcome> submit(String id, Operation operation) {
        ExamFence.onlyOwner(run(id).core().spec(), operation);
        return ask(id, (run, answer) -> {
            if (operation.by().equals(run.core().spec().owner())) {
                run.seen();
            }
            run.operate(operation, answer);
        });
    }

    /**
     * Controls a run as a whole.
     *
     * @param id run id
     * @param action what to do
     * @param by account of whoever does it
     * @param value speed (0.2..20) or model time to go back to, s; else 0
     * @return the pace after it
     * @throws OtsException if there is no such open run, or its owner may not do this, or the value is out of range
     */
    public CompletableFuture<Pace> control(String id, Control action, String by, double value) {
        RunSpec spec = run(id).core().spec();
        ExamFence.onlyStation(spec, by);
        ControlRules.check(spec, action, by, value);
        return ask(id, (run, answer) -> run.control(action, by, value, answer));
    }

    /**
     * Arms a fault.
     *
     * @param id run id
     * @param by account of the instructor
     * @param order the fault; its key is ignored and given by the station
     * @return the order with its key
     * @throws OtsException if there is no such open run
     */
    public CompletableFuture<FaultOrder> arm(String id, String by, FaultOrder order) {
        ExamFence.onlyStation(run(id).core().spec(), by);
        return ask(id, (run, answer) -> run.faults().arm(by, order, answer));
    }

    /**
     * Takes a fault away.
     *
     * @param id run id
     * @param by account of the instructor
     * @param key key of the order
     * @return the journal sequence
     * @throws OtsException if there is no such open run
     */
    public CompletableFuture<Long> withdraw(String id, String by, String key) {
        ExamFence.onlyStation(run(id).core().spec(), by);
        return ask(id, (run, answer) -> run.faults().withdraw(by, key, answer));
    }

    /**
     * Closes a run for good.
     *
     * @param id run id
     * @param by account of whoever closes it
     * @return the body of the closing event: tick, time, score, state hash, sheet
     * @throws OtsException if there is no such open run
     */
    public CompletableFuture<JsonNode> close(String id, String by) {
        ExamFence.onlyStation(run(id).core().spec(), by);
        return this.<JsonNode>ask(id, (run, answer) -> run.close(by, answer)).thenApply(body -> {
            LiveRun run = runs.remove(id);
            if (run != null) {
                listener.closed(run.core().spec(), body);
                snapshots.forget(id);
                run.retire();
            }
            return body;
        });
    }

    /**
     * The latest view of an open run; holds secrets.
     *
     * @param id run id
     * @return the view
     * @throws OtsException if there is no such open run
     */
    public RunView observe(String id) {
        return run(id).view();
    }

    /**
     * The latest views of all open runs.
     *
     * @return views, in no particular order
     */
    public Collection<RunView> open() {
        return runs.values().stream().map(LiveRun::view).toList();
    }

    /**
     * Why a run of an earlier life of the station cannot be continued.
     *
     * @return run ids and reasons
     */
    public Map<String, OtsException> lost() {
        return Map.copyOf(lost);
    }

    /**
     * Asks something of a run between two ticks.
     *
     * @param <T> type of the answer
     * @param id run id
     * @param question answered on the run's worker, must not keep the run
     * @return the answer
     * @throws OtsException if there is no such open run
     */
    public <T> CompletableFuture<T> inspect(String id, Function<RunInspection, T> question) {
        return ask(
                id,
                (run, answer) -> answer.complete(question.apply(
                        new RunInspection(run.core(), run.journal().head()))));
    }

    /**
     * Tells that the owner's connections changed.
     *
     * @param id run id; an unknown one is ignored, the run may just have been closed
     * @param change +1 for a connection made, -1 for one lost, 0 for another sign of life
     */
    public void presence(String id, int change) {
        LiveRun run = runs.get(id);
        if (run != null) {
            run.post(() -> run.connected(change));
        }
    }

    /**
     * Writes down where somebody stands in the plant.
     *
     * @param id run id; an unknown one is ignored, the run may just have been closed
     * @param by account
     * @param pose where
     */
    public void walked(String id, String by, FieldPose pose) {
        LiveRun run = runs.get(id);
        if (run != null) {
            run.post(() -> run.walk(by, pose));
        }
    }

    /** Stops all runs where they stand and makes everything durable; open runs stay open for {@link #recover}. */
    @Override
    public void close() {
        background.shutdownNow();
        for (Worker worker : workers) {
            worker.stop();
        }
        for (LiveRun run : runs.values()) {
            run.journal().close();
        }
        runs.clear();
        snapshots.close();
    }
}
