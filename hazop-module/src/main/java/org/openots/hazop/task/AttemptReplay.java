package org.openots.hazop.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.journal.JournalRecord;

/** Makes the present attempt out of the records of its journal. */
final class AttemptReplay {
    private final String id;
    private final Set<String> edits = new HashSet<>();
    private @Nullable AttemptState state;
    private @Nullable String mistake;
    private String hash = "";

    AttemptReplay(String id) {
        this.id = id;
    }

    void take(JournalRecord record) {
        if (mistake != null) {
            return;
        }
        try {
            JsonNode node = AttemptRecord.read(record.payload());
            apply(node.path("kind").asText(), node.path("at").asLong(), node.path("body"), record.sequence());
            hash = record.hash();
        } catch (JsonProcessingException | IllegalArgumentException e) {
            mistake = record.sequence() + ": " + e.getMessage();
        }
    }

    private void apply(String kind, long at, JsonNode body, long sequence) {
        if (kind.equals(AttemptRecord.OPENED)) {
            state = AttemptState.opened(AttemptRecord.head(body, at), sequence);
            return;
        }
        AttemptState open = state;
        if (open == null) {
            throw new IllegalArgumentException("no " + AttemptRecord.OPENED);
        }
        state = switch (kind) {
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
            default -> throw new IllegalArgumentException("kind " + kind);
        };
    }

    AttemptState state() {
        AttemptState made = state;
        if (mistake != null || made == null) {
            throw new OtsException(TaskError.ATTEMPT_DAMAGED, id, mistake == null ? "empty" : mistake);
        }
        return made;
    }

    Set<String> edits() {
        return edits;
    }

    String hash() {
        return hash;
    }
}
