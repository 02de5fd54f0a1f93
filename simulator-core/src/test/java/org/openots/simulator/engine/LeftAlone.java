package org.openots.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openots.simulator.plant.PlantPack;

/**
 * A plant that nobody touches from one of its initial conditions on: the means of all transmitters over the first and the
 * last five minutes, and the worst of every second.
 */
final class LeftAlone {
    /** Readings are averaged over this long, s: 300 samples leave a seventeenth of the noise. */
    static final int WINDOW = 300;

    private final PlantEngine engine;
    private final Map<String, Integer> signals = new LinkedHashMap<>();
    private final Map<String, Double> first = new LinkedHashMap<>();
    private final Map<String, Double> last = new LinkedHashMap<>();
    private final List<String> variables;
    private double trips;
    private double unacknowledged;

    /**
     * Watches it.
     *
     * @param seconds how long, at least twice the window
     * @param more signals besides the transmitters, and variables of the process, to be averaged
     */
    LeftAlone(PlantPack pack, String condition, int seconds, String... more) {
        engine = new PlantEngine(pack, pack.initialCondition(condition), 3);
        variables = new ArrayList<>();
        pack.automation()
                .instruments()
                .transmitters()
                .forEach(t -> signals.put(t.tag(), engine.signals().find(t.tag())));
        for (String name : more) {
            if (engine.process().variableNames().contains(name)) {
                variables.add(name);
            } else {
                signals.put(name, engine.signals().find(name));
            }
        }
        int ticks = (int) Math.round(1 / pack.tickSeconds());
        for (int second = 0; second < seconds; second++) {
            for (int i = 0; i < ticks; i++) {
                engine.step();
            }
            if (second < WINDOW) {
                add(first);
            } else if (second >= seconds - WINDOW) {
                add(last);
            }
            trips = Math.max(trips, signal("TRIPS"));
            unacknowledged = Math.max(unacknowledged, signal("ALARMS.UNACK"));
        }
    }

    private void add(Map<String, Double> means) {
        signals.forEach((name, index) -> means.merge(name, engine.view().value(index) / WINDOW, Double::sum));
        variables.forEach(name -> means.merge(name, engine.processValue(name) / WINDOW, Double::sum));
    }

    /** Nothing tripped and no alarm asked for anybody. */
    void wasQuiet() {
        assertThat(trips).as("trips").isZero();
        assertThat(unacknowledged).as("alarms").isZero();
    }

    /**
     * The ledger closes to what rounding leaves: 1e-9. Not for a large plant that stands cold: its energy flows, a few joules
     * in ten minutes, are so small beside the energy it holds that rounding alone is more.
     */
    void lostNothing() {
        for (double gap : engine.closure()) {
            assertThat(gap).as("ledger").isLessThan(1e-9);
        }
    }

    /** The present value of a signal. */
    double signal(String name) {
        return engine.view().value(engine.signals().find(name));
    }

    /** Mean of the last five minutes. */
    double mean(String name) {
        return known(last, name);
    }

    /** Mean of the last five minutes less that of the first. */
    double drift(String name) {
        return mean(name) - known(first, name);
    }

    private static double known(Map<String, Double> means, String name) {
        assertThat(means).containsKey(name);
        return means.getOrDefault(name, Double.NaN);
    }
}
