package org.openots.simulator.automation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openots.common.error.OtsException;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.signal.Condition;
import org.openots.simulator.signal.ConditionCompiler;
import org.openots.simulator.signal.SignalBoard;

/**
 * Reads the conditions of pack files: comparisons of signals and numbers with {@code < <= > >=}, joined by {@code and},
 * {@code or}, {@code not} and parentheses. Words are separated by spaces, because tags contain minus signs and points.
 * A comparison with a missing value (NaN) does not hold.
 */
final class ExpressionConditions implements ConditionCompiler {
    private static final Map<String, Comparison> COMPARISONS = Map.of(
            "<", (left, right) -> left < right,
            "<=", (left, right) -> left <= right,
            ">", (left, right) -> left > right,
            ">=", (left, right) -> left >= right);

    @Override
    public Condition compile(String text, SignalBoard board) {
        return new Reader(text, board).read();
    }

    private interface Comparison {
        boolean holds(double left, double right);
    }

    private interface Operand {
        double value();
    }

    private static final class Reader {
        private final String text;
        private final SignalBoard board;
        private final List<String> words = new ArrayList<>();
        private int next;

        Reader(String text, SignalBoard board) {
            this.text = text;
            this.board = board;
            for (String word : text.replace("(", " ( ").replace(")", " ) ").split(" ", -1)) {
                if (!word.isBlank()) {
                    words.add(word.strip());
                }
            }
        }

        Condition read() {
            Condition whole = any();
            if (next < words.size()) {
                throw mistake("unexpected '" + words.get(next) + "'");
            }
            return whole;
        }

        private Condition any() {
            Condition left = all();
            while (take("or")) {
                Condition first = left;
                Condition second = all();
                left = () -> first.holds() || second.holds();
            }
            return left;
        }

        private Condition all() {
            Condition left = single();
            while (take("and")) {
                Condition first = left;
                Condition second = single();
                left = () -> first.holds() && second.holds();
            }
            return left;
        }

        private Condition single() {
            if (take("not")) {
                Condition inner = single();
                return () -> !inner.holds();
            }
            if (take("(")) {
                Condition inner = any();
                if (!take(")")) {
                    throw mistake("')' missing");
                }
                return inner;
            }
            Operand left = operand();
            String sign = word();
            Comparison comparison = COMPARISONS.get(sign);
            if (comparison == null) {
                throw mistake("'" + sign + "' is not one of < <= > >=");
            }
            Operand right = operand();
            return () -> comparison.holds(left.value(), right.value());
        }

        private Operand operand() {
            String word = word();
            if (board.has(word)) {
                int index = board.index(word);
                return () -> board.value(index);
            }
            try {
                double number = Double.parseDouble(word);
                return () -> number;
            } catch (NumberFormatException notANumber) {
                throw mistake("no signal '" + word + "'");
            }
        }

        private String word() {
            if (next >= words.size()) {
                throw mistake("it ends too early");
            }
            return words.get(next++);
        }

        private boolean take(String word) {
            if (next < words.size() && words.get(next).equals(word)) {
                next++;
                return true;
            }
            return false;
        }

        private OtsException mistake(String what) {
            return new OtsException(AutomationError.CONDITION_UNREADABLE, text, what);
        }
    }
}
