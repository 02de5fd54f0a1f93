package org.openots.common.expression;

import org.openots.common.signal.SignalView;

/**
 * One operation of a parsed expression. Nodes are immutable; what they remember between ticks lies in the state array
 * of an {@link Evaluation}, from an offset fixed when the expression was parsed. Conditions give 1 or 0.
 */
interface Node {
    /** True is 1, false is 0. */
    static double of(boolean condition) {
        return condition ? 1 : 0;
    }

    /**
     * Evaluates for one tick. Every operand is evaluated on every tick, so that functions with a memory see all ticks.
     * Evaluating twice in one tick gives the same result.
     */
    double eval(SignalView view, double[] state);

    /** Puts the memory of this node into its initial state. */
    default void reset(double[] state) {}

    /** Whether the result is a condition and not a number. */
    boolean isCondition();

    record Constant(double value, boolean isCondition) implements Node {
        @Override
        public double eval(SignalView view, double[] state) {
            return value;
        }
    }

    record Signal(int index) implements Node {
        @Override
        public double eval(SignalView view, double[] state) {
            return view.value(index);
        }

        @Override
        public boolean isCondition() {
            return false;
        }
    }

    record Negative(Node operand) implements Node {
        @Override
        public double eval(SignalView view, double[] state) {
            return -operand.eval(view, state);
        }

        @Override
        public boolean isCondition() {
            return false;
        }
    }

    record Not(Node operand) implements Node {
        @Override
        public double eval(SignalView view, double[] state) {
            return 1 - operand.eval(view, state);
        }

        @Override
        public boolean isCondition() {
            return true;
        }
    }

    record Binary(Operator operator, Node left, Node right) implements Node {
        @Override
        public double eval(SignalView view, double[] state) {
            double a = left.eval(view, state);
            double b = right.eval(view, state);
            return switch (operator) {
                case ADD -> a + b;
                case SUBTRACT -> a - b;
                case MULTIPLY -> a * b;
                case DIVIDE -> a / b;
                case LESS -> of(a < b);
                case LESS_OR_EQUAL -> of(a <= b);
                case GREATER -> of(a > b);
                case GREATER_OR_EQUAL -> of(a >= b);
                case EQUAL -> of(a == b);
                case DIFFERENT -> of(a < b || a > b);
                case AND -> a * b;
                case OR -> Math.max(a, b);
                case MINIMUM -> Math.min(a, b);
                case MAXIMUM -> Math.max(a, b);
            };
        }

        @Override
        public boolean isCondition() {
            return operator.givesCondition;
        }
    }

    record Absolute(Node operand) implements Node {
        @Override
        public double eval(SignalView view, double[] state) {
            return Math.abs(operand.eval(view, state));
        }

        @Override
        public boolean isCondition() {
            return false;
        }
    }

    record Valid(Node operand) implements Node {
        @Override
        public double eval(SignalView view, double[] state) {
            return of(!Double.isNaN(operand.eval(view, state)));
        }

        @Override
        public boolean isCondition() {
            return true;
        }
    }

    /** What two operands are combined to. */
    enum Operator {
        ADD("+", false),
        SUBTRACT("-", false),
        MULTIPLY("*", false),
        DIVIDE("/", false),
        LESS("<", true),
        LESS_OR_EQUAL("<=", true),
        GREATER(">", true),
        GREATER_OR_EQUAL(">=", true),
        EQUAL("==", true),
        DIFFERENT("!=", true),
        AND("and", true),
        OR("or", true),
        MINIMUM("min", false),
        MAXIMUM("max", false);

        final String symbol;
        final boolean givesCondition;

        Operator(String symbol, boolean givesCondition) {
            this.symbol = symbol;
            this.givesCondition = givesCondition;
        }
    }
}
