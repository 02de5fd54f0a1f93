package org.openots.common.expression;

import java.util.List;
import java.util.Optional;
import org.openots.common.error.CommonError;
import org.openots.common.text.LocalText;
import org.openots.common.text.Spelling;

/** Parses a call of one of the allowed functions, from behind its name. */
final class FunctionCall {
    private static final List<String> FUNCTIONS = List.of(
            "abs", "deviation", "elapsed", "everTrue", "heldFor", "inBand", "max", "mean", "min", "rate", "valid");

    private final Parser parser;
    private final Token name;
    private final int first;

    FunctionCall(Parser parser, Token name, int first) {
        this.parser = parser;
        this.name = name;
        this.first = first;
    }

    Node parse() {
        if (!FUNCTIONS.contains(name.text())) {
            Optional<String> near = Spelling.nearest(name.text(), FUNCTIONS);
            String known = near.orElseGet(() -> String.join(", ", FUNCTIONS));
            throw parser.error(CommonError.EXPRESSION_UNKNOWN_FUNCTION, name, known);
        }
        parser.expect("(");
        Node node = body();
        parser.expect(")");
        return node;
    }

    private Node body() {
        return switch (name.text()) {
            case "elapsed" -> parser.remember(new Memory.Elapsed(parser.reserve(Memory.Elapsed.SIZE)));
            case "abs" -> new Node.Absolute(parser.argument(false));
            case "valid" -> valid();
            case "min" -> extreme(Node.Operator.MINIMUM);
            case "max" -> extreme(Node.Operator.MAXIMUM);
            case "rate" -> rate();
            case "mean", "deviation" -> statistic();
            case "inBand" -> inBand();
            case "heldFor" -> heldFor();
            default ->
                parser.remember(new Memory.EverTrue(parser.argument(true), parser.reserve(Memory.EverTrue.SIZE)));
        };
    }

    private Node valid() {
        Node operand = parser.argument(false);
        Node node = new Node.Valid(operand);
        if (operand instanceof Node.Signal signal) {
            parser.leaf(signal, "valid", node);
        }
        return node;
    }

    private Node extreme(Node.Operator operator) {
        Node result = parser.argument(false);
        do {
            parser.expect(",");
            result = new Node.Binary(operator, result, parser.argument(false));
        } while (parser.current().is(","));
        return result;
    }

    private Node rate() {
        Node value = parser.argument(false);
        double window = window();
        return parser.remember(new Memory.Rate(value, window, parser.reserve(Memory.Rate.SIZE)));
    }

    private Node statistic() {
        Node value = parser.argument(false);
        double window = window();
        boolean deviation = name.text().equals("deviation");
        return parser.remember(new Statistic(value, window, deviation, parser.reserve(Statistic.SIZE)));
    }

    private double window() {
        parser.expect(",");
        double window = seconds();
        if (window <= 0) {
            LocalText rule = new LocalText("时间窗必须大于 0 秒", "the window must be longer than 0 s");
            throw parser.error(CommonError.EXPRESSION_ARGUMENT, name, rule);
        }
        return window;
    }

    private Node inBand() {
        Node value = parser.argument(false);
        parser.expect(",");
        int lowToken = parser.position();
        Node low = parser.argument(false);
        String band = "in " + parser.source(lowToken);
        parser.expect(",");
        int highToken = parser.position();
        Node high = parser.argument(false);
        band += " … " + parser.source(highToken);
        parser.expect(",");
        double duration = seconds();
        Node inside = new Memory.InBand(value, low, high);
        Node node = parser.remember(new Memory.HeldFor(inside, duration, parser.reserve(Memory.HeldFor.SIZE)));
        if (value instanceof Node.Signal signal) {
            parser.leaf(signal, duration > 0 ? band + " for " + plain(duration) + " s" : band, node);
        } else {
            parser.leaves(first, node);
        }
        return node;
    }

    private Node heldFor() {
        Node condition = parser.argument(true);
        parser.expect(",");
        double duration = seconds();
        return parser.remember(new Memory.HeldFor(condition, duration, parser.reserve(Memory.HeldFor.SIZE)));
    }

    private double seconds() {
        Token token = parser.current();
        Node node = parser.argument(false);
        if (!(node instanceof Node.Constant constant)) {
            LocalText rule = new LocalText("时间必须写成秒数", "a time must be a plain number of seconds");
            throw parser.error(CommonError.EXPRESSION_ARGUMENT, token, rule);
        }
        return constant.value();
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
