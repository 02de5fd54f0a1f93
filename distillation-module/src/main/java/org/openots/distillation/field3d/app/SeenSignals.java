package org.openots.distillation.field3d.app;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.openots.common.signal.Signal;
import org.openots.common.signal.SignalTable;
import org.openots.common.text.LocalText;
import org.openots.distillation.field3d.ui.FieldFacts;
import org.openots.simulator.field.RadioSentence;

/** The signals that somebody in the plant can tell, for the conditions of scripts. */
final class SeenSignals {
    /** What is seen of a machine: lamps of its panel and the speed of its shaft. */
    private static final List<String> MACHINE = List.of("", ".SPEED", ".TRIP", ".PERMIT", ".STANDBY");

    private static final List<String> VALVE = List.of("", ".ZSO", ".ZSC");

    private SeenSignals() {}

    /**
     * The signals.
     *
     * @param facts of the plant
     * @return by name
     */
    static SignalTable table(FieldFacts facts) {
        TreeMap<String, Signal> all = new TreeMap<>();
        facts.gauges().forEach((tag, gauge) -> all.put(tag, new Signal(tag, gauge.unit(), gauge.name())));
        TreeSet<String> names = new TreeSet<>(facts.switches().keySet());
        Stream.of(facts.valves().keySet(), facts.controlValves().keySet())
                .flatMap(tags -> tags.stream())
                .forEach(tag -> VALVE.forEach(ending -> names.add(tag + ending)));
        facts.machines().keySet().forEach(tag -> MACHINE.forEach(ending -> names.add(tag + ending)));
        Stream.of(facts.valves().keySet(), facts.machines().keySet())
                .flatMap(tags -> tags.stream())
                .forEach(tag -> names.add("LOTO." + tag));
        FieldFacts.Work work = facts.work();
        work.detectorTests().keySet().forEach(target -> names.add(target + ".TEST"));
        work.checks().keySet().forEach(point -> names.add("CHECK." + point));
        work.samples()
                .values()
                .forEach(sample -> names.add("RECORD." + sample.result().id()));
        for (RadioSentence sentence : RadioSentence.values()) {
            names.add("RADIO." + sentence.id());
        }
        names.addAll(List.of("PPE", "CHECK.COUNT", "CHECK.TOTAL", "RADIO.COUNT"));
        names.forEach(name -> all.putIfAbsent(name, new Signal(name, "", new LocalText(name, name))));
        return new SignalTable(new ArrayList<>(all.values()));
    }
}
