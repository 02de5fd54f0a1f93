package org.openots.common.text;

import java.util.Locale;

/**
 * A short text for people in both languages of the suite.
 *
 * @param zh Simplified Chinese, the base language; never blank
 * @param en English; never blank
 */
public record LocalText(String zh, String en) implements Localizable {
    /**
     * The text in the given language.
     *
     * @param locale any English locale gives English, every other the base language
     * @return the text
     */
    @Override
    public String in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : zh;
    }
}
