package org.openots.instructor.hazop;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
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

/** Plays rows of worksheets for those who wrote them. */
public final class PlayDesk {
    /** Results kept, of some 100 kB each. */
    private static final int MOST_RESULTS = 64;

    /** Points of a trend: two for every pixel column that a trend on the page has. */
    private static final int POINTS = 600;

    /** Seed of all demonstrations: what one student sees, everybody sees. */
    private static final long SEED = 1;

    private final HazopContent content;
    private final PlantLibrary plants;
    private final Predicate<SheetState> feedback;
    private final PlayQueue queue;
    private final Map<String, Optional<RowDemonstration>> demonstrations = new HashMap<>();
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
     * @param queue where demonstrations are played
     */
    public PlayDesk(HazopContent content, PlantLibrary plants, Predicate<SheetState> feedback, PlayQueue queue) {
        this.content = content;
        this.plants = plants;
        this.feedback = feedback;
        this.queue = queue;
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
        return queue.submit(account, offer, known(wanted), progress -> play(demonstration, wanted, progress));
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

    private Demonstration play(RowDemonstration demonstration, Wanted wanted, RowDemonstration.Progress progress) {
        Optional<Demonstration> known = known(wanted);
        Demonstration seen = known.isPresent() ? known.get() : demonstration.play(wanted.request(), progress);
        synchronized (results) {
            results.put(wanted, seen);
        }
        return seen;
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
}
