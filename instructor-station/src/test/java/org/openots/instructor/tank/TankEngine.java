package org.openots.instructor.tank;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.openots.common.error.OtsException;
import org.openots.common.signal.Signal;
import org.openots.common.signal.SignalTable;
import org.openots.common.text.LocalText;
import org.openots.instructor.session.AlarmState;
import org.openots.instructor.session.FaultOrder;
import org.openots.instructor.session.FaultStatus;
import org.openots.instructor.session.RunEngine;
import org.openots.instructor.session.RunEvent;
import org.openots.simulator.operation.Command;

/**
 * A tank of 1 m3: pump in, valve out, heater with a temperature controller. Explicit Euler at 0.1 s, noise from a linear
 * congruential generator; deterministic.
 */
public final class TankEngine implements RunEngine {
    /** The fault whose id and name must never reach a student. */
    public static final String CANARY = "F-CANARY-XQZ7";

    /** A signal that must never reach a student. */
    public static final String HIDDEN = "HIDDEN.XQZ7";

    static final LocalText CANARY_TEXT = new LocalText("泄漏金丝雀XQZ7", "Canary leak XQZ7");

    private static final double TICK = 0.1;
    private static final double PUMP_FLOW = 0.01;
    private static final double VALVE_FLOW = 0.012;
    private static final double LEAK_FLOW = 0.008;
    private static final double HEATER_POWER = 20_000;
    private static final double HEAT_CAPACITY = 4.18e6;
    private static final double LOSS = 60;
    private static final double AMBIENT = 20;
    private static final double HIGH = 80;
    private static final double MIN_LEVEL = 10;
    private static final List<String> NAMES = List.of(
            "LI-101", "TI-101", "TIC-101.SP", "TIC-101.OP", "P-101", "E-101", "HV-101", "LI-101.H", "TRIPS", HIDDEN);
    private static final SignalTable TABLE = new SignalTable(NAMES.stream()
            .map(name -> new Signal(name, "", new LocalText(name, name)))
            .toList());

    private final List<Command> queue = new ArrayList<>();
    private final List<RunEvent> events = new ArrayList<>();
    private TankState state = new TankState();
    private double output;

    TankEngine(double volume, long seed) {
        state.volume = volume;
        state.temperature = AMBIENT;
        state.setPoint = 60;
        state.noise = seed;
    }

    @Override
    public double tickSeconds() {
        return TICK;
    }

    @Override
    public long tick() {
        return state.tick;
    }

    @Override
    public double time() {
        return state.tick * TICK;
    }

    @Override
    public void submit(Command command, boolean privileged) {
        List<String> verbs = switch (command.target()) {
            case "P-101", "E-101" -> List.of("start", "stop");
            case "HV-101" -> List.of("position");
            case "TIC-101" -> List.of("sp");
            case "LI-101.H" -> List.of("ack");
            default -> throw new OtsException(TankError.UNKNOWN_TARGET, command.target());
        };
        if (!verbs.contains(command.verb())) {
            throw new OtsException(TankError.UNKNOWN_VERB, command.target(), command.verb());
        }
        if (!(command.value() >= 0 && command.value() <= 100)) {
            throw new OtsException(TankError.VALUE_RANGE, command.target(), command.value(), 0, 100);
        }
        queue.add(command);
    }

    @Override
    public boolean takesValue(String target, String verb) {
        return verb.equals("position") || verb.equals("sp");
    }

    @Override
    public void armFault(FaultOrder order) {
        if (!order.fault().equals(CANARY) || !order.when().isEmpty()) {
            throw new OtsException(TankError.UNKNOWN_FAULT, order.fault() + order.when());
        }
        state.faults.add(new TankState.Fault(order, state.tick));
    }

    @Override
    public void withdrawFault(String key) {
        state.faults.removeIf(fault -> fault.order.key().equals(key));
    }

    @Override
    public void step() {
        queue.forEach(this::apply);
        queue.clear();
        control();
        process();
        state.tick++;
        announce();
        alarm();
    }

    private void apply(Command command) {
        switch (command.target()) {
            case "P-101" -> state.pump = command.verb().equals("start");
            case "E-101" -> {
                boolean start = command.verb().equals("start");
                if (start && level() < MIN_LEVEL) {
                    outcome(command, RunEvent.REFUSED, "OTS-TANK-101", "液位过低，不能加热", "Level too low to heat");
                    return;
                }
                state.heater = start;
            }
            case "HV-101" -> state.valve = command.value();
            case "TIC-101" -> state.setPoint = command.value();
            default -> state.highAlarm = state.highAlarm == 1 ? 2 : state.highAlarm;
        }
        outcome(command, RunEvent.APPLIED, "", "已执行", "Applied");
    }

    private void outcome(Command command, String kind, String code, String zh, String en) {
        events.add(new RunEvent(
                state.tick + 1,
                (state.tick + 1) * TICK,
                kind,
                command.target(),
                command.sequence(),
                code,
                new LocalText(zh, en),
                Map.of("value", command.value()),
                false));
    }

    private void control() {
        double error = state.setPoint - state.temperature;
        state.integral = Math.max(0, Math.min(100, state.integral + 0.02 * error * TICK));
        output = state.heater ? Math.max(0, Math.min(100, 5 * error + state.integral)) : 0;
    }

    private void process() {
        double flowIn = state.pump ? PUMP_FLOW : 0;
        double flowOut = state.volume > 0 ? VALVE_FLOW * state.valve / 100 : 0;
        for (TankState.Fault fault : state.faults) {
            flowOut += state.volume > 0 ? LEAK_FLOW * strength(fault) : 0;
        }
        double volume = Math.max(0, Math.min(1, state.volume + (flowIn - flowOut) * TICK));
        double heat = HEATER_POWER * output / 100 - LOSS * (state.temperature - AMBIENT);
        double mixing = flowIn * HEAT_CAPACITY * (AMBIENT - state.temperature);
        state.temperature += (heat + mixing) * TICK / (HEAT_CAPACITY * (volume + 0.01));
        state.volume = volume;
        state.noise = state.noise * 6364136223846793005L + 1442695040888963407L;
    }

    private double strength(TankState.Fault fault) {
        double since = (state.tick - fault.armedAt) * TICK - fault.order.delaySeconds();
        if (since < 0) {
            return 0;
        }
        double ramp = fault.order.rampSeconds();
        return fault.order.severity() * (ramp <= 0 ? 1 : Math.min(1, since / ramp));
    }

    private void announce() {
        for (TankState.Fault fault : state.faults) {
            if (!fault.announced && strength(fault) > 0) {
                fault.announced = true;
                events.add(new RunEvent(
                        state.tick,
                        time(),
                        "fault",
                        fault.order.fault(),
                        RunEvent.NO_COMMAND,
                        "",
                        CANARY_TEXT,
                        Map.of(),
                        true));
            }
        }
    }

    private void alarm() {
        boolean high = level() > HIGH;
        if (high == state.highAlarm > 0) {
            return;
        }
        state.highAlarm = high ? 1 : 0;
        state.highSince = time();
        events.add(new RunEvent(
                state.tick,
                time(),
                RunEvent.ALARM,
                "LI-101.H",
                RunEvent.NO_COMMAND,
                "",
                high ? new LocalText("液位高", "Level high") : new LocalText("液位恢复", "Level back"),
                Map.of("value", level(), "limit", HIGH),
                false));
    }

    private double level() {
        return state.volume * 100;
    }

    @Override
    public SignalTable signals() {
        return TABLE;
    }

    @Override
    public void copyValues(double[] target) {
        // 0.01 % of noise: one digit of a level transmitter
        target[0] = level() + ((state.noise >>> 40) / (double) (1 << 24) - 0.5) * 0.01;
        target[1] = state.temperature;
        target[2] = state.setPoint;
        target[3] = output;
        target[4] = state.pump ? 1 : 0;
        target[5] = state.heater ? 1 : 0;
        target[6] = state.valve;
        target[7] = state.highAlarm > 0 ? 1 : 0;
        target[8] = 0;
        target[9] = state.tick;
    }

    @Override
    public List<RunEvent> drainEvents() {
        List<RunEvent> drained = List.copyOf(events);
        events.clear();
        return drained;
    }

    @Override
    public List<AlarmState> alarms() {
        if (state.highAlarm == 0) {
            return List.of();
        }
        String word = state.highAlarm == 1 ? "unack" : "ack";
        return List.of(new AlarmState("LI-101.H", "LI-101", "H", 2, word, state.highSince, level(), HIGH));
    }

    @Override
    public int alarmSound() {
        return state.highAlarm == 1 ? 2 : 0;
    }

    @Override
    public List<FaultStatus> faults() {
        return state.faults.stream()
                .map(fault -> new FaultStatus(fault.order, strength(fault) > 0 ? "active" : "armed", strength(fault)))
                .toList();
    }

    @Override
    public byte[] saveState() {
        return state.write();
    }

    @Override
    public void restoreState(byte[] saved) {
        state = TankState.read(saved);
        queue.clear();
        events.clear();
    }

    @Override
    public String stateHash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(state.write()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
