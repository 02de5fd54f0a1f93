package org.openots.simulator.instrument;

import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.text.LocalText;
import org.openots.simulator.signal.SignalBoard;

/** The ratio of two signals, for example the reflux ratio; 0 while the denominator is too small to divide by. */
public final class RatioTag implements CalculatedTag {
    private final SignalBoard board;
    private final int signal;
    private final int numerator;
    private final int denominator;
    private final double smallest;

    /**
     * What a ratio is made of.
     *
     * @param tag its name
     * @param text what it is
     * @param numerator signal above the line
     * @param denominator signal below the line
     * @param smallest smallest denominator to divide by, in its unit
     */
    public record Definition(String tag, LocalText text, String numerator, String denominator, double smallest) {}

    /**
     * Builds the ratio and declares its signal.
     *
     * @param definition from the pack
     * @param board holds the signals
     */
    public RatioTag(Definition definition, SignalBoard board) {
        this.board = board;
        this.signal = board.declare(definition.tag(), "", definition.text());
        this.numerator = board.index(definition.numerator());
        this.denominator = board.index(definition.denominator());
        this.smallest = definition.smallest();
    }

    @Override
    public void scan() {
        double below = board.value(denominator);
        boolean flowing = below >= smallest || Double.isNaN(below);
        board.set(signal, flowing ? board.value(numerator) / below : 0);
    }

    @Override
    public void save(StateWriter writer) {
        // the value is on the board; nothing else changes
    }

    @Override
    public void restore(StateReader reader) {
        // the value is on the board; nothing else changes
    }
}
