package org.openots.instructor.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openots.common.signal.SignalTable;
import org.openots.common.text.LocalText;
import org.openots.instructor.session.AlarmState;
import org.openots.instructor.session.FaultOrder;
import org.openots.instructor.session.FaultStatus;
import org.openots.instructor.session.RunEngine;
import org.openots.instructor.session.RunEvent;
import org.openots.simulator.engine.EngineEvent;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.fault.EventOrders;
import org.openots.simulator.field.FieldEffect;
import org.openots.simulator.field.VisibleDefect;
import org.openots.simulator.operation.Command;

/** A plant engine as the station drives it. */
final class PlantRunEngine implements RunEngine {
    /** Chinese words of the phases of a fault. */
    private static final Map<String, String> PHASES =
            Map.of("armed", "待命", "ramping", "渐变中", "active", "已生效", "withdrawn", "已撤回");

    /** Kind of an event that tells the trainee something. */
    private static final String MESSAGE = "message";

    private final PlantEngine engine;
    private final AnswerBox answers = new AnswerBox();
    private final int sound;
    private long orders;
    private long withdrawals;

    PlantRunEngine(PlantEngine engine) {
        this.engine = engine;
        this.sound = engine.signals().find("ALARMS.SOUND");
    }

    @Override
    public double tickSeconds() {
        return engine.pack().tickSeconds();
    }

    @Override
    public long tick() {
        return engine.tick();
    }

    @Override
    public double time() {
        return engine.time();
    }

    @Override
    public void submit(Command command, boolean privileged) {
        if (!answers.takes(command, privileged)) {
            engine.submit(command, privileged);
        }
    }

    @Override
    public boolean takesValue(String target, String verb) {
        return AnswerBox.concerns(target) ? AnswerBox.takesValue(verb) : engine.takesValue(target, verb);
    }

    @Override
    public void armFault(FaultOrder order) {
        engine.arm(new org.openots.simulator.fault.FaultOrder(
                engine.tick(),
                orders++,
                order.key(),
                order.fault(),
                order.severity(),
                order.rampSeconds(),
                order.delaySeconds(),
                order.when(),
                order.holdSeconds()));
    }

    @Override
    public void withdrawFault(String key) {
        engine.withdraw(engine.tick(), withdrawals++, key);
    }

    @Override
    public void step() {
        engine.step();
    }

    @Override
    public SignalTable signals() {
        return engine.signals();
    }

    @Override
    public List<VisibleDefect> visibleDefects() {
        return engine.visibleDefects();
    }

    @Override
    public void copyValues(double[] target) {
        engine.copyValues(target);
    }

    @Override
    public List<RunEvent> drainEvents() {
        List<RunEvent> events = new ArrayList<>(answers.applied(engine.tick(), engine.time()));
        for (EngineEvent event : engine.drainEvents()) {
            events.add(translate(event));
            message(event).ifPresent(events::add);
        }
        return events;
    }

    /** What an event of the exercise tells the trainee, at the moment it happens. */
    private Optional<RunEvent> message(EngineEvent event) {
        return event instanceof EngineEvent.FaultChanged changed
                        && changed.status().phase() == org.openots.simulator.fault.FaultStatus.Phase.ACTIVE
                ? EventOrders.message(changed.status().order().fault())
                        .map(text -> event(changed.tick(), MESSAGE, "", text, false))
                : Optional.empty();
    }

    private RunEvent translate(EngineEvent event) {
        if (event instanceof EngineEvent.Automation automation) {
            return EngineWords.event(automation.tick(), time(automation.tick()), automation.event());
        }
        if (event instanceof EngineEvent.ModelHeld held) {
            return event(held.tick(), held.held() ? "model-held" : "model-runs", "", held.text(), false);
        }
        EngineEvent.FaultChanged changed = (EngineEvent.FaultChanged) event;
        String phase = changed.status().phase().name().toLowerCase(Locale.ROOT);
        String fault = changed.status().order().fault();
        return new RunEvent(
                changed.tick(),
                time(changed.tick()),
                "fault-" + phase,
                changed.status().order().key(),
                RunEvent.NO_COMMAND,
                fault,
                words(fault, phase),
                Map.of(),
                true);
    }

    private static LocalText words(String fault, String phase) {
        String zh = PHASES.getOrDefault(phase, phase);
        return EventOrders.message(fault)
                .map(text -> new LocalText("提示“" + text.zh() + "”" + zh, "message \"" + text.en() + "\" " + phase))
                .orElseGet(() -> new LocalText("故障 " + fault + " " + zh, "fault " + fault + " " + phase));
    }

    private RunEvent event(long tick, String kind, String subject, LocalText text, boolean secret) {
        return new RunEvent(tick, time(tick), kind, subject, RunEvent.NO_COMMAND, "", text, Map.of(), secret);
    }

    private double time(long tick) {
        return tick * tickSeconds();
    }

    @Override
    public List<AlarmState> alarms() {
        return EngineWords.alarms(engine.alarms());
    }

    @Override
    public int alarmSound() {
        return sound == SignalTable.NONE ? 0 : (int) engine.view().value(sound);
    }

    @Override
    public List<FaultStatus> faults() {
        List<FaultStatus> list = new ArrayList<>();
        for (org.openots.simulator.fault.FaultStatus status : engine.faultStatus()) {
            String state = switch (status.phase()) {
                case ARMED -> "armed";
                case RAMPING, ACTIVE -> "active";
                case WITHDRAWN -> "over";
            };
            list.add(new FaultStatus(order(status.order()), state, status.level()));
        }
        return list;
    }

    private static FaultOrder order(org.openots.simulator.fault.FaultOrder order) {
        return new FaultOrder(
                order.key(),
                order.fault(),
                order.strength(),
                order.rampSeconds(),
                order.delaySeconds(),
                order.when(),
                order.holdSeconds());
    }

    @Override
    public List<FieldEffect> fieldEffects() {
        return engine.fieldEffects();
    }

    @Override
    public byte[] saveState() {
        return engine.saveState();
    }

    @Override
    public void restoreState(byte[] state) {
        engine.restoreState(state);
        orders = engine.faultStatus().size();
    }

    @Override
    public String stateHash() {
        return engine.stateHash();
    }
}
