package org.openots.instructor.debrief;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;
import org.openots.instructor.session.RunArchive;
import org.openots.instructor.session.RunInspection;
import org.openots.instructor.session.RunWhatIf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for the causes of closed runs, one run at a time on one thread, so that a class keeps its processors. What was found is
 * remembered until the station stops; it can be found again, with the same result. Thread-safe.
 */
public final class CauseDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CauseDesk.class);
    /** Runs whose causes are remembered: those of a class. */
    private static final int MOST = 60;

    private static final long GOODBYE_SECONDS = 10;

    private final RunArchive archive;
    private final ExecutorService playing = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "causes");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Search> searches = new LinkedHashMap<>();

    /**
     * Opens the desk.
     *
     * @param archive closed runs
     */
    public CauseDesk(RunArchive archive) {
        this.archive = archive;
    }

    /** How a search stands. */
    public enum State {
        /** Others are before it. */
        WAITING,
        /** It is at work. */
        WORKING,
        /** The causes are known. */
        DONE,
        /** Somebody stopped it. */
        STOPPED,
        /** It failed; it can be asked for again. */
        FAILED
    }

    /**
     * A search as it stands.
     *
     * @param state how it stands
     * @param progress share that is done, 0..1
     * @param analysis the causes, when done
     * @param problem why it failed
     */
    public record View(
            State state, double progress, Optional<CauseAnalysis> analysis, Optional<OtsException> problem) {}

    private static final class Search {
        private final AtomicBoolean stopped = new AtomicBoolean();
        private State state = State.WAITING;
        private double progress;
        private Optional<RunWhatIf> run = Optional.empty();
        private Optional<CauseAnalysis> analysis = Optional.empty();
        private Optional<OtsException> problem = Optional.empty();

        synchronized View view() {
            return new View(state, progress, analysis, problem);
        }

        synchronized boolean over() {
            return state != State.WAITING && state != State.WORKING;
        }

        synchronized void progress(double share) {
            progress = share;
        }

        synchronized boolean begin(RunWhatIf what) {
            if (state != State.WAITING) {
                return false;
            }
            state = State.WORKING;
            run = Optional.of(what);
            return true;
        }

        synchronized void end(CauseAnalysis found) {
            state = stopped.get() ? State.STOPPED : State.DONE;
            analysis = stopped.get() ? Optional.empty() : Optional.of(found);
        }

        synchronized void fail(OtsException why) {
            state = State.FAILED;
            problem = Optional.of(why);
        }

        synchronized void stop() {
            stopped.set(true);
            if (state == State.WAITING) {
                state = State.STOPPED;
            }
        }
    }

    /**
     * Has the causes of a run looked for; when they are known or looked for already, nothing new begins.
     *
     * @param run run id
     * @return how it stands
     */
    public synchronized View search(String run) {
        Search known = searches.get(run);
        boolean again = known == null
                || known.view().state() == State.STOPPED
                || known.view().state() == State.FAILED;
        if (known != null && !again) {
            return known.view();
        }
        Search search = new Search();
        searches.put(run, search);
        forget();
        playing.execute(() -> play(run, search));
        return search.view();
    }

    private void play(String id, Search search) {
        try {
            RunWhatIf run = archive.whatIf(id);
            if (!search.begin(run)) {
                return;
            }
            double tick = archive.inspect(id, RunInspection::tickSeconds);
            CauseAnalysis found = CauseAnalysis.of(
                    run, tick, CauseAnalysis.Wish.CAUSES_AND_TIMES, search::progress, search.stopped::get);
            run.rest(); // before anybody looks: whoever does plays on another thread
            search.end(found);
        } catch (OtsException e) {
            search.fail(e);
        } catch (RuntimeException e) {
            LOG.error("search for causes of run {}", id, e);
            search.fail(new OtsException(StationError.INTERNAL, id));
        }
    }

    private void forget() {
        List<String> over = searches.entrySet().stream()
                .filter(entry -> entry.getValue().over())
                .map(Map.Entry::getKey)
                .toList();
        over.stream().limit(Math.max(0, searches.size() - MOST)).forEach(searches::remove);
    }

    /**
     * How a search stands.
     *
     * @param run run id
     * @return nothing if nobody asked for it
     */
    public synchronized Optional<View> view(String run) {
        return Optional.ofNullable(searches.get(run)).map(Search::view);
    }

    /**
     * Stops a search; one that is over stays as it is.
     *
     * @param run run id
     */
    public synchronized void stop(String run) {
        Search search = searches.get(run);
        if (search != null) {
            search.stop();
        }
    }

    /**
     * Looks at a run as it would have ended without one of its causes.
     *
     * @param <T> type of the answer
     * @param run run id, of a search that is done
     * @param cause rank of the cause, from 0
     * @param question must not keep the run
     * @return the answer; nothing if there is no such cause
     */
    public <T> Optional<T> without(String run, int cause, Function<RunInspection, T> question) {
        return look(
                run,
                (what, found) -> cause < 0 || cause >= found.causes().size()
                        ? Optional.empty()
                        : Optional.of(what.look(found.causes().get(cause).deed().inputs(), question)));
    }

    /**
     * Looks at a run as it would have ended with one of its deeds at another time.
     *
     * @param <T> type of the answer
     * @param run run id, of a search that is done
     * @param shift rank among the other times, from 0
     * @param question must not keep the run
     * @return the answer; nothing if there is no such other time
     */
    public <T> Optional<T> shifted(String run, int shift, Function<RunInspection, T> question) {
        return look(run, (what, found) -> {
            if (shift < 0 || shift >= found.shifts().size()) {
                return Optional.empty();
            }
            CauseAnalysis.Shifted one = found.shifts().get(shift);
            return Optional.of(what.lookShifted(one.deed().inputs(), one.ticks(), question));
        });
    }

    private <T> Optional<T> look(String run, BiFunction<RunWhatIf, CauseAnalysis, Optional<T>> question) {
        Search search;
        synchronized (this) {
            search = searches.get(run);
        }
        if (search == null || search.run.isEmpty()) {
            return Optional.empty();
        }
        Optional<CauseAnalysis> found = search.view().analysis();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        synchronized (search.stopped) { // one replay at a time for those who look
            return question.apply(search.run.orElseThrow(), found.orElseThrow());
        }
    }

    /** Stops all searches. */
    @Override
    public void close() {
        synchronized (this) {
            searches.values().forEach(Search::stop);
        }
        playing.shutdownNow();
        try {
            if (!playing.awaitTermination(GOODBYE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a search for causes still runs");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
