package org.openots.simulator.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.openots.common.error.OtsException;
import org.openots.simulator.thermo.PropertyPackage;

/** Names of everything that can be read of a process, made from the names of its elements. */
final class FlowsheetVariables {
    private FlowsheetVariables() {}

    static void publish(
            Map<String, DoubleSupplier> into,
            PropertyPackage properties,
            Collection<Holdup> holdups,
            Collection<Link> links,
            CoolingWater water,
            Surroundings surroundings) {
        holdups.forEach(h -> holdup(into, h, properties));
        links.forEach(l -> link(into, l));
        into.put("cw.P", () -> water.gaugePressure() + surroundings.pressure());
        into.put("cw.T", water::temperature);
        into.put("ambient.P", surroundings::pressure);
        into.put("ambient.T", surroundings::temperature);
    }

    private static void holdup(Map<String, DoubleSupplier> into, Holdup h, PropertyPackage properties) {
        into.put(h.id() + ".T", h::temperature);
        into.put(h.id() + ".P", h::pressure);
        into.put(h.id() + ".level", h::level);
        into.put(h.id() + ".V", h::liquidVolume);
        into.put(h.id() + ".air", h::inertFraction);
        into.put(h.id() + ".w", () -> h.massFraction(0));
        for (int i = 0; i < properties.components().size(); i++) {
            int component = i;
            into.put(h.id() + ".w." + properties.components().get(i).id(), () -> h.massFraction(component));
        }
    }

    private static void link(Map<String, DoubleSupplier> into, Link link) {
        String id = link.id();
        if (link instanceof LiquidLine line) {
            into.put(id + ".m", line::massFlow);
        } else if (link instanceof CentrifugalPump pump) {
            into.put(id + ".m", pump::massFlow);
            into.put(id + ".dry", pump::dry);
            into.put(id + ".cavitation", pump::cavitation);
            into.put(id + ".deadhead", pump::deadHead);
        } else if (link instanceof GearPump pump) {
            into.put(id + ".m", pump::massFlow);
            into.put(id + ".branch-1.m", () -> pump.branchMassFlow(0));
            into.put(id + ".branch-2.m", () -> pump.branchMassFlow(1));
            into.put(id + ".dry", pump::dry);
            into.put(id + ".cavitation", () -> 0);
            into.put(id + ".deadhead", pump::deadHead);
        } else if (link instanceof VapourLine line) {
            into.put(id + ".n", line::flow);
        } else if (link instanceof Vent vent) {
            into.put(id + ".n", vent::outflow);
        } else if (link instanceof OverflowLine line) {
            into.put(id + ".n", line::flow);
        } else if (link instanceof TrayPassage passage) {
            into.put(id + ".n", passage::vapourFlow);
            into.put(id + ".flood", passage::floodFraction);
            into.put(id + ".regime", passage::regime);
        } else if (link instanceof CoolingCoil coil) {
            into.put(id + ".V", coil::volumeFlow);
            into.put(id + ".Tout", coil::outletTemperature);
            into.put(id + ".Q", coil::duty);
        } else if (link instanceof HeatingElement element) {
            into.put(id + ".power", element::power);
            into.put(id + ".T", element::temperature);
            into.put(id + ".dryfire", element::dryFire);
        }
    }

    /** Adds a sum of variables under a name of its own. */
    static void alias(Map<String, DoubleSupplier> into, String name, List<String> terms) {
        DoubleSupplier[] suppliers = new DoubleSupplier[terms.size()];
        for (int i = 0; i < suppliers.length; i++) {
            DoubleSupplier supplier = into.get(terms.get(i));
            if (supplier == null) {
                throw new OtsException(ProcessError.UNKNOWN_VARIABLE, terms.get(i), String.join(" ", into.keySet()));
            }
            suppliers[i] = supplier;
        }
        into.put(name, suppliers.length == 1 ? suppliers[0] : () -> sum(suppliers));
    }

    private static double sum(DoubleSupplier[] suppliers) {
        double sum = 0;
        for (DoubleSupplier supplier : suppliers) {
            sum += supplier.getAsDouble();
        }
        return sum;
    }
}
