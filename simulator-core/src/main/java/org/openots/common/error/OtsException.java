package org.openots.common.error;

import java.util.List;
import java.util.Locale;

/**
 * A mistake in something a user gave us: a file, a command line, a request. Carries a code and the values of the
 * message, never a finished sentence; the edge renders it in the reader's language.
 */
public final class OtsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorCode errorCode;
    private final transient List<Object> arguments;

    /**
     * Creates the exception.
     *
     * @param errorCode what kind of mistake
     * @param arguments the values named in the message, in the order of its placeholders
     */
    public OtsException(ErrorCode errorCode, Object... arguments) {
        super(errorCode.code());
        this.errorCode = errorCode;
        this.arguments = List.of(arguments);
    }

    /**
     * The kind of mistake.
     *
     * @return the code
     */
    public ErrorCode errorCode() {
        return errorCode;
    }

    /**
     * The values of the message.
     *
     * @return the values, in placeholder order
     */
    public List<Object> arguments() {
        return arguments;
    }

    /**
     * The whole message: thing, value, rule, and what to do.
     *
     * @param locale the reader's language
     * @return the sentence
     */
    public String messageIn(Locale locale) {
        return Messages.render(errorCode, arguments, locale);
    }

    @Override
    public String getMessage() {
        return errorCode.code() + " " + messageIn(Locale.ENGLISH);
    }
}
