package org.openots.dcs.tag;

import java.util.Optional;
import java.util.OptionalLong;
import org.openots.common.signal.Quality;
import org.openots.common.signal.Quality.Cause;
import org.openots.common.unit.Units.Unit;
import org.openots.dcs.map.GatewayUnits;
import org.openots.dcs.map.MappedTag;
import org.openots.dcs.map.MappedTag.Conversion;
import org.openots.dcs.payload.Item;

/** The checks of one tag: range, unit, rate, frozen; it remembers what it needs of earlier values. */
final class TagChecks {
    /**
     * A value further outside the range than this part of the span cannot come from an instrument: 4 to 20 mA stop at
     * 20.5 mA, and 21 mA (6 % above) mean failure (NAMUR NE 43).
     */
    private static final double FAR = 0.1;

    /** A number that another unit would make less than this part of the span fits every range. */
    private static final double NOTHING = 0.01;

    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e3;
    /** Times closer together than this part of the period are no basis for a rate. */
    private static final double SHORTEST = 0.1;

    private final MappedTag tag;
    private double believed = Double.NaN;
    private OptionalLong believedTime = OptionalLong.empty();
    private long believedNanos;
    private double last = Double.NaN;
    private int equal;
    private String unitHint = "";
    private OptionalLong lastTime = OptionalLong.empty();
    private int lastSteps;
    private boolean seen;

    TagChecks(MappedTag tag) {
        this.tag = tag;
    }

    /**
     * What the checks found.
     *
     * @param value in the unit of the plant
     * @param quality with what was found
     */
    record Checked(double value, Quality quality) {}

    MappedTag tag() {
        return tag;
    }

    /** Whether there ever was an item. */
    boolean seen() {
        return seen;
    }

    /** The unit that would fit better, empty when there is none. */
    String unitHint() {
        return unitHint;
    }

    /** Whether an item with this time is older than the last one; times are by the clock of the source. */
    boolean isOlder(OptionalLong time, int steps) {
        return steps == lastSteps
                && time.isPresent()
                && lastTime.isPresent()
                && time.getAsLong() < lastTime.getAsLong();
    }

    /** Whether an item has the time of the last one. */
    boolean isSame(OptionalLong time) {
        return time.isPresent() && time.equals(lastTime);
    }

    /** Remembers the time of a live item. */
    void at(OptionalLong time, int steps) {
        seen = true;
        lastSteps = steps;
        lastTime = time;
    }

    /** A value without comparing it to others or remembering it. */
    Checked alone(Item item) {
        return ranged(item, tag.conversion().convert(item.value()));
    }

    /** A live value. */
    Checked live(Item item, long nanos) {
        Checked checked = alone(item);
        if (checked.quality().level() == Quality.Level.BAD) {
            return checked;
        }
        Quality quality = checked.quality();
        if (tag.checks().rate().isPresent() && isSpike(checked.value(), item.time(), nanos)) {
            quality = quality.and(Quality.uncertain(Cause.SPIKE));
        } else {
            believed = checked.value();
            believedTime = item.time();
            believedNanos = nanos;
        }
        equal = checked.value() == last ? equal + 1 : 1;
        last = checked.value();
        int frozen = tag.checks().frozenSamples();
        if (frozen > 0 && equal >= frozen) {
            quality = quality.and(Quality.uncertain(Cause.FROZEN));
        }
        return new Checked(checked.value(), quality);
    }

    private Checked ranged(Item item, double value) {
        double low = tag.checks().range().low();
        double high = tag.checks().range().high();
        if (item.quality().level() == Quality.Level.BAD || (value >= low && value <= high)) {
            return new Checked(value, item.quality());
        }
        double far = FAR * (high - low);
        Optional<Unit> other = value < low - far || value > high + far ? fitting(item.value()) : Optional.empty();
        unitHint = other.map(Unit::symbol).orElse("");
        if (other.isPresent()) {
            return new Checked(value, item.quality().and(Quality.bad(Cause.UNIT_ERROR)));
        }
        if (tag.checks().clamp()) {
            double held = Math.min(high, Math.max(low, value));
            return new Checked(held, item.quality().and(Quality.uncertain(Cause.CLAMPED)));
        }
        return new Checked(value, item.quality().and(Quality.bad(Cause.OUT_OF_RANGE)));
    }

    private Optional<Unit> fitting(double raw) {
        Conversion own = tag.conversion();
        double low = tag.checks().range().low();
        double high = tag.checks().range().high();
        return GatewayUnits.of(own.out().dimension()).stream()
                .filter(unit -> {
                    double value = new Conversion(unit, own.out(), own.gain(), own.bias()).convert(raw);
                    return value >= low + NOTHING * (high - low) && value <= high;
                })
                .findFirst();
    }

    private boolean isSpike(double value, OptionalLong time, long nanos) {
        if (Double.isNaN(believed)) {
            return false;
        }
        boolean timed = time.isPresent() && believedTime.isPresent();
        double seconds =
                timed ? (time.getAsLong() - believedTime.getAsLong()) / MILLIS : (nanos - believedNanos) / NANOS;
        double basis = Math.max(seconds, SHORTEST * tag.checks().periodSeconds());
        return Math.abs(value - believed) > tag.checks().rate().getAsDouble() * basis;
    }
}
