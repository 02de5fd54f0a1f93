package org.openots.common.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openots.common.error.ErrorCode;
import org.openots.common.error.Messages;
import org.openots.common.error.OtsException;
import org.openots.common.text.Localizable;

/**
 * One mistake in a file.
 *
 * @param file the file's name as shown to people
 * @param pointer JSON pointer of the wrong value, empty for the whole file
 * @param code what kind of mistake; placeholder 0 of its message is the place
 * @param arguments the other values of the message, from placeholder 1 on
 */
public record Finding(String file, String pointer, ErrorCode code, List<Object> arguments) implements Localizable {
    /** Keeps an unmodifiable copy of the arguments. */
    public Finding {
        arguments = List.copyOf(arguments);
    }

    /**
     * Where the mistake is.
     *
     * @return {@code file#pointer}
     */
    public String place() {
        return file + "#" + pointer;
    }

    /**
     * The mistake as an exception.
     *
     * @return the exception, to be thrown
     */
    public OtsException toException() {
        return new OtsException(code, messageArguments().toArray());
    }

    /**
     * Code and message in the reader's language, for example {@code OTS-JSON-003 plant.json#/trays/7/weirHeight: -0.05
     * must be greater than 0.}
     *
     * @param locale the reader's language
     * @return the message
     */
    @Override
    public String in(Locale locale) {
        return code.code() + " " + Messages.render(code, messageArguments(), locale);
    }

    private List<Object> messageArguments() {
        List<Object> all = new ArrayList<>();
        all.add(place());
        all.addAll(arguments);
        return all;
    }
}
