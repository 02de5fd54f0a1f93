package org.openots.instructor.hazop;

import java.util.List;

/**
 * What can be played of a row that somebody wrote, in his own words. The ids of key items in it stay on the server.
 *
 * @param deviation id of the deviation
 * @param row id of the cause row in the worksheet
 * @param causes what he wrote as cause and earned credit for
 * @param safeguards what he wrote as safeguards and earned credit for
 * @param consequences what he wrote as consequences
 * @param state whether it can be played
 */
public record RowOffer(
        String deviation,
        String row,
        List<Choice> causes,
        List<Choice> safeguards,
        List<Choice> consequences,
        State state) {
    /** Freezes the lists. */
    public RowOffer {
        causes = List.copyOf(causes);
        safeguards = List.copyOf(safeguards);
        consequences = List.copyOf(consequences);
    }

    /** Whether a row can be played, or why not. */
    public enum State {
        /** It can. */
        READY,
        /** No cause of it earned credit. */
        NOT_MATCHED,
        /** The simulator has no model of its causes. */
        NOT_MODELLED
    }

    /**
     * Something he wrote.
     *
     * @param text his words
     * @param item id of the key item it was matched with, empty when with none; never sent to a student
     * @param possible a cause can be played, a safeguard be taken away, a consequence be looked at
     * @param named signals that he names in it and that have a trend
     */
    public record Choice(String text, String item, boolean possible, List<String> named) {
        /** Nothing. */
        static final Choice NONE = new Choice("", "", false, List.of());

        /** Freezes the list. */
        public Choice {
            named = List.copyOf(named);
        }
    }
}
