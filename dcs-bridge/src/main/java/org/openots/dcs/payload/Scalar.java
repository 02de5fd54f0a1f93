package org.openots.dcs.payload;

/**
 * A value in a message.
 *
 * @param kind what it is
 * @param number the number; 1 and 0 for true and false, NaN for others
 * @param text the text, empty for others
 */
record Scalar(Kind kind, double number, String text) {
    /** Neither a number, nor a truth value, nor a text. */
    static final Scalar NOTHING = new Scalar(Kind.OTHER, Double.NaN, "");

    /** What a value can be. */
    enum Kind {
        /** A number; it may be infinite, or NaN. */
        NUMBER,
        /** true or false. */
        TRUTH,
        /** A text. */
        TEXT,
        /** null, an object or an array. */
        OTHER
    }

    /**
     * Reads the value here and goes to its end.
     *
     * @param tokens the message
     * @return the value
     * @throws BadPayload if it is not well-formed
     */
    static Scalar read(Tokens tokens) throws BadPayload {
        return switch (tokens.current()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Scalar(Kind.NUMBER, tokens.number(), "");
            case VALUE_TRUE -> new Scalar(Kind.TRUTH, 1, "");
            case VALUE_FALSE -> new Scalar(Kind.TRUTH, 0, "");
            case VALUE_STRING -> new Scalar(Kind.TEXT, Double.NaN, tokens.text("value"));
            default -> {
                tokens.skip();
                yield NOTHING;
            }
        };
    }
}
