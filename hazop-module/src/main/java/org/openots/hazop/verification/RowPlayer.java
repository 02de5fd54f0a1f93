package org.openots.hazop.verification;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.hazop.plant.Observed;
import org.openots.hazop.plant.PlantNames;
import org.openots.hazop.study.Cause;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.Effect;
import org.openots.hazop.study.Order;
import org.openots.hazop.study.Simulation;
import org.openots.hazop.study.Study;
import org.openots.simulator.automation.CommandApplied;
import org.openots.simulator.automation.CommandRefused;
import org.openots.simulator.engine.EngineEvent;

/**
 * Plays one row for people to watch: a cause, with or without some safeguards, as trends and events. The same request
 * gives the same answer. Tells nothing of faults: what is played is named by the cause only.
 */
public final class RowPlayer {
    /** Fewest and most points of a trend. */
    public static final int FEWEST_POINTS = 10;

    /** Most points of a trend. */
    public static final int MOST_POINTS = 4000;

    private final Study study;
    private final PlantNames names;
    private final long seed;

    /**
     * For a study.
     *
     * @param study a study that has passed its check against this plant
     * @param names of the plant
     * @param seed of all runs
     */
    public RowPlayer(Study study, PlantNames names, long seed) {
        this.study = study;
        this.names = names;
        this.seed = seed;
    }

    /**
     * What to play.
     *
     * @param causeId a cause that can be played; empty for the plant left alone
     * @param withoutSafeguards ids of safeguards of the row to take away
     * @param horizonSeconds how long, s of model time, 1 to a day
     * @param signals signals or process variables to record; those of the row when empty
     * @param points most points of a trend, 10 to 4000
     */
    public record Request(
            String causeId, Set<String> withoutSafeguards, int horizonSeconds, List<String> signals, int points) {
        private static final int LONGEST = 86_400;

        /** Checks the numbers and keeps unmodifiable copies. */
        public Request {
            withoutSafeguards = Set.copyOf(withoutSafeguards);
            signals = List.copyOf(signals);
            within("horizonSeconds", horizonSeconds, 1, LONGEST);
            within("points", points, FEWEST_POINTS, MOST_POINTS);
        }

        private static void within(String name, int value, int low, int high) {
            if (value < low || value > high) {
                throw new OtsException(PlayError.OUT_OF_RANGE, name, value, low, high);
            }
        }
    }

    /**
     * A trend.
     *
     * @param signal its name
     * @param unit its unit
     * @param seconds times, s of model time
     * @param values values at these times; NaN where there is none
     */
    public record Series(String signal, String unit, List<Double> seconds, List<Double> values) {
        /** Keeps unmodifiable copies. */
        public Series {
            seconds = List.copyOf(seconds);
            values = List.copyOf(values);
        }
    }

    /**
     * Something that happened.
     *
     * @param seconds when, s of model time
     * @param text what
     */
    public record Event(double seconds, LocalText text) {}

    /**
     * What was seen.
     *
     * @param seconds how long was played, s
     * @param firstOrderSeconds when the cause begins, s; NaN when none is played
     * @param series the trends, in the order asked for
     * @param events alarms, trips and what else people would see, in order
     * @param traceHash SHA-256 of the recording
     */
    public record Playback(
            int seconds, double firstOrderSeconds, List<Series> series, List<Event> events, String traceHash) {
        /** Keeps unmodifiable copies. */
        public Playback {
            series = List.copyOf(series);
            events = List.copyOf(events);
        }
    }

    /**
     * The cause of a row that can be played.
     *
     * @param causeId its id
     * @return the cause, or nothing if there is none of that id or it is not modelled
     */
    public Optional<Cause> playable(String causeId) {
        return study.deviationOf(causeId)
                .flatMap(row -> row.cause(causeId))
                .filter(cause -> cause.proof() instanceof Simulation);
    }

    /**
     * Plays a cause.
     *
     * @param request what
     * @return trends and events
     * @throws OtsException if the cause cannot be played, a safeguard cannot be taken away or a signal is unknown
     */
    public Playback play(Request request) {
        Deviation row = study.deviationOf(request.causeId())
                .filter(found -> playable(request.causeId()).isPresent())
                .orElseThrow(() -> new OtsException(PlayError.NOT_PLAYABLE, request.causeId()));
        Simulation played =
                (Simulation) row.cause(request.causeId()).orElseThrow().proof();
        return play(request, row, played.from(), played.orders());
    }

    /**
     * Plays the same plant without the cause, to compare with.
     *
     * @param request the same request as for the cause
     * @return trends and events
     * @throws OtsException as {@link #play}
     */
    public Playback playQuiet(Request request) {
        Deviation row = study.deviationOf(request.causeId())
                .filter(found -> playable(request.causeId()).isPresent())
                .orElseThrow(() -> new OtsException(PlayError.NOT_PLAYABLE, request.causeId()));
        Simulation played =
                (Simulation) row.cause(request.causeId()).orElseThrow().proof();
        return play(request, row, played.from(), List.of());
    }

    private Playback play(Request request, Deviation row, String from, List<Order> orders) {
        List<String> without = request.withoutSafeguards().stream().sorted().toList();
        for (String id : without) {
            if (VerificationPlan.disabling(row, List.of(id)).isEmpty()) {
                throw new OtsException(PlayError.CANNOT_BE_DISABLED, id);
            }
        }
        RunKey key = new RunKey(from, VerificationPlan.disabling(row, without)).with(orders);
        List<Observed> wanted = observed(request, row);
        List<Event> events = new ArrayList<>();
        RunTrace trace = new RunPlayer(names, seed)
                .play(
                        names.pack().initialCondition(from),
                        key,
                        request.horizonSeconds(),
                        wanted,
                        event -> event(event).ifPresent(events::add));
        List<Series> series = wanted.stream()
                .map(one -> Decimation.series(one, trace.of(one.name()), request.points()))
                .toList();
        double first = orders.stream().mapToDouble(Order::atSeconds).min().orElse(Double.NaN);
        return new Playback(request.horizonSeconds(), first, series, events, trace.hash());
    }

    private List<Observed> observed(Request request, Deviation row) {
        Set<String> wanted = new LinkedHashSet<>(request.signals());
        Set<Observed> all = new LinkedHashSet<>();
        for (String name : wanted) {
            List<Observed> found = names.observed(name, Effect.Kind.UP);
            if (found.isEmpty()) {
                throw new OtsException(
                        PlayError.UNKNOWN_SIGNAL, name, names.pack().id());
            }
            all.addAll(found);
        }
        if (wanted.isEmpty()) {
            row.causes().forEach(cause -> {
                if (cause.proof() instanceof Simulation played) {
                    played.expected().forEach(effect -> all.addAll(names.observed(effect.signal(), effect.kind())));
                }
            });
        }
        return List.copyOf(all);
    }

    /** What people in a control room see; faults are secret, and the orders of the row are its own. */
    private Optional<Event> event(EngineEvent event) {
        double seconds = event.tick() * names.pack().tickSeconds();
        if (event instanceof EngineEvent.Automation automation) {
            boolean own = automation.event() instanceof CommandApplied || automation.event() instanceof CommandRefused;
            return own
                    ? Optional.empty()
                    : Optional.of(new Event(seconds, automation.event().text()));
        }
        return event instanceof EngineEvent.ModelHeld held
                ? Optional.of(new Event(seconds, held.text()))
                : Optional.empty();
    }
}
