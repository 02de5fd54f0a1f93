package org.openots.simulator.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.openots.common.json.JsonCursor;
import org.openots.simulator.thermo.PropertyPackage;

/** Names of everything that can be read of a process, made from the names of its elements. */
final class FlowsheetVariables {
    private FlowsheetVariables() {}

    static void publish(
            Map<String, ProcessVariable> into,
            PropertyPackage properties,
            Collection<Holdup> holdups,
            Collection<Link> links,
            CoolingWater water,
            Surroundings surroundings) {
        holdups.forEach(h -> holdup(into, h, properties));
        links.forEach(l -> link(into, l));
        put(into, "cw.P", "Pa", () -> water.gaugePressure() + surroundings.pressure());
        put(into, "cw.T", "K", water::temperature);
        put(into, "ambient.P", "Pa", surroundings::pressure);
        put(into, "ambient.T", "K", surroundings::temperature);
    }

    private static void holdup(Map<String, ProcessVariable> into, Holdup h, PropertyPackage properties) {
        put(into, h.id() + ".T", "K", h::temperature);
        put(into, h.id() + ".P", "Pa", h::pressure);
        put(into, h.id() + ".level", "1", h::level);
        put(into, h.id() + ".V", "m3", h::liquidVolume);
        put(into, h.id() + ".air", "1", h::inertFraction);
        put(into, h.id() + ".w", "1", () -> h.massFraction(0));
        for (int i = 0; i < properties.components().size(); i++) {
            int component = i;
            put(into, h.id() + ".w." + properties.components().get(i).id(), "1", () -> h.massFraction(component));
        }
    }

    private static void link(Map<String, ProcessVariable> into, Link link) {
        String id = link.id();
        if (link instanceof LiquidLine line) {
            put(into, id + ".m", "kg/s", line::massFlow);
        } else if (link instanceof CentrifugalPump pump) {
            put(into, id + ".m", "kg/s", pump::massFlow);
            put(into, id + ".dry", "1", pump::dry);
            put(into, id + ".cavitation", "1", pump::cavitation);
            put(into, id + ".deadhead", "1", pump::deadHead);
        } else if (link instanceof GearPump pump) {
            put(into, id + ".m", "kg/s", pump::massFlow);
            put(into, id + ".branch-1.m", "kg/s", () -> pump.branchMassFlow(0));
            put(into, id + ".branch-2.m", "kg/s", () -> pump.branchMassFlow(1));
            put(into, id + ".dry", "1", pump::dry);
            put(into, id + ".cavitation", "1", () -> 0);
            put(into, id + ".deadhead", "1", pump::deadHead);
        } else if (link instanceof VapourLine line) {
            put(into, id + ".n", "mol/s", line::flow);
        } else if (link instanceof Vent vent) {
            put(into, id + ".n", "mol/s", vent::outflow);
        } else if (link instanceof OverflowLine line) {
            put(into, id + ".n", "mol/s", line::flow);
        } else if (link instanceof TrayPassage passage) {
            put(into, id + ".n", "mol/s", passage::vapourFlow);
            put(into, id + ".flood", "1", passage::floodFraction);
            put(into, id + ".regime", "1", passage::regime);
        } else if (link instanceof CoolingCoil coil) {
            put(into, id + ".V", "m3/s", coil::volumeFlow);
            put(into, id + ".Tout", "K", coil::outletTemperature);
            put(into, id + ".Q", "W", coil::duty);
        } else if (link instanceof HeatingElement element) {
            put(into, id + ".power", "W", element::power);
            put(into, id + ".T", "K", element::temperature);
            put(into, id + ".dryfire", "1", element::dryFire);
        }
    }

    private static void put(Map<String, ProcessVariable> into, String name, String dimension, DoubleSupplier value) {
        into.put(name, new ProcessVariable(dimension, value));
    }

    /** Adds a sum of variables of one dimension under a name of its own; the terms are known and stand at a place. */
    static void alias(Map<String, ProcessVariable> into, String name, List<String> terms, JsonCursor place) {
        List<ProcessVariable> found = terms.stream().map(into::get).toList();
        String dimension = found.isEmpty() ? "1" : found.get(0).dimension();
        for (int i = 1; i < found.size(); i++) {
            if (!found.get(i).dimension().equals(dimension)) {
                place.report(
                        ProcessError.MIXED_SUM,
                        terms.get(0),
                        dimension,
                        terms.get(i),
                        found.get(i).dimension());
            }
        }
        DoubleSupplier[] suppliers = found.stream().map(ProcessVariable::value).toArray(DoubleSupplier[]::new);
        put(into, name, dimension, suppliers.length == 1 ? suppliers[0] : () -> sum(suppliers));
    }

    private static double sum(DoubleSupplier[] suppliers) {
        double sum = 0;
        for (DoubleSupplier supplier : suppliers) {
            sum += supplier.getAsDouble();
        }
        return sum;
    }
}
