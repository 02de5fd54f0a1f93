package org.openots.simulator.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.text.LocalText;
import org.openots.common.unit.Units;
import org.openots.simulator.process.ProcessPort;
import org.openots.simulator.signal.SignalBoard;

class TransmitterTest {
    private static final double TICK = 0.1;
    private static final LocalText TEXT = new LocalText("液位", "level");

    private final Vessel vessel = new Vessel();
    private final SignalBoard board = new SignalBoard(TICK);
    private final int power = board.declare("POWER", "", TEXT);

    /** A vessel whose level, a fraction, the test sets; it has no actuators. */
    private static final class Vessel implements ProcessPort {
        double level = 0.5;

        @Override
        public int variable(String name) {
            return name.equals("ambient") ? 1 : 0;
        }

        @Override
        public double read(int variable) {
            return variable == 0 ? level : 0.1;
        }

        @Override
        public int actuator(String name) {
            throw new IllegalArgumentException(name);
        }

        @Override
        public void drive(int actuator, double fraction) {
            throw new IllegalArgumentException("no actuators");
        }
    }

    @BeforeEach
    void powerOn() {
        board.set(power, 1);
    }

    private Transmitter transmitter(String tag, double lag, double noise, double resolution, double cycle) {
        return new Transmitter(
                new TransmitterDefinition(
                        tag,
                        TEXT,
                        new TransmitterDefinition.Source("level", ""),
                        new TransmitterDefinition.Range(0, 100, Units.of("%"), 1),
                        new TransmitterDefinition.Dynamics(lag, noise, resolution, 0.5, cycle),
                        new TransmitterDefinition.Normal(40, 60),
                        "POWER"),
                vessel,
                board,
                TICK,
                1);
    }

    private double value(String tag) {
        return board.value(board.index(tag));
    }

    private static void scan(Transmitter transmitter, double seconds) {
        for (long i = Math.round(seconds / TICK); i > 0; i--) {
            transmitter.scan();
        }
    }

    @Test
    void followsThroughItsLag() {
        Transmitter lagged = transmitter("L", 5, 0, 0, 0);
        lagged.scan();
        assertThat(value("L")).isEqualTo(50);
        vessel.level = 0.6;
        scan(lagged, 5);
        // a first-order lag has made 1 - 1/e of a step after one time constant
        assertThat(value("L")).isCloseTo(50 + 10 * (1 - Math.exp(-1)), within(1e-6));
    }

    @Test
    void noiseHasTheStatedDeviationAndTheNoiseFactorScalesIt() {
        Transmitter noisy = transmitter("L", 0, 0.5, 0, 0);
        assertThat(deviation(noisy)).isCloseTo(0.5, within(0.02));
        noisy.impairments().set("noiseFactor", 4);
        assertThat(deviation(noisy)).isCloseTo(2.0, within(0.08));
        noisy.impairments().set("noiseFactor", 0);
        assertThat(deviation(noisy)).isZero();
    }

    @Test
    void readingKeepsToRangeAndResolution() {
        Transmitter coarse = transmitter("L", 0, 0, 0.1, 0);
        vessel.level = 0.5333;
        coarse.scan();
        assertThat(value("L")).isCloseTo(53.3, within(1e-9));
        vessel.level = 1.7;
        coarse.scan();
        assertThat(value("L")).isEqualTo(100);
        vessel.level = 0.004;
        coarse.scan();
        assertThat(value("L")).as("below the low cut-off").isZero();
        vessel.level = -0.2;
        coarse.scan();
        assertThat(value("L")).isZero();
    }

    @Test
    void differenceOfTwoVariables() {
        Transmitter gauge = new Transmitter(
                new TransmitterDefinition(
                        "P",
                        TEXT,
                        new TransmitterDefinition.Source("level", "ambient"),
                        new TransmitterDefinition.Range(0, 100, Units.of("%"), 1),
                        new TransmitterDefinition.Dynamics(0, 0, 0, 0, 0),
                        new TransmitterDefinition.Normal(40, 60),
                        ""),
                vessel,
                board,
                TICK,
                1);
        gauge.scan();
        assertThat(value("P")).isCloseTo(40, within(1e-9));
    }

    @Test
    void analyserShowsTheSampleOfOneCycleAgo() {
        Transmitter analyser = transmitter("A", 0, 0, 0, 60);
        analyser.scan();
        vessel.level = 0.7;
        scan(analyser, 59.9);
        assertThat(value("A")).isEqualTo(50);
        scan(analyser, 0.2);
        assertThat(value("A")).as("the sample taken at the start").isEqualTo(50);
        scan(analyser, 60);
        assertThat(value("A")).isEqualTo(70);
    }

    @Test
    void impairments() {
        Transmitter level = transmitter("L", 0, 0, 0, 0);
        level.scan();
        level.impairments().set("bias", -8);
        level.scan();
        assertThat(value("L")).isEqualTo(42);
        level.impairments().clear("bias");
        level.impairments().set("drift", 6);
        scan(level, 30);
        assertThat(value("L")).isCloseTo(53, within(1e-9));
        level.impairments().clear("drift");
        level.scan();
        assertThat(value("L")).isEqualTo(50);
        level.impairments().set("frozen", 1);
        vessel.level = 0.9;
        scan(level, 5);
        assertThat(value("L")).isEqualTo(50);
        assertThat(level.answers()).isFalse();
        level.impairments().clear("frozen");
        level.impairments().set("failTo", 100);
        level.scan();
        assertThat(value("L")).isEqualTo(100);
        level.impairments().clear("failTo");
        level.impairments().set("bad", 1);
        level.scan();
        assertThat(value("L")).isNaN();
        level.impairments().clear("bad");
        level.scan();
        assertThat(value("L")).isEqualTo(90);
        assertThat(level.answers()).isTrue();
    }

    @Test
    void lossOfSupplyGivesNoReadingAndTheReturnStartsFresh() {
        Transmitter level = transmitter("L", 100, 0, 0, 0);
        level.scan();
        board.set(power, 0);
        level.scan();
        assertThat(value("L")).isNaN();
        vessel.level = 0.8;
        board.set(power, 1);
        level.scan();
        assertThat(value("L")).isEqualTo(80);
    }

    @Test
    void faultsDoNotChangeTheLayoutOrTheNoiseSequence() {
        Transmitter sound = transmitter("L", 2, 0.5, 0, 0);
        scan(sound, 10);
        StateWriter before = new StateWriter();
        sound.save(before);
        sound.impairments().set("frozen", 1);
        scan(sound, 10);
        sound.impairments().clear("frozen");
        scan(sound, 1);
        double withFault = value("L");
        StateWriter after = new StateWriter();
        sound.save(after);
        assertThat(after.toByteArray()).hasSameSizeAs(before.toByteArray());
        sound.restore(new StateReader(before.toByteArray()));
        scan(sound, 11);
        assertThat(value("L")).isEqualTo(withFault);
    }

    /** A flow of 0 to 100 with a low-flow cut-off of 2, that is, back at 3. */
    private Transmitter flow(String tag, double noise) {
        return new Transmitter(
                new TransmitterDefinition(
                        tag,
                        TEXT,
                        new TransmitterDefinition.Source("level", ""),
                        new TransmitterDefinition.Range(0, 100, Units.of("%"), 1),
                        new TransmitterDefinition.Dynamics(0, noise, 0, 0, 0),
                        new TransmitterDefinition.Normal(40, 60),
                        "POWER",
                        new TransmitterDefinition.Options(
                                TransmitterDefinition.Sensor.IMPULSE_LINES,
                                TransmitterDefinition.Burnout.UP,
                                1,
                                Double.NaN,
                                2)),
                vessel,
                board,
                TICK,
                1);
    }

    @Test
    void lowFlowIsExactlyZeroHoweverNoisyTheOutput() {
        Transmitter flow = flow("F", 0.1);
        vessel.level = 0;
        flow.impairments().set("noiseFactor", 50);
        for (int i = 0; i < 1000; i++) {
            flow.scan();
            assertThat(value("F")).isZero();
        }
        vessel.level = 0.019;
        flow.scan();
        assertThat(value("F")).as("just below the cut-off").isZero();
        flow.impairments().clear("noiseFactor");
        vessel.level = 0.5;
        flow.scan();
        assertThat(value("F")).as("above it there is noise").isNotEqualTo(50).isCloseTo(50, within(1.0));
    }

    @Test
    void lowFlowCutoffDoesNotChatter() {
        Transmitter flow = flow("F", 0);
        assertThat(read(flow, "F", 0.021)).as("falling, above the cut-off").isCloseTo(2.1, within(1e-9));
        assertThat(read(flow, "F", 0.0199)).as("falling, below").isZero();
        assertThat(read(flow, "F", 0.0299))
                .as("rising, below half as much again")
                .isZero();
        assertThat(read(flow, "F", 0.0301)).as("rising, above").isCloseTo(3.01, within(1e-9));
        assertThat(read(flow, "F", 0.0201)).as("falling again").isCloseTo(2.01, within(1e-9));
        Transmitter noisy = flow("N", 0.1);
        vessel.level = 0.019;
        noisy.scan();
        int changes = 0;
        for (int i = 0; i < 20_000; i++) {
            double before = value("N");
            // about the cut-off by a quarter of it, as a loop swings that cannot be held there
            vessel.level = 0.02 + 0.005 * Math.sin(i * 0.01);
            noisy.scan();
            changes += (before == 0) == (value("N") == 0) ? 0 : 1;
        }
        assertThat(changes).isZero();
    }

    private double read(Transmitter transmitter, String tag, double level) {
        vessel.level = level;
        transmitter.scan();
        return value(tag);
    }

    @Test
    void lowFlowCutoffIsSavedAndForgottenWithoutPower() {
        Transmitter flow = flow("F", 0);
        read(flow, "F", 0.01);
        StateWriter cut = new StateWriter();
        flow.save(cut);
        read(flow, "F", 0.5);
        assertThat(read(flow, "F", 0.025))
                .as("between both limits, coming from above")
                .isCloseTo(2.5, within(1e-9));
        flow.restore(new StateReader(cut.toByteArray()));
        assertThat(read(flow, "F", 0.025)).as("as saved, coming from below").isZero();
        board.set(power, 0);
        flow.scan();
        board.set(power, 1);
        assertThat(read(flow, "F", 0.025)).as("fresh after a loss of power").isCloseTo(2.5, within(1e-9));
    }

    @Test
    void lowFlowCutoffSeesWhatTheTransmitterMeasures() {
        Transmitter flow = flow("F", 0);
        vessel.level = 0;
        flow.impairments().set("bias", 2.5);
        flow.scan();
        assertThat(value("F")).as("a zero that has moved shows a flow").isEqualTo(2.5);
        flow.impairments().set("spanFactor", 0.5);
        flow.scan();
        assertThat(value("F")).isZero();
    }

    private double deviation(Transmitter transmitter) {
        int count = 20_000;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            transmitter.scan();
            squares += (value("L") - 50) * (value("L") - 50);
        }
        return Math.sqrt(squares / count);
    }
}
