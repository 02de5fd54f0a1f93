package org.openots.instructor.strategy;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openots.common.error.OtsException;
import org.openots.instructor.catalog.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people do with strategies at a station. A dry run takes minutes; one is made at a time. Thread-safe. */
public final class StrategyDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StrategyDesk.class);

    private final StrategyStore store;
    private final StrategyCheck check;
    private final DryRun.Player player;
    private final Clock clock;
    private final ExecutorService playing;
    private final Map<String, Job> jobs = new HashMap<>();

    /** How far a dry run is. */
    public enum State {
        /** Nobody asked for it since the station started. */
        NONE,
        /** Being played, or waiting for another one. */
        RUNNING,
        /** It is there. */
        DONE,
        /** It was stopped. */
        CANCELLED,
        /** It is there but could not be kept, or could not be made. */
        FAILED
    }

    /**
     * How a dry run stands.
     *
     * @param state how far it is
     * @param version which version is played; 0 for none
     * @param share how much is done, 0 to 1
     * @param run what came of it, once it is done
     * @param failure why it could not be made or kept
     */
    public record View(State state, int version, double share, Optional<DryRun> run, Optional<OtsException> failure) {
        static View none() {
            return new View(State.NONE, 0, 0, Optional.empty(), Optional.empty());
        }
    }

    private static final class Job {
        private final AtomicBoolean cancelled = new AtomicBoolean();
        private volatile View view;

        Job(View view) {
            this.view = view;
        }
    }

    /**
     * Makes the desk.
     *
     * @param store of the station; stays the caller's
     * @param content of the station
     * @param player plays dry runs
     * @param clock tells which strategies are open
     */
    public StrategyDesk(StrategyStore store, StrategyContent content, DryRun.Player player, Clock clock) {
        this.clock = clock;
        this.store = store;
        this.check = new StrategyCheck(content);
        this.player = player;
        this.playing = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "strategy-dry-run");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * The strategies.
     *
     * @return the store
     */
    public StrategyStore store() {
        return store;
    }

    /**
     * Checks a document.
     *
     * @param file the name shown in messages
     * @param json the bytes in UTF-8
     * @return what came of it
     */
    public StrategyCheck.Result check(String file, byte[] json) {
        return check.check(file, json);
    }

    /** Published training strategies that are open now, whose files are as they were, and that fit what there is. */
    private List<StrategyVersion> training() {
        return store.all().stream()
                .flatMap(view -> view.inUse().stream())
                .filter(version -> version.state() == Strategy.State.PUBLISHED)
                .filter(version -> TrainingRun.isOpen(version, clock.instant()))
                .filter(version -> !store.damaged().containsKey(VersionFiles.name(version)))
                .filter(version -> check("s.json", StrategyWriter.bytes(version.document()))
                        .isSound())
                .toList();
    }

    /**
     * Tasks of the strategies that name a class.
     *
     * @param classId the class; empty for none
     * @return task ids; nothing when no strategy names the class, so that all tasks are offered
     */
    public Optional<Set<String>> offered(String classId) {
        Set<String> tasks = new TreeSet<>();
        training().stream()
                .filter(version -> !classId.isEmpty() && TrainingRun.names(version, classId))
                .flatMap(version -> version.document().units().orElse(List.of()).stream())
                .forEach(unit -> tasks.addAll(unit.tasks()));
        return tasks.isEmpty() ? Optional.empty() : Optional.of(tasks);
    }

    /**
     * What a run of a task goes by: the strategy that names the class, else one for everybody.
     *
     * @param classId the class; empty for none
     * @param task the task
     * @return its rules; nothing when no strategy has the task, so that those of the task count
     * @throws OtsException if strategies name the class and none of them has the task
     */
    public Optional<TrainingRun> rules(String classId, Task task) {
        List<StrategyVersion> open = training();
        List<StrategyVersion> own = open.stream()
                .filter(version -> !classId.isEmpty() && TrainingRun.names(version, classId))
                .toList();
        Optional<StrategyVersion> found = (own.isEmpty() ? open.stream().filter(TrainingRun::forAll) : own.stream())
                .filter(version -> TrainingRun.has(version, task.id()))
                .findFirst();
        if (found.isEmpty() && !own.isEmpty()) {
            throw new OtsException(StrategyStoreError.NOT_OFFERED, task.id(), classId);
        }
        return found.map(version -> TrainingRun.of(version, task));
    }

    /**
     * How the dry run of a strategy stands.
     *
     * @param id the strategy
     * @return how it stands
     */
    public synchronized View dryRun(String id) {
        Job job = jobs.get(id);
        return job == null ? View.none() : job.view;
    }

    /**
     * Begins a dry run; one that is being made goes on. One of a reviewed exam strategy is kept when it passed.
     *
     * @param id the strategy
     * @param number the version
     * @param token of the last change
     * @param by account
     * @return how it stands
     * @throws OtsException if there is no such version, or it has mistakes
     */
    public synchronized View startDryRun(String id, int number, String token, String by) {
        StrategyVersion version = store.version(id, number);
        StrategyCheck.Result result = check(id + ".json", StrategyWriter.bytes(version.document()));
        if (!result.isSound()) {
            throw StrategyStore.notSound(id, number, result);
        }
        if (dryRun(id).state() != State.RUNNING) {
            Job job = new Job(new View(State.RUNNING, number, 0, Optional.empty(), Optional.empty()));
            jobs.put(id, job);
            playing.execute(() -> play(job, version, token, by));
        }
        return dryRun(id);
    }

    /**
     * Stops a dry run that is being made.
     *
     * @param id the strategy
     * @return how it stands; it stops within seconds
     */
    public synchronized View cancel(String id) {
        Job job = jobs.get(id);
        if (job != null) {
            job.cancelled.set(true);
        }
        return dryRun(id);
    }

    private void play(Job job, StrategyVersion version, String token, String by) {
        int number = version.document().version();
        Optional<DryRun> run = Optional.empty();
        try {
            run = player.play(
                    version.document(),
                    share -> job.view = new View(State.RUNNING, number, share, Optional.empty(), Optional.empty()),
                    job.cancelled::get);
            if (run.isPresent() && run.get().passed() && version.state() == Strategy.State.REVIEWED) {
                store.dryRun(run.get(), token, by);
            }
            State state = run.isPresent() ? State.DONE : State.CANCELLED;
            job.view = new View(state, number, run.isPresent() ? 1 : 0, run, Optional.empty());
        } catch (OtsException e) {
            job.view = new View(State.FAILED, number, 0, run, Optional.of(e));
        } catch (RuntimeException e) {
            LOG.error("dry run of {} failed", version.document().id(), e);
            job.view = new View(State.FAILED, number, 0, run, Optional.empty());
        }
    }

    /** Stops what is being played. */
    @Override
    public void close() {
        synchronized (this) {
            jobs.values().forEach(job -> job.cancelled.set(true));
        }
        playing.shutdownNow();
    }
}
