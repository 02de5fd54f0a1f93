package org.openots.hazop.worksheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.journal.JournalRecord;

/** Makes a worksheet again from its records. */
final class SheetReplay {
    private final String id;
    private @Nullable SheetTrack track;
    private @Nullable String mistake;

    SheetReplay(String id) {
        this.id = id;
    }

    /** Takes the next record; after the first wrong one the rest is ignored. */
    void take(JournalRecord record) {
        if (mistake != null) {
            return;
        }
        try {
            JsonNode node = SheetRecord.read(record.payload());
            apply(node.path("kind").asText(), node.path("at").asLong(), node.path("body"), record);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            mistake = record.sequence() + ": " + e.getMessage();
        } catch (OtsException e) {
            mistake = record.sequence() + ": " + e.messageIn(Locale.ENGLISH);
        }
    }

    private void apply(String kind, long at, JsonNode body, JournalRecord record) {
        if (kind.equals(SheetRecord.OPENED)) {
            track = new SheetTrack(SheetState.opened(SheetRecord.head(body, at)), record.sequence(), record.hash());
            return;
        }
        SheetTrack open = track;
        if (open == null) {
            throw new IllegalArgumentException("no " + SheetRecord.OPENED);
        }
        switch (kind) {
            case SheetRecord.EDITED ->
                open.changed(
                        open.state().after(OperationJson.read(body.path("op"))),
                        body.path("id").asText(),
                        record.sequence(),
                        record.hash());
            case SheetRecord.SUBMITTED ->
                open.changed(
                        open.state().submitted(body.path("deviation").asText(), at),
                        "",
                        record.sequence(),
                        record.hash());
            case SheetRecord.HANDED_IN ->
                open.changed(
                        open.state().handedIn(at, body.path("receipt").asText()), "", record.sequence(), record.hash());
            case SheetRecord.SCORED -> open.scored(SheetRecord.score(body));
            default -> throw new IllegalArgumentException("kind " + kind);
        }
    }

    SheetTrack track() {
        SheetTrack made = track;
        if (mistake != null || made == null) {
            throw new OtsException(WorksheetError.SHEET_DAMAGED, id, mistake == null ? "empty" : mistake);
        }
        return made;
    }
}
