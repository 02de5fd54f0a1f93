package org.openots.simulator.plot;

import java.util.List;

/**
 * The plot plan of a plant.
 *
 * @param plant id of the pack
 * @param ground what the plant stands on and in
 * @param equipment vessels and machines
 * @param structures steel, concrete and ways up
 * @param lines pipes
 * @param fixtures instruments, devices, field points and safety things, in this order
 * @param leaks where something can come out
 * @param views places to stand and look; the first is where one starts
 */
public record PlotPlan(
        String plant,
        Ground ground,
        List<Equipment> equipment,
        List<Structure> structures,
        List<Line> lines,
        List<Fixture> fixtures,
        List<Leak> leaks,
        List<Stand> views) {
    /** Copies the lists. */
    public PlotPlan {
        equipment = List.copyOf(equipment);
        structures = List.copyOf(structures);
        lines = List.copyOf(lines);
        fixtures = List.copyOf(fixtures);
        leaks = List.copyOf(leaks);
        views = List.copyOf(views);
    }
}
