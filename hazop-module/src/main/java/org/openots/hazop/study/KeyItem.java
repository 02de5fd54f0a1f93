package org.openots.hazop.study;

import java.util.List;
import org.openots.common.text.LocalText;

/** An entry of the answer key: cause, consequence, safeguard or recommendation. */
public sealed interface KeyItem permits Cause, Consequence, Safeguard, Recommendation {
    /**
     * Words and meaning.
     *
     * @return what all items have
     */
    KeyText key();

    /**
     * The column it belongs to.
     *
     * @return the column
     */
    Column column();

    /**
     * Its id.
     *
     * @return the id, unique in the study
     */
    default String id() {
        return key().id();
    }

    /**
     * Its words.
     *
     * @return the text
     */
    default LocalText text() {
        return key().text();
    }

    /**
     * The tags it names.
     *
     * @return the tags
     */
    default List<String> tags() {
        return key().tags();
    }
}
