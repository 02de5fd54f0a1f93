package org.openots.common.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.openots.common.signal.SignalRange;

/**
 * Whether a condition can hold at all, given the ranges of its signals. In doubt it can: only a comparison outside the
 * ranges, and comparisons of one signal joined by {@code and} that contradict each other, are found.
 */
final class Feasibility {
    private final IntFunction<SignalRange> ranges;

    Feasibility(IntFunction<SignalRange> ranges) {
        this.ranges = ranges;
    }

    boolean possible(Node condition) {
        if (condition instanceof Node.Constant constant) {
            return constant.value() != 0;
        }
        if (condition instanceof Memory.HeldFor held) {
            return possible(held.condition());
        }
        if (condition instanceof Memory.EverTrue ever) {
            return possible(ever.condition());
        }
        if (condition instanceof Memory.InBand band) {
            SignalRange value = range(band.value());
            return value.high() >= range(band.low()).low()
                    && value.low() <= range(band.high()).high();
        }
        return !(condition instanceof Node.Binary binary) || possible(binary);
    }

    private boolean possible(Node.Binary condition) {
        if (condition.operator() == Node.Operator.OR) {
            return possible(condition.left()) || possible(condition.right());
        }
        if (condition.operator() == Node.Operator.AND) {
            List<Node> all = new ArrayList<>();
            conjuncts(condition, all);
            return all.stream().allMatch(this::possible) && agree(all);
        }
        SignalRange a = range(condition.left());
        SignalRange b = range(condition.right());
        return switch (condition.operator()) {
            case LESS -> a.low() < b.high();
            case LESS_OR_EQUAL -> a.low() <= b.high();
            case GREATER -> a.high() > b.low();
            case GREATER_OR_EQUAL -> a.high() >= b.low();
            case EQUAL -> !a.and(b).isEmpty();
            default -> true;
        };
    }

    private static void conjuncts(Node condition, List<Node> into) {
        if (condition instanceof Node.Binary binary && binary.operator() == Node.Operator.AND) {
            conjuncts(binary.left(), into);
            conjuncts(binary.right(), into);
        } else {
            into.add(condition);
        }
    }

    /** What all conditions leave of the range of each signal is not empty. */
    private boolean agree(List<Node> all) {
        Map<Integer, SignalRange> left = new HashMap<>();
        for (Node node : all) {
            Node now = node instanceof Memory.HeldFor held ? held.condition() : node;
            if (now instanceof Memory.InBand band && band.value() instanceof Node.Signal signal) {
                SignalRange inside = new SignalRange(
                        range(band.low()).low(), range(band.high()).high());
                left.merge(signal.index(), inside, SignalRange::and);
            } else if (now instanceof Node.Binary binary && binary.left() instanceof Node.Signal signal) {
                left.merge(signal.index(), allowed(binary.operator(), range(binary.right())), SignalRange::and);
            } else if (now instanceof Node.Binary binary && binary.right() instanceof Node.Signal signal) {
                left.merge(
                        signal.index(), allowed(mirrored(binary.operator()), range(binary.left())), SignalRange::and);
            }
        }
        return left.values().stream().noneMatch(SignalRange::isEmpty);
    }

    /** The values that stand in a relation to something in a range. */
    private static SignalRange allowed(Node.Operator operator, SignalRange to) {
        return switch (operator) {
            case LESS -> new SignalRange(Double.NEGATIVE_INFINITY, Math.nextDown(to.high()));
            case LESS_OR_EQUAL -> new SignalRange(Double.NEGATIVE_INFINITY, to.high());
            case GREATER -> new SignalRange(Math.nextUp(to.low()), Double.POSITIVE_INFINITY);
            case GREATER_OR_EQUAL -> new SignalRange(to.low(), Double.POSITIVE_INFINITY);
            case EQUAL -> to;
            default -> SignalRange.ANY;
        };
    }

    private static Node.Operator mirrored(Node.Operator operator) {
        return switch (operator) {
            case LESS -> Node.Operator.GREATER;
            case LESS_OR_EQUAL -> Node.Operator.GREATER_OR_EQUAL;
            case GREATER -> Node.Operator.LESS;
            case GREATER_OR_EQUAL -> Node.Operator.LESS_OR_EQUAL;
            default -> operator;
        };
    }

    private SignalRange range(Node number) {
        if (number instanceof Node.Constant constant) {
            return new SignalRange(constant.value(), constant.value());
        }
        if (number instanceof Node.Signal signal) {
            return ranges.apply(signal.index());
        }
        if (number instanceof Node.Negative negative) {
            SignalRange of = range(negative.operand());
            return new SignalRange(-of.high(), -of.low());
        }
        if (number instanceof Node.Absolute absolute) {
            SignalRange of = range(absolute.operand());
            double nearest = Math.max(0, Math.max(of.low(), -of.high()));
            return new SignalRange(nearest, Math.max(Math.abs(of.low()), Math.abs(of.high())));
        }
        if (number instanceof Memory.Elapsed) {
            return new SignalRange(0, Double.POSITIVE_INFINITY);
        }
        return number instanceof Node.Binary binary ? range(binary) : SignalRange.ANY;
    }

    private SignalRange range(Node.Binary number) {
        SignalRange a = range(number.left());
        SignalRange b = range(number.right());
        return switch (number.operator()) {
            case ADD -> new SignalRange(a.low() + b.low(), a.high() + b.high());
            case SUBTRACT -> new SignalRange(a.low() - b.high(), a.high() - b.low());
            case MINIMUM -> new SignalRange(Math.min(a.low(), b.low()), Math.min(a.high(), b.high()));
            case MAXIMUM -> new SignalRange(Math.max(a.low(), b.low()), Math.max(a.high(), b.high()));
            case MULTIPLY -> product(a, b);
            default -> SignalRange.ANY;
        };
    }

    private static SignalRange product(SignalRange a, SignalRange b) {
        double[] ends = {a.low() * b.low(), a.low() * b.high(), a.high() * b.low(), a.high() * b.high()};
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double end : ends) {
            if (Double.isNaN(end)) {
                return SignalRange.ANY; // zero times an open end
            }
            low = Math.min(low, end);
            high = Math.max(high, end);
        }
        return new SignalRange(low, high);
    }
}
