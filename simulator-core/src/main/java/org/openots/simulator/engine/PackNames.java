package org.openots.simulator.engine;

import java.util.Set;
import java.util.TreeSet;
import org.openots.simulator.automation.AutomationDefinition;
import org.openots.simulator.control.ControllerDefinition;

/** The names of a plant that must have a place in its drawings. */
final class PackNames {
    private PackNames() {}

    /** Everything that can be operated by itself. */
    static Set<String> devices(AutomationDefinition definition) {
        Set<String> names = new TreeSet<>();
        definition.field().handValves().forEach(v -> names.add(v.tag()));
        AutomationDefinition.Control control = definition.control();
        control.valves().control().forEach(v -> names.add(v.tag()));
        control.valves().solenoids().forEach(v -> names.add(v.tag()));
        control.valves().shutoffs().forEach(v -> names.add(v.tag()));
        control.valves().motors().forEach(v -> names.add(v.tag()));
        control.devices().pumps().forEach(p -> names.add(p.device().tag()));
        control.devices().heaters().forEach(h -> names.add(h.device().tag()));
        control.devices().fans().forEach(f -> names.add(f.tag()));
        control.power().switches().forEach(s -> names.add(s.tag()));
        return names;
    }

    /** Everything a field operator does beside operating devices. */
    static Set<String> tasks(AutomationDefinition definition) {
        Set<String> names = new TreeSet<>(Set.of("PPE", "LOG", "REPORT"));
        definition.field().checks().forEach(c -> names.add(c.id()));
        definition.field().samples().forEach(s -> names.add(s.id()));
        definition.field().detectorTests().forEach(t -> names.add(t.target()));
        return names;
    }

    /** Every measurement and every controller; a measurement is drawn too when a controller of it is. */
    static Set<String> instruments(AutomationDefinition definition, Set<String> drawn) {
        Set<String> names = new TreeSet<>();
        definition.instruments().transmitters().forEach(t -> names.add(t.tag()));
        for (ControllerDefinition controller : definition.control().controllers()) {
            names.add(controller.tag());
            if (drawn.contains(controller.tag())) {
                names.remove(controller.measurement());
            }
        }
        names.removeIf(name -> !drawn.contains(name)
                && definition.control().controllers().stream()
                        .anyMatch(c -> c.measurement().equals(name) && drawn.contains(c.tag())));
        return names;
    }
}
