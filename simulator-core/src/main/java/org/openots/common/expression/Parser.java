package org.openots.common.expression;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;
import org.openots.common.signal.Signal;
import org.openots.common.signal.SignalTable;
import org.openots.common.text.LocalText;
import org.openots.common.text.Spelling;

/** Recursive descent over the words of an expression; checks types while it builds the nodes. */
final class Parser {
    /** Brackets inside brackets; people never need more, and the stack stays small for hostile input. */
    private static final int DEEPEST = 50;

    private static final LocalText NUMBER = new LocalText("数", "a number");
    private static final LocalText CONDITION =
            new LocalText("条件（例如与 1 比较）", "a condition, for example compared with 1");
    private static final List<Node.Operator> COMPARISONS = List.of(
            Node.Operator.LESS,
            Node.Operator.LESS_OR_EQUAL,
            Node.Operator.GREATER,
            Node.Operator.GREATER_OR_EQUAL,
            Node.Operator.EQUAL,
            Node.Operator.DIFFERENT);

    private final String text;
    private final SignalTable table;
    private final List<Token> tokens;
    private final List<Node> remembering = new ArrayList<>();
    private final List<Expression.Leaf> leaves = new ArrayList<>();
    private final Set<String> signals = new TreeSet<>();
    private int position;
    private int depth;
    private int stateSize;

    Parser(String text, SignalTable table) {
        this.text = text;
        this.table = table;
        this.tokens = Lexer.tokens(text);
    }

    Expression parse() {
        Node root = or();
        if (current().kind() != Token.Kind.END) {
            throw syntax(new LocalText("and、or 或结尾", "and, or, or the end"));
        }
        return new Expression(text, root, stateSize, remembering, leaves, signals);
    }

    Token current() {
        return tokens.get(position);
    }

    /** The text from a token up to the last one read. */
    String source(int firstToken) {
        return text.substring(
                tokens.get(firstToken).start(), tokens.get(position - 1).end());
    }

    int position() {
        return position;
    }

    private Node or() {
        Token start = current();
        Node left = and();
        while (current().is("or")) {
            require(left, true, start);
            position++;
            Token next = current();
            left = new Node.Binary(Node.Operator.OR, left, require(and(), true, next));
        }
        return left;
    }

    private Node and() {
        Token start = current();
        Node left = not();
        while (current().is("and")) {
            require(left, true, start);
            position++;
            Token next = current();
            left = new Node.Binary(Node.Operator.AND, left, require(not(), true, next));
        }
        return left;
    }

    private Node not() {
        if (!current().is("not")) {
            return comparison();
        }
        deeper();
        position++;
        Token next = current();
        Node result = new Node.Not(require(not(), true, next));
        depth--;
        return result;
    }

    private Node comparison() {
        int first = position;
        Token start = current();
        Node left = sum();
        Node.Operator operator = find(COMPARISONS);
        if (operator == null) {
            return left;
        }
        require(left, false, start);
        String leftText = source(first);
        position++;
        int second = position;
        Token next = current();
        Node right = require(sum(), false, next);
        Node node = new Node.Binary(operator, left, right);
        if (left instanceof Node.Signal signal) {
            leaf(signal, operator.symbol + " " + source(second), node);
        } else if (right instanceof Node.Signal signal) {
            leaf(signal, leftText + " " + operator.symbol, node);
        } else {
            leaves(first, node);
        }
        return node;
    }

    private Node sum() {
        Token start = current();
        Node left = product();
        Node.Operator operator = find(List.of(Node.Operator.ADD, Node.Operator.SUBTRACT));
        while (operator != null) {
            require(left, false, start);
            position++;
            Token next = current();
            left = new Node.Binary(operator, left, require(product(), false, next));
            operator = find(List.of(Node.Operator.ADD, Node.Operator.SUBTRACT));
        }
        return left;
    }

    private Node product() {
        Token start = current();
        Node left = unary();
        Node.Operator operator = find(List.of(Node.Operator.MULTIPLY, Node.Operator.DIVIDE));
        while (operator != null) {
            require(left, false, start);
            position++;
            Token next = current();
            left = new Node.Binary(operator, left, require(unary(), false, next));
            operator = find(List.of(Node.Operator.MULTIPLY, Node.Operator.DIVIDE));
        }
        return left;
    }

    private Node unary() {
        if (!current().is("-")) {
            return primary();
        }
        deeper();
        position++;
        Token next = current();
        Node result = new Node.Negative(require(unary(), false, next));
        depth--;
        return result;
    }

    private Node primary() {
        Token token = current();
        if (token.kind() == Token.Kind.NUMBER) {
            position++;
            return new Node.Constant(Double.parseDouble(token.text()), false);
        }
        if (token.is("(")) {
            deeper();
            position++;
            Node inner = or();
            expect(")");
            depth--;
            return inner;
        }
        if (token.kind() != Token.Kind.NAME || token.is("and") || token.is("or")) {
            throw syntax(new LocalText("信号名、数字、函数或“(”", "a signal, a number, a function or \"(\""));
        }
        position++;
        if (token.is("true") || token.is("false")) {
            return new Node.Constant(Node.of(token.is("true")), true);
        }
        if (current().is("(")) {
            deeper();
            Node call = new FunctionCall(this, token, position - 1).parse();
            depth--;
            return call;
        }
        return signal(token);
    }

    private Node signal(Token token) {
        int index = table.find(token.text());
        if (index != SignalTable.NONE) {
            signals.add(token.text());
            return new Node.Signal(index);
        }
        Set<String> names = table.signals().stream().map(Signal::name).collect(Collectors.toCollection(TreeSet::new));
        Optional<String> near = Spelling.nearest(token.text(), names);
        if (near.isPresent()) {
            throw new OtsException(
                    CommonError.EXPRESSION_MISTYPED_SIGNAL, text, token.start() + 1, token.text(), near.get());
        }
        throw new OtsException(CommonError.EXPRESSION_UNKNOWN_SIGNAL, text, token.start() + 1, token.text());
    }

    /** An argument of a function. */
    Node argument(boolean condition) {
        Token start = current();
        return require(or(), condition, start);
    }

    void expect(String symbol) {
        if (!current().is(symbol)) {
            throw syntax(new LocalText("“" + symbol + "”", "\"" + symbol + "\""));
        }
        position++;
    }

    /** Room for the memory of a node: its offset in the state array. */
    int reserve(int size) {
        int offset = stateSize;
        stateSize += size;
        return offset;
    }

    <N extends Node> N remember(N node) {
        remembering.add(node);
        return node;
    }

    void leaf(Node.Signal signal, String limit, Node node) {
        String name = table.signals().get(signal.index()).name();
        leaves.add(new Expression.Leaf(new Limit(signal.index(), name, limit), node));
    }

    /** Every signal named since a token, with the whole text from there as its limit. */
    void leaves(int firstToken, Node node) {
        Set<Integer> named = new LinkedHashSet<>();
        for (int i = firstToken; i < position; i++) {
            int index = table.find(tokens.get(i).text());
            if (tokens.get(i).kind() == Token.Kind.NAME && index != SignalTable.NONE) {
                named.add(index);
            }
        }
        named.forEach(index -> leaf(new Node.Signal(index), source(firstToken), node));
    }

    Node require(Node node, boolean condition, Token at) {
        if (node.isCondition() != condition) {
            throw new OtsException(
                    CommonError.EXPRESSION_TYPE,
                    text,
                    at.start() + 1,
                    node.isCondition() ? CONDITION : NUMBER,
                    condition ? CONDITION : NUMBER);
        }
        return node;
    }

    OtsException syntax(LocalText expected) {
        LocalText end = new LocalText("结尾", "the end");
        Object found = current().kind() == Token.Kind.END ? end : current().text();
        return new OtsException(CommonError.EXPRESSION_SYNTAX, text, current().start() + 1, found, expected);
    }

    OtsException error(CommonError code, Token at, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(text, at.start() + 1, at.text()));
        arguments.addAll(List.of(more));
        return new OtsException(code, arguments.toArray());
    }

    private Node.@Nullable Operator find(List<Node.Operator> operators) {
        for (Node.Operator operator : operators) {
            if (current().is(operator.symbol)) {
                return operator;
            }
        }
        return null;
    }

    private void deeper() {
        depth++;
        if (depth > DEEPEST) {
            throw syntax(new LocalText("更少的嵌套（最多 50 层）", "less nesting (at most 50 levels)"));
        }
    }
}
