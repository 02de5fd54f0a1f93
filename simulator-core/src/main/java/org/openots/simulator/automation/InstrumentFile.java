package org.openots.simulator.automation;

import java.util.ArrayList;
import java.util.List;
import org.openots.common.json.JsonCursor;
import org.openots.common.unit.Units;
import org.openots.simulator.alarm.AlarmDefinition;
import org.openots.simulator.alarm.AlarmKind;
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
    private static final List<String> UNITS = List.of("°C", "kPa", "MPa", "kg/h", "m³/h", "%", "wt%", "%LEL", "kW");

    private static final double FLAG_LIMIT = 0.5;
    private static final int LOWEST_PRIORITY = 3;
    private static final int MOST_STATES = 9;
    private static final int MOST_DECIMALS = 6;

    private final List<AlarmDefinition> alarms = new ArrayList<>();
    private final PackReferences references;

    InstrumentFile(PackReferences references) {
        this.references = references;
    }

    AutomationDefinition.Instruments read(JsonCursor root) {
        List<TransmitterDefinition> transmitters = new ArrayList<>();
        for (JsonCursor node : root.at("transmitters").items()) {
            transmitters.add(transmitter(node));
        }
        for (JsonCursor node : PackReferences.optionalList(root, "gauges")) {
            transmitters.add(gauge(node));
        }
        List<RatioTag.Definition> ratios = new ArrayList<>();
        for (JsonCursor node : PackReferences.optionalList(root, "ratios")) {
            ratios.add(ratio(node));
        }
        List<SpecificEnergyTag.Definition> energies = new ArrayList<>();
        for (JsonCursor node : PackReferences.optionalList(root, "specificEnergies")) {
            energies.add(energy(node));
        }
        List<ProcessFlag.Definition> flags = new ArrayList<>();
        for (JsonCursor node : PackReferences.optionalList(root, "flags")) {
            flags.add(new ProcessFlag.Definition(
                    references.define(node, "signal", PackReferences.Kind.FLAG),
                    node.at("text").localText(),
                    node.at("variable").text(),
                    node.has("highest") ? node.at("highest").integer(1, MOST_STATES) : 1));
        }
        for (JsonCursor node : PackReferences.optionalList(root, "flagAlarms")) {
            flagAlarm(node);
        }
        return new AutomationDefinition.Instruments(transmitters, ratios, energies, flags, alarms);
    }

    private TransmitterDefinition transmitter(JsonCursor node) {
        String tag = references.define(node, "tag", PackReferences.Kind.MEASUREMENT);
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
        references.use(node, "power", power, PackReferences.Kind.SUPPLY);
        TransmitterDefinition definition =
                new TransmitterDefinition(tag, node.at("text").localText(), from, range, dynamics, normal, power);
        if (node.has("alarms")) {
            alarms(node, definition);
        }
        return definition;
    }

    /** A gauge read on the spot: no supply, no noise, no alarm, and no loop or interlock can use it. */
    private TransmitterDefinition gauge(JsonCursor node) {
        String tag = references.define(node, "tag", PackReferences.Kind.GAUGE);
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

    private static TransmitterDefinition.Source source(JsonCursor node) {
        JsonCursor source = node.at("source");
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
        double low = node.at("low").number();
        double high = node.at("high").number();
        if (low >= high) {
            node.nearest("high").report(AutomationError.PACK_NUMBER_RULE, high, "> low = " + low);
            high = low + 1;
        }
        return new TransmitterDefinition.Range(
                low, high, Units.of(known ? symbol : "%"), node.at("decimals").integer(0, MOST_DECIMALS));
    }

    private void alarms(JsonCursor node, TransmitterDefinition instrument) {
        TransmitterDefinition.Range range = instrument.range();
        double deadband = node.at("alarmDeadband").between(0, range.span());
        AlarmDefinition.Delays delays = new AlarmDefinition.Delays(
                node.at("alarmOnDelayS").between(0, LONGEST),
                node.at("alarmOffDelayS").between(0, LONGEST));
        double above = range.low();
        for (JsonCursor alarm : node.at("alarms").items()) {
            AlarmKind kind = AlarmKind.valueOf(PackReferences.word(alarm, "kind", "LL", "L", "H", "HH"));
            double limit = alarm.at("limit").between(range.low(), range.high());
            if (limit < above) {
                alarm.nearest("limit")
                        .report(AutomationError.PACK_NUMBER_RULE, limit, ">= " + above + " (LL <= L <= H <= HH)");
            }
            above = limit;
            references.alarm(alarm, instrument.tag(), kind, limit);
            alarms.add(new AlarmDefinition(
                    instrument.tag(),
                    kind,
                    limit,
                    deadband,
                    delays,
                    alarm.at("priority").integer(1, LOWEST_PRIORITY),
                    references.condition(alarm, "suppressWhen")));
        }
    }

    private void flagAlarm(JsonCursor node) {
        String signal = node.at("signal").text();
        references.use(node, "signal", signal, PackReferences.Kind.TRIP);
        alarms.add(new AlarmDefinition(
                signal,
                AlarmKind.ON,
                FLAG_LIMIT,
                0,
                new AlarmDefinition.Delays(0, 0),
                node.at("priority").integer(1, LOWEST_PRIORITY),
                references.condition(node, "suppressWhen")));
    }

    private RatioTag.Definition ratio(JsonCursor node) {
        String numerator = node.at("numerator").text();
        String denominator = node.at("denominator").text();
        references.use(node, "numerator", numerator, PackReferences.Kind.MEASUREMENT);
        references.use(node, "denominator", denominator, PackReferences.Kind.MEASUREMENT);
        node.at("unit").text();
        RatioTag.Definition definition = new RatioTag.Definition(
                references.define(node, "tag", PackReferences.Kind.CALCULATED),
                node.at("text").localText(),
                numerator,
                denominator,
                node.at("smallestDenominator").between(0, Double.MAX_VALUE));
        return definition;
    }

    private SpecificEnergyTag.Definition energy(JsonCursor node) {
        String power = node.at("powerKw").text();
        String flow = node.at("flowKgPerH").text();
        references.use(node, "powerKw", power, PackReferences.Kind.MEASUREMENT);
        references.use(node, "flowKgPerH", flow, PackReferences.Kind.MEASUREMENT);
        SpecificEnergyTag.Definition definition = new SpecificEnergyTag.Definition(
                references.define(node, "tag", PackReferences.Kind.CALCULATED),
                node.at("text").localText(),
                power,
                flow,
                node.at("windowS").between(1, LONGEST),
                node.at("smallestMassKg").between(0, Double.MAX_VALUE));
        return definition;
    }
}
