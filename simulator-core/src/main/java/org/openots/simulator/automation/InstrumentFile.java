package org.openots.simulator.automation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openots.simulator.alarm.AlarmDefinition;
import org.openots.simulator.alarm.AlarmKind;
import org.openots.simulator.instrument.EngineeringUnit;
import org.openots.simulator.instrument.ProcessFlag;
import org.openots.simulator.instrument.RatioTag;
import org.openots.simulator.instrument.SpecificEnergyTag;
import org.openots.simulator.instrument.TransmitterDefinition;
import org.openots.simulator.operation.AutomationError;

/** Reads instruments.json. */
final class InstrumentFile {
    /** Longest lag, delay, cycle or window, s: one hour. */
    private static final double LONGEST = 3600;

    private static final double FLAG_LIMIT = 0.5;
    private static final int LOWEST_PRIORITY = 3;
    private static final int MOST_STATES = 9;
    private static final int MOST_DECIMALS = 6;

    private final List<AlarmDefinition> alarms = new ArrayList<>();
    private final PackReferences references;

    InstrumentFile(PackReferences references) {
        this.references = references;
    }

    AutomationDefinition.Instruments read(PackNode root) {
        List<TransmitterDefinition> transmitters = new ArrayList<>();
        for (PackNode node : root.list("transmitters")) {
            transmitters.add(transmitter(node));
        }
        for (PackNode node : root.listOr("gauges")) {
            transmitters.add(gauge(node));
        }
        List<RatioTag.Definition> ratios = new ArrayList<>();
        for (PackNode node : root.listOr("ratios")) {
            ratios.add(ratio(node));
        }
        List<SpecificEnergyTag.Definition> energies = new ArrayList<>();
        for (PackNode node : root.listOr("specificEnergies")) {
            energies.add(energy(node));
        }
        List<ProcessFlag.Definition> flags = new ArrayList<>();
        for (PackNode node : root.listOr("flags")) {
            flags.add(new ProcessFlag.Definition(
                    references.define(node, "signal", PackReferences.Kind.FLAG),
                    node.text("text"),
                    node.string("variable"),
                    node.has("highest") ? node.whole("highest", 1, MOST_STATES) : 1));
        }
        for (PackNode node : root.listOr("flagAlarms")) {
            flagAlarm(node);
        }
        return new AutomationDefinition.Instruments(transmitters, ratios, energies, flags, alarms);
    }

    private TransmitterDefinition transmitter(PackNode node) {
        String tag = references.define(node, "tag", PackReferences.Kind.MEASUREMENT);
        PackNode source = node.child("source");
        TransmitterDefinition.Source from =
                new TransmitterDefinition.Source(source.string("variable"), source.string("minus", ""));
        TransmitterDefinition.Range range = range(node);
        TransmitterDefinition.Dynamics dynamics = new TransmitterDefinition.Dynamics(
                node.number("lagS", 0, LONGEST),
                node.number("noise", 0, range.span()),
                node.number("resolution", 0, range.span()),
                node.numberOr("lowCutoff", 0, 0, range.span()),
                node.numberOr("cycleS", 0, 1, LONGEST));
        TransmitterDefinition.Normal normal = new TransmitterDefinition.Normal(
                node.number("normalLow", range.low(), range.high()),
                node.number("normalHigh", range.low(), range.high()));
        if (normal.low() > normal.high()) {
            node.note("normalLow", AutomationError.PACK_NUMBER_RULE, normal.low(), "<= normalHigh");
        }
        String power = node.string("power", "");
        references.use(node, "power", power, PackReferences.Kind.SUPPLY);
        TransmitterDefinition definition =
                new TransmitterDefinition(tag, node.text("text"), from, range, dynamics, normal, power);
        if (node.has("alarms")) {
            alarms(node, definition);
        }
        return definition;
    }

    /** A gauge read on the spot: no supply, no noise, no alarm, and no loop or interlock can use it. */
    private TransmitterDefinition gauge(PackNode node) {
        String tag = references.define(node, "tag", PackReferences.Kind.GAUGE);
        PackNode source = node.child("source");
        TransmitterDefinition.Range range = range(node);
        return new TransmitterDefinition(
                tag,
                node.text("text"),
                new TransmitterDefinition.Source(source.string("variable"), source.string("minus", "")),
                range,
                new TransmitterDefinition.Dynamics(
                        node.number("lagS", 0, LONGEST), 0, node.number("resolution", 0, range.span()), 0, 0),
                new TransmitterDefinition.Normal(range.low(), range.high()),
                "");
    }

    private static TransmitterDefinition.Range range(PackNode node) {
        String symbol = node.string("unit");
        Optional<EngineeringUnit> unit = EngineeringUnit.of(symbol);
        if (unit.isEmpty() && !symbol.isEmpty()) {
            List<String> known = new ArrayList<>();
            for (EngineeringUnit each : EngineeringUnit.values()) {
                known.add(each.symbol());
            }
            node.note("unit", AutomationError.PACK_WORD, symbol, String.join(", ", known));
        }
        double low = node.number("low");
        double high = node.number("high");
        if (!(low < high)) {
            node.note("high", AutomationError.PACK_NUMBER_RULE, high, "> low = " + low);
            high = low + 1;
        }
        return new TransmitterDefinition.Range(
                low, high, unit.orElse(EngineeringUnit.PERCENT), node.whole("decimals", 0, MOST_DECIMALS));
    }

    private void alarms(PackNode node, TransmitterDefinition instrument) {
        TransmitterDefinition.Range range = instrument.range();
        double deadband = node.number("alarmDeadband", 0, range.span());
        AlarmDefinition.Delays delays = new AlarmDefinition.Delays(
                node.number("alarmOnDelayS", 0, LONGEST), node.number("alarmOffDelayS", 0, LONGEST));
        double above = range.low();
        for (PackNode alarm : node.list("alarms")) {
            AlarmKind kind = AlarmKind.valueOf(alarm.word("kind", "LL", "L", "H", "HH"));
            double limit = alarm.number("limit", range.low(), range.high());
            if (limit < above) {
                alarm.note("limit", AutomationError.PACK_NUMBER_RULE, limit, ">= " + above + " (LL <= L <= H <= HH)");
            }
            above = limit;
            references.alarm(alarm, instrument.tag(), kind, limit);
            alarms.add(new AlarmDefinition(
                    instrument.tag(),
                    kind,
                    limit,
                    deadband,
                    delays,
                    alarm.whole("priority", 1, LOWEST_PRIORITY),
                    references.condition(alarm, "suppressWhen")));
        }
    }

    private void flagAlarm(PackNode node) {
        String signal = node.string("signal");
        references.use(node, "signal", signal, PackReferences.Kind.TRIP);
        alarms.add(new AlarmDefinition(
                signal,
                AlarmKind.ON,
                FLAG_LIMIT,
                0,
                new AlarmDefinition.Delays(0, 0),
                node.whole("priority", 1, LOWEST_PRIORITY),
                references.condition(node, "suppressWhen")));
    }

    private RatioTag.Definition ratio(PackNode node) {
        String numerator = node.string("numerator");
        String denominator = node.string("denominator");
        references.use(node, "numerator", numerator, PackReferences.Kind.MEASUREMENT);
        references.use(node, "denominator", denominator, PackReferences.Kind.MEASUREMENT);
        node.string("unit");
        RatioTag.Definition definition = new RatioTag.Definition(
                references.define(node, "tag", PackReferences.Kind.CALCULATED),
                node.text("text"),
                numerator,
                denominator,
                node.number("smallestDenominator", 0, Double.MAX_VALUE));
        return definition;
    }

    private SpecificEnergyTag.Definition energy(PackNode node) {
        String power = node.string("powerKw");
        String flow = node.string("flowKgPerH");
        references.use(node, "powerKw", power, PackReferences.Kind.MEASUREMENT);
        references.use(node, "flowKgPerH", flow, PackReferences.Kind.MEASUREMENT);
        SpecificEnergyTag.Definition definition = new SpecificEnergyTag.Definition(
                references.define(node, "tag", PackReferences.Kind.CALCULATED),
                node.text("text"),
                power,
                flow,
                node.number("windowS", 1, LONGEST),
                node.number("smallestMassKg", 0, Double.MAX_VALUE));
        return definition;
    }
}
