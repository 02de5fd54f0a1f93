package org.openots.common.expression;

/**
 * One word of an expression.
 *
 * @param kind what it is
 * @param text as written
 * @param start offset of its first character
 */
record Token(Kind kind, String text, int start) {
    enum Kind {
        NUMBER,
        NAME,
        SYMBOL,
        END
    }

    boolean is(String symbolOrWord) {
        return kind != Kind.NUMBER && kind != Kind.END && text.equals(symbolOrWord);
    }

    int end() {
        return start + text.length();
    }
}
