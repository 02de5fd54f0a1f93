package org.openots.hazop.worksheet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.openots.common.error.OtsException;
import org.openots.common.journal.JournalReceipt;
import org.openots.common.journal.ThingJournal;

/**
 * One worksheet that is being filled in. Thread-safe. A change is shown, and answered, only when it is durable.
 *
 * <p>Every change names the token of the state it was made on. A batch that was applied before, wholly or in part, is
 * recognised by its ids, so that sending it again does no harm; a batch made on an older state than the present one is
 * refused whole and nothing is merged.
 */
final class Worksheet {
    /** Most changes in one worksheet: a senior one takes about 3 000, and a runaway script must not fill the disk. */
    static final int MOST_EDITS = 20_000;

    private final SheetTrack track;
    private final ThingJournal journal;

    Worksheet(SheetTrack track, ThingJournal journal) {
        this.track = track;
        this.journal = journal;
    }

    synchronized SheetView view() {
        return track.view();
    }

    /** Applies edits made on the state of a token. */
    synchronized EditOutcome edit(String token, List<SheetEdit> edits) {
        int done = track.alreadyDone(token, edits);
        List<SheetEdit> fresh = edits.subList(done, edits.size());
        List<Pending> pending = new ArrayList<>();
        Optional<EditOutcome.Refusal> refused = Optional.empty();
        SheetState state = track.state();
        for (SheetEdit edit : fresh) {
            try {
                track.requireFresh(edit.id(), pending.size());
                state = state.after(edit.operation());
            } catch (OtsException e) {
                refused = Optional.of(new EditOutcome.Refusal(edit.id(), e));
                break;
            }
            pending.add(append(SheetRecord.EDITED, journal.now(), SheetRecord.edit(edit), state, edit.id()));
        }
        settle(pending);
        return new EditOutcome(track.view().revision(), track.view().token(), refused);
    }

    /** Submits a deviation; submitted before, it stays as it was. */
    synchronized SheetView submit(String token, String deviation) {
        if (!track.state().submitted().containsKey(deviation)) {
            track.requireCurrent(token);
            long at = journal.now();
            SheetState next = track.state().submitted(deviation, at);
            settle(List.of(
                    append(SheetRecord.SUBMITTED, at, SheetRecord.body().put("deviation", deviation), next, "")));
        }
        return track.view();
    }

    /** Hands the worksheet in; handed in before, the first receipt stands. */
    synchronized SheetView handIn(String token) {
        if (track.state().handIn().isEmpty()) {
            track.requireCurrent(token);
            long at = journal.now();
            String receipt = track.view().token();
            SheetState next = track.state().handedIn(at, receipt);
            settle(List.of(append(SheetRecord.HANDED_IN, at, SheetRecord.body().put("receipt", receipt), next, "")));
        }
        return track.view();
    }

    /** Keeps a score; the first one of a deviation stands. It does not touch what the student may change. */
    synchronized void score(DeviationScore score) {
        if (track.state().scores().containsKey(score.deviation())) {
            return;
        }
        journal.durable(journal.append(SheetRecord.SCORED, journal.now(), SheetRecord.score(score)));
        track.scored(score);
    }

    /** A change on its way to the disk. */
    private record Pending(SheetState next, String edit, CompletableFuture<JournalReceipt> receipt) {}

    private Pending append(String kind, long at, ObjectNode body, SheetState next, String edit) {
        return new Pending(next, edit, journal.append(kind, at, body));
    }

    private void settle(List<Pending> pending) {
        for (Pending one : pending) {
            JournalReceipt receipt = journal.durable(one.receipt());
            track.changed(one.next(), one.edit(), receipt.sequence(), receipt.hash());
        }
    }
}
