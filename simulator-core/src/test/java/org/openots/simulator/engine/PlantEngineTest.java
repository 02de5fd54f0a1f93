package org.openots.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openots.common.error.OtsException;
import org.openots.simulator.fault.FaultOrder;
import org.openots.simulator.operation.Command;
import org.openots.simulator.plant.PlantPack;

class PlantEngineTest {
    private static final PlantPack PACK = PlantPack.shipped("ethanol-water-rig");

    private long sequence;

    private static PlantEngine engine(String initialCondition, long seed) {
        return new PlantEngine(PACK, PACK.initialCondition(initialCondition), seed);
    }

    private static double value(PlantEngine engine, String signal) {
        return engine.view().value(engine.signals().find(signal));
    }

    private static void run(PlantEngine engine, double seconds) {
        for (long i = Math.round(seconds / PACK.tickSeconds()); i > 0; i--) {
            engine.step();
            engine.drainEvents();
        }
    }

    private void order(PlantEngine engine, String target, String verb, double value) {
        engine.submit(new Command(engine.tick() + 1, sequence++, target, verb, value, ""), false);
    }

    private void arm(PlantEngine engine, String fault, double rampS) {
        engine.arm(new FaultOrder(engine.tick() + 1, sequence++, fault, fault, 1, rampS, 0, "", 0));
    }

    @Test
    void theFirstReadingsAreThoseOfTheInitialCondition() {
        PlantEngine engine = engine("normal", 1);
        List<String> tags = List.of("FIC-701", "FIC-702", "FIC-703", "FI-704", "FI-705", "JI-701", "R-701", "LIC-702");
        double[] first = tags.stream().mapToDouble(t -> value(engine, t)).toArray();
        double feedOutput = value(engine, "FIC-701.OP");
        run(engine, 60);
        for (int i = 0; i < first.length; i++) {
            assertThat(value(engine, tags.get(i)))
                    .as("%s: noise and the last drift to the steady state only", tags.get(i))
                    .isCloseTo(first[i], within(0.03 * first[i]));
        }
        assertThat(value(engine, "FIC-701.OP")).as("no bump of the loops").isCloseTo(feedOutput, within(0.2));
    }

    @Test
    void aColdPlantHasNoPowerAndItsGaugesStillRead() {
        PlantEngine engine = engine("cold", 1);
        assertThat(value(engine, "LIC-702")).isNaN();
        assertThat(value(engine, "LG-701")).isEqualTo(80);
        assertThat(value(engine, "PG-704")).isEqualTo(0.3);
        assertThat(value(engine, "TG-709")).isEqualTo(25);
        assertThat(value(engine, "SG-709")).as("nothing bubbles").isZero();
    }

    @Test
    void aSightGlassTellsTheTruthThatAStuckTransmitterHides() {
        PlantEngine engine = engine("normal", 1);
        arm(engine, "A-F10", 0);
        run(engine, 2);
        double shown = value(engine, "LIC-702");
        order(engine, "LIC-702", "mode", 0);
        run(engine, 1);
        order(engine, "LIC-702", "op", 0);
        run(engine, 300);
        assertThat(value(engine, "LIC-702")).isCloseTo(shown, within(1.0));
        assertThat(value(engine, "LG-702"))
                .as("48 kg/h into 50 L for 5 min: about 8 %")
                .isBetween(65.0, 72.0);
    }

    @Test
    void sightGlassesTellRestBubblingAndFlooding() {
        PlantEngine engine = engine("normal", 1);
        assertThat(value(engine, "SG-703")).isEqualTo(1);
        assertThat(engine.processValue("tray-passage-1.regime")).isEqualTo(1);
        arm(engine, "A-F04", 0);
        run(engine, 120);
        assertThat(engine.processValue("tray-passage-1.regime"))
                .as("27 kW flood the top tray, where the vapour is heaviest")
                .isEqualTo(2);
        order(engine, "SW-702", "off", 0);
        run(engine, 900);
        assertThat(value(engine, "SG-703")).as("nothing boils any more").isZero();
    }

    @Test
    void sameSeedAndOrdersGiveTheSameStateAnotherSeedDoesNot() {
        assertThat(driven(7).stateHash())
                .isEqualTo(driven(7).stateHash())
                .isNotEqualTo(driven(8).stateHash());
    }

    private PlantEngine driven(long seed) {
        sequence = 0;
        PlantEngine engine = engine("normal", seed);
        run(engine, 20);
        order(engine, "FIC-701", "sp", 66);
        arm(engine, "A-F02", 30);
        run(engine, 60);
        return engine;
    }

    @Test
    void aRestoredRunGoesOnBitForBit() {
        PlantEngine engine = driven(3);
        byte[] saved = engine.saveState();
        PlantEngine other = engine("cold", 99);
        other.restoreState(saved);
        assertThat(other.stateHash()).isEqualTo(engine.stateHash());
        for (PlantEngine each : List.of(engine, other)) {
            sequence = 100;
            order(each, "P-702A", "stop", 0);
            run(each, 60);
        }
        assertThat(other.stateHash()).isEqualTo(engine.stateHash());
        assertThat(other.faultStatus()).isEqualTo(engine.faultStatus());
    }

    @Test
    void wrongOrdersAreRefusedAtOnceAndChangeNothing() {
        PlantEngine engine = engine("normal", 1);
        String before = engine.stateHash();
        for (String[] wrong : new String[][] {
            {"LIC-999", "op"}, {"LIC-702", "explode"}, {"I-01", "bypass"},
        }) {
            assertThatThrownBy(() -> order(engine, wrong[0], wrong[1], 1))
                    .isInstanceOf(OtsException.class)
                    .hasMessageContaining(wrong[0]);
        }
        assertThatThrownBy(() -> order(engine, "LIC-702", "op", 101)).isInstanceOf(OtsException.class);
        assertThatThrownBy(() -> order(engine, "LIC-702", "op", Double.NaN)).isInstanceOf(OtsException.class);
        assertThatThrownBy(() -> arm(engine, "A-F99", 0)).isInstanceOf(OtsException.class);
        assertThat(engine.stateHash()).isEqualTo(before);
    }

    @Test
    void aStateThatIsNoneIsRefused() {
        PlantEngine engine = engine("normal", 1);
        byte[] saved = engine.saveState();
        byte[] cut = Arrays.copyOf(saved, saved.length / 2);
        assertThatThrownBy(() -> engine.restoreState(cut)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> engine.restoreState(new byte[] {1, 2, 3})).isInstanceOf(RuntimeException.class);
    }
}
