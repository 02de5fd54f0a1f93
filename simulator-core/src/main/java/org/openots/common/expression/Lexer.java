package org.openots.common.expression;

import java.util.ArrayList;
import java.util.List;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;

/** Cuts an expression into words. Signal names contain hyphens and dots, so a minus needs a space before it. */
final class Lexer {
    private static final List<String> SYMBOLS =
            List.of("<=", ">=", "==", "!=", "<", ">", "(", ")", ",", "+", "-", "*", "/");

    private final String text;
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        Lexer lexer = new Lexer(text);
        List<Token> tokens = new ArrayList<>();
        Token token = lexer.next();
        while (token.kind() != Token.Kind.END) {
            tokens.add(token);
            token = lexer.next();
        }
        tokens.add(token);
        return tokens;
    }

    private Token next() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return new Token(Token.Kind.END, "", at);
        }
        char first = text.charAt(at);
        if (isLetter(first)) {
            return name();
        }
        if (isDigit(first)) {
            return number();
        }
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                at += symbol.length();
                return new Token(Token.Kind.SYMBOL, symbol, at - symbol.length());
            }
        }
        LocalText expected = new LocalText("信号名、数字或运算符", "a signal, number or operator");
        throw new OtsException(CommonError.EXPRESSION_SYNTAX, text, at + 1, String.valueOf(first), expected);
    }

    private Token name() {
        int start = at;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        return new Token(Token.Kind.NAME, text.substring(start, at), start);
    }

    private Token number() {
        int start = at;
        skipDigits();
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            skipDigits();
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            skipDigits();
        }
        String digits = text.substring(start, at);
        boolean complete = isDigit(digits.charAt(digits.length() - 1)) || digits.endsWith(".");
        if (!complete || !Double.isFinite(Double.parseDouble(digits))) {
            LocalText expected = new LocalText("一个有限的数", "a finite number");
            throw new OtsException(CommonError.EXPRESSION_SYNTAX, text, start + 1, digits, expected);
        }
        return new Token(Token.Kind.NUMBER, digits, start);
    }

    private void skipDigits() {
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
    }

    private static boolean isNamePart(char c) {
        return isLetter(c) || isDigit(c) || c == '-' || c == '.';
    }
}
