package org.openots.hazop.verification;

import java.util.List;
import org.openots.common.unit.Units;
import org.openots.hazop.plant.Observed;
import org.openots.hazop.plant.PlantNames;
import org.openots.hazop.study.Effect;

/** Looks for expected effects in the recording of a run, compared with a run without the disturbance. */
final class EffectJudge {
    /** A valve is at its end within this, %: friction and the dead band of the positioner keep it off the last bit. */
    private static final double AT_END = 2;

    private static final double FULL = 100;

    /** A flag, an alarm, a running motor. */
    private static final double ON = 0.5;

    /** Readings on end that make a value: one alone may be noise. */
    private static final int ON_END = 3;

    /** A movement that is smaller than this share of an earlier one in the other direction is its rebound. */
    private static final double REBOUND = 0.2;

    private final PlantNames names;
    private final NoiseRule noise;

    EffectJudge(PlantNames names) {
        this.names = names;
        this.noise = new NoiseRule(names);
    }

    /**
     * Two runs side by side.
     *
     * @param disturbed the run in which the effect should be
     * @param quiet the run in which it should not
     * @param from second of the first order
     * @param to last second of the horizon
     */
    record Pair(RunTrace disturbed, RunTrace quiet, int from, int to) {
        /** The last second that both runs have and in which the model did not hold. */
        int end() {
            return Math.min(to, Math.min(disturbed.soundSeconds(), quiet.soundSeconds()));
        }
    }

    /** What was seen of an effect: of several signals that may show it the first that does, or else the last. */
    Sighting look(Effect effect, Pair pair) {
        List<Observed> places = names.observed(effect.signal(), effect.kind());
        Sighting last = new Sighting(effect, effect.signal(), "", false, Double.NaN, Double.NaN, Double.NaN);
        for (Observed place : places) {
            last = look(effect, place, pair);
            if (last.seen()) {
                return last;
            }
        }
        return last;
    }

    private Sighting look(Effect effect, Observed place, Pair pair) {
        int last = effect.withinSeconds().isPresent()
                ? (int) Math.min(
                        pair.end(), pair.from() + effect.withinSeconds().getAsDouble())
                : pair.end();
        return switch (effect.kind()) {
            case UP -> moved(effect, place, pair, last, 1);
            case DOWN -> moved(effect, place, pair, last, -1);
            case ABOVE -> beyond(effect, place, pair, last, 1);
            case BELOW -> beyond(effect, place, pair, last, -1);
            case ALARM, TRIP -> comes(effect, place, pair, last, ON, 1);
            case OPEN -> becomes(effect, place, pair, last, place.unit().equals("%") ? FULL - AT_END : ON, 1);
            case CLOSE -> becomes(effect, place, pair, last, place.unit().equals("%") ? AT_END : ON, -1);
            case START -> becomes(effect, place, pair, last, ON, 1);
            case STOP -> becomes(effect, place, pair, last, ON, -1);
        };
    }

    /** The averaged difference exceeds what noise explains, and is no mere rebound of an earlier movement the other way. */
    private Sighting moved(Effect effect, Observed place, Pair pair, int last, int sign) {
        double[] disturbed = pair.disturbed().of(place.name());
        double[] quiet = pair.quiet().of(place.name());
        double first = Double.NaN;
        double most = Double.NEGATIVE_INFINITY;
        double opposite = 0;
        double limit = noise.threshold(place, quiet[pair.from()]);
        for (int t = pair.from() + 1; t <= last; t++) {
            double difference = sign * average(disturbed, quiet, t, last);
            if (Double.isNaN(difference)) {
                continue;
            }
            if (difference > Math.max(limit, REBOUND * opposite) && Double.isNaN(first)) {
                first = t - (double) pair.from();
            }
            most = Math.max(most, difference);
            opposite = Math.max(opposite, -difference);
        }
        boolean seen = !Double.isNaN(first);
        double amount = Double.isInfinite(most) ? Double.NaN : sign * most;
        return new Sighting(effect, place.name(), place.unit(), seen, first, amount, limit);
    }

    /** Mean of the differences around a second, without those of missing readings. */
    private static double average(double[] disturbed, double[] quiet, int at, int last) {
        double sum = 0;
        int count = 0;
        for (int t = Math.max(0, at - NoiseRule.HALF); t <= Math.min(last, at + NoiseRule.HALF); t++) {
            double difference = disturbed[t] - quiet[t];
            if (!Double.isNaN(difference)) {
                sum += difference;
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /** Three readings on end beyond a limit, while the undisturbed run never is. */
    private static Sighting beyond(Effect effect, Observed place, Pair pair, int last, int sign) {
        Effect.Limit told = effect.limit().orElseThrow();
        double limit = inUnitOf(place, told);
        double[] disturbed = pair.disturbed().of(place.name());
        boolean usual = firstBeyond(pair.quiet().of(place.name()), pair.from(), last, limit, sign) >= 0;
        int first = firstBeyond(disturbed, pair.from(), last, limit, sign);
        boolean seen = first >= 0 && !usual;
        double amount = seen ? disturbed[first] : nearest(disturbed, pair.from(), last, sign);
        double when = seen ? first - (double) pair.from() : Double.NaN;
        return new Sighting(effect, place.name(), place.unit(), seen, when, amount, limit);
    }

    private static double inUnitOf(Observed place, Effect.Limit limit) {
        Units.Unit signal = Units.of(place.unit().isEmpty() ? "1" : place.unit());
        return signal.fromSi(Units.of(limit.unit()).toSi(limit.value()));
    }

    private static int firstBeyond(double[] values, int from, int last, double limit, int sign) {
        int run = 0;
        for (int t = from + 1; t <= last; t++) {
            run = sign * values[t] > sign * limit ? run + 1 : 0;
            if (run == ON_END) {
                return t - ON_END + 1;
            }
        }
        return -1;
    }

    private static double nearest(double[] values, int from, int last, int sign) {
        double nearest = Double.NaN;
        for (int t = from + 1; t <= last; t++) {
            if (!Double.isNaN(values[t]) && !(sign * values[t] <= sign * nearest)) {
                nearest = values[t];
            }
        }
        return nearest;
    }

    /** An alarm or trip that the undisturbed run does not have at any time. */
    private static Sighting comes(Effect effect, Observed place, Pair pair, int last, double limit, int sign) {
        boolean usual = false;
        double[] quiet = pair.quiet().of(place.name());
        for (int t = pair.from() + 1; t <= last; t++) {
            usual |= sign * quiet[t] >= sign * limit;
        }
        Sighting seen = becomes(effect, place, pair, last, limit, sign);
        return usual ? new Sighting(effect, place.name(), place.unit(), false, Double.NaN, seen.amount(), limit) : seen;
    }

    /** Comes to one side of a limit at a second in which the undisturbed run is on the other. */
    private static Sighting becomes(Effect effect, Observed place, Pair pair, int last, double limit, int sign) {
        double[] disturbed = pair.disturbed().of(place.name());
        double[] quiet = pair.quiet().of(place.name());
        for (int t = pair.from() + 1; t <= last; t++) {
            boolean here = sign * disturbed[t] >= sign * limit;
            boolean there = sign * quiet[t] >= sign * limit;
            if (here && !there) {
                return new Sighting(
                        effect, place.name(), place.unit(), true, t - (double) pair.from(), disturbed[t], limit);
            }
        }
        double nearest = nearest(disturbed, pair.from(), last, sign);
        return new Sighting(effect, place.name(), place.unit(), false, Double.NaN, nearest, limit);
    }
}
