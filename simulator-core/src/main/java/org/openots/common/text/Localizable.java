package org.openots.common.text;

import java.util.Locale;

/** Something that can be written for people in either language of the suite. */
public interface Localizable {
    /**
     * The text in the given language.
     *
     * @param locale any English locale gives English, every other the base language Chinese
     * @return the text
     */
    String in(Locale locale);
}
