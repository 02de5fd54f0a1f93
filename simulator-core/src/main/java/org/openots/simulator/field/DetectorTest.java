package org.openots.simulator.field;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.text.LocalText;
import org.openots.simulator.instrument.Transmitter;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.operation.Order;
import org.openots.simulator.operation.Refusal;
import org.openots.simulator.operation.VerbRule;
import org.openots.simulator.signal.SignalBoard;

/**
 * The function test of the gas detectors with test gas: order test, refused if a detector does not answer. The test is
 * done with the alarm inhibited, so it raises no alarm. Publishes {@code .TEST}.
 */
public final class DetectorTest implements FieldTask {
    private final String target;
    private final List<Transmitter> detectors;
    private final SignalBoard board;
    private final int signal;
    private boolean tested;

    /**
     * Builds the task and declares its signal.
     *
     * @param target what is operated, for example {@code AT-703}
     * @param text what it is
     * @param detectors the detectors tested
     * @param board holds the signals
     */
    public DetectorTest(String target, LocalText text, List<Transmitter> detectors, SignalBoard board) {
        this.target = target;
        this.detectors = List.copyOf(detectors);
        this.board = board;
        this.signal = board.declare(target + ".TEST", "", text);
    }

    @Override
    public String target() {
        return target;
    }

    @Override
    public Map<String, VerbRule> verbs() {
        return Map.of("test", VerbRule.PLAIN);
    }

    @Override
    public Optional<Refusal> operate(Order order) {
        for (Transmitter detector : detectors) {
            if (!detector.answers()) {
                return Refusal.because(AutomationError.DETECTOR_DEAD, detector.target());
            }
        }
        tested = true;
        return Optional.empty();
    }

    @Override
    public void scan() {
        board.flag(signal, tested);
    }

    @Override
    public Map<String, VerbRule> presets() {
        return Map.of(target + ".TEST", VerbRule.choice(0, 1));
    }

    @Override
    public void preset(String name, double value) {
        tested = value >= 0.5;
    }

    @Override
    public void save(StateWriter writer) {
        writer.section(target);
        writer.writeBoolean(tested);
    }

    @Override
    public void restore(StateReader reader) {
        reader.section(target);
        tested = reader.readBoolean();
    }
}
