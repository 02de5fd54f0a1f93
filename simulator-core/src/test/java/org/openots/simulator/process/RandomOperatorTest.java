package org.openots.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Twenty operators without sense: every minute every hand jumps somewhere. The model must neither fail nor leak. */
class RandomOperatorTest {
    private static final int SEEDS = 20;
    private static final int MINUTES = 20;
    private static final String[] VALVES = {
        "HV-701", "HV-702", "HV-703A", "HV-703B", "HV-703C", "HV-704", "HV-705", "HV-706", "HV-707", "HV-708",
        "HV-709", "HV-710", "HV-711", "HV-712", "HV-713", "HV-714", "HV-715", "HV-716", "HV-717", "HV-718",
        "HV-719", "HV-720", "HV-721", "HV-722", "XV-713", "LV-702", "FV-705"
    };
    private static final String[] MACHINES = {"P-701", "P-702A", "P-702B", "P-703", "E-701", "E-703", "C-701"};

    @Test
    void nothingTheyDoMakesTheModelFailOrLeak() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Random random = new Random(seed);
            Rig rig = seed % 2 == 0 ? Rig.normal() : Rig.filled();
            for (int minute = 0; minute < MINUTES; minute++) {
                jump(rig, random);
                rig.run(60, 0.5);
            }
            assertThat(rig.model().solverCounts().failures())
                    .as("failed ticks, seed %s", seed)
                    .isZero();
            for (double miss : rig.model().closure()) {
                assertThat(miss).as("closure, seed %s", seed).isLessThanOrEqualTo(1e-9);
            }
            for (double y : rig.model().stateVector()) {
                assertThat(y).as("state, seed %s", seed).isFinite();
            }
        }
    }

    private static void jump(Rig rig, Random random) {
        for (String valve : VALVES) {
            rig.set(valve, random.nextInt(3) == 0 ? random.nextInt(2) : random.nextDouble());
        }
        for (String machine : MACHINES) {
            rig.set(machine, random.nextInt(3) == 0 ? random.nextInt(2) : random.nextDouble());
        }
        rig.set("cooling-water.pressure", 0.3e6 * random.nextInt(4) / 3);
        rig.set("cw.condenser.cleanliness", 0.3 + 0.7 * random.nextDouble());
        rig.set("vent.HV-713.clear", random.nextInt(4) == 0 ? 0 : 1);
        rig.set("T-701.leak", random.nextInt(4) == 0 ? 1 : 0);
        rig.set("P-701.fresh", random.nextInt(3) == 0 ? 1 : 0);
    }
}
