package org.openots.hazop.report;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.openots.common.text.LocalText;
import org.openots.common.text.Localizable;

/**
 * The fixed words of reports in one language.
 *
 * @param locale the language; any English one gives English, every other Chinese
 */
public record ReportWords(Locale locale) {
    private static final String BUNDLE = "org.openots.hazop.report.ReportWords";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /**
     * A word.
     *
     * @param key its name
     * @param values the values of its placeholders
     * @return the word in the language
     */
    public String of(String key, Object... values) {
        String pattern = ResourceBundle.getBundle(BUNDLE, locale, ReportWords.class.getClassLoader(), NO_FALLBACK)
                .getString(key);
        return values.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(values);
    }

    /**
     * A word of an enum.
     *
     * @param constant the constant
     * @return its name for people
     */
    public String of(Enum<?> constant) {
        return of(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    /**
     * A text in the language.
     *
     * @param text in both languages
     * @return one of them
     */
    public String in(Localizable text) {
        return text.in(locale);
    }

    /**
     * Whether the language is English.
     *
     * @return false for Chinese
     */
    public boolean english() {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
    }

    /**
     * A word in both languages.
     *
     * @param key its name
     * @return both
     */
    public static LocalText both(String key) {
        return new LocalText(
                new ReportWords(Locale.SIMPLIFIED_CHINESE).of(key), new ReportWords(Locale.ENGLISH).of(key));
    }
}
