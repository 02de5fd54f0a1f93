package org.openots.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.instrument.TransmitterDefinition;

/** Readings once a second around a fault, and what can be said of them. */
final class Recording {
    /** Seconds of normal running before the fault; long enough to know the mean of a noisy reading. */
    static final int BEFORE = 60;

    /** Half of the window of a mean, s: ten readings on either side bring the noise to less than a quarter. */
    static final int HALF_WINDOW = 10;

    /** A movement is clear when it is larger than this share of the range: at least twice the noise of any tag. */
    private static final double CLEAR_SHARE = 0.01;

    /** Readings on end that make a movement: one alone may be noise. */
    private static final int ON_END = 3;

    private final Map<String, double[]> readings = new TreeMap<>();
    private final Map<String, Double> clear;

    Recording(PlantEngine engine, Collection<String> signals, int secondsAfter) {
        signals.forEach(s -> readings.put(s, new double[BEFORE + secondsAfter + 1]));
        clear = engine.pack().automation().instruments().transmitters().stream()
                .collect(Collectors.toMap(
                        TransmitterDefinition::tag, t -> CLEAR_SHARE * t.range().span()));
    }

    /** Takes the readings of a second. */
    void take(PlantEngine engine, int second) {
        readings.forEach((name, values) ->
                values[second] = engine.view().value(engine.signals().find(name)));
    }

    private double[] of(String signal) {
        double[] values = readings.get(signal);
        if (values == null) {
            throw new IllegalArgumentException(signal + " was not recorded");
        }
        return values;
    }

    /** Mean of the last 40 s before the fault. */
    double before(String signal) {
        return Arrays.stream(of(signal), BEFORE - 40, BEFORE).average().orElseThrow();
    }

    /** Mean around a time after the fault. */
    double around(String signal, int seconds) {
        int at = BEFORE + seconds;
        return Arrays.stream(of(signal), Math.max(BEFORE, at - HALF_WINDOW), at + HALF_WINDOW + 1)
                .average()
                .orElseThrow();
    }

    /** First second after the fault from which three readings on end lie in a band, or -1. */
    int firstWithin(String signal, double low, double high) {
        double[] values = of(signal);
        int run = 0;
        for (int i = BEFORE + 1; i < values.length; i++) {
            run = values[i] >= low && values[i] <= high ? run + 1 : 0;
            if (run == ON_END) {
                return i - ON_END + 1 - BEFORE;
            }
        }
        return -1;
    }

    /** Second of the first clear movement in a direction, or -1. */
    int firstMove(String signal, boolean up) {
        double threshold = clear.getOrDefault(signal, 1.0);
        double start = before(signal);
        return up
                ? firstWithin(signal, start + threshold, Double.POSITIVE_INFINITY)
                : firstWithin(signal, Double.NEGATIVE_INFINITY, start - threshold);
    }

    /** Asserts one check. */
    void require(SymptomTable.Check check) {
        if (check instanceof SymptomTable.Order order) {
            requireOrder(order);
        } else if (check instanceof SymptomTable.Value value) {
            requireValue(value);
        }
    }

    private void requireOrder(SymptomTable.Order order) {
        int last = 0;
        for (int i = 0; i < order.signals().size(); i++) {
            int moved = firstMove(order.signals().get(i), order.up().get(i));
            String told = order.text() + ": " + order.signals().get(i) + "\n" + story();
            assertThat(moved).as("moves after the one before: " + told).isGreaterThan(last);
            last = moved;
        }
    }

    private void requireValue(SymptomTable.Value v) {
        double base = v.relative() ? before(v.signal()) : 0;
        String told = v.text() + "\n" + story();
        switch (v.when()) {
            case "within" ->
                assertThat(firstWithin(v.signal(), base + v.low(), base + v.high()))
                        .as(told)
                        .isBetween(0, v.seconds());
            case "until" -> {
                for (int i = BEFORE; i <= BEFORE + v.seconds(); i++) {
                    assertThat(of(v.signal())[i]).as(told).isBetween(base + v.low(), base + v.high());
                }
            }
            default -> {
                double mean = around(v.signal(), v.seconds());
                if (Double.isNaN(v.low())) {
                    assertThat(mean).as(told).isNaN();
                } else {
                    assertThat(mean).as(told).isBetween(base + v.low(), base + v.high());
                }
            }
        }
    }

    /** The readings at a few times, for people. */
    String story() {
        int length = readings.values().iterator().next().length - BEFORE;
        int[] times = {-1, 10, 30, 60, 120, 300, 600, 900, 1200, 1800, 2700};
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-12s", "s"));
        for (int t : times) {
            text.append(t < length ? String.format(Locale.ROOT, "%9d", t) : "");
        }
        readings.forEach((name, values) -> {
            text.append(String.format(Locale.ROOT, "%n%-12s", name));
            for (int t : times) {
                text.append(t < length ? String.format(Locale.ROOT, "%9.3f", values[BEFORE + t]) : "");
            }
        });
        return text.toString();
    }
}
