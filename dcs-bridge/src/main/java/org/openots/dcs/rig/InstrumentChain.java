package org.openots.dcs.rig;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.openots.common.signal.Quality;
import org.openots.common.signal.Quality.Cause;
import org.openots.common.signal.SignalRange;
import org.openots.dcs.publish.PublishedTag;
import org.openots.dcs.publish.Reading;
import org.openots.simulator.random.SplitMix64;

/**
 * What stands between the plant's reading of one tag and the gateway: lag, noise, bias, drift, spikes, the steps of the
 * card, the limits of the range, then what fails. Always in this order.
 */
final class InstrumentChain {
    private static final double SECONDS_PER_HOUR = 3600;

    private final List<Stage> stages = new ArrayList<>();
    private final PublishedTag tag;

    /** One link of the chain. */
    @FunctionalInterface
    private interface Stage {
        /**
         * @param in the reading
         * @param seconds model time since the start
         * @param step model time since the last scan, s
         */
        Reading pass(Reading in, double seconds, double step);
    }

    /**
     * Builds the chain of a tag.
     *
     * @param tag the tag, with a finite range
     * @param defects all defects of the rig
     * @param seed seed of the rig
     */
    InstrumentChain(PublishedTag tag, List<InstrumentDefect> defects, long seed) {
        this.tag = tag;
        List<InstrumentDefect> own = new ArrayList<>(defects);
        own.removeIf(defect -> !defect.scope().covers(tag.name()));
        own.sort(Comparator.comparingInt(InstrumentChain::place));
        for (int i = 0; i < own.size(); i++) {
            stages.add(stage(own.get(i), new SplitMix64(seed, "defect." + tag.name() + "." + i)));
        }
    }

    private static int place(InstrumentDefect defect) {
        if (defect instanceof InstrumentDefect.Lag) {
            return 0;
        } else if (defect instanceof InstrumentDefect.Noise) {
            return 1;
        } else if (defect instanceof InstrumentDefect.Bias || defect instanceof InstrumentDefect.Drift) {
            return 2;
        } else if (defect instanceof InstrumentDefect.Spike) {
            return 3;
        } else if (defect instanceof InstrumentDefect.Quantisation) {
            return 4;
        }
        return defect instanceof InstrumentDefect.Stuck ? 5 : 6;
    }

    /** The reading as the gateway gets it. */
    Reading pass(Reading in, double seconds, double step) {
        Reading out = in;
        for (Stage stage : stages) {
            out = stage.pass(out, seconds, step);
        }
        return out;
    }

    private Stage stage(InstrumentDefect defect, SplitMix64 random) {
        InstrumentDefect.Scope scope = defect.scope();
        if (defect instanceof InstrumentDefect.Lag lag) {
            return new Follow(scope, lag.seconds());
        } else if (defect instanceof InstrumentDefect.Noise noise) {
            return new Wandering(scope, noise, random);
        } else if (defect instanceof InstrumentDefect.Bias bias) {
            return (in, at, step) -> scope.at(at) ? moved(in, bias.size() * span()) : in;
        } else if (defect instanceof InstrumentDefect.Drift drift) {
            return (in, at, step) ->
                    scope.at(at) ? moved(in, drift.perHour() * span() * (at - scope.from()) / SECONDS_PER_HOUR) : in;
        } else if (defect instanceof InstrumentDefect.Spike spike) {
            return (in, at, step) -> scope.at(at) && random.nextUniform() < step / spike.every()
                    ? moved(in, (random.nextUniform() < 0.5 ? -1 : 1) * spike.size() * span())
                    : in;
        } else if (defect instanceof InstrumentDefect.Quantisation card) {
            return (in, at, step) -> scope.at(at) ? stepped(in, card.bits()) : in;
        } else if (defect instanceof InstrumentDefect.Stuck) {
            return new Held(scope);
        } else if (defect instanceof InstrumentDefect.Dropout dropout) {
            Quality none = Quality.bad(Cause.NOT_CONNECTED);
            return new Burst(scope, dropout.every(), dropout.seconds(), random, in -> in.with(Double.NaN, none));
        } else if (defect instanceof InstrumentDefect.BadQuality bad) {
            return new Burst(
                    scope,
                    bad.every(),
                    bad.seconds(),
                    random,
                    in -> in.with(in.value(), in.quality().and(bad.quality())));
        }
        throw new IllegalStateException("no stage for " + defect);
    }

    private double span() {
        return tag.range().high() - tag.range().low();
    }

    /** Moved, within the range. */
    private Reading moved(Reading in, double by) {
        SignalRange range = tag.range();
        return in.with(Math.max(range.low(), Math.min(range.high(), in.value() + by)), in.quality());
    }

    private Reading stepped(Reading in, int bits) {
        double size = span() / ((1 << bits) - 1);
        double counts = Math.rint((in.value() - tag.range().low()) / size);
        return in.with(tag.range().low() + counts * size, in.quality());
    }

    private static final class Follow implements Stage {
        private final InstrumentDefect.Scope scope;
        private final double lag;
        private double followed = Double.NaN;

        Follow(InstrumentDefect.Scope scope, double lag) {
            this.scope = scope;
            this.lag = lag;
        }

        @Override
        public Reading pass(Reading in, double seconds, double step) {
            if (!scope.at(seconds) || Double.isNaN(in.value()) || Double.isNaN(followed)) {
                followed = in.value();
                return in;
            }
            followed += (1 - StrictMath.exp(-step / lag)) * (in.value() - followed);
            return in.with(followed, in.quality());
        }
    }

    private final class Wandering implements Stage {
        private final InstrumentDefect.Scope scope;
        private final InstrumentDefect.Noise noise;
        private final SplitMix64 random;
        private double wander;
        private boolean begun;

        Wandering(InstrumentDefect.Scope scope, InstrumentDefect.Noise noise, SplitMix64 random) {
            this.scope = scope;
            this.noise = noise;
            this.random = random;
        }

        @Override
        public Reading pass(Reading in, double seconds, double step) {
            if (!scope.at(seconds)) {
                return in;
            }
            // stationary from the first value on
            double kept = begun ? StrictMath.exp(-step / noise.seconds()) : 0;
            begun = true;
            wander = kept * wander + Math.sqrt(1 - kept * kept) * random.nextNormal();
            double by = noise.wander() * wander + noise.white() * random.nextNormal();
            return moved(in, by * span());
        }
    }

    private static final class Held implements Stage {
        private final InstrumentDefect.Scope scope;
        private double held = Double.NaN;

        Held(InstrumentDefect.Scope scope) {
            this.scope = scope;
        }

        @Override
        public Reading pass(Reading in, double seconds, double step) {
            if (!scope.at(seconds) || Double.isNaN(held)) {
                held = in.value();
            }
            return in.with(held, in.quality());
        }
    }

    /** Something that happens now and then and lasts a while. */
    private static final class Burst implements Stage {
        private final InstrumentDefect.Scope scope;
        private final double every;
        private final double length;
        private final SplitMix64 random;
        private final UnaryOperator<Reading> change;
        private boolean on;

        Burst(
                InstrumentDefect.Scope scope,
                double every,
                double length,
                SplitMix64 random,
                UnaryOperator<Reading> change) {
            this.scope = scope;
            this.every = every;
            this.length = length;
            this.random = random;
            this.change = change;
        }

        @Override
        public Reading pass(Reading in, double seconds, double step) {
            on = scope.at(seconds)
                    && (on ? random.nextUniform() >= step / length : random.nextUniform() < step / every);
            return on ? change.apply(in) : in;
        }
    }
}
