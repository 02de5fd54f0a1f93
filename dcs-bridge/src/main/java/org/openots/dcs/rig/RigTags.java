package org.openots.dcs.rig;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openots.common.signal.Signal;
import org.openots.common.signal.SignalRange;
import org.openots.common.signal.SignalTable;
import org.openots.common.text.LocalText;
import org.openots.dcs.map.TagMap;
import org.openots.dcs.publish.PublishedTag;
import org.openots.simulator.alarm.AlarmDefinition;
import org.openots.simulator.automation.AutomationDefinition;
import org.openots.simulator.automation.ControlSystemSignals;
import org.openots.simulator.control.ControllerDefinition;
import org.openots.simulator.instrument.TransmitterDefinition;

/**
 * Which signals of a plant its DCS knows: instruments with a cable, calculated tags, loops, driven devices and valves,
 * switches, supplies, interlocks and alarms. Not what only somebody in the field sees: gauges, hand valves, checks, samples.
 */
final class RigTags {
    /** The key switch of the rig; writes need it on. */
    static final String KEY = TagMap.KEY;

    private static final SignalRange PERCENT = new SignalRange(0, 100);
    private static final SignalRange SWITCH = new SignalRange(0, 1);
    private static final Set<String> SWITCH_PARTS = Set.of(
            "CMD", "TRIP", "FORCED", "PERMIT", "CAUSE", "ARMED", "BYPASS", "FIRST", "STANDBY", "OPEN", "CLOSED",
            "DISC");

    private final AutomationDefinition plant;
    private final Map<String, TransmitterDefinition> instruments = new HashMap<>();
    private final Map<String, ControllerDefinition> loops = new HashMap<>();
    private final Map<String, Map<String, Double>> limits = new HashMap<>();
    private final Set<String> alarms = new HashSet<>();
    private final Set<String> switches = new HashSet<>();
    private final List<PublishedTag> tags = new ArrayList<>();
    private final List<Integer> indices = new ArrayList<>();

    RigTags(AutomationDefinition plant, SignalTable table) {
        this.plant = plant;
        sort();
        ControlSystemSignals known = new ControlSystemSignals(plant);
        List<Signal> signals = table.signals();
        for (int i = 0; i < signals.size(); i++) {
            Signal signal = signals.get(i);
            if (known.knows(signal.name())) {
                tags.add(tag(signal));
                indices.add(i);
            }
        }
        tags.add(new PublishedTag(
                KEY, new LocalText("远程允许（钥匙开关）", "remote enable (key switch)"), "", SWITCH, true, Map.of()));
    }

    private void sort() {
        AutomationDefinition.Instruments measured = plant.instruments();
        AutomationDefinition.Control control = plant.control();
        measured.transmitters().stream()
                .filter(each -> !each.power().isEmpty())
                .forEach(each -> instruments.put(each.tag(), each));
        measured.alarms().forEach(this::alarm);
        control.controllers().forEach(loop -> loops.put(loop.tag(), loop));
        control.valves().solenoids().forEach(each -> switches.add(each.tag()));
        control.devices().pumps().forEach(each -> switches.add(each.device().tag()));
        control.devices().heaters().forEach(each -> switches.add(each.device().tag()));
        control.devices().fans().forEach(each -> switches.add(each.tag()));
        control.power().switches().forEach(each -> switches.add(each.tag()));
        control.power().supplies().forEach(each -> switches.add(each.name()));
        plant.interlocks().forEach(each -> switches.add(each.id()));
    }

    private void alarm(AlarmDefinition alarm) {
        alarms.add(alarm.name());
        alarms.add(alarm.options().tag());
        if (alarm.onValue()) {
            limits.computeIfAbsent(alarm.source(), none -> new HashMap<>())
                    .put(alarm.kind().toString(), alarm.limit());
        }
    }

    private static String owner(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private PublishedTag tag(Signal signal) {
        String name = signal.name();
        String part = name.substring(name.indexOf('.') + 1);
        // the position of a solenoid valve is a number of percent
        boolean isSwitch = signal.unit().isEmpty()
                && (switches.contains(name)
                        || alarms.contains(name)
                        || (!part.equals(name) && SWITCH_PARTS.contains(part)));
        return new PublishedTag(
                name,
                signal.text(),
                signal.unit(),
                isSwitch ? SWITCH : range(signal, part),
                isSwitch,
                limits.getOrDefault(name, Map.of()));
    }

    private SignalRange range(Signal signal, String part) {
        String name = signal.name();
        TransmitterDefinition instrument = instruments.get(name);
        if (instrument != null) {
            return new SignalRange(instrument.range().low(), instrument.range().high());
        }
        ControllerDefinition loop = loops.get(owner(name));
        if (loop != null && (part.equals("SP") || part.equals(name))) {
            return new SignalRange(loop.range().low(), loop.range().high());
        }
        boolean valve = part.equals(name) && signal.unit().equals("%");
        return valve || part.equals("OP") || part.equals("SPEED") ? PERCENT : SignalRange.ANY;
    }

    /** All tags, the key of the rig last. */
    List<PublishedTag> tags() {
        return tags;
    }

    /** Index of each tag in the plant's signals; the key has none. */
    List<Integer> indices() {
        return indices;
    }

    /** Whether a tag is the reading of an instrument. */
    boolean measured(String tag) {
        return instruments.containsKey(tag);
    }

    /** The readings of instruments. */
    List<String> measured() {
        return tags.stream().map(PublishedTag::name).filter(this::measured).toList();
    }
}
