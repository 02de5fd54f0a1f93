package org.openots.simulator.study;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openots.simulator.process.ProcessModel;

/** Notes which hard places a process has come through. */
final class VisitWatch {
    /** Level above which a holdup counts as wet, and share of it below which it is dry again. */
    private static final double WET_LEVEL = 0.03;

    private static final double DRY_LEVEL = 1e-3;

    /** Inert that has come in: more than what breathes through a smoothed opening. */
    private static final double INGRESS = 1.0;

    /** Cooling-water flow that cools nothing, m3/s: a thousandth of a garden hose. */
    private static final double NO_FLOW = 1e-7;

    /** How much hotter than the water the column must be to need it, K. */
    private static final double HOT = 20;

    private final ProcessModel process;
    private final int[] levels;
    private final boolean[] wet;
    private final int[] regimes;
    private final int[] water;
    private final int waterTemperature;
    private final int hottest;
    private final Set<Visit> seen = EnumSet.noneOf(Visit.class);

    VisitWatch(ProcessModel process) {
        this.process = process;
        Map<String, String> dimensions = process.units().variables();
        List<Integer> flows = new ArrayList<>();
        List<Integer> sights = new ArrayList<>();
        for (String name : process.variableNames()) {
            if (name.endsWith(".V") && "m3/s".equals(dimensions.get(name))) {
                flows.add(process.variable(name));
            } else if (name.endsWith(".regime")) {
                sights.add(process.variable(name));
            }
        }
        levels = process.holdupIds().stream()
                .mapToInt(id -> process.variable(id + ".level"))
                .toArray();
        wet = new boolean[levels.length];
        regimes = sights.stream().mapToInt(Integer::intValue).toArray();
        water = flows.stream().mapToInt(Integer::intValue).toArray();
        waterTemperature = process.variable("cw.T");
        hottest = process.variable("sump.T");
    }

    void look() {
        for (int i = 0; i < levels.length; i++) {
            double level = process.read(levels[i]);
            wet[i] |= level > WET_LEVEL;
            if (wet[i] && level < DRY_LEVEL) {
                seen.add(Visit.DRY_OUT);
            }
        }
        for (int regime : regimes) {
            if (process.read(regime) > 1.5) {
                seen.add(Visit.FLOODING);
            }
        }
        double flow = 0;
        for (int w : water) {
            flow = Math.max(flow, process.read(w));
        }
        if (flow < NO_FLOW && process.read(hottest) > process.read(waterTemperature) + HOT) {
            seen.add(Visit.LOSS_OF_COOLING);
        }
        if (process.inertReceived() > INGRESS) {
            seen.add(Visit.AIR_INGRESS);
        }
    }

    Set<Visit> seen() {
        return EnumSet.copyOf(seen.isEmpty() ? EnumSet.noneOf(Visit.class) : seen);
    }
}
