package org.openots.simulator.automation;

import java.util.List;
import java.util.Locale;
import org.openots.common.error.ErrorCode;
import org.openots.common.error.Messages;

/**
 * One mistake in a pack file.
 *
 * @param code what kind of mistake
 * @param file name of the file
 * @param pointer JSON pointer of the place
 * @param details the other values of the message
 */
public record PackMistake(ErrorCode code, String file, String pointer, List<Object> details) {
    /** Copies the list. */
    public PackMistake {
        details = List.copyOf(details);
    }

    /**
     * The mistake as a sentence: place, value, rule, what to do.
     *
     * @param locale the reader's language
     * @return the sentence
     */
    public String messageIn(Locale locale) {
        Object[] all = new Object[details.size() + 2];
        all[0] = file;
        all[1] = pointer.isEmpty() ? "/" : pointer;
        for (int i = 0; i < details.size(); i++) {
            all[i + 2] = details.get(i);
        }
        return Messages.render(code, List.of(all), locale);
    }
}
