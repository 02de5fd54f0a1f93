package org.openots.simulator.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.hipparchus.util.FastMath;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.simulator.field.FieldEffect;
import org.openots.simulator.field.FieldEffect.Kind;
import org.openots.simulator.plant.PlantPack;
import org.openots.simulator.plot.Fixture;
import org.openots.simulator.plot.Leak;
import org.openots.simulator.process.Outflow;
import org.openots.simulator.process.ProcessModel;

/**
 * What somebody in the plant sees of the process: what comes out at the leaks of the plot plan, what lies on the floor below
 * them, and what froths behind the windows. Pools have a state of their own, without influence on the process.
 *
 * <p>What burns, burns as fast as it comes out, liquid and vapour together: the upper bound of a jet or spray fire.
 */
final class FieldView {
    /**
     * Time in which a pool loses 63 % of itself, s: 180. An assumption, as floors differ: process floors are sloped to drains, and
     * a film of a few millimetres runs off a few metres of concrete in minutes; evaporation is slower and counted in.
     */
    static final double RUN_OFF_SECONDS = 180;

    /** 40 °C, K. */
    private static final double WARM_DAY = 313.15;

    /** Standard atmosphere, Pa. */
    private static final double ATMOSPHERE = 101_325;

    private final ProcessModel process;
    private final List<Flow> flows = new ArrayList<>();
    private final List<Spill> spills = new ArrayList<>();
    private final int[] spilling;
    private final double[] pools;
    private final double kept;
    private final Kind vapour;

    /** Something that is read of the process as it is. */
    private record Flow(String place, Kind kind, int variable, List<String> burns) {
        boolean burning(Predicate<String> active) {
            return burns.stream().anyMatch(active);
        }

        /** Vapour that burns is seen as a flame, and a flame only while it burns. */
        boolean shown(Predicate<String> active) {
            return switch (kind) {
                case FIRE -> burning(active);
                case GAS, STEAM -> !burning(active);
                default -> true;
            };
        }
    }

    /** Something that collects on the floor. */
    private record Spill(String place, int variable) {}

    /**
     * Looks at a process.
     *
     * @param pack with or without a plot plan; without one nothing is seen
     * @param process of this pack
     * @param tickSeconds length of a tick, s
     */
    FieldView(PlantPack pack, ProcessModel process, double tickSeconds) {
        this.process = process;
        this.kept = FastMath.exp(-tickSeconds / RUN_OFF_SECONDS);
        this.vapour = mists(pack, process) ? Kind.STEAM : Kind.GAS;
        Set<String> names = new TreeSet<>(process.variableNames());
        pack.plot().ifPresent(plan -> {
            plan.leaks().forEach(leak -> leak.element().ifPresent(element -> leak(leak, element, names)));
            plan.fixtures().forEach(this::window);
        });
        spilling = spills.stream().mapToInt(Spill::variable).toArray();
        pools = new double[spilling.length];
    }

    /** Whether all that comes out as vapour is a liquid in the air of a warm day: then one sees it as a white mist. */
    private static boolean mists(PlantPack pack, ProcessModel process) {
        return process.componentIds().stream()
                .allMatch(id -> pack.database().component(id).vapourPressure().pressure(WARM_DAY) < ATMOSPHERE);
    }

    private void leak(Leak leak, String element, Set<String> names) {
        flow(leak, Kind.LIQUID, element + Outflow.SPRAY, names);
        flow(leak, vapour, element + Outflow.GAS, names);
        if (!leak.burns().isEmpty()) {
            flow(leak, Kind.FIRE, element + Outflow.HEAT, names);
        }
        if (names.contains(element + Outflow.SPILL)) {
            spills.add(new Spill(leak.id(), process.variable(element + Outflow.SPILL)));
        }
    }

    private void flow(Leak leak, Kind kind, String variable, Set<String> names) {
        if (names.contains(variable)) {
            flows.add(new Flow(leak.id(), kind, process.variable(variable), leak.burns()));
        }
    }

    private void window(Fixture fixture) {
        fixture.looksAt()
                .ifPresent(element -> flows.add(
                        new Flow(fixture.id(), Kind.FLOODING, process.variable(element + Outflow.FROTH), List.of())));
    }

    /** Lets a tick pass: pools grow by what comes out and run off. */
    void step(double seconds) {
        for (int i = 0; i < pools.length; i++) {
            double volume = FastMath.max(process.read(spilling[i]), 0) * seconds;
            pools[i] = pools[i] * kept + (Double.isFinite(volume) ? volume : 0);
        }
    }

    /**
     * All that is seen now, in the order of the plot plan.
     *
     * @param active whether a fault acts now
     */
    List<FieldEffect> effects(Predicate<String> active) {
        List<FieldEffect> seen = new ArrayList<>();
        for (Flow flow : flows) {
            if (flow.shown(active)) {
                add(seen, new FieldEffect(flow.place(), flow.kind(), process.read(flow.variable())));
            }
        }
        for (int i = 0; i < pools.length; i++) {
            add(seen, new FieldEffect(spills.get(i).place(), Kind.POOL, pools[i]));
        }
        return seen;
    }

    private static void add(List<FieldEffect> seen, FieldEffect effect) {
        if (effect.amount() >= effect.kind().visible()) {
            seen.add(effect);
        }
    }

    void save(StateWriter out) {
        out.section("field-view");
        out.writeDoubles(pools);
    }

    void restore(StateReader in) {
        in.section("field-view");
        in.readDoubles(pools);
    }
}
