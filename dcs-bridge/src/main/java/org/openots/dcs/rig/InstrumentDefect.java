package org.openots.dcs.rig;

import java.util.List;
import org.openots.common.signal.Quality;

/** Something that is wrong with instruments. Shares are of the span of the tag; times are of the plant. */
public sealed interface InstrumentDefect {
    /**
     * Where and when it acts.
     *
     * @return tags and times
     */
    Scope scope();

    /**
     * Where and when a defect acts.
     *
     * @param tags the instruments; empty for all
     * @param from model time since the gateway started, s
     * @param until first time no more, s; infinite for ever
     */
    record Scope(List<String> tags, double from, double until) {
        /** Every instrument from the start on. */
        public static final Scope ALWAYS = new Scope(List.of(), 0, Double.POSITIVE_INFINITY);

        /** Keeps an unmodifiable copy. */
        public Scope {
            tags = List.copyOf(tags);
        }

        boolean covers(String tag) {
            return tags.isEmpty() || tags.contains(tag);
        }

        boolean at(double seconds) {
            return seconds >= from && seconds < until;
        }
    }

    /**
     * One more lag of first order.
     *
     * @param scope where and when
     * @param seconds time constant, s
     */
    record Lag(Scope scope, double seconds) implements InstrumentDefect {}

    /**
     * White noise and wandering of first order, AR(1).
     *
     * @param scope where and when
     * @param white standard deviation of the noise, share
     * @param wander standard deviation of the wandering, share
     * @param seconds time constant of the wandering, s
     */
    record Noise(Scope scope, double white, double wander, double seconds) implements InstrumentDefect {}

    /**
     * A reading that is off.
     *
     * @param scope where and when
     * @param size share
     */
    record Bias(Scope scope, double size) implements InstrumentDefect {}

    /**
     * A reading that goes away, from the moment the defect begins.
     *
     * @param scope where and when
     * @param perHour share in an hour
     */
    record Drift(Scope scope, double perHour) implements InstrumentDefect {}

    /**
     * Single readings that are far off, up or down.
     *
     * @param scope where and when
     * @param every mean time between two, s
     * @param size share
     */
    record Spike(Scope scope, double every, double size) implements InstrumentDefect {}

    /**
     * Steps of an analogue input card over the range.
     *
     * @param scope where and when
     * @param bits of the card
     */
    record Quantisation(Scope scope, int bits) implements InstrumentDefect {}

    /**
     * A reading that stays what it was.
     *
     * @param scope where and when
     */
    record Stuck(Scope scope) implements InstrumentDefect {}

    /**
     * No reading for a while, now and then.
     *
     * @param scope where and when
     * @param every mean time between two, s
     * @param seconds mean length, s
     */
    record Dropout(Scope scope, double every, double seconds) implements InstrumentDefect {}

    /**
     * A reading with a worse quality for a while, now and then.
     *
     * @param scope where and when
     * @param every mean time between two, s
     * @param seconds mean length, s
     * @param quality the quality
     */
    record BadQuality(Scope scope, double every, double seconds, Quality quality) implements InstrumentDefect {}
}
