package org.openots.distillation.field3d.ui;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openots.common.text.LocalText;
import org.openots.simulator.actuation.ControlValve;
import org.openots.simulator.actuation.DeviceDefinition;
import org.openots.simulator.actuation.HandValve;
import org.openots.simulator.actuation.TwoPositionSwitch;
import org.openots.simulator.automation.AutomationDefinition;
import org.openots.simulator.field.FieldItem;
import org.openots.simulator.field.NumberField;
import org.openots.simulator.field.SamplePoint;
import org.openots.simulator.instrument.TransmitterDefinition;
import org.openots.simulator.plant.PlantPack;

/**
 * What the panels need to know of a plant. Holds nothing about faults and nothing about which answer is right.
 *
 * @param plant name of the plant
 * @param valves hand valves by tag
 * @param controlValves valves moved by the control system, by tag
 * @param machines pumps, fans and heaters by tag
 * @param switches switches and emergency stops by tag
 * @param gauges everything that shows a number, by tag
 * @param work tasks of the field
 */
public record FieldFacts(
        LocalText plant,
        SortedMap<String, Valve> valves,
        SortedMap<String, LocalText> controlValves,
        SortedMap<String, Machine> machines,
        SortedMap<String, Switch> switches,
        SortedMap<String, Gauge> gauges,
        Work work) {
    /** Copies the maps. */
    public FieldFacts {
        valves = Collections.unmodifiableSortedMap(new TreeMap<>(valves));
        controlValves = Collections.unmodifiableSortedMap(new TreeMap<>(controlValves));
        machines = Collections.unmodifiableSortedMap(new TreeMap<>(machines));
        switches = Collections.unmodifiableSortedMap(new TreeMap<>(switches));
        gauges = Collections.unmodifiableSortedMap(new TreeMap<>(gauges));
    }

    /**
     * A hand valve.
     *
     * @param name for people
     * @param kind of valve
     * @param strokeSeconds time of a full stroke, s
     * @param turns of the wheel for it
     */
    public record Valve(LocalText name, Word kind, double strokeSeconds, double turns) {}

    /**
     * A machine.
     *
     * @param name for people
     * @param panel whether it has buttons in the field
     * @param standby whether it can stand by
     */
    public record Machine(LocalText name, boolean panel, boolean standby) {}

    /**
     * A switch.
     *
     * @param name for people
     * @param emergency whether it is an emergency stop
     */
    public record Switch(LocalText name, boolean emergency) {}

    /**
     * Something that shows a number.
     *
     * @param name for people
     * @param unit as written
     * @param low end of its scale
     * @param high end of its scale
     * @param decimals that can be read
     */
    public record Gauge(LocalText name, String unit, double low, double high, int decimals) {}

    /**
     * A choice of a list.
     *
     * @param id name for the station
     * @param name for people
     */
    public record Choice(String id, LocalText name) {}

    /**
     * A number that is written down.
     *
     * @param id name for the station
     * @param name for people
     * @param unit as written
     * @param low lowest accepted
     * @param high highest accepted
     */
    public record Entry(String id, LocalText name, String unit, double low, double high) {}

    /**
     * A sample point.
     *
     * @param name for people
     * @param valve to be opened, empty for none
     * @param result where the result is written down
     */
    public record Sample(LocalText name, String valve, Entry result) {}

    /**
     * Tasks of the field.
     *
     * @param gear protective equipment in the cabinet, right and wrong
     * @param detectorTests function tests of gas detectors by target
     * @param checks check points by id
     * @param samples sample points by id
     * @param log fields of the shift log
     */
    public record Work(
            List<Choice> gear,
            SortedMap<String, List<String>> detectorTests,
            SortedMap<String, LocalText> checks,
            SortedMap<String, Sample> samples,
            List<Entry> log) {
        /** Copies the collections. */
        public Work {
            gear = List.copyOf(gear);
            detectorTests = Collections.unmodifiableSortedMap(new TreeMap<>(detectorTests));
            checks = Collections.unmodifiableSortedMap(new TreeMap<>(checks));
            samples = Collections.unmodifiableSortedMap(new TreeMap<>(samples));
            log = List.copyOf(log);
        }
    }

    /**
     * The facts of a pack.
     *
     * @param pack of a plant
     * @return what the field shows of it
     */
    public static FieldFacts of(PlantPack pack) {
        AutomationDefinition all = pack.automation();
        SortedMap<String, Valve> valves = new TreeMap<>();
        for (HandValve.Definition valve : all.field().handValves()) {
            valves.put(valve.tag(), valve(valve));
        }
        SortedMap<String, LocalText> moved = new TreeMap<>();
        for (ControlValve.Definition valve : all.control().valves().control()) {
            moved.put(valve.tag(), valve.text());
        }
        all.control().valves().solenoids().forEach(valve -> moved.put(valve.tag(), valve.text()));
        all.control().valves().shutoffs().forEach(valve -> moved.put(valve.tag(), valve.text()));
        all.control().valves().motors().forEach(valve -> moved.put(valve.tag(), valve.text()));
        SortedMap<String, Switch> switches = new TreeMap<>();
        for (TwoPositionSwitch.Definition one : all.control().power().switches()) {
            switches.put(one.tag(), new Switch(one.text(), one.emergencyStop()));
        }
        SortedMap<String, Gauge> gauges = new TreeMap<>();
        for (TransmitterDefinition one : all.instruments().transmitters()) {
            TransmitterDefinition.Range range = one.range();
            gauges.put(
                    one.tag(),
                    new Gauge(one.text(), range.unit().symbol(), range.low(), range.high(), range.decimals()));
        }
        return new FieldFacts(pack.title(), valves, moved, machines(all), switches, gauges, work(all.field()));
    }

    /**
     * Devices that a lock and a tag can be hung on: hand valves, machines with a local panel, power switches.
     *
     * @return their tags
     */
    public SortedSet<String> lockable() {
        SortedSet<String> tags = new TreeSet<>(valves.keySet());
        machines.forEach((tag, machine) -> {
            if (machine.panel()) {
                tags.add(tag);
            }
        });
        switches.forEach((tag, one) -> {
            if (!one.emergency()) {
                tags.add(tag);
            }
        });
        return tags;
    }

    private static SortedMap<String, Machine> machines(AutomationDefinition all) {
        SortedMap<String, Machine> machines = new TreeMap<>();
        all.control().devices().pumps().forEach(pump -> {
            boolean standby = !pump.automatic().standbyWhen().isEmpty();
            machines.put(pump.device().tag(), machine(pump.device(), standby));
        });
        all.control()
                .devices()
                .heaters()
                .forEach(heater -> machines.put(heater.device().tag(), machine(heater.device(), false)));
        all.control().devices().fans().forEach(fan -> machines.put(fan.tag(), machine(fan, false)));
        return machines;
    }

    private static Machine machine(DeviceDefinition device, boolean standby) {
        return new Machine(device.text(), device.localPanel(), standby);
    }

    private static Valve valve(HandValve.Definition valve) {
        // time of a stroke as in the simulator, turns of usual valves of DN 15 to 50
        return switch (valve.kind()) {
            case BALL -> new Valve(valve.text(), Word.BALL_VALVE, 2, 0.25);
            case GLOBE -> new Valve(valve.text(), Word.GLOBE_VALVE, 8, 6);
            case GATE -> new Valve(valve.text(), Word.GATE_VALVE, 12, 10);
            case NEEDLE -> new Valve(valve.text(), Word.NEEDLE_VALVE, 6, 5);
            default -> throw new IllegalArgumentException(valve.tag() + ": " + valve.kind());
        };
    }

    private static Work work(AutomationDefinition.Field field) {
        SortedMap<String, List<String>> tests = new TreeMap<>();
        field.detectorTests().forEach(test -> tests.put(test.target(), test.detectors()));
        SortedMap<String, LocalText> checks = new TreeMap<>();
        field.checks().forEach(check -> checks.put(check.id(), check.text()));
        Map<String, Entry> records = new TreeMap<>();
        field.desk().records().forEach(one -> records.put(one.id(), entry(one)));
        SortedMap<String, Sample> samples = new TreeMap<>();
        for (SamplePoint.Definition sample : field.samples()) {
            Entry result = records.getOrDefault(sample.id(), new Entry(sample.id(), sample.text(), "wt%", 0, 100));
            samples.put(sample.id(), new Sample(sample.text(), sample.valve(), result));
        }
        List<Choice> gear = field.equipment().stream().map(FieldFacts::choice).toList();
        return new Work(
                gear,
                tests,
                checks,
                samples,
                field.desk().log().stream().map(FieldFacts::entry).toList());
    }

    private static Choice choice(FieldItem item) {
        return new Choice(item.id(), item.text());
    }

    private static Entry entry(NumberField field) {
        return new Entry(field.id(), field.text(), field.unit(), field.low(), field.high());
    }

    /**
     * The name of a tag.
     *
     * @param tag of a device, gauge or task
     * @return for people; the tag itself if it is not known
     */
    public LocalText name(String tag) {
        if (valves.containsKey(tag)) {
            return valves.get(tag).name();
        }
        if (controlValves.containsKey(tag)) {
            return controlValves.get(tag);
        }
        if (machines.containsKey(tag)) {
            return machines.get(tag).name();
        }
        if (switches.containsKey(tag)) {
            return switches.get(tag).name();
        }
        if (gauges.containsKey(tag)) {
            return gauges.get(tag).name();
        }
        if (work.checks().containsKey(tag)) {
            return work.checks().get(tag);
        }
        return work.samples().containsKey(tag) ? work.samples().get(tag).name() : new LocalText(tag, tag);
    }
}
