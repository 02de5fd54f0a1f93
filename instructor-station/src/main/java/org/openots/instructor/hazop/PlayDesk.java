package org.openots.instructor.hazop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.openots.common.error.OtsException;
import org.openots.hazop.plant.PlantNames;
import org.openots.hazop.verification.Demonstration;
import org.openots.hazop.verification.RowDemonstration;
import org.openots.hazop.worksheet.SheetState;
import org.openots.instructor.catalog.HazopContent;
import org.openots.instructor.catalog.OfferedStudy;
import org.openots.instructor.catalog.PlantLibrary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays rows of worksheets for those who wrote them, a few at the same time and the others in a queue, so that a class
 * that presses play together does not stop the plants of its runs. Nothing of it is kept over a restart: a demonstration
 * can be made again and is the same then.
 */
public final class PlayDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PlayDesk.class);

    /** Most demonstrations that wait: every student of a large class has one. */
    private static final int MOST_WAITING = 60;

    /** Results kept, of some 100 kB each. */
    private static final int MOST_RESULTS = 64;

    /** Jobs remembered after they ended. */
    private static final int MOST_JOBS = 256;

    /** Points of a trend: two for every pixel column that a trend on the page has. */
    private static final int POINTS = 600;

    /** Seed of all demonstrations: what one student sees, everybody sees. */
    private static final long SEED = 1;

    private final HazopContent content;
    private final PlantLibrary plants;
    private final Predicate<SheetState> feedback;
    private final ExecutorService playing;
    private final AtomicLong numbers = new AtomicLong();
    private final Map<String, Optional<RowDemonstration>> demonstrations = new HashMap<>();
    private final Map<String, PlayJob> jobs = new LinkedHashMap<>();
    private final Map<Wanted, Demonstration> results = new LinkedHashMap<>(MOST_RESULTS, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Wanted, Demonstration> eldest) {
            return size() > MOST_RESULTS;
        }
    };

    /**
     * Makes the desk.
     *
     * @param content the studies
     * @param plants the plants of the studies
     * @param feedback whether the student of a worksheet may see what became of his answers
     * @param workers demonstrations at the same time
     */
    public PlayDesk(HazopContent content, PlantLibrary plants, Predicate<SheetState> feedback, int workers) {
        this.content = content;
        this.plants = plants;
        this.feedback = feedback;
        this.playing = Executors.newFixedThreadPool(workers, work -> {
            Thread thread = new Thread(work, "hazop-play");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * What to play of a row.
     *
     * @param row id of the cause row
     * @param cause which of its causes, counted from 0 as {@link RowOffer#causes} has them
     * @param without which of its safeguards to take away, counted as {@link RowOffer#safeguards} has them
     * @param all whether to take away everything that can be, whoever wrote it
     */
    public record Wish(String row, int cause, List<Integer> without, boolean all) {
        /** Freezes the list. */
        public Wish {
            without = List.copyOf(without);
        }
    }

    private record Wanted(String study, RowDemonstration.Request request) {}

    /**
     * What can be played of a worksheet.
     *
     * @param state the worksheet
     * @return row by row; empty while nothing of it may be shown
     */
    public List<RowOffer> offers(SheetState state) {
        if (!feedback.test(state)) {
            return List.of();
        }
        return demonstration(state)
                .map(found -> new RowOffers(state, found).all())
                .orElse(List.of());
    }

    /**
     * Has a row played; what the same person asked for before is stopped.
     *
     * @param account who asks
     * @param state his worksheet
     * @param wish what
     * @return the demonstration, perhaps done already
     * @throws OtsException if the row cannot be played or too many wait
     */
    public PlayJob.View play(String account, SheetState state, Wish wish) {
        RowDemonstration demonstration = demonstration(state)
                .orElseThrow(() -> new OtsException(
                        PlayRefusal.OTHER_STUDY, state.head().study().id()));
        RowOffer offer = offers(state).stream()
                .filter(one -> one.row().equals(wish.row()))
                .findFirst()
                .orElseThrow(() -> new OtsException(
                        PlayRefusal.NOT_SCORED, wish.row(), state.head().id()));
        Wanted wanted = new Wanted(state.head().study().digest(), request(demonstration, offer, wish));
        synchronized (jobs) {
            jobs.values().stream()
                    .filter(job -> job.owner().equals(account))
                    .forEach(job -> job.end(PlayJob.State.STOPPED));
            PlayJob job = new PlayJob(String.format(Locale.ROOT, "p%d", numbers.incrementAndGet()), account, offer);
            Optional<Demonstration> known = known(wanted);
            if (known.isPresent()) {
                job.done(known.get());
            } else {
                requireRoom();
                playing.execute(() -> play(job, demonstration, wanted));
            }
            jobs.put(job.id(), job);
            forget();
            return job.view(ahead(job));
        }
    }

    private void requireRoom() {
        long waiting = jobs.values().stream().filter(PlayJob::waiting).count();
        if (waiting >= MOST_WAITING) {
            throw new OtsException(PlayRefusal.BUSY, waiting);
        }
    }

    private static RowDemonstration.Request request(RowDemonstration demonstration, RowOffer offer, Wish wish) {
        String cause = cause(offer, wish);
        TreeSet<String> without = new TreeSet<>();
        if (wish.all()) {
            without.addAll(demonstration.removableBeside(cause));
        }
        for (int index : wish.without()) {
            RowOffer.Choice guard = index >= 0 && index < offer.safeguards().size()
                    ? offer.safeguards().get(index)
                    : RowOffer.Choice.NONE;
            if (!guard.possible()) {
                throw new OtsException(PlayRefusal.NOT_REMOVABLE, index + 1, offer.row());
            }
            without.add(guard.item());
        }
        List<String> consequences = offer.consequences().stream()
                .map(RowOffer.Choice::item)
                .filter(item -> !item.isEmpty())
                .distinct()
                .toList();
        // what he wrote as consequences comes first: of all that is named there may be more than fits
        List<String> named = Stream.of(offer.consequences(), offer.causes(), offer.safeguards())
                .flatMap(List::stream)
                .flatMap(choice -> choice.named().stream())
                .distinct()
                .toList();
        return new RowDemonstration.Request(cause, without, consequences, named, POINTS);
    }

    private static String cause(RowOffer offer, Wish wish) {
        if (offer.causes().isEmpty()
                || wish.cause() < 0
                || wish.cause() >= offer.causes().size()) {
            throw new OtsException(PlayRefusal.NOT_MATCHED, offer.row());
        }
        RowOffer.Choice cause = offer.causes().get(wish.cause());
        if (!cause.possible()) {
            throw new OtsException(PlayRefusal.NOT_MODELLED, offer.row());
        }
        return cause.item();
    }

    private Optional<Demonstration> known(Wanted wanted) {
        synchronized (results) {
            return Optional.ofNullable(results.get(wanted));
        }
    }

    private void play(PlayJob job, RowDemonstration demonstration, Wanted wanted) {
        if (!job.begin()) {
            return;
        }
        try {
            Optional<Demonstration> known = known(wanted);
            Demonstration seen = known.isPresent() ? known.get() : demonstration.play(wanted.request(), job::goOn);
            synchronized (results) {
                results.put(wanted, seen);
            }
            job.done(seen);
        } catch (CancellationException e) {
            LOG.debug("demonstration {} was stopped", job.id());
        } catch (RuntimeException e) {
            LOG.error("demonstration {} of {} failed", job.id(), wanted, e);
            job.end(PlayJob.State.FAILED);
        }
    }

    /**
     * How a demonstration stands.
     *
     * @param account who asked for it
     * @param id its id
     * @return how it stands
     * @throws OtsException if this person has none of that id
     */
    public PlayJob.View view(String account, String id) {
        synchronized (jobs) {
            PlayJob job = job(account, id);
            return job.view(ahead(job));
        }
    }

    /**
     * Stops a demonstration; one that is over stays as it is.
     *
     * @param account who asked for it
     * @param id its id
     * @return how it stands then
     * @throws OtsException if this person has none of that id
     */
    public PlayJob.View stop(String account, String id) {
        synchronized (jobs) {
            PlayJob job = job(account, id);
            job.end(PlayJob.State.STOPPED);
            return job.view(0);
        }
    }

    private PlayJob job(String account, String id) {
        PlayJob job = jobs.get(id);
        if (job == null || !job.owner().equals(account)) {
            throw new OtsException(PlayRefusal.UNKNOWN, id);
        }
        return job;
    }

    private int ahead(PlayJob job) {
        int ahead = 0;
        for (PlayJob other : jobs.values()) {
            if (other == job) {
                break;
            }
            ahead += other.waiting() ? 1 : 0;
        }
        return job.waiting() ? ahead : 0;
    }

    private void forget() {
        List<String> over = new ArrayList<>();
        jobs.values().stream().filter(PlayJob::over).forEach(job -> over.add(job.id()));
        over.stream().limit(Math.max(0, jobs.size() - MOST_JOBS)).forEach(jobs::remove);
    }

    /** What plays the study of a worksheet; nothing when the study is another now or its plant is not here. */
    private Optional<RowDemonstration> demonstration(SheetState state) {
        String digest = state.head().study().digest();
        synchronized (demonstrations) {
            return demonstrations.computeIfAbsent(digest, this::make);
        }
    }

    private Optional<RowDemonstration> make(String digest) {
        return content.studies().stream()
                .filter(one -> one.digest().equals(digest))
                .findFirst()
                .map(OfferedStudy::study)
                .flatMap(study -> study.head()
                        .plant()
                        .flatMap(plants::pack)
                        .map(pack -> new RowDemonstration(study, PlantNames.of(pack), SEED)));
    }

    /** Stops everything. */
    @Override
    public void close() {
        synchronized (jobs) {
            jobs.values().forEach(job -> job.end(PlayJob.State.STOPPED));
        }
        playing.shutdown();
    }
}
