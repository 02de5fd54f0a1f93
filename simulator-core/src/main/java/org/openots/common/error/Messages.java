package org.openots.common.error;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.openots.common.text.Localizable;

/**
 * The only way to a translated sentence. The base bundle is Chinese; bundles are looked up without the JVM's default
 * locale in between, because an English JVM would otherwise answer Chinese requests in English.
 */
public final class Messages {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** Longest number written without an exponent, in digits; longer ones are unreadable in a sentence. */
    private static final int PLAIN_DIGITS = 15;

    private Messages() {}

    /**
     * Renders a message.
     *
     * @param code which message
     * @param arguments the placeholder values; numbers are written in full, without grouping, texts in both languages
     *     in the reader's language
     * @param locale the reader's language
     * @return the sentence
     */
    public static String render(ErrorCode code, List<Object> arguments, Locale locale) {
        ResourceBundle bundle =
                ResourceBundle.getBundle(code.bundle(), locale, code.getClass().getClassLoader(), NO_FALLBACK);
        Object[] plain = arguments.stream().map(a -> plain(a, locale)).toArray();
        return new MessageFormat(bundle.getString(code.name()), Locale.ROOT).format(plain);
    }

    private static Object plain(Object argument, Locale locale) {
        if (argument instanceof Double number) {
            return number(number);
        }
        if (argument instanceof Number) {
            return argument.toString();
        }
        return argument instanceof Localizable text ? text.in(locale) : argument;
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
        String text = exact.toPlainString();
        return text.length() <= PLAIN_DIGITS ? text : Double.toString(value);
    }
}
