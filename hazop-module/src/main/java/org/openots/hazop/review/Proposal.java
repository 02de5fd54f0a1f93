package org.openots.hazop.review;

/**
 * A wording that somebody proposes.
 *
 * @param id its name, for example {@code p-12}
 * @param kind accepted wording of a key item, or word of the lexicon
 * @param study id of the study it was met in
 * @param digest digest of that study's file
 * @param deviation the deviation it was met in
 * @param column word of the column it was met in
 * @param target id of the key item, or of the concept
 * @param targetText the item in Chinese, or a word of the concept
 * @param text the wording
 * @param by account of who proposes it
 * @param at epoch milliseconds
 * @param regression what was found when it was proposed
 */
public record Proposal(
        String id,
        Kind kind,
        String study,
        String digest,
        String deviation,
        String column,
        String target,
        String targetText,
        String text,
        String by,
        long at,
        Regression regression) {
    /** What is proposed. */
    public enum Kind {
        /** A text that says what an item of a key says. */
        ALIAS,
        /** A word that means what other words mean. */
        WORD
    }

    /** How far it is. */
    public enum State {
        /** Waits for a second person. */
        OPEN,
        /** In use. */
        APPROVED,
        /** Turned down by a second person, or taken back by its author. */
        REJECTED,
        /** Turned down by the trial. */
        REFUSED
    }

    /**
     * What became of a proposal.
     *
     * @param proposal its id
     * @param state approved, rejected or refused
     * @param version version of the wordings from then on; 0 unless approved
     * @param by account of who decided
     * @param reason why, may be empty
     * @param at epoch milliseconds
     * @param regression what was found then
     */
    public record Outcome(
            String proposal, State state, int version, String by, String reason, long at, Regression regression) {}
}
