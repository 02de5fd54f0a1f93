package org.openots.common.error;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The only way to a translated sentence. The base bundle is Chinese; bundles are looked up without the JVM's default
 * locale in between, because an English JVM would otherwise answer Chinese requests in English.
 */
public final class Messages {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Messages() {}

    /**
     * Renders a message.
     *
     * @param code which message
     * @param arguments the placeholder values; numbers are written in full, without grouping
     * @param locale the reader's language
     * @return the sentence
     */
    public static String render(ErrorCode code, List<Object> arguments, Locale locale) {
        ResourceBundle bundle =
                ResourceBundle.getBundle(code.bundle(), locale, code.getClass().getClassLoader(), NO_FALLBACK);
        Object[] plain = arguments.stream().map(Messages::plain).toArray();
        return new MessageFormat(bundle.getString(code.name()), Locale.ROOT).format(plain);
    }

    private static Object plain(Object argument) {
        return argument instanceof Number ? argument.toString() : argument;
    }
}
