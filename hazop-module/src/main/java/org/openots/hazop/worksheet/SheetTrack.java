package org.openots.hazop.worksheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openots.common.error.OtsException;

/** The states a worksheet went through: the present one whole, of the others the tokens and the ids of the edits. */
final class SheetTrack {
    /** Digits of the journal's chain that make a token: 64 bits, nobody meets one by chance. */
    private static final int TOKEN_DIGITS = 16;

    private final List<String> tokens = new ArrayList<>();
    /** Edit that led to the token of the same index; empty for what is no edit. */
    private final List<String> edits = new ArrayList<>();

    private final Set<String> known = new HashSet<>();
    private SheetState state;
    private long revision;

    SheetTrack(SheetState opened, long sequence, String hash) {
        this.state = opened;
        changed(opened, "", sequence, hash);
    }

    SheetState state() {
        return state;
    }

    SheetView view() {
        return new SheetView(state, revision, tokens.get(tokens.size() - 1));
    }

    void changed(SheetState next, String edit, long sequence, String hash) {
        state = next;
        revision = sequence;
        tokens.add(hash.substring(0, TOKEN_DIGITS));
        edits.add(edit);
        if (!edit.isEmpty()) {
            known.add(edit);
        }
    }

    void scored(DeviationScore score) {
        state = state.scored(score);
    }

    /** How many edits of a batch were applied before; refuses a batch that was made on another state. */
    int alreadyDone(String token, List<SheetEdit> batch) {
        int from = tokens.lastIndexOf(token);
        if (from < 0) {
            throw conflict();
        }
        int done = 0;
        while (done < batch.size()
                && from + 1 + done < edits.size()
                && edits.get(from + 1 + done).equals(batch.get(done).id())) {
            done++;
        }
        if (done < batch.size() && from + 1 + done < edits.size()) {
            throw conflict();
        }
        return done;
    }

    void requireCurrent(String token) {
        if (!tokens.get(tokens.size() - 1).equals(token)) {
            throw conflict();
        }
    }

    void requireFresh(String edit, int ahead) {
        if (known.contains(RowId.check(edit))) {
            throw new OtsException(WorksheetError.EDIT_REUSED, edit);
        }
        if (edits.size() + ahead > Worksheet.MOST_EDITS) {
            throw new OtsException(WorksheetError.EDITS_LIMIT, state.head().id(), edits.size() - 1);
        }
    }

    private OtsException conflict() {
        return new OtsException(WorksheetError.SHEET_CONFLICT, state.head().id(), revision);
    }
}
