package org.openots.dcs.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The model at readings of a rig. */
class TwinModelTest {
    private static final TwinPack TWIN = TwinPack.shipped("ethanol-water-rig");
    /** Time in which a level that nothing holds would be off by far, s. */
    private static final double LONG = 3600;

    private final TwinModel model = new TwinModel(TWIN);
    private final double[] inputs = new double[TWIN.definition().inputs().size()];

    private int input(String tag) {
        return TWIN.definition().inputs().stream()
                .map(TwinDefinition.Input::tag)
                .toList()
                .indexOf(tag);
    }

    private double shown(String tag) {
        List<String> tags = TWIN.definition().outputs().stream()
                .map(TwinDefinition.Output::tag)
                .toList();
        return model.outputs()[tags.indexOf(tag)];
    }

    /** A valve that reads 2 % less than it lets through must not let the level run away. */
    @Test
    void theBottomsValveFollowsItsReadingAndTheLevelHoldsIt() {
        Arrays.fill(inputs, Double.NaN);
        model.advance(LONG);
        double valve = shown("LV-702");
        double level = shown("LIC-702");
        inputs[input("LV-702")] = valve - 2;
        inputs[input("LIC-702")] = level;
        model.drive(inputs);
        model.advance(1);
        // one tick of smoothing without one before: the reading at once, at the pace of the valve
        assertThat(shown("LV-702")).isCloseTo(valve - 2, within(0.1));
        model.advance(LONG);
        assertThat(shown("LV-702")).as("flow in balance").isCloseTo(valve, within(0.1));
        double gain = TWIN.definition().inputs().get(input("LIC-702")).gain();
        assertThat(shown("LIC-702")).as("2 % of the valve over the gain").isCloseTo(level + 2 / gain, within(0.1));
    }

    @Test
    void aBadLevelLeavesTheValveWhereItIsRead() {
        Arrays.fill(inputs, Double.NaN);
        inputs[input("LV-702")] = 50;
        model.drive(inputs);
        model.advance(10);
        assertThat(shown("LV-702")).isCloseTo(50, within(0.01));
    }
}
