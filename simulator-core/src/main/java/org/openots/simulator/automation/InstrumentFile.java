package org.openots.simulator.automation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.openots.common.json.JsonCursor;
import org.openots.common.unit.Units;
import org.openots.simulator.instrument.CalculatedDefinition;
import org.openots.simulator.instrument.ProcessFlag;
import org.openots.simulator.instrument.RatioTag;
import org.openots.simulator.instrument.SpecificEnergyTag;
import org.openots.simulator.instrument.TransmitterDefinition;
import org.openots.simulator.operation.AutomationError;

/** Reads instruments.json. */
final class InstrumentFile {
    /** Longest lag, delay, cycle or window, s: one hour. */
    private static final double LONGEST = 3600;

    /** Units of instruments; pressures are differences, so gauge when the ambient pressure is subtracted. */
    private static final List<String> UNITS = List.of(
            "°C", "K", "kPa", "MPa", "bar", "atm", "kg/h", "t/h", "m³/h", "%", "wt%", "%LEL", "kW", "mm", "atm(g)",
            "MPa(g)");

    /** Units with a zero of their own, in which a difference cannot be written. */
    private static final Set<String> NOT_FOR_DIFFERENCES = Set.of("°C", "atm(g)", "MPa(g)");

    /** Fields that some sensors have. */
    private static final List<String> OF_SENSORS = List.of("burnout", "densityFactor");

    private static final int MOST_STATES = 9;
    private static final int MOST_DECIMALS = 6;
    /** Highest low-flow cut-off, as a share of the range: what Fluid Components' CMB manual, 13.4.2, lets one set. */
    private static final double HIGHEST_CUTOFF = 0.2;

    /** Densities of liquids of one plant differ by less than a factor of three. */
    private static final double DENSITY_RATIO = 3;

    private final PackReferences references;
    private final AlarmFile alarms;

    InstrumentFile(PackReferences references, AlarmFile alarms) {
        this.references = references;
        this.alarms = alarms;
    }

    AutomationDefinition.Instruments read(JsonCursor root) {
        List<TransmitterDefinition> transmitters = new ArrayList<>();
        for (JsonCursor node : references.definitions(root, "transmitters", PartKind.MEASUREMENT)) {
            transmitters.add(transmitter(node));
        }
        for (JsonCursor node : references.optionalDefinitions(root, "gauges", PartKind.GAUGE)) {
            transmitters.add(gauge(node));
        }
        List<RatioTag.Definition> ratios = new ArrayList<>();
        for (JsonCursor node : references.optionalDefinitions(root, "ratios", PartKind.CALCULATED)) {
            ratios.add(ratio(node));
        }
        List<SpecificEnergyTag.Definition> energies = new ArrayList<>();
        for (JsonCursor node : references.optionalDefinitions(root, "specificEnergies", PartKind.CALCULATED)) {
            energies.add(energy(node));
        }
        List<CalculatedDefinition> calculated = new CalculatedFile(references, alarms, UNITS).read(root);
        List<ProcessFlag.Definition> flags = new ArrayList<>();
        for (JsonCursor node : references.optionalDefinitions(root, "flags", PartKind.FLAG)) {
            flags.add(new ProcessFlag.Definition(
                    references.define(node, "signal", PartKind.FLAG),
                    node.at("text").localText(),
                    node.at("variable").text(),
                    node.has("highest") ? node.at("highest").integer(1, MOST_STATES) : 1));
        }
        for (JsonCursor node : references.optionalDefinitions(root, "flagAlarms", PartKind.ALARM)) {
            alarms.flag(node);
        }
        return new AutomationDefinition.Instruments(
                transmitters, ratios, energies, calculated, flags, List.of(), alarms.firstOut(root));
    }

    private TransmitterDefinition transmitter(JsonCursor node) {
        String tag = references.define(node, "tag", PartKind.MEASUREMENT);
        TransmitterDefinition.Source from = source(node);
        TransmitterDefinition.Range range = range(node);
        TransmitterDefinition.Dynamics dynamics = new TransmitterDefinition.Dynamics(
                node.at("lagS").between(0, LONGEST),
                node.at("noise").between(0, range.span()),
                node.at("resolution").between(0, range.span()),
                node.optional("lowCutoff").map(c -> c.between(0, range.span())).orElse(0.0),
                node.optional("cycleS").map(c -> c.between(1, LONGEST)).orElse(0.0));
        TransmitterDefinition.Normal normal = new TransmitterDefinition.Normal(
                node.at("normalLow").between(range.low(), range.high()),
                node.at("normalHigh").between(range.low(), range.high()));
        if (normal.low() > normal.high()) {
            node.nearest("normalLow").report(AutomationError.PACK_NUMBER_RULE, normal.low(), "<= normalHigh");
        }
        String power = node.optional("power").map(JsonCursor::text).orElse("");
        if (node.has("power")) {
            references.use(node, "power", power, PartKind.SUPPLY);
        }
        references.sameUnit(node, "unit", from.signal(), range.unit().symbol());
        alarms.measured(node, tag, range.low(), range.high());
        return new TransmitterDefinition(
                tag, node.at("text").localText(), from, range, dynamics, normal, power, options(node, range));
    }

    private static TransmitterDefinition.Options options(JsonCursor node, TransmitterDefinition.Range range) {
        TransmitterDefinition.Sensor sensor = node.has("sensor")
                ? node.at("sensor").oneOf(TransmitterDefinition.Sensor.class)
                : TransmitterDefinition.Sensor.ANY;
        if (node.has("sensor") && !isWord(node.at("sensor"), TransmitterDefinition.Sensor.values())) {
            OF_SENSORS.forEach(node::has); // what belongs here depends on the sensor
        }
        boolean dp = sensor == TransmitterDefinition.Sensor.DP_LEVEL;
        boolean sampling = node.has("cycleS");
        boolean cuts = !sampling && node.has("lowFlowCutoff");
        if (cuts && node.has("lowCutoff")) {
            node.nearest("lowFlowCutoff").report(AutomationError.PACK_DUPLICATE, "lowCutoff, lowFlowCutoff");
        }
        return new TransmitterDefinition.Options(
                sensor,
                sensor != TransmitterDefinition.Sensor.ANY && node.has("burnout")
                        ? node.at("burnout").oneOf(TransmitterDefinition.Burnout.class)
                        : TransmitterDefinition.Burnout.UP,
                dp && node.has("densityFactor")
                        ? node.at("densityFactor").between(1 / DENSITY_RATIO, DENSITY_RATIO)
                        : 1,
                sampling && node.has("deadTimeS") ? node.at("deadTimeS").between(0, LONGEST) : Double.NaN,
                cuts ? node.at("lowFlowCutoff").between(0, HIGHEST_CUTOFF * range.span()) : Double.NaN);
    }

    private static boolean isWord(JsonCursor place, Enum<?>... constants) {
        return place.isText()
                && Stream.of(constants)
                        .anyMatch(c -> c.name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-')
                                .equals(place.text()));
    }

    /** A gauge read on the spot: no supply, no noise, no alarm, and no loop or interlock can use it. */
    private TransmitterDefinition gauge(JsonCursor node) {
        String tag = references.define(node, "tag", PartKind.GAUGE);
        TransmitterDefinition.Range range = range(node);
        return new TransmitterDefinition(
                tag,
                node.at("text").localText(),
                source(node),
                range,
                new TransmitterDefinition.Dynamics(
                        node.at("lagS").between(0, LONGEST),
                        0,
                        node.at("resolution").between(0, range.span()),
                        0,
                        0),
                new TransmitterDefinition.Normal(range.low(), range.high()),
                "");
    }

    private TransmitterDefinition.Source source(JsonCursor node) {
        JsonCursor source = node.at("source");
        if (source.has("signal")) {
            String signal = source.at("signal").text();
            references.use(source, "signal", signal, PartKind.SHOWN);
            return new TransmitterDefinition.Source("", "", signal);
        }
        if (source.has("minus") && NOT_FOR_DIFFERENCES.contains(node.at("unit").text())) {
            node.nearest("unit")
                    .report(AutomationError.PACK_WORD, node.at("unit").text(), "K, kPa, MPa, bar, atm");
        }
        return new TransmitterDefinition.Source(
                source.at("variable").text(),
                source.optional("minus").map(JsonCursor::text).orElse(""));
    }

    private static TransmitterDefinition.Range range(JsonCursor node) {
        String symbol = node.at("unit").text();
        boolean known = UNITS.contains(symbol);
        if (!known && !symbol.isEmpty()) {
            node.nearest("unit").report(AutomationError.PACK_WORD, symbol, String.join(", ", UNITS));
        }
        double low = Plausible.end(node.at("low"), symbol);
        double high = Plausible.end(node.at("high"), symbol);
        if (low >= high) {
            node.nearest("high").report(AutomationError.PACK_NUMBER_RULE, high, "> low = " + low);
            low = Double.NaN; // nobody knows which of them is wrong, so nothing is held against either
            high = Double.NaN;
        }
        return new TransmitterDefinition.Range(
                low, high, Units.of(known ? symbol : "%"), node.at("decimals").integer(0, MOST_DECIMALS));
    }

    private RatioTag.Definition ratio(JsonCursor node) {
        String numerator = node.at("numerator").text();
        String denominator = node.at("denominator").text();
        references.use(node, "numerator", numerator, PartKind.MEASUREMENT);
        references.use(node, "denominator", denominator, PartKind.MEASUREMENT);
        node.at("unit").text();
        RatioTag.Definition definition = new RatioTag.Definition(
                references.define(node, "tag", PartKind.CALCULATED),
                node.at("text").localText(),
                numerator,
                denominator,
                Plausible.size(node.at("smallestDenominator")));
        return definition;
    }

    private SpecificEnergyTag.Definition energy(JsonCursor node) {
        String power = node.at("powerKw").text();
        String flow = node.at("flowKgPerH").text();
        references.use(node, "powerKw", power, PartKind.MEASUREMENT);
        references.use(node, "flowKgPerH", flow, PartKind.MEASUREMENT);
        SpecificEnergyTag.Definition definition = new SpecificEnergyTag.Definition(
                references.define(node, "tag", PartKind.CALCULATED),
                node.at("text").localText(),
                power,
                flow,
                node.at("windowS").between(1, LONGEST),
                Plausible.size(node.at("smallestMassKg")));
        return definition;
    }
}
