package org.openots.common.expression;

import java.util.List;
import org.openots.common.signal.SignalView;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.state.Stateful;

/**
 * An expression being evaluated along a run. Show it every tick, in order; several times in one tick is harmless. Knows
 * model time only, so it gives the same results at any speed. Allocates nothing per tick. Not thread-safe.
 */
public final class Evaluation implements Stateful {
    private final Expression expression;
    private final Node root;
    private final double[] state;
    private long lastTick = Long.MIN_VALUE;
    private double lastValue = Double.NaN;

    Evaluation(Expression expression) {
        this.expression = expression;
        this.root = expression.root();
        this.state = new double[expression.stateSize()];
        expression.remembering().forEach(node -> node.reset(state));
    }

    /**
     * Evaluates a condition for a tick.
     *
     * @param view the signals at the tick
     * @return whether it holds
     */
    public boolean test(SignalView view) {
        return value(view) != 0;
    }

    /**
     * Evaluates a number for a tick; a condition gives 1 or 0.
     *
     * @param view the signals at the tick
     * @return the number, NaN when a signal it needs has no value
     */
    public double value(SignalView view) {
        if (view.tick() != lastTick) {
            lastValue = root.eval(view, state);
            lastTick = view.tick();
        }
        return lastValue;
    }

    /**
     * What the comparisons of the expression look like at a tick; evidence, not for every tick.
     *
     * @param view the signals at the tick
     * @return one reading per comparison, in the order written
     */
    public List<Reading> readings(SignalView view) {
        return expression.leaves().stream()
                .map(leaf -> new Reading(
                        leaf.limit().name(),
                        view.value(leaf.limit().signal()),
                        leaf.limit().text(),
                        leaf.node().eval(view, state) != 0))
                .toList();
    }

    /**
     * The expression.
     *
     * @return the expression
     */
    public Expression expression() {
        return expression;
    }

    @Override
    public void save(StateWriter writer) {
        writer.writeLong(lastTick);
        writer.writeDouble(lastValue);
        writer.writeDoubles(state);
    }

    @Override
    public void restore(StateReader reader) {
        lastTick = reader.readLong();
        lastValue = reader.readDouble();
        reader.readDoubles(state);
    }
}
