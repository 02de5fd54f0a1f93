package org.openots.simulator.automation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openots.common.signal.SignalTable;
import org.openots.common.state.StateWriter;
import org.openots.simulator.operation.AutomationEvent;
import org.openots.simulator.operation.Command;
import org.openots.simulator.operation.Refusal;

/** Plant A's automation on a {@link SimpleRig}, ticked as the engine does. */
public final class RigRun {
    public static final double TICK = 0.1;
    private static final AutomationDefinition PLANT_A = AutomationPack.builtIn("ethanol-water-rig");

    public final SimpleRig rig = new SimpleRig();
    public final AutomationSystem system;
    public final List<AutomationEvent> events = new ArrayList<>();
    private long sequence;

    public RigRun(long seed) {
        this(PLANT_A, seed);
    }

    public RigRun(AutomationDefinition definition, long seed) {
        this.system = new AutomationSystem(definition, rig, TICK, seed);
    }

    /** Cold, without power. */
    public static RigRun cold() {
        RigRun run = new RigRun(7);
        run.rig.cold();
        run.system.begin();
        return run;
    }

    /** Normal running with scheme S2, all loops closed. */
    public static RigRun normal() {
        return normal(7);
    }

    public static RigRun normal(long seed) {
        RigRun run = new RigRun(seed);
        run.presetNormal();
        run.system.begin();
        return run;
    }

    public void presetNormal() {
        for (String on : new String[] {"SW-701", "SW-702", "P-701", "P-702A", "P-703", "E-703", "E-701"}) {
            system.preset(on, 1);
        }
        for (String open : new String[] {"HV-713", "HV-714", "HV-701", "HV-702", "HV-703C", "HV-706", "HV-707"}) {
            system.preset(open, 100);
        }
        loop("FIC-701", 1, 60, 50);
        loop("TIC-701", 1, 80, 95);
        loop("TIC-705", 1, 80.9, 57.8);
        loop("JIC-701", 2, 15.6, 57.8);
        loop("FIC-702", 2, 36, 45);
        loop("FIC-703", 2, 12, 30);
        loop("LIC-702", 1, 60, 40);
        loop("LIC-703", 1, 50, 30);
        loop("TIC-709", 1, 60, 70);
    }

    private void loop(String tag, int mode, double setPoint, double output) {
        system.preset(tag + ".MODE", mode);
        system.preset(tag + ".SP", setPoint);
        system.preset(tag + ".OP", output);
    }

    /** One tick with a process that moves. */
    public void tick() {
        system.scanControl();
        rig.step(TICK);
        system.scanInstruments();
        events.addAll(system.drainEvents());
    }

    /** One tick with a process that stands still. */
    public void tickStill() {
        system.scanControl();
        system.scanInstruments();
        events.addAll(system.drainEvents());
    }

    public void run(double seconds) {
        for (long i = Math.round(seconds / TICK); i > 0; i--) {
            tick();
        }
    }

    public void runStill(double seconds) {
        for (long i = Math.round(seconds / TICK); i > 0; i--) {
            tickStill();
        }
    }

    public Optional<Refusal> order(String target, String verb, double value) {
        return order(target, verb, value, "", false);
    }

    public Optional<Refusal> order(String target, String verb, double value, String text, boolean privileged) {
        Command command = new Command(system.view().tick(), sequence++, target, verb, value, text);
        Optional<Refusal> refusal = system.apply(command, privileged);
        events.addAll(system.drainEvents());
        return refusal;
    }

    public double value(String signal) {
        int index = system.signals().find(signal);
        if (index == SignalTable.NONE) {
            throw new IllegalArgumentException("no signal " + signal);
        }
        return system.view().value(index);
    }

    public String hash() {
        StateWriter writer = new StateWriter();
        system.save(writer);
        return writer.sha256();
    }

    public <E> List<E> eventsOf(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** What went on, for the messages of failing tests. */
    public String story() {
        StringBuilder story = new StringBuilder();
        events.forEach(event -> story.append(event.text().in(Locale.ENGLISH)).append('\n'));
        return story.toString();
    }
}
