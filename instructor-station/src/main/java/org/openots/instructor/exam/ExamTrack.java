package org.openots.instructor.exam;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.common.journal.JournalEntry;
import org.openots.common.json.CanonicalJson;

/** What the events of an exam's journal add up to; format {@code exam-journal}. Not thread-safe. */
final class ExamTrack {
    /** Who is named when the station does something by itself. */
    static final String STATION = "station";

    private final ExamPlan plan;
    private final Map<String, CandidateTrack> candidates = new LinkedHashMap<>();
    private final List<Incident> incidents = new ArrayList<>();
    private ExamPhase phase = ExamPhase.PLANNED;
    private boolean stopped;
    private long clock;
    private long lastAt;
    private long startedAt;
    private long outage;
    private int grants;
    private Optional<String> results = Optional.empty();
    private Map<String, DrawFilter.Difficulty> difficulties = Map.of();

    private ExamTrack(ExamPlan plan, long at) {
        this.plan = plan;
        this.lastAt = at;
        plan.seats().forEach(seat -> candidates.put(seat.account(), new CandidateTrack(seat)));
    }

    /** Begins with the event that plans the exam. */
    static ExamTrack open(JournalEntry first) {
        if (!first.kind().equals(ExamKinds.PLANNED)) {
            throw new IllegalArgumentException("no " + ExamKinds.PLANNED);
        }
        return new ExamTrack(ExamCodec.plan(first.body()), first.at());
    }

    /** Takes a further event. */
    void take(JournalEntry entry) {
        JsonNode body = entry.body();
        clock = Math.max(clock, body.path("t").asLong());
        lastAt = entry.at();
        switch (entry.kind()) {
            case ExamKinds.CLOCK -> {}
            case ExamKinds.OPENED -> open(body);
            case ExamKinds.STARTED -> {
                phase = ExamPhase.RUNNING;
                startedAt = entry.at();
            }
            case ExamKinds.OUTAGE -> outage += body.path("millis").asLong();
            case ExamKinds.STOPPED, ExamKinds.RESUMED -> pace(entry.kind().equals(ExamKinds.STOPPED), body);
            case ExamKinds.INCIDENT -> incident(entry);
            case ExamKinds.CLOSED -> phase = ExamPhase.CLOSED;
            case ExamKinds.CANCELLED -> phase = ExamPhase.CANCELLED;
            case ExamKinds.CONFIRMED -> {
                phase = ExamPhase.CONFIRMED;
                results = Optional.of(CanonicalJson.text(body.path("results")));
            }
            case ExamKinds.RELEASED -> phase = ExamPhase.RELEASED;
            default -> takeOf(known(body.path("account").asText()), entry);
        }
    }

    private void takeOf(CandidateTrack one, JournalEntry entry) {
        JsonNode body = entry.body();
        long t = body.path("t").asLong();
        switch (entry.kind()) {
            case ExamKinds.SEATED -> one.seated(body.path("device").asText());
            case ExamKinds.BEGUN -> begin(one, body);
            case ExamKinds.ENDED -> one.end(t, body.path("by").asText(), body.path("closing"));
            case ExamKinds.LOST -> one.lost(t);
            case ExamKinds.BACK -> one.back();
            case ExamKinds.GRANT -> {
                Grant grant = ExamCodec.grant(body);
                grants = Math.max(grants, grant.id());
                one.grant(grant);
            }
            case ExamKinds.HAND -> one.hand(body.path("up").asBoolean(), t);
            case ExamKinds.HANDOVER ->
                one.handover(new Handover(
                        body.path("device").asText(), body.path("address").asText(), entry.at(), 0, ""));
            case ExamKinds.HANDOVER_DECIDED ->
                one.handover(
                        body.path("approved").asBoolean()
                                ? one.handover()
                                        .orElseThrow()
                                        .approved(entry.at(), body.path("by").asText())
                                : null);
            case ExamKinds.DEVICE -> one.device(body.path("device").asText());
            case ExamKinds.MOVED -> one.moved(body.path("seat").asText());
            case ExamKinds.ABSENT -> one.absent();
            case ExamKinds.HANDED_IN -> one.handedIn(body.path("receipt").asText());
            default -> throw new IllegalArgumentException("kind " + entry.kind());
        }
    }

    private void open(JsonNode body) {
        phase = ExamPhase.OPEN;
        difficulties = ExamCodec.difficulties(body.path("difficulties"));
        body.path("papers")
                .properties()
                .forEach(paper -> known(paper.getKey()).paper(ExamCodec.paper(paper.getValue())));
    }

    /** An item begins; who comes late has lost the time since the beginning. */
    private void begin(CandidateTrack one, JsonNode body) {
        PaperItem item = one.items().get(one.begun());
        one.begin(body.path("work").asText(), body.path("from").asLong(), item.limitSeconds() * Exam.MILLIS, stopped);
    }

    private void pace(boolean stop, JsonNode body) {
        String account = body.path("account").asText();
        long t = body.path("t").asLong();
        boolean untilReturn = body.path("untilReturn").asBoolean();
        if (account.isEmpty()) {
            stopped = stop;
            candidates.values().forEach(one -> {
                if (stop) {
                    one.stop(t, false, false);
                } else {
                    one.go(t, false, false, false);
                }
            });
        } else if (stop) {
            known(account).stop(t, !untilReturn, untilReturn);
        } else {
            known(account).go(t, !untilReturn, untilReturn, stopped);
        }
    }

    private void incident(JournalEntry entry) {
        JsonNode body = entry.body();
        String account = body.path("account").asText();
        Incident incident = new Incident(
                entry.at(),
                body.path("t").asLong(),
                account,
                body.path("code").asText(),
                body.path("text").asText(),
                body.path("by").asText());
        incidents.add(incident);
        if (incident.code().equals(Exam.BLUR)) {
            known(account).blurred();
        }
    }

    private CandidateTrack known(String account) {
        CandidateTrack found = candidates.get(account);
        if (found == null) {
            throw new IllegalArgumentException("account " + account);
        }
        return found;
    }

    Optional<CandidateTrack> candidate(String account) {
        return Optional.ofNullable(candidates.get(account));
    }

    Map<String, CandidateTrack> candidates() {
        return candidates;
    }

    /** What was known of difficulties when the papers were drawn. */
    Map<String, DrawFilter.Difficulty> difficulties() {
        return difficulties;
    }

    ExamPlan plan() {
        return plan;
    }

    ExamPhase phase() {
        return phase;
    }

    boolean stopped() {
        return stopped;
    }

    /** The exam's clock at the last event, ms. */
    long clock() {
        return clock;
    }

    /** When the last event was written, epoch milliseconds. */
    long lastAt() {
        return lastAt;
    }

    int nextGrant() {
        return grants + 1;
    }

    ExamView view(long now) {
        return new ExamView(
                plan,
                phase,
                now,
                stopped,
                startedAt,
                candidates.values().stream().map(one -> one.view(now)).toList(),
                incidents,
                outage,
                results);
    }
}
