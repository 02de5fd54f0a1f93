package org.openots.dcs.tag;

import java.util.List;
import java.util.Locale;
import org.openots.common.error.Messages;
import org.openots.common.text.Localizable;

/**
 * Something people should know.
 *
 * @param kind what kind of thing
 * @param arguments the values of its sentence
 */
public record Notice(TagNotice kind, List<Object> arguments) implements Localizable {
    /** Keeps an unmodifiable copy. */
    public Notice {
        arguments = List.copyOf(arguments);
    }

    @Override
    public String in(Locale locale) {
        return Messages.render(kind, arguments, locale);
    }
}
