package org.openots.instructor.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import org.openots.common.error.OtsException;
import org.openots.common.text.Brief;
import org.openots.instructor.error.StationError;

/** The language a file is asked for in. */
final class Languages {
    private static final List<String> WORDS = List.of("zh", "en");

    private Languages() {}

    /** The query parameter {@code lang}; Chinese when it is left out. */
    static Locale of(Context ctx) {
        String word = ctx.queryParam("lang");
        if (word == null) {
            return Locale.SIMPLIFIED_CHINESE;
        }
        if (!WORDS.contains(word)) {
            throw new OtsException(StationError.FIELD_CHOICE, "lang", Brief.of(word), String.join(", ", WORDS));
        }
        return word.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }
}
