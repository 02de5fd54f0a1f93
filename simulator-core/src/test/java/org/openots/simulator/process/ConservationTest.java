package org.openots.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openots.common.validation.Topic;
import org.openots.common.validation.Validation;
import org.openots.simulator.solver.StepStatus;

/** Components, air and energy are conserved to 1e-9 relative over any scenario; the ledger is the judge. */
class ConservationTest {
    /** The gate: 1e-9 relative, thousand times rounding, a million times below any reading. */
    private static final double GATE = 1e-9;

    /** A wrong equation must show: even a flow that is wrong by one part in 1e5 for minutes misses by more. */
    private static final double ALARM = 1e-6;

    @Test
    void coldStartCloses() {
        Rig rig = Rig.cold();
        rig.set("HV-705", 1);
        rig.set("P-701", 1);
        rig.run(900, 0.5);
        rig.shut("HV-705", "P-701");
        rig.set("FV-705", 0.7);
        rig.set("E-703", 18e3 / Rig.INSTALLED_POWER);
        rig.run(1500, 0.5);
        assertThat(rig.celsius("tray-1.T")).as("the column has come up").isGreaterThan(70);
        assertCloses(rig, "cold-start", "装置 A 冷态开车", "plant A, cold start");
    }

    @Test
    void closedPlantHeatedToHighPressureCloses() {
        Rig rig = Rig.totalReflux();
        rig.shut("HV-713", "HV-714", "FV-705");
        rig.run(420, 0.5);
        assertThat(rig.read("sump.P")).as("nothing lets the heat out").isGreaterThan(250e3);
        assertCloses(rig, "heated-shut", "装置 A 密闭加热", "plant A, heated shut");
    }

    @Test
    void tripAndCoolDownThatSucksBackAirCloses() {
        Rig rig = Rig.normal();
        double airBefore = rig.read("condenser.air");
        rig.trip();
        rig.run(3600, 0.5);
        assertThat(rig.read("condenser.air")).isGreaterThan(airBefore + 0.3);
        assertCloses(rig, "trip", "装置 A 联锁停车后冷却吸入空气", "plant A, tripped, cools down and sucks in air");
    }

    @Test
    void normalOperationCloses() {
        Rig rig = Rig.normal();
        for (int i = 0; i < 1200; i++) {
            rig.control(0.5);
            rig.step(0.5);
        }
        assertCloses(rig, "normal", "装置 A 正常运行", "plant A, normal operation");
    }

    @Test
    void floodingCloses() {
        Rig rig = Rig.totalReflux();
        rig.set("E-703", 1);
        rig.run(900, 0.5);
        assertCloses(rig, "flooding", "装置 A 液泛", "plant A, flooding");
    }

    private static void assertCloses(Rig rig, String id, String zh, String en) {
        assertThat(rig.model().solverCounts().failures()).isZero();
        Validation.claim(Topic.CONSERVATION, "rig." + id)
                .says(zh + "：组分、空气、能量闭合误差的最大值", en + ": largest closure of components, air and energy")
                .unit("1")
                .source("不变量，见 integrator-and-ledger.md", "invariant, see integrator-and-ledger.md")
                .atMost(GATE, rig.worstClosure());
    }

    /** A tray that loses or gains matter: moles enter one holdup and leave no other. */
    private record Leak(Holdup to, double molesPerSecond) implements Link {
        @Override
        public String id() {
            return "leak";
        }

        @Override
        public List<StateBlock> blocks() {
            return List.of(to);
        }

        @Override
        public void flows(FlowSink sink) {
            sink.rate()[to.offset() + 1] += molesPerSecond;
        }
    }

    /** Heat that enters a holdup and is not booked. */
    private record Warmth(Holdup to, double watts) implements Link {
        @Override
        public String id() {
            return "warmth";
        }

        @Override
        public List<StateBlock> blocks() {
            return List.of(to);
        }

        @Override
        public void flows(FlowSink sink) {
            sink.rate()[to.energyOffset()] += watts * Holdup.ENERGY_SCALE;
        }
    }

    @Test
    void aSoundSmallPlantCloses() {
        double[] closure = afterTenMinutes(new MiniPlant());
        for (double miss : closure) {
            assertThat(miss).isLessThanOrEqualTo(GATE);
        }
    }

    @Test
    void aTrayThatMakesWaterIsFoundOut() {
        MiniPlant plant = new MiniPlant();
        double[] closure = afterTenMinutes(plant.with(new Leak(plant.tray(), 1e-5)));
        assertThat(closure[1]).as("water").isGreaterThan(ALARM);
        assertThat(closure[0]).as("ethanol is not touched").isLessThanOrEqualTo(GATE);
    }

    @Test
    void heatThatComesFromNowhereIsFoundOut() {
        MiniPlant plant = new MiniPlant();
        double[] closure = afterTenMinutes(plant.with(new Warmth(plant.vessel(), 1)));
        assertThat(closure[3]).as("energy").isGreaterThan(ALARM);
    }

    private static double[] afterTenMinutes(MiniPlant plant) {
        ProcessModel model = plant.build();
        for (int i = 0; i < 1200; i++) {
            assertThat(model.step(0.5)).isEqualTo(StepStatus.ADVANCED);
        }
        return model.closure();
    }
}
