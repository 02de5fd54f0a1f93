package org.openots.simulator.automation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openots.common.json.NameForm;
import org.openots.common.signal.Signal;
import org.openots.common.text.LocalText;
import org.openots.simulator.actuation.AirSupply;
import org.openots.simulator.actuation.ControlValve;
import org.openots.simulator.actuation.DeviceDefinition;
import org.openots.simulator.actuation.Fan;
import org.openots.simulator.actuation.FinalElement;
import org.openots.simulator.actuation.HandValve;
import org.openots.simulator.actuation.Heater;
import org.openots.simulator.actuation.Lockable;
import org.openots.simulator.actuation.MotorValve;
import org.openots.simulator.actuation.Permissive;
import org.openots.simulator.actuation.PowerSupply;
import org.openots.simulator.actuation.Pump;
import org.openots.simulator.actuation.ShutoffValve;
import org.openots.simulator.actuation.SolenoidValve;
import org.openots.simulator.actuation.TwoPositionSwitch;
import org.openots.simulator.alarm.Alarm;
import org.openots.simulator.alarm.AlarmDefinition;
import org.openots.simulator.alarm.AlarmList;
import org.openots.simulator.control.ControlLoops;
import org.openots.simulator.field.DetectorTest;
import org.openots.simulator.field.DoneTask;
import org.openots.simulator.field.FieldTask;
import org.openots.simulator.field.InspectionRound;
import org.openots.simulator.field.LockoutPoint;
import org.openots.simulator.field.NumberField;
import org.openots.simulator.field.ProtectiveEquipment;
import org.openots.simulator.field.RadioDesk;
import org.openots.simulator.field.SamplePoint;
import org.openots.simulator.field.ShiftLog;
import org.openots.simulator.field.TypedRecord;
import org.openots.simulator.instrument.CalculatedDefinition;
import org.openots.simulator.instrument.CalculatedSignal;
import org.openots.simulator.instrument.CalculatedTag;
import org.openots.simulator.instrument.ProcessFlag;
import org.openots.simulator.instrument.RatioTag;
import org.openots.simulator.instrument.SpecificEnergyTag;
import org.openots.simulator.instrument.Transmitter;
import org.openots.simulator.instrument.TransmitterDefinition;
import org.openots.simulator.interlock.CauseConditions;
import org.openots.simulator.interlock.Interlock;
import org.openots.simulator.interlock.InterlockConditions;
import org.openots.simulator.interlock.InterlockDefinition;
import org.openots.simulator.interlock.InterlockMatrix;
import org.openots.simulator.operation.EventSink;
import org.openots.simulator.operation.Holdable;
import org.openots.simulator.process.ProcessPort;
import org.openots.simulator.signal.Conditions;
import org.openots.simulator.signal.Formula;
import org.openots.simulator.signal.PiecewiseLinear;
import org.openots.simulator.signal.SignalBoard;

/**
 * Builds the parts of an automation in the order in which they need each other's signals. That order is also the order
 * of the signals on the board and of the parts in a saved state.
 */
final class Assembly {
    final SignalBoard board;
    final List<TwoPositionSwitch> switches = new ArrayList<>();
    final List<PowerSupply> supplies = new ArrayList<>();
    final List<AirSupply> air = new ArrayList<>();
    final Map<String, Transmitter> transmitters = new LinkedHashMap<>();
    final List<CalculatedTag> calculated = new ArrayList<>();
    final List<ProcessFlag> flags = new ArrayList<>();
    final List<FinalElement> elements = new ArrayList<>();
    final List<FieldTask> tasks = new ArrayList<>();
    final ControlLoops loops;
    final InterlockMatrix matrix;
    final AlarmList alarms;
    final InspectionRound round;

    /** Beginnings of signals that are no tags. */
    private static final Set<String> NOT_SPOKEN = Set.of(
            "ALARMS", "CHECK", "HIDDEN", "LOG", "LOTO", "PPE", "RADIO", "RECORD", "REPORT", "SAMPLE", "SCHEME",
            "TRIPS");

    private final ProcessPort port;
    private final EventSink events;
    private final double tickSeconds;
    private final long seed;
    private final Conditions conditions = new Conditions();

    /**
     * What a run is set up with.
     *
     * @param tickSeconds model time of one tick, s
     * @param seed of the run
     * @param places names of equipment that can be spoken of and is not in the automation
     */
    record Setting(double tickSeconds, long seed, Set<String> places) {
        /** Copies the set. */
        Setting {
            places = Set.copyOf(places);
        }
    }

    Assembly(AutomationDefinition definition, ProcessPort port, EventSink events, Setting setting) {
        this.port = port;
        this.events = events;
        this.tickSeconds = setting.tickSeconds();
        this.seed = setting.seed();
        this.board = new SignalBoard(tickSeconds);
        buildPower(definition.control().power());
        buildInstruments(definition.instruments());
        this.loops = new ControlLoops(
                definition.control().loops(), heldLoops(definition.interlocks()), board, events, tickSeconds);
        buildElements(definition);
        loops.resolve(splitRanges(definition.control().valves()));
        this.matrix = buildMatrix(definition.interlocks());
        this.alarms = buildAlarms(definition.instruments());
        this.round = new InspectionRound(definition.field().checks(), board, seed);
        buildTasks(definition.field());
        buildLockouts(definition.control().devices());
        tasks.add(new RadioDesk(spokenOf(setting.places()), board, events));
        transmitters.values().forEach(Transmitter::resolve);
        calculated.forEach(CalculatedTag::resolve);
    }

    /** Tags of the loops that interlocks act on. */
    private static Set<String> heldLoops(List<InterlockDefinition> interlocks) {
        return interlocks.stream()
                .flatMap(interlock -> interlock.effects().stream())
                .filter(effect -> effect.action().equals(InterlockDefinition.Effect.MANUAL))
                .map(InterlockDefinition.Effect::element)
                .collect(Collectors.toSet());
    }

    private static Map<String, PiecewiseLinear> splitRanges(AutomationDefinition.Valves valves) {
        Map<String, PiecewiseLinear> ranges = new HashMap<>();
        for (ControlValve.Definition valve : valves.control()) {
            PiecewiseLinear range = valve.options().range();
            if (range != null) {
                ranges.put(valve.tag(), range);
            }
        }
        return ranges;
    }

    private InterlockMatrix buildMatrix(List<InterlockDefinition> definitions) {
        List<Interlock> interlocks = new ArrayList<>();
        for (InterlockDefinition interlock : definitions) {
            List<CauseConditions> causes = interlock.causes().stream()
                    .map(cause -> new CauseConditions(
                            conditions.of(cause.options().armedWhen(), true),
                            conditions.of(cause.options().condition(), false)))
                    .toList();
            InterlockConditions all = new InterlockConditions(
                    conditions.of(interlock.armedWhen(), true),
                    conditions.of(interlock.options().resetWhen(), true),
                    causes);
            interlocks.add(new Interlock(interlock, board, events, all, tickSeconds));
        }
        List<Holdable> held = new ArrayList<>(elements);
        held.addAll(loops.controllers());
        return new InterlockMatrix(interlocks, held, board);
    }

    /** Lets the process work its variables out for the present positions, before the first tick. */
    void settle() {
        port.settle();
    }

    /** Compiles the conditions; all signals are declared now. */
    void compileConditions() {
        ExpressionConditions compiler = new ExpressionConditions(board);
        conditions.compile(compiler::compile, compiler::formula);
    }

    private void buildPower(AutomationDefinition.Power power) {
        for (TwoPositionSwitch.Definition item : power.switches()) {
            switches.add(new TwoPositionSwitch(item, board));
        }
        for (PowerSupply.Definition item : power.supplies()) {
            supplies.add(new PowerSupply(item, board, tickSeconds));
        }
        for (AirSupply.Definition item : power.air()) {
            air.add(new AirSupply(item, board, tickSeconds));
        }
    }

    private void buildInstruments(AutomationDefinition.Instruments instruments) {
        for (TransmitterDefinition item : instruments.transmitters()) {
            transmitters.put(item.tag(), new Transmitter(item, port, board, tickSeconds, seed));
        }
        for (RatioTag.Definition item : instruments.ratios()) {
            calculated.add(new RatioTag(item, board));
        }
        for (SpecificEnergyTag.Definition item : instruments.energies()) {
            calculated.add(new SpecificEnergyTag(item, board, tickSeconds));
        }
        for (CalculatedDefinition item : instruments.calculated()) {
            Formula formula = item.rule() instanceof CalculatedDefinition.Formula rule
                    ? conditions.formula(rule.expression())
                    : () -> Double.NaN;
            calculated.add(new CalculatedSignal(item, board, formula, tickSeconds));
        }
        for (ProcessFlag.Definition item : instruments.flags()) {
            flags.add(new ProcessFlag(item, port, board));
        }
    }

    private void buildElements(AutomationDefinition definition) {
        AutomationDefinition.Control control = definition.control();
        for (HandValve.Definition item : definition.field().handValves()) {
            elements.add(new HandValve(item, port, board, tickSeconds));
        }
        for (ControlValve.Definition item : control.valves().control()) {
            elements.add(new ControlValve(item, port, board, tickSeconds));
        }
        for (SolenoidValve.Definition item : control.valves().solenoids()) {
            elements.add(new SolenoidValve(item, port, board, tickSeconds));
        }
        for (ShutoffValve.Definition item : control.valves().shutoffs()) {
            elements.add(new ShutoffValve(item, port, board, events, tickSeconds));
        }
        for (MotorValve.Definition item : control.valves().motors()) {
            elements.add(new MotorValve(item, port, board, events, tickSeconds));
        }
        for (Pump.Definition item : control.devices().pumps()) {
            Pump.StartConditions start = new Pump.StartConditions(
                    permissives(item.device()), conditions.of(item.automatic().standbyWhen(), false));
            elements.add(new Pump(item, port, board, events, start, tickSeconds));
        }
        for (Heater.Definition item : control.devices().heaters()) {
            elements.add(new Heater(item, port, board, events, permissives(item.device()), tickSeconds));
        }
        for (DeviceDefinition item : control.devices().fans()) {
            elements.add(new Fan(item, port, board, events, permissives(item)));
        }
    }

    private List<Permissive> permissives(DeviceDefinition device) {
        return device.permissives().stream()
                .map(item ->
                        new Permissive(item.id(), item.text(), item.condition(), conditions.of(item.condition(), true)))
                .toList();
    }

    private AlarmList buildAlarms(AutomationDefinition.Instruments instruments) {
        List<Alarm> built = new ArrayList<>();
        for (AlarmDefinition item : instruments.alarms()) {
            built.add(new Alarm(item, board, events, conditions.of(item.suppressWhen(), false), tickSeconds));
        }
        return new AlarmList(built, instruments.firstOut(), board, events);
    }

    private void buildTasks(AutomationDefinition.Field field) {
        tasks.add(new ProtectiveEquipment(field.equipment(), board));
        for (AutomationDefinition.DetectorTestDefinition item : field.detectorTests()) {
            List<Transmitter> detectors = new ArrayList<>();
            for (String tag : item.detectors()) {
                Transmitter detector = transmitters.get(tag);
                if (detector != null) {
                    detectors.add(detector);
                }
            }
            tasks.add(new DetectorTest(item.target(), item.text(), detectors, board));
        }
        tasks.addAll(round.points());
        for (SamplePoint.Definition item : field.samples()) {
            tasks.add(new SamplePoint(item, port, board, events, tickSeconds, seed));
        }
        for (NumberField item : field.desk().records()) {
            tasks.add(new TypedRecord(item, board));
        }
        tasks.add(new ShiftLog(field.desk().log(), board));
        tasks.add(new DoneTask("REPORT", "send", new LocalText("已向班长汇报", "reported to the shift leader"), board));
    }

    /** Hand valves, machines with a local panel and power switches; an emergency stop must always be free. */
    private void buildLockouts(AutomationDefinition.Devices devices) {
        Set<String> panels = Stream.of(
                        devices.pumps().stream().map(Pump.Definition::device),
                        devices.heaters().stream().map(Heater.Definition::device),
                        devices.fans().stream())
                .flatMap(each -> each)
                .filter(DeviceDefinition::localPanel)
                .map(DeviceDefinition::tag)
                .collect(Collectors.toSet());
        for (FinalElement element : elements) {
            if (element instanceof Lockable device
                    && (element instanceof HandValve || panels.contains(element.tag()))) {
                tasks.add(new LockoutPoint(device, board));
            }
        }
        for (TwoPositionSwitch each : switches) {
            if (!each.emergencyStop()) {
                tasks.add(new LockoutPoint(each, board));
            }
        }
    }

    /** Tags that the field operator can name on the radio: everything with a signal or an order, and equipment. */
    private Set<String> spokenOf(Set<String> places) {
        Set<String> names = new TreeSet<>(places);
        for (Signal signal : board.table().signals()) {
            int dot = signal.name().indexOf('.');
            names.add(dot < 0 ? signal.name() : signal.name().substring(0, dot));
        }
        round.points().forEach(point -> names.add(point.item().id()));
        tasks.forEach(task -> names.add(task.target()));
        names.removeIf(name -> !NameForm.TAG.fits(name) || NOT_SPOKEN.contains(name));
        return names;
    }
}
