package org.openots.hazop.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openots.common.journal.JournalEntry;
import org.openots.common.journal.JournalReceipt;
import org.openots.common.journal.Replay;
import org.openots.common.journal.ThingJournal;

/** Makes the present attempt out of the records of its journal. */
final class AttemptReplay implements Replay<Attempt> {
    private final Set<String> edits = new HashSet<>();
    private @Nullable AttemptState state;
    private String hash = "";

    @Override
    public void take(JournalEntry entry, JournalReceipt receipt) {
        state = after(entry, receipt.sequence());
        hash = receipt.hash();
    }

    private AttemptState after(JournalEntry entry, long sequence) {
        JsonNode body = entry.body();
        long at = entry.at();
        if (entry.kind().equals(AttemptRecord.OPENED)) {
            return AttemptState.opened(AttemptRecord.head(body, at), sequence);
        }
        AttemptState open = state;
        if (open == null) {
            throw new IllegalArgumentException("no " + AttemptRecord.OPENED);
        }
        return switch (entry.kind()) {
            case AttemptRecord.ANSWERED -> {
                edits.add(body.path("id").asText());
                yield open.answered(body.path("question").asText(), AttemptRecord.words(body.path("answer")), sequence);
            }
            case AttemptRecord.CHECKED -> open.checked(body.path("question").asText(), sequence);
            case AttemptRecord.SHEET -> open.sheetOpened(body.path("sheet").asText(), sequence);
            case AttemptRecord.SUBMITTED ->
                open.submitted(
                        new AttemptState.Submission(at, body.path("receipt").asText()),
                        AttemptRecord.score(body.path("score")),
                        sequence);
            case AttemptRecord.RELEASED ->
                open.released(new AttemptState.Release(body.path("by").asText(), at), sequence);
            default -> throw new IllegalArgumentException("kind " + entry.kind());
        };
    }

    @Override
    public Optional<Attempt> thing(ThingJournal journal) {
        return Optional.ofNullable(state).map(made -> new Attempt(made, edits, hash, journal));
    }
}
