package org.openots.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openots.simulator.process.ProcessModel;

/** What is measured must be a column that distils, or the times say nothing. */
class WarmColumnTest {
    /** Forty trays hold 60 % more liquid than fourteen and still boil, return reflux and separate better. */
    @Test
    void tallerColumnDistilsToo() {
        ProcessModel model = WarmColumn.atTotalReflux(40).model();
        assertThat(model.solverCounts().failures()).isZero();
        assertThat(model.holdupIds()).contains("tray-40").doesNotContain("tray-41");
        assertThat(model.read(model.variable("P-702A.m"))).as("reflux, kg/s").isGreaterThan(0.005);
        assertThat(model.read(model.variable("drum.w"))).isBetween(0.80, 0.956);
    }

    @Test
    void columnDistilsAtTotalReflux() {
        WarmColumn column = WarmColumn.atTotalReflux();
        ProcessModel model = column.model();
        for (int tick = 0; tick < 3000; tick++) {
            column.disturbedTick();
        }
        assertThat(model.solverCounts().failures()).isZero();
        assertThat(model.read(model.variable("P-702A.m"))).as("reflux, kg/s").isGreaterThan(0.005);
        assertThat(model.read(model.variable("drum.w")))
                .as("ethanol mass fraction at the top; the azeotrope is at 0.956")
                .isBetween(0.80, 0.956);
        assertThat(model.read(model.variable("sump.T"))).as("boiling sump, K").isBetween(363.0, 375.0);
        assertThat(model.read(model.variable("drum.level"))).isBetween(0.05, 0.95);
    }
}
