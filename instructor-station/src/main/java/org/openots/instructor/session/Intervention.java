package org.openots.instructor.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Something that somebody other than its trainee did to a run: an instructor's operation, fault, freeze, step back, named
 * snapshot. Read from the journal, so that none can be done and not be found. Secret from students.
 *
 * @param at when it was written, epoch milliseconds
 * @param tick tick of the run
 * @param by account
 * @param kind one of {@link RunEvents}
 * @param what the event's own fields, without tick and account
 */
public record Intervention(long at, long tick, String by, String kind, JsonNode what) {
    private static final Set<String> KINDS = Set.of(
            RunEvents.COMMAND,
            RunEvents.FAULT_ARMED,
            RunEvents.FAULT_WITHDRAWN,
            RunEvents.CONTROL,
            RunEvents.REWOUND,
            RunEvents.SNAPSHOT,
            RunEvents.CLOSED);

    /**
     * The interventions in a run.
     *
     * @param owner account of its trainee
     * @param journal its events, oldest first
     * @return the interventions, oldest first
     */
    public static List<Intervention> of(String owner, List<JournalEvent> journal) {
        List<Intervention> found = new ArrayList<>();
        for (JournalEvent event : journal) {
            String by = event.body().path("by").asText();
            boolean other = !by.isEmpty() && !by.equals(owner) && !by.equals(Pace.STATION);
            if (other && KINDS.contains(event.kind())) {
                long tick = event.body()
                        .path(event.kind().equals(RunEvents.REWOUND) ? "fromTick" : "tick")
                        .asLong();
                found.add(new Intervention(event.at(), tick, by, event.kind(), what(event.body())));
            }
        }
        return found;
    }

    private static JsonNode what(JsonNode body) {
        ObjectNode what = ((ObjectNode) body).deepCopy();
        what.remove(List.of("tick", "by", "cid", "sequence", "sheet"));
        return what;
    }
}
