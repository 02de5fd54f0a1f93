package org.openots.dcs.map;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openots.common.error.CommonError;
import org.openots.common.json.JsonCursor;
import org.openots.common.signal.Signal;
import org.openots.common.signal.SignalRange;
import org.openots.common.text.LocalText;
import org.openots.common.unit.Units;
import org.openots.common.unit.Units.Unit;
import org.openots.dcs.map.MappedTag.TimeForm;
import org.openots.dcs.map.MappedTag.Write;
import org.openots.simulator.engine.PlantSignals;

/** Reads one tag of a map. */
final class TagReader {
    private static final LocalText SIGNAL = new LocalText("该装置的信号", "signal of this plant");
    private static final LocalText PAIR = new LocalText("两个数 [下限, 上限]", "two numbers [low, high]");
    private static final ZoneId USUAL_ZONE = ZoneId.of("Asia/Shanghai");
    /** Scan of the usual gateway, s. */
    private static final double USUAL_PERIOD = 1;
    /** Shortest time after which a value is stale unless the map says otherwise, s. */
    private static final double USUAL_TIMEOUT = 3;

    private static final int PERIODS = 3;
    private static final int MOST_FROZEN = 100_000;
    private static final int MOST_DAYS = 36_500;
    /** A name without slash, in escapes of RFC 6901, after each slash. */
    private static final String POINTER = "(/([^~/]|~[01])*)*";

    private static final String SPARKPLUG = "spBv1\\.0/[^+/]+/\\+/[^+/]+(/[^+/]+)?";

    private final Map<String, Signal> signals = new TreeMap<>();
    private final Set<String> names;
    private final Map<String, SignalRange> ranges;
    private final boolean known;

    /** For a plant that is not known: tags can be anything. */
    TagReader() {
        names = Set.of();
        ranges = Map.of();
        known = false;
    }

    TagReader(PlantSignals plant) {
        plant.table().signals().forEach(signal -> signals.put(signal.name(), signal));
        names = new HashSet<>(signals.keySet());
        names.add(TagMap.KEY);
        ranges = plant.ranges();
        known = true;
    }

    MappedTag read(JsonCursor c) {
        String name = known ? c.at("tag").nameOf(names, SIGNAL) : c.at("tag").text();
        MappedTag.Source source = source(c, name);
        Unit plant = Optional.ofNullable(signals.get(name))
                .flatMap(signal -> GatewayUnits.find(signal.unit()))
                .orElseGet(() -> Units.of("1"));
        Optional<JsonCursor> unit = c.optional("unit");
        unit.flatMap(u -> u.optional("out")).ifPresent(out -> checkOut(out, name, plant));
        Unit in = unit.flatMap(u -> u.optional("in"))
                .map(u -> in(u, plant, signals.containsKey(name)))
                .orElse(plant);
        Optional<JsonCursor> scale = c.optional("scale");
        double gain =
                scale.flatMap(s -> s.optional("gain")).map(TagReader::gain).orElse(1.0);
        double bias =
                scale.flatMap(s -> s.optional("bias")).map(JsonCursor::number).orElse(0.0);
        return new MappedTag(
                name,
                source,
                new MappedTag.Conversion(in, plant, gain, bias),
                checks(c, name),
                c.optional("write").map(w -> w.oneOf(Write.class)).orElse(Write.NONE),
                c.optional("calibration").map(TagReader::calibration));
    }

    private static double gain(JsonCursor c) {
        double gain = c.number();
        if (gain == 0) {
            c.report(MapError.GAIN);
        }
        return gain;
    }

    private static MappedTag.Source source(JsonCursor c, String name) {
        Dialect dialect = c.at("dialect").oneOf(Dialect.class);
        boolean free = dialect == Dialect.POINTER;
        String item = free
                ? pointer(c.at("pointer"))
                : c.optional("item").map(JsonCursor::text).orElse(name);
        c.optional(free ? "item" : "pointer")
                .ifPresent(field -> field.report(MapError.NOT_HERE, free ? "item" : "pointer", dialect.word()));
        Optional<JsonCursor> quality = c.optional("quality");
        Optional<JsonCursor> time = c.optional("time");
        return new MappedTag.Source(
                topic(c.at("topic"), dialect),
                dialect,
                item,
                quality.flatMap(q -> ownPointer(q, dialect)),
                quality.map(q -> q.at("map").oneOf(QualityMap.class)).orElse(usualQuality(dialect)),
                time.flatMap(t -> ownPointer(t, dialect)),
                time.flatMap(t -> t.optional("form"))
                        .map(f -> f.oneOf(TimeForm.class))
                        .orElse(dialect == Dialect.WINCC ? TimeForm.ISO : TimeForm.EPOCH_MS),
                time.flatMap(t -> t.optional("zone")).map(TagReader::zone).orElse(USUAL_ZONE));
    }

    private static QualityMap usualQuality(Dialect dialect) {
        return switch (dialect) {
            case NATIVE -> QualityMap.OPC_DA;
            case NEURON_VALUES, NEURON_TAGS -> QualityMap.NEURON;
            case KEPWARE -> QualityMap.BOOLEAN;
            case WINCC -> QualityMap.PROFIBUS;
            case POINTER -> QualityMap.NONE;
            case SPARKPLUG -> QualityMap.SPARKPLUG;
        };
    }

    private static String topic(JsonCursor c, Dialect dialect) {
        String topic = c.text();
        if (topic.isBlank()) {
            return "";
        }
        if (topic.contains("#")) {
            c.report(MapError.HASH, topic);
            return "";
        }
        if (!TopicFilter.isValid(topic)) {
            c.report(MapError.TOPIC, topic);
            return "";
        }
        if (dialect == Dialect.SPARKPLUG && !topic.matches(SPARKPLUG)) {
            c.report(MapError.SPARKPLUG_TOPIC, topic);
        }
        return topic;
    }

    private static Optional<String> ownPointer(JsonCursor c, Dialect dialect) {
        Optional<JsonCursor> pointer = c.optional("pointer");
        if (dialect != Dialect.POINTER) {
            pointer.ifPresent(p -> p.report(MapError.NOT_HERE, "pointer", dialect.word()));
        }
        return pointer.map(TagReader::pointer);
    }

    private static String pointer(JsonCursor c) {
        String pointer = c.text();
        if (!pointer.isBlank() && !pointer.matches(POINTER)) {
            c.report(MapError.POINTER, pointer);
        }
        return pointer;
    }

    private static ZoneId zone(JsonCursor c) {
        String zone = c.text();
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            if (!zone.isBlank()) {
                c.report(MapError.ZONE, zone);
            }
            return USUAL_ZONE;
        }
    }

    private static Unit in(JsonCursor c, Unit plant, boolean known) {
        String symbol = c.text();
        if (symbol.isBlank()) {
            return plant;
        }
        Optional<Unit> found = GatewayUnits.find(symbol);
        if (found.isEmpty()) {
            c.report(MapError.UNIT, symbol, symbols(plant.dimension()));
            return plant;
        }
        Unit unit = found.get();
        if (known && !unit.dimension().equals(plant.dimension())) {
            c.report(MapError.DIMENSION, symbol, unit.dimension(), plant.symbol(), plant.dimension());
            return plant;
        }
        return unit;
    }

    private void checkOut(JsonCursor c, String tag, Unit plant) {
        String symbol = c.text();
        Optional<Unit> found = GatewayUnits.find(symbol);
        if (symbol.isBlank()) {
            return;
        }
        if (found.isEmpty()) {
            c.report(MapError.UNIT, symbol, symbols(plant.dimension()));
        } else if (signals.containsKey(tag) && !isSame(found.get(), plant)) {
            c.report(MapError.OUT_UNIT, symbol, tag, plant.symbol());
        }
    }

    /** degC and °C are the same. */
    private static boolean isSame(Unit a, Unit b) {
        return a.dimension().equals(b.dimension()) && a.factor() == b.factor() && a.offset() == b.offset();
    }

    private static String symbols(String dimension) {
        return GatewayUnits.of(dimension).stream().map(Unit::symbol).collect(Collectors.joining(" "));
    }

    private MappedTag.Checks checks(JsonCursor c, String name) {
        double period = c.optional("period").map(TagReader::seconds).orElse(USUAL_PERIOD);
        double timeout =
                c.optional("timeout").map(TagReader::seconds).orElse(Math.max(USUAL_TIMEOUT, PERIODS * period));
        if (timeout <= period) {
            c.nearest("timeout").report(MapError.TIMEOUT, timeout, period);
        }
        return new MappedTag.Checks(
                range(c, name),
                c.optional("clamp").map(JsonCursor::bool).orElse(false),
                c.optional("rate").map(r -> OptionalDouble.of(r.positive())).orElse(OptionalDouble.empty()),
                period,
                timeout,
                c.optional("frozen").map(f -> f.integer(0, MOST_FROZEN)).orElse(0),
                c.optional("deadband").map(JsonCursor::notNegative).orElse(0.0));
    }

    private static double seconds(JsonCursor c) {
        double seconds = c.quantity("s");
        if (seconds <= 0) {
            c.report(CommonError.JSON_NUMBER_RANGE, seconds, new LocalText("s，必须大于 0", "s must be positive"));
            return Double.NaN;
        }
        return seconds;
    }

    /** From the map, or what the instrument can show; a signal of the plant without unit and range is a switch. */
    private SignalRange range(JsonCursor c, String name) {
        Optional<JsonCursor> own = c.optional("range");
        if (own.isPresent()) {
            return range(own.get());
        }
        SignalRange plant = ranges.get(name);
        if (plant != null) {
            return plant;
        }
        Signal signal = signals.get(name);
        if (signal != null && !signal.unit().isEmpty() && !signal.unit().equals("1")) {
            c.at("range");
        }
        return new SignalRange(0, 1);
    }

    private static SignalRange range(JsonCursor c) {
        List<JsonCursor> ends = c.items();
        if (ends.size() != 2) {
            if (c.isArray()) {
                c.report(
                        CommonError.JSON_WRONG_TYPE,
                        new LocalText(ends.size() + " 个元素的数组", "an array of " + ends.size()),
                        PAIR);
            }
            return SignalRange.ANY;
        }
        double low = ends.get(0).number();
        double high = ends.get(1).number();
        if (low >= high) {
            c.report(MapError.RANGE, low, high);
        }
        return new SignalRange(low, high);
    }

    private static MappedTag.Calibration calibration(JsonCursor c) {
        JsonCursor date = c.at("date");
        LocalDate day = LocalDate.EPOCH;
        String text = date.text();
        try {
            day = LocalDate.parse(text);
        } catch (DateTimeException e) {
            if (!text.isBlank()) {
                date.report(MapError.DAY, text);
            }
        }
        return new MappedTag.Calibration(day, c.at("validDays").integer(1, MOST_DAYS));
    }

    static String word(TimeForm form) {
        return form.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
