package org.openots.dcs.rig;

import java.util.List;
import java.util.Optional;
import org.openots.common.error.CommonError;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.signal.Quality;
import org.openots.common.text.LocalText;

/** Reads files of defects ({@code openots-rig-defects}). */
public final class RigDefectsReader {
    private static final double MILLI = 1000;
    /** Cards have 8 to 24 bits. */
    private static final int FEWEST_BITS = 8;

    private static final int MOST_BITS = 24;

    private RigDefectsReader() {}

    /** Kinds of defects of instruments, by their words in files. */
    private enum InstrumentKind {
        LAG,
        NOISE,
        BIAS,
        DRIFT,
        SPIKE,
        QUANTISATION,
        STUCK,
        DROPOUT,
        BAD_QUALITY
    }

    /** Kinds of defects of the network, by their words in files. */
    private enum NetworkKind {
        CLOCK_OFFSET,
        CLOCK_DRIFT,
        MISSING_SCAN,
        LOST_MESSAGE,
        DUPLICATE,
        OUT_OF_ORDER,
        DAMAGED,
        RETAINED_OLD,
        FROZEN_GATEWAY
    }

    /** Levels of a quality that is not good. */
    private enum Level {
        BAD,
        UNCERTAIN
    }

    /** Reasons of a quality that is not good. */
    private enum Reason {
        SENSOR_FAILURE,
        NOT_CONNECTED,
        COMM_FAILURE,
        DEVICE_FAILURE,
        OUT_OF_RANGE,
        LAST_USABLE,
        CONFIG_ERROR,
        OUT_OF_SERVICE,
        UNKNOWN
    }

    /**
     * Reads a file.
     *
     * @param file its root
     * @param analogue tags that can have a defect
     * @param findings where its mistakes go
     * @return what it says; not to be used when there is a mistake
     */
    public static RigDefects read(JsonCursor file, List<String> analogue, Findings findings) {
        if (file.requireFormat("openots-rig-defects", "1.0").isEmpty()) {
            return RigDefects.NONE;
        }
        List<InstrumentDefect> instruments = file.optional("instruments")
                .map(list -> list.list(node -> instrument(node, analogue)))
                .orElse(List.of());
        List<NetworkDefect> network = file.optional("network")
                .map(list -> list.list(RigDefectsReader::network))
                .orElse(List.of());
        file.finish();
        return findings.isEmpty() ? new RigDefects(instruments, network) : RigDefects.NONE;
    }

    private static InstrumentDefect instrument(JsonCursor node, List<String> analogue) {
        InstrumentDefect.Scope scope = scope(node, tags(node, analogue));
        return switch (node.at("kind").oneOf(InstrumentKind.class)) {
            case LAG -> new InstrumentDefect.Lag(scope, positive(node, "time", "s"));
            case NOISE ->
                new InstrumentDefect.Noise(
                        scope, share(node, "white", 1), share(node, "wander", 1), positive(node, "wanderTime", "s"));
            case BIAS -> new InstrumentDefect.Bias(scope, node.at("size").quantity("1"));
            case DRIFT -> new InstrumentDefect.Drift(scope, node.at("perHour").quantity("1"));
            case SPIKE -> new InstrumentDefect.Spike(scope, positive(node, "every", "s"), positive(node, "size", "1"));
            case QUANTISATION ->
                new InstrumentDefect.Quantisation(scope, node.at("bits").integer(FEWEST_BITS, MOST_BITS));
            case STUCK -> new InstrumentDefect.Stuck(scope);
            case DROPOUT ->
                new InstrumentDefect.Dropout(scope, positive(node, "every", "s"), positive(node, "length", "s"));
            case BAD_QUALITY ->
                new InstrumentDefect.BadQuality(
                        scope, positive(node, "every", "s"), positive(node, "length", "s"), quality(node));
        };
    }

    private static NetworkDefect network(JsonCursor node) {
        InstrumentDefect.Scope scope = scope(node, List.of());
        return switch (node.at("kind").oneOf(NetworkKind.class)) {
            case CLOCK_OFFSET ->
                new NetworkDefect.ClockOffset(scope, node.at("offset").quantity("s") * MILLI);
            case CLOCK_DRIFT ->
                new NetworkDefect.ClockDrift(scope, node.at("perHour").quantity("s") * MILLI);
            case MISSING_SCAN -> new NetworkDefect.MissingScan(scope, share(node, "share", 1));
            case LOST_MESSAGE -> new NetworkDefect.LostMessage(scope, share(node, "share", 1));
            case DUPLICATE -> new NetworkDefect.Duplicate(scope, share(node, "share", 1));
            case OUT_OF_ORDER ->
                new NetworkDefect.OutOfOrder(scope, share(node, "share", 1), positive(node, "delay", "s") * MILLI);
            case DAMAGED ->
                new NetworkDefect.Damaged(
                        scope, share(node, "share", 1), node.at("how").oneOf(NetworkDefect.Damage.class));
            case RETAINED_OLD -> new NetworkDefect.RetainedOld(scope, positive(node, "age", "s") * MILLI);
            case FROZEN_GATEWAY ->
                new NetworkDefect.Frozen(scope, node.at("timestamps").oneOf(NetworkDefect.Timestamps.class));
        };
    }

    private static InstrumentDefect.Scope scope(JsonCursor node, List<String> tags) {
        double from = node.optional("from")
                .map(at -> quantity(at, "s", 0, Double.MAX_VALUE))
                .orElse(0.0);
        double until = node.optional("until")
                .map(at -> quantity(at, "s", 0, Double.MAX_VALUE))
                .orElse(Double.POSITIVE_INFINITY);
        if (until <= from) {
            node.nearest("until").report(RigError.ENDS_BEFORE);
        }
        return new InstrumentDefect.Scope(tags, from, until);
    }

    private static List<String> tags(JsonCursor node, List<String> analogue) {
        Optional<JsonCursor> tags = node.optional("tags");
        return tags.map(list -> list.list(place -> {
                    String tag = place.text();
                    if (!tag.isBlank() && !analogue.contains(tag)) {
                        place.report(RigError.NOT_ANALOGUE, tag);
                    }
                    return tag;
                }))
                .orElse(List.of());
    }

    private static Quality quality(JsonCursor node) {
        Level level = node.optional("level").map(at -> at.oneOf(Level.class)).orElse(Level.BAD);
        Reason reason = node.optional("cause").map(at -> at.oneOf(Reason.class)).orElse(Reason.SENSOR_FAILURE);
        return new Quality(Quality.Level.valueOf(level.name()), Quality.Cause.valueOf(reason.name()));
    }

    private static double positive(JsonCursor node, String field, String dimension) {
        return quantity(node.at(field), dimension, Double.MIN_VALUE, Double.MAX_VALUE);
    }

    private static double share(JsonCursor node, String field, double most) {
        return quantity(node.at(field), "1", 0, most);
    }

    private static double quantity(JsonCursor place, String dimension, double low, double high) {
        double value = place.quantity(dimension);
        if (value < low || value > high) {
            boolean positive = low > 0;
            place.report(
                    CommonError.JSON_NUMBER_RANGE,
                    value,
                    high < Double.MAX_VALUE
                            ? new LocalText("必须在 0 … 100 % 之间", "must be in 0 … 100 %")
                            : positive
                                    ? new LocalText("必须大于 0", "must be positive")
                                    : new LocalText("不能小于 0", "must not be negative"));
        }
        return value;
    }
}
