package org.openots.hazop.worksheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openots.common.journal.JournalEntry;
import org.openots.common.journal.JournalReceipt;
import org.openots.common.journal.Replay;
import org.openots.common.journal.ThingJournal;

/** Makes a worksheet again from its records. */
final class SheetReplay implements Replay<Worksheet> {
    private @Nullable SheetTrack track;

    @Override
    public void take(JournalEntry entry, JournalReceipt receipt) {
        JsonNode body = entry.body();
        long at = entry.at();
        if (entry.kind().equals(SheetRecord.OPENED)) {
            track = new SheetTrack(SheetState.opened(SheetRecord.head(body, at)), receipt.sequence(), receipt.hash());
            return;
        }
        SheetTrack open = track;
        if (open == null) {
            throw new IllegalArgumentException("no " + SheetRecord.OPENED);
        }
        switch (entry.kind()) {
            case SheetRecord.EDITED ->
                open.changed(
                        open.state().after(OperationJson.read(body.path("op"))),
                        body.path("id").asText(),
                        receipt.sequence(),
                        receipt.hash());
            case SheetRecord.SUBMITTED ->
                open.changed(
                        open.state().submitted(body.path("deviation").asText(), at),
                        "",
                        receipt.sequence(),
                        receipt.hash());
            case SheetRecord.HANDED_IN ->
                open.changed(
                        open.state().handedIn(at, body.path("receipt").asText()),
                        "",
                        receipt.sequence(),
                        receipt.hash());
            case SheetRecord.SCORED -> open.scored(SheetRecord.score(body));
            default -> throw new IllegalArgumentException("kind " + entry.kind());
        }
    }

    @Override
    public Optional<Worksheet> thing(ThingJournal journal) {
        return Optional.ofNullable(track).map(made -> new Worksheet(made, journal));
    }
}
