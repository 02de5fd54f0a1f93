package org.openots.simulator.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.openots.common.text.LocalText;
import org.openots.simulator.signal.SignalBoard;

class CalculatedTagTest {
    private static final LocalText TEXT = new LocalText("计算", "calculated");

    private final SignalBoard board = new SignalBoard(0.1);
    private final int power = board.declare("J", "kW", TEXT);
    private final int flow = board.declare("F", "kg/h", TEXT);

    private double value(String signal) {
        return board.value(board.index(signal));
    }

    @Test
    void ratioIsZeroWithoutProductAndUnknownWithoutMeasurement() {
        RatioTag ratio = new RatioTag(new RatioTag.Definition("R", TEXT, "J", "F", 0.5), board);
        board.set(power, 36);
        board.set(flow, 12);
        ratio.scan();
        assertThat(value("R")).isEqualTo(3);
        board.set(flow, 0.4);
        ratio.scan();
        assertThat(value("R")).isZero();
        board.set(flow, Double.NaN);
        ratio.scan();
        assertThat(value("R")).isNaN();
    }

    @Test
    void specificEnergyIsAMovingAverageOfTheWindow() {
        SpecificEnergyTag energy =
                new SpecificEnergyTag(new SpecificEnergyTag.Definition("E", TEXT, "J", "F", 600, 0.1), board, 0.1);
        board.set(power, 15.6);
        board.set(flow, 0);
        energy.scan();
        assertThat(value("E")).as("no product yet").isNaN();
        board.set(flow, 12);
        scan(energy, 700);
        // 15.6 kW for 12 kg/h are 1.3 kWh/kg
        assertThat(value("E")).isCloseTo(1.3, within(1e-9));
        board.set(power, 12);
        scan(energy, 300);
        assertThat(value("E")).isBetween(1.0, 1.3);
        scan(energy, 310);
        assertThat(value("E")).isCloseTo(1.0, within(1e-9));
    }

    private static void scan(CalculatedTag tag, double seconds) {
        for (long i = Math.round(seconds / 0.1); i > 0; i--) {
            tag.scan();
        }
    }
}
