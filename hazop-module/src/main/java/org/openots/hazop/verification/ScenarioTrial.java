package org.openots.hazop.verification;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openots.hazop.plant.Observed;
import org.openots.hazop.plant.PlantNames;
import org.openots.hazop.study.Effect;
import org.openots.hazop.study.Order;
import org.openots.hazop.verification.RowDemonstration.Progress;

/**
 * Plays faults with all safeguards and without one, nobody at the controls, and tells which limits are reached. The same
 * request gives the same answer. Thread-safe; recordings are kept for a while, because trainees share them.
 */
public final class ScenarioTrial {
    private final EffectJudge judge;
    private final TrendSigns signs;
    private final RecordingShelf shelf;
    private final PlantNames names;

    /**
     * For a plant.
     *
     * @param names of the plant
     * @param seed of all runs
     */
    public ScenarioTrial(PlantNames names, long seed) {
        this.names = names;
        this.judge = new EffectJudge(names);
        this.signs = new TrendSigns(names);
        this.shelf = new RecordingShelf(names, seed);
    }

    /**
     * What to play.
     *
     * @param from initial condition
     * @param faults what goes wrong, at least one
     * @param disable orders that take the safeguard away
     * @param seconds how long, s of model time
     * @param limits what may be reached
     * @param points most points of a trend, 10 to 4000
     */
    public record Request(
            String from, List<Order> faults, List<Order> disable, int seconds, List<Effect> limits, int points) {
        /** Keeps unmodifiable copies. */
        public Request {
            faults = List.copyOf(faults);
            disable = List.copyOf(disable);
            limits = List.copyOf(limits);
        }
    }

    /**
     * What was seen.
     *
     * @param seen trends and marks of the plant left alone, of the faults, and of the faults without the safeguard
     * @param with for each limit whether it was reached with all safeguards
     * @param without for each limit whether it was reached without the one
     * @param hash SHA-256 of the recorded run without the safeguard
     */
    public record Result(Demonstration seen, List<Boolean> with, List<Boolean> without, String hash) {
        /** Keeps unmodifiable copies. */
        public Result {
            with = List.copyOf(with);
            without = List.copyOf(without);
        }
    }

    /**
     * Plays.
     *
     * @param request what
     * @param progress told how far it is
     * @return what was seen
     * @throws org.openots.common.error.OtsException if the plant refuses an order
     * @throws java.util.concurrent.CancellationException if the progress said to stop
     */
    public Result play(Request request, Progress progress) {
        RunKey quiet = new RunKey(request.from(), List.of());
        RunKey with = quiet.with(request.faults());
        List<RunKey> keys = List.of(quiet, with, with.with(request.disable()));
        List<Observed> observed = observed(request.limits());
        List<RecordingShelf.Recording> runs = new ArrayList<>();
        for (RunKey key : keys) {
            double before = runs.size();
            runs.add(shelf.recording(
                    key,
                    request.seconds(),
                    observed,
                    second -> progress.goOn((before + (double) second / request.seconds()) / keys.size())));
        }
        int from = (int)
                request.faults().stream().mapToDouble(Order::atSeconds).min().orElse(0);
        RunTrace normal = runs.get(0).trace();
        return new Result(
                show(request, from, runs),
                reached(request, new EffectJudge.Pair(runs.get(1).trace(), normal, from, request.seconds())),
                reached(request, new EffectJudge.Pair(runs.get(2).trace(), normal, from, request.seconds())),
                runs.get(2).trace().hash());
    }

    private List<Boolean> reached(Request request, EffectJudge.Pair pair) {
        return request.limits().stream()
                .map(limit -> judge.look(limit, pair).seen())
                .toList();
    }

    private Demonstration show(Request request, int from, List<RecordingShelf.Recording> runs) {
        List<Demonstration.Curve> curves = signs.trends(request.limits()).stream()
                .filter(one -> !one.behind())
                .distinct()
                .limit(TrendSigns.MOST)
                .map(one -> new Demonstration.Curve(
                        one.name(),
                        signs.text(one),
                        one.unit(),
                        series(request, one, runs.get(0)),
                        series(request, one, runs.get(1)),
                        Optional.of(series(request, one, runs.get(2)))))
                .toList();
        List<Demonstration.Mark> marks =
                RunMarks.merge(runs.get(1).marks(), runs.get(2).marks());
        return new Demonstration(request.seconds(), from, curves, marks, List.of(), List.of(), List.of());
    }

    private static RowPlayer.Series series(Request request, Observed one, RecordingShelf.Recording run) {
        return Decimation.series(one, run.trace().of(one.name()), request.points());
    }

    private List<Observed> observed(List<Effect> limits) {
        Set<Observed> all = new LinkedHashSet<>();
        limits.forEach(limit -> all.addAll(names.observed(limit.signal(), limit.kind())));
        all.addAll(signs.trends(limits));
        return List.copyOf(all);
    }
}
