package org.openots.common.journal;

import java.util.Optional;

/**
 * What reading a whole journal found. Records up to {@code lastSequence} are intact and were delivered.
 *
 * @param journal the journal's name
 * @param lastSequence sequence of the last intact record, 0 when there is none
 * @param epoch the highest epoch in it, 0 for a new journal
 * @param segments number of intact segments, counted from 1 without a gap
 * @param head the chain hash after the last intact record, lower-case hexadecimal
 * @param defect the first thing wrong; reading stops there
 */
public record JournalReport(
        String journal, long lastSequence, long epoch, int segments, String head, Optional<JournalDefect> defect) {
    /**
     * Whether all of the journal is intact.
     *
     * @return true when nothing is wrong
     */
    public boolean intact() {
        return defect.isEmpty();
    }

    /**
     * What is wrong besides an incomplete end, which was acknowledged to nobody.
     *
     * @return the defect that makes the journal unusable, if there is one
     */
    public Optional<JournalDefect> damage() {
        return defect.filter(found -> !found.recoverable());
    }
}
