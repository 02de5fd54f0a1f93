package org.openots.common.expression;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;
import org.openots.common.signal.SignalRange;
import org.openots.common.signal.SignalTable;
import org.openots.common.signal.SignalView;
import org.openots.common.text.LocalText;

/**
 * A condition or a number computed from signals, for example {@code LIC-702 > 50 and HV-713 >= 90 and not (P-701 ==
 * 1)}.
 *
 * <p>Operators by binding: {@code or}; {@code and}; {@code not}; {@code < <= > >= == !=}; {@code + -}; {@code * /}.
 * Signal names contain hyphens, so a minus needs a space before it. Functions: {@code elapsed()} seconds since the
 * evaluation began; {@code abs(x)}; {@code min(x, y, …)}; {@code max(x, y, …)}; {@code rate(x, window)} mean change per
 * second over the last {@code window} seconds; {@code mean(x, window)} and {@code deviation(x, window)} over the last
 * {@code window} seconds; {@code inBand(x, low, high, seconds)}; {@code heldFor(condition,
 * seconds)}; {@code everTrue(condition)}; {@code valid(x)} false when there is no value. A comparison with a missing
 * value (NaN) is false.
 *
 * <p>Immutable; what functions remember lives in an {@link Evaluation}.
 */
public final class Expression {
    /** A comparison and the node that computes it. */
    record Leaf(Limit limit, Node node) {}

    private final String text;
    private final Node root;
    private final int stateSize;
    private final List<Node> remembering;
    private final List<Leaf> leaves;
    private final Set<String> signals;

    Expression(String text, Node root, int stateSize, List<Node> remembering, List<Leaf> leaves, Set<String> signals) {
        this.text = text;
        this.root = root;
        this.stateSize = stateSize;
        this.remembering = List.copyOf(remembering);
        this.leaves = List.copyOf(leaves);
        this.signals = Collections.unmodifiableSet(new TreeSet<>(signals));
    }

    /**
     * Parses a condition.
     *
     * @param text the condition
     * @param table the signals it may name
     * @return the condition
     * @throws OtsException naming the position, if it is not understood, names an unknown signal, or is a number
     */
    public static Expression condition(String text, SignalTable table) {
        Expression parsed = new Parser(text, table).parse();
        if (!parsed.root.isCondition()) {
            LocalText number = new LocalText("一个数", "a number");
            LocalText condition = new LocalText("条件（例如与 1 比较）", "a condition, for example compared with 1");
            throw new OtsException(CommonError.EXPRESSION_TYPE, text, 1, number, condition);
        }
        return parsed;
    }

    /**
     * Parses a number.
     *
     * @param text the formula
     * @param table the signals it may name
     * @return the formula
     * @throws OtsException naming the position, if it is not understood, names an unknown signal, or is a condition
     */
    public static Expression quantity(String text, SignalTable table) {
        Expression parsed = new Parser(text, table).parse();
        if (parsed.root.isCondition()) {
            LocalText condition = new LocalText("一个条件", "a condition");
            throw new OtsException(CommonError.EXPRESSION_TYPE, text, 1, condition, new LocalText("数", "a number"));
        }
        return parsed;
    }

    /**
     * A fresh evaluation that has seen no tick.
     *
     * @return the evaluation
     */
    public Evaluation begin() {
        return new Evaluation(this);
    }

    /**
     * The expression as written.
     *
     * @return the text
     */
    public String text() {
        return text;
    }

    /**
     * The comparisons in it, in the order written.
     *
     * @return the comparisons
     */
    public List<Limit> limits() {
        return leaves.stream().map(Leaf::limit).toList();
    }

    /**
     * The signals it names.
     *
     * @return the names, in natural order
     */
    public Set<String> signals() {
        return signals;
    }

    /**
     * Whether it is the same on every tick because it depends on nothing.
     *
     * @return true for example for {@code true} and {@code 1 > 2}
     */
    public boolean isConstant() {
        return signals.isEmpty() && stateSize == 0;
    }

    /**
     * Whether a condition can hold at some tick. In doubt it can.
     *
     * @param ranges gives the range of a signal by its index
     * @return false if it contradicts the ranges of its signals or itself
     */
    public boolean canHold(IntFunction<SignalRange> ranges) {
        return new Feasibility(ranges).possible(root);
    }

    /**
     * Whether it still holds when no signal has a value: then it says nothing about the plant.
     *
     * @return true if a condition holds at once or after a long time of it
     */
    public boolean holdsUnknown() {
        Evaluation evaluation = begin();
        return evaluation.test(new Unknown(0)) || evaluation.test(new Unknown(1));
    }

    /** Nothing is known; a tick is as long as anything in an expression can last. */
    private record Unknown(long tick) implements SignalView {
        /** Longer than any window or duration in a file, s: ten days. */
        private static final double LONG = 864_000;

        @Override
        public double time() {
            return tick * LONG;
        }

        @Override
        public double value(int index) {
            return Double.NaN;
        }
    }

    Node root() {
        return root;
    }

    int stateSize() {
        return stateSize;
    }

    List<Node> remembering() {
        return remembering;
    }

    List<Leaf> leaves() {
        return leaves;
    }

    @Override
    public String toString() {
        return text;
    }
}
