package org.openots.simulator.equipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openots.simulator.equipment.ValvePath.Parallel;
import org.openots.simulator.equipment.ValvePath.Trim;
import org.openots.simulator.equipment.ValvePath.Valve;
import org.openots.simulator.process.ProcessInputs;

/** Areas of valves on a line, worked out by hand. */
class ValvePathTest {
    private final ProcessInputs inputs = new ProcessInputs();
    private final int a = inputs.declare("a", 1);
    private final int b = inputs.declare("b", 1);
    private final int clear = inputs.declare("clear", 1);

    private ValvePath path(ValvePath.Resistance... parts) {
        return new ValvePath(List.of(parts), 1, clear);
    }

    @Test
    void linearAndEqualPercentageTrim() {
        inputs.set(a, 0.5);
        assertThat(new Valve(a, 4e-4, Trim.LINEAR).area(inputs)).isCloseTo(2e-4, within(1e-18));
        // 30^-0.5 - 0.5/30 = 0.182574 - 0.016667
        assertThat(new Valve(a, 1, Trim.EQUAL_PERCENTAGE).area(inputs)).isCloseTo(0.165907, within(1e-6));
        inputs.set(a, 1);
        assertThat(new Valve(a, 1, Trim.EQUAL_PERCENTAGE).area(inputs)).isEqualTo(1);
        inputs.set(a, 0);
        assertThat(new Valve(a, 1, Trim.EQUAL_PERCENTAGE).area(inputs)).isZero();
    }

    /** Two like valves in series have 1/sqrt(2) of the area; a pipe of 1 m2 takes 1e-8 of it. */
    @Test
    void seriesAndParallel() {
        Valve first = new Valve(a, 1e-4, Trim.LINEAR);
        Valve second = new Valve(b, 1e-4, Trim.LINEAR);
        assertThat(path(first, second).area(inputs)).isCloseTo(7.0711e-5, within(1e-9));
        assertThat(path(new Parallel(List.of(List.of(first), List.of(second)))).area(inputs))
                .isCloseTo(2e-4, within(1e-10));
        inputs.set(b, 0);
        assertThat(path(first, second).area(inputs)).as("one shut valve shuts").isZero();
        assertThat(path(new Parallel(List.of(List.of(first), List.of(second)))).area(inputs))
                .as("a bypass does not")
                .isCloseTo(1e-4, within(1e-10));
        assertThat(path(first, second).opening(inputs)).isZero();
        assertThat(path(new Parallel(List.of(List.of(first), List.of(second)))).opening(inputs))
                .isEqualTo(1);
    }

    @Test
    void pluggingNarrowsTheLineAndShutsIt() {
        ValvePath path = new ValvePath(List.of(), 1e-3, clear);
        assertThat(path.area(inputs)).isCloseTo(1e-3, within(1e-15));
        inputs.set(clear, 0.3);
        assertThat(path.area(inputs)).isCloseTo(3e-4, within(1e-15));
        inputs.set(clear, 0);
        assertThat(path.area(inputs)).isZero();
        assertThat(path.opening(inputs)).as("no valves").isEqualTo(1);
    }

    @Test
    void aValveBelowATenThousandthIsShut() {
        Valve valve = new Valve(a, 1, Trim.LINEAR);
        inputs.set(a, 0.9e-4);
        assertThat(valve.area(inputs)).isZero();
        inputs.set(a, 1.1e-4);
        assertThat(valve.area(inputs)).isPositive();
    }

    @Test
    void theCapacityOfAControlValveMultipliesItsArea() {
        int capacity = inputs.declare("a.capacity", 1);
        Valve valve = new Valve(a, 2e-4, Trim.EQUAL_PERCENTAGE, capacity);
        inputs.set(a, 0.5);
        double rated = new Valve(a, 2e-4, Trim.EQUAL_PERCENTAGE).area(inputs);
        assertThat(valve.area(inputs)).isEqualTo(rated);
        inputs.set(capacity, 0.5);
        assertThat(valve.area(inputs)).isCloseTo(0.5 * rated, within(1e-18));
        inputs.set(capacity, 0);
        assertThat(valve.area(inputs)).as("nothing passes a plugged valve").isZero();
    }
}
