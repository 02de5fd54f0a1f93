package org.openots.hazop.verification;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.hazop.plant.EstimateFormula;
import org.openots.hazop.plant.Observed;
import org.openots.hazop.plant.PlantNames;
import org.openots.hazop.study.Cause;
import org.openots.hazop.study.Consequence;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.Difference;
import org.openots.hazop.study.Effect;
import org.openots.hazop.study.Estimate;
import org.openots.hazop.study.Evidence;
import org.openots.hazop.study.Judgement;
import org.openots.hazop.study.Order;
import org.openots.hazop.study.Safeguard;
import org.openots.hazop.study.Simulation;
import org.openots.hazop.study.Study;
import org.openots.hazop.verification.Demonstration.Curve;
import org.openots.hazop.verification.Demonstration.Finding;
import org.openots.hazop.verification.Demonstration.Mark;
import org.openots.hazop.verification.Demonstration.Outcome;

/**
 * Plays a row for the person who wrote it: the cause with all safeguards and, to compare, without some, each beside a twin
 * without the cause (ADR 0010). The same request gives the same answer. Thread-safe; recordings are kept for a while,
 * because rows and students share them.
 */
public final class RowDemonstration {
    /** Of the cause alone, before what it leads to. */
    private static final int MOST_CAUSED = 2;

    /** Numbers of a reason that name items of the key. */
    private static final String KEY_ID = ".*\\bD\\d\\d.*";

    private final Study study;
    private final PlantNames names;
    private final EffectJudge judge;
    private final TrendSigns signs;
    private final RecordingShelf shelf;
    private final WrittenTags written;

    /**
     * For a study.
     *
     * @param study a study that has passed its check against this plant
     * @param names of the plant
     * @param seed of all runs
     */
    public RowDemonstration(Study study, PlantNames names, long seed) {
        this.study = study;
        this.names = names;
        this.judge = new EffectJudge(names);
        this.signs = new TrendSigns(names);
        this.shelf = new RecordingShelf(names, seed);
        this.written = new WrittenTags(study, names);
    }

    /**
     * What to play.
     *
     * @param causeId a cause that can be played
     * @param without ids of safeguards of the row to take away; empty to compare with nothing
     * @param consequenceIds consequences of the row to say something about
     * @param named signals to draw and to say something about, as {@link #named} finds them in what somebody wrote; the
     *     rest is ignored
     * @param points most points of a trend, 10 to 4000
     */
    public record Request(
            String causeId, Set<String> without, List<String> consequenceIds, List<String> named, int points) {
        /** Checks the number and keeps unmodifiable copies. */
        public Request {
            without = Set.copyOf(without);
            consequenceIds = List.copyOf(consequenceIds);
            named = List.copyOf(named);
            if (points < RowPlayer.FEWEST_POINTS || points > RowPlayer.MOST_POINTS) {
                throw new OtsException(
                        PlayError.OUT_OF_RANGE, "points", points, RowPlayer.FEWEST_POINTS, RowPlayer.MOST_POINTS);
            }
        }
    }

    /** Told how far it is; from the thread that plays. */
    @FunctionalInterface
    public interface Progress {
        /**
         * A further second of model time was played.
         *
         * @param share of all that is to be played, 0 to 1
         * @return false to stop
         */
        boolean goOn(double share);
    }

    /**
     * The signals that a text names, by tag or in words.
     *
     * @param text what somebody wrote
     * @return names of signals that have a trend, in the order of the text
     */
    public List<String> named(String text) {
        return written.in(text).stream().map(Observed::name).toList();
    }

    /**
     * Whether a cause can be played.
     *
     * @param causeId its id
     * @return false if there is none of that id or the simulator has no model of it
     */
    public boolean playable(String causeId) {
        return new RowPlayer(study, names, 0).playable(causeId).isPresent();
    }

    /**
     * Whether a safeguard can be taken away.
     *
     * @param safeguardId its id
     * @return false if there is none of that id or the simulator cannot take it away
     */
    public boolean removable(String safeguardId) {
        return study.deviationOf(safeguardId)
                .filter(row ->
                        !VerificationPlan.disabling(row, List.of(safeguardId)).isEmpty())
                .isPresent();
    }

    /**
     * All safeguards beside a cause that can be taken away.
     *
     * @param causeId a cause
     * @return their ids
     */
    public List<String> removableBeside(String causeId) {
        return study.deviationOf(causeId).stream()
                .flatMap(row -> row.safeguards().stream())
                .map(Safeguard::id)
                .filter(this::removable)
                .toList();
    }

    /**
     * Plays.
     *
     * @param request what
     * @param progress told how far it is
     * @return what was seen
     * @throws OtsException if the cause cannot be played or a safeguard cannot be taken away
     * @throws java.util.concurrent.CancellationException if the progress said to stop
     */
    public Demonstration play(Request request, Progress progress) {
        if (!playable(request.causeId())) {
            throw new OtsException(PlayError.NOT_PLAYABLE, request.causeId());
        }
        Deviation row = study.deviationOf(request.causeId()).orElseThrow();
        request.without().stream()
                .filter(id -> !removable(id))
                .sorted()
                .findFirst()
                .ifPresent(id -> {
                    throw new OtsException(PlayError.CANNOT_BE_DISABLED, id);
                });
        return new Scene(request, row, row.cause(request.causeId()).orElseThrow()).play(progress);
    }

    /** One demonstration in the making. */
    private final class Scene {
        private final Request request;
        private final Deviation row;
        private final Simulation cause;
        private final List<Observed> observed;
        private final int from;

        Scene(Request request, Deviation row, Cause cause) {
            this.request = request;
            this.row = row;
            this.cause = (Simulation) cause.proof();
            this.observed = observedIn(row);
            this.from = (int) this.cause.orders().stream()
                    .mapToDouble(Order::atSeconds)
                    .min()
                    .orElse(0);
        }

        Demonstration play(Progress progress) {
            RunKey quiet = new RunKey(cause.from(), List.of());
            List<String> taken = request.without().stream().sorted().toList();
            RunKey quietWithout = new RunKey(cause.from(), VerificationPlan.disabling(row, taken));
            List<RunKey> keys = new ArrayList<>(List.of(quiet, quiet.with(cause.orders())));
            if (!taken.isEmpty()) {
                keys.addAll(List.of(quietWithout, quietWithout.with(cause.orders())));
            }
            List<RecordingShelf.Recording> runs = new ArrayList<>();
            for (RunKey key : keys) {
                double before = runs.size();
                runs.add(shelf.recording(
                        key,
                        seconds(),
                        observed,
                        second -> progress.goOn((before + (double) second / seconds()) / keys.size())));
            }
            return taken.isEmpty()
                    ? show(runs.get(0), runs.get(1), Optional.empty())
                    : show(runs.get(0), runs.get(1), Optional.of(new Compared(runs.get(2), runs.get(3))));
        }

        private int seconds() {
            return (int) cause.horizonSeconds();
        }

        private Demonstration show(
                RecordingShelf.Recording quiet, RecordingShelf.Recording with, Optional<Compared> compared) {
            List<Observed> shown = shown();
            List<Curve> curves = shown.stream()
                    .map(one -> new Curve(
                            one.name(),
                            signs.text(one),
                            one.unit(),
                            series(one, quiet),
                            series(one, with),
                            compared.map(other -> series(one, other.disturbed()))))
                    .toList();
            List<Mark> marks = RunMarks.merge(
                    with.marks(),
                    compared.map(other -> other.disturbed().marks()).orElse(List.of()));
            if (compared.isEmpty()) {
                marks = with.marks();
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (String id : request.consequenceIds()) {
                row.consequence(id)
                        .ifPresent(item -> outcomes.add(new Outcome(
                                id,
                                finding(item, with, quiet),
                                compared.map(other -> finding(item, other.disturbed(), other.quiet())))));
            }
            List<LocalText> differences = new ArrayList<>();
            if (compared.isPresent()) {
                Differences words =
                        new Differences(judge, shown, pair(compared.get().disturbed(), with));
                differences.addAll(words.told(marks));
            }
            List<Demonstration.Movement> movements = named().stream()
                    .map(one -> new Demonstration.Movement(
                            one.name(),
                            SightingWords.movement(judge, one, pair(with, quiet)),
                            compared.map(other ->
                                    SightingWords.movement(judge, one, pair(other.disturbed(), other.quiet())))))
                    .toList();
            return new Demonstration(seconds(), from, curves, marks, outcomes, movements, differences);
        }

        /** What somebody named and can be drawn. */
        private List<Observed> named() {
            return request.named().stream()
                    .distinct()
                    .flatMap(name -> observed.stream().filter(one -> one.name().equals(name)))
                    .toList();
        }

        private RowPlayer.Series series(Observed one, RecordingShelf.Recording run) {
            return Decimation.series(one, run.trace().of(one.name()), request.points());
        }

        private EffectJudge.Pair pair(RecordingShelf.Recording disturbed, RecordingShelf.Recording quiet) {
            return new EffectJudge.Pair(disturbed.trace(), quiet.trace(), from, seconds());
        }

        private Finding finding(Consequence item, RecordingShelf.Recording disturbed, RecordingShelf.Recording quiet) {
            if (item.proof() instanceof Evidence evidence) {
                List<Sighting> sightings = evidence.expected().stream()
                        .map(effect -> judge.look(effect, pair(disturbed, quiet)))
                        .toList();
                boolean seen = sightings.stream().allMatch(Sighting::seen);
                return new Finding(
                        seen ? Finding.State.HAPPENED : Finding.State.NOT_SEEN, SightingWords.of(sightings, seen));
            }
            if (item.proof() instanceof Estimate estimate) {
                return new Finding(Finding.State.ESTIMATE, SightingWords.of(estimate, EstimateFormula.of(estimate)));
            }
            LocalText reason = item.proof() instanceof Judgement judgement
                            && !judgement.reason().zh().matches(KEY_ID)
                    ? judgement.reason()
                    : new LocalText("模拟器不能证明，由人判断", "The simulator cannot prove it; people judge");
            return new Finding(Finding.State.JUDGEMENT, reason);
        }

        /** The tags to draw: those of the cause, of the consequences, those that were named, those of the safeguards. */
        private List<Observed> shown() {
            List<Observed> caused = signs.trends(cause.expected());
            Set<Observed> found = new LinkedHashSet<>(caused.subList(0, Math.min(caused.size(), MOST_CAUSED)));
            for (String id : request.consequenceIds()) {
                row.consequence(id).ifPresent(item -> {
                    if (item.proof() instanceof Evidence evidence) {
                        found.addAll(signs.trends(evidence.expected()));
                    }
                });
            }
            found.addAll(named());
            found.addAll(caused);
            for (Safeguard guard : row.safeguards()) {
                if (request.without().contains(guard.id()) && guard.proof() instanceof Difference difference) {
                    difference.against().stream()
                            .filter(against -> against.causeId().equals(request.causeId()))
                            .forEach(against -> found.addAll(signs.trends(against.difference())));
                }
            }
            boolean readable = found.stream().anyMatch(one -> !one.behind());
            return found.stream()
                    .filter(one -> !readable || !one.behind())
                    .limit(TrendSigns.MOST)
                    .toList();
        }
    }

    /** The runs without the safeguards that were taken away. */
    private record Compared(RecordingShelf.Recording quiet, RecordingShelf.Recording disturbed) {}

    /** Everything that any request about a row may look at, so that all of them share the recordings. */
    private List<Observed> observedIn(Deviation row) {
        List<Effect> effects = new ArrayList<>();
        row.causes().forEach(item -> {
            if (item.proof() instanceof Simulation played) {
                effects.addAll(played.expected());
            }
        });
        row.consequences().forEach(item -> {
            if (item.proof() instanceof Evidence evidence) {
                effects.addAll(evidence.expected());
            }
        });
        row.safeguards().forEach(item -> {
            if (item.proof() instanceof Difference difference) {
                difference.against().forEach(against -> effects.addAll(against.difference()));
            }
        });
        Set<Observed> all = new LinkedHashSet<>();
        effects.forEach(effect -> all.addAll(names.observed(effect.signal(), effect.kind())));
        all.addAll(written.all());
        all.addAll(signs.trends(effects));
        return List.copyOf(all);
    }

    /** For the differences: an effect of a tag in a direction. */
    static Effect moved(String signal, Effect.Kind kind) {
        return new Effect(signal, kind, Optional.empty(), OptionalDouble.empty(), List.of());
    }
}
