package org.openots.simulator.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openots.simulator.operation.AutomationEvent;
import org.openots.simulator.operation.Command;
import org.openots.simulator.process.ProcessPort;

/** The automation of a plant on a process that stands still, whatever the actuators do, until a test moves a variable. */
final class InterlockBench {
    /** Scan time, s. */
    static final double TICK = 0.1;

    /** Longest wait for a flag, s: the longest delay of a trip is 60 s, and 120 s let slow instruments see the cause. */
    private static final double LONGEST_WAIT = 240;

    private final Map<String, Integer> index = new HashMap<>();
    private final Map<Integer, Double> values = new HashMap<>();
    private final Map<String, Double> normal;
    private final AutomationSystem system;
    private final List<AutomationEvent> events = new ArrayList<>();
    private long sequence;

    /**
     * Puts the automation into service.
     *
     * @param plant id of the plant
     * @param normal value of the process variables, SI; 0 for those left out
     * @param presets signals that the automation starts with
     */
    InterlockBench(String plant, Map<String, Double> normal, Map<String, Double> presets) {
        this.normal = normal;
        system = new AutomationSystem(AutomationPack.builtIn(plant), new Still(), TICK, 1);
        presets.forEach(system::preset);
        system.begin();
    }

    /** Moves a variable of the process. */
    void set(String variable, double value) {
        values.put(variable(variable), value);
    }

    /** Gives an order as an instructor. */
    void order(String target, String verb, double value) {
        assertThat(system.apply(new Command(system.view().tick(), sequence++, target, verb, value, ""), true))
                .isEmpty();
    }

    void impair(String target, String kind, double to) {
        system.impair(target, kind, to);
    }

    double value(String signal) {
        return system.view().value(system.signals().find(signal));
    }

    void run(double seconds) {
        for (long i = Math.round(seconds / TICK); i > 0; i--) {
            system.scanControl();
            system.scanInstruments();
            events.addAll(system.drainEvents());
        }
    }

    /** Runs until a flag is on. */
    double secondsUntil(String flag) {
        double start = system.view().time();
        while (value(flag) < 0.5) {
            run(TICK);
            assertThat(system.view().time() - start).as(flag).isLessThan(LONGEST_WAIT);
        }
        return system.view().time() - start;
    }

    <E> List<E> eventsOf(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private int variable(String name) {
        int at = index.computeIfAbsent(name, n -> index.size());
        values.putIfAbsent(at, normal.getOrDefault(name, 0.0));
        return at;
    }

    /** The process of normal running. */
    private final class Still implements ProcessPort {
        @Override
        public int variable(String name) {
            return InterlockBench.this.variable(name);
        }

        @Override
        public int actuator(String name) {
            return InterlockBench.this.variable("actuator " + name);
        }

        @Override
        public double read(int variable) {
            return values.getOrDefault(variable, 0.0);
        }

        @Override
        public void drive(int actuator, double fraction) {
            values.put(actuator, fraction);
        }
    }
}
