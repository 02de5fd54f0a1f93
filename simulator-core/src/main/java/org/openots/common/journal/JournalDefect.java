package org.openots.common.journal;

import java.util.List;
import java.util.Locale;
import org.openots.common.error.CommonError;
import org.openots.common.error.Messages;
import org.openots.common.text.Localizable;

/**
 * Something wrong with a journal, and where.
 *
 * @param code what is wrong, one of the {@code JOURNAL_…} codes
 * @param file the segment file
 * @param offset where in it, bytes from its start
 * @param lastGood sequence of the last record that is intact and usable, 0 when there is none
 */
public record JournalDefect(CommonError code, String file, long offset, long lastGood) implements Localizable {
    /**
     * Whether this is what a crash leaves behind: an incomplete last record that nobody was told is durable. It is cut
     * off when the journal is opened for writing.
     *
     * @return false for everything else, which means damage or tampering
     */
    public boolean recoverable() {
        return code == CommonError.JOURNAL_TORN_TAIL;
    }

    @Override
    public String in(Locale locale) {
        return code.code() + " " + Messages.render(code, List.of(file, offset, lastGood), locale);
    }
}
