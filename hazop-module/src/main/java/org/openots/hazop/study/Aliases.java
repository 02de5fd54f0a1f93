package org.openots.hazop.study;

import java.util.List;

/**
 * Other wordings of the same thing.
 *
 * @param zh Chinese ones
 * @param en English ones
 */
public record Aliases(List<String> zh, List<String> en) {
    /** No other wordings. */
    public static final Aliases NONE = new Aliases(List.of(), List.of());

    /** Keeps unmodifiable copies. */
    public Aliases {
        zh = List.copyOf(zh);
        en = List.copyOf(en);
    }
}
