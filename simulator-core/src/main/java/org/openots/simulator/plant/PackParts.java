package org.openots.simulator.plant;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openots.simulator.automation.AutomationDefinition;
import org.openots.simulator.fault.FaultDefinition;
import org.openots.simulator.plot.PlotUse;

/**
 * What could be read of a pack, for checking its files against each other while some have mistakes. Where a mistake was
 * named there are stand-ins: NaN, 0, empty texts.
 *
 * @param conditions ids of the initial conditions; null while plant.json does not tell them all
 * @param tickSeconds model time of one tick, s; a usual one while plant.json does not tell it
 * @param automation instruments, control, interlocks and field devices; null while a name in them is in doubt
 * @param faults the faults; empty while faults.json cannot be read
 * @param uses names that the drawings use; empty while layout.json cannot be read
 * @param plot names to which the plot plan gives a place; null while there is no plot.json or it cannot be read
 * @param placed whether these are all
 * @param drawn whether the uses of layout.json are all
 */
public record PackParts(
        @Nullable List<String> conditions,
        double tickSeconds,
        @Nullable AutomationDefinition automation,
        List<FaultDefinition> faults,
        List<Layout.Use> uses,
        @Nullable List<PlotUse> plot,
        boolean placed,
        boolean drawn) {
    /** Copies the lists. */
    public PackParts {
        conditions = conditions == null ? null : List.copyOf(conditions);
        faults = List.copyOf(faults);
        uses = List.copyOf(uses);
        plot = plot == null ? null : List.copyOf(plot);
    }

    /**
     * Ids of the initial conditions.
     *
     * @return nothing while plant.json does not tell them all
     */
    public Optional<List<String>> knownConditions() {
        return Optional.ofNullable(conditions);
    }

    /**
     * Names to which the plot plan gives a place.
     *
     * @return nothing while there is no plot.json or it cannot be read
     */
    public Optional<List<PlotUse>> knownPlot() {
        return Optional.ofNullable(plot);
    }

    /**
     * Instruments, control, interlocks and field devices.
     *
     * @return nothing while a name in them is in doubt
     */
    public Optional<AutomationDefinition> knownAutomation() {
        return Optional.ofNullable(automation);
    }
}
