package org.openots.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.openots.simulator.operation.Command;
import org.openots.simulator.plant.PlantPack;

/** The top tray of the rig drowned by all the heater has and all the reflux the pump gives. */
class FloodedTrayTest {
    /** Bubble point of the azeotrope at 101.3 kPa, the coldest at which anything in the column can boil, K. */
    private static final double COLDEST_BOILING = 351.3;

    private final PlantPack pack = PlantPack.shipped("ethanol-water-rig");
    private final PlantEngine engine = new PlantEngine(pack, pack.initialCondition("normal"), 1);
    private long sequence;

    private void give(String target, String verb, double value) {
        engine.submit(new Command(engine.tick() + 1, ++sequence, target, verb, value, ""), false);
    }

    @Test
    void aDrownedTrayBoilsAtThePressureItFeels() {
        for (String loop : new String[] {"JIC-701", "FIC-702", "LIC-703"}) {
            give(loop, "mode", 0);
            give(loop, "op", loop.equals("LIC-703") ? 0 : 100);
        }
        int drowned = 0;
        double coldest = Double.POSITIVE_INFINITY;
        while (engine.time() < 330) {
            engine.step();
            if (engine.processValue("tray-1.level") > 0.985) {
                drowned++;
                coldest = Math.min(coldest, engine.processValue("tray-1.T"));
            }
        }
        assertThat(drowned).as("ticks with a drowned tray").isGreaterThan(100);
        assertThat(coldest).as("K").isGreaterThan(COLDEST_BOILING);
        assertThat(Arrays.stream(engine.closure()).max().orElseThrow()).isLessThan(1e-9);
    }
}
