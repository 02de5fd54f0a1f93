package org.openots.instructor.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.openots.common.error.OtsException;
import org.openots.common.signal.SignalTable;
import org.openots.common.text.Brief;
import org.openots.instructor.error.StationError;
import org.openots.instructor.people.Person;
import org.openots.instructor.session.Answers;
import org.openots.instructor.session.JournalEvent;
import org.openots.instructor.session.Readings;
import org.openots.instructor.session.RunArchive;
import org.openots.instructor.session.RunEvent;
import org.openots.instructor.session.RunInspection;
import org.openots.instructor.session.RunJournals;
import org.openots.instructor.session.RunStory;
import org.openots.instructor.session.RunView;
import org.openots.instructor.session.SessionHost;
import org.openots.instructor.statistics.AlarmReview;
import org.openots.simulator.engine.FieldSignals;

/** The past of a run: trends, events, alarm log, score sheet. */
final class RecordRoutes {
    /** Most pens of one trend request. */
    private static final int MOST_TAGS = 16;
    /** Points of a trend when none are asked for: one per pixel of the trend area at 1024x768. */
    static final int POINTS = 600;
    /** Most points of a trend: one per pixel of a 4K screen. */
    private static final int MOST_POINTS = 4000;

    private final SessionHost host;
    private final RunJournals journals;
    private final RunArchive archive;
    private final RunAccess access;

    RecordRoutes(ServerParts parts, RunAccess access) {
        this.host = parts.host();
        this.journals = parts.journals();
        this.archive = parts.archive();
        this.access = access;
    }

    void register(RouteTable table) {
        table.add("GET", "/api/runs/{id}/trend", RunRoutes.WATCHERS, this::trend);
        table.add("GET", "/api/runs/{id}/alarm-log", RunRoutes.WATCHERS, ctx -> events(ctx, true));
        table.add("GET", "/api/runs/{id}/events", RunRoutes.WATCHERS, ctx -> events(ctx, false));
        table.add("GET", "/api/runs/{id}/alarm-metrics", RunRoutes.WATCHERS, this::alarmMetrics);
        table.add("GET", "/api/runs/{id}/score", RunRoutes.WATCHERS, this::score);
    }

    private void trend(Context ctx) {
        String id = visible(ctx);
        List<String> tags = tags(ctx.queryParam("tags"));
        String plant = access.row(id).plant();
        Audience audience = Audience.of(Gatekeeper.person(ctx).role());
        for (String tag : tags) {
            if (!audience.sees(tag)) {
                throw new OtsException(StationError.SIGNAL_UNKNOWN, Brief.of(tag), plant);
            }
        }
        double from = number(ctx, "from", 0);
        double to = number(ctx, "to", Double.MAX_VALUE);
        int points = (int) Math.max(2, Math.min(MOST_POINTS, number(ctx, "points", POINTS)));
        // the score of a run that is closed tells what was worn
        boolean worn = !access.row(id).closed() && !audience.isTold(FieldSignals.PPE);
        Json.answer(ctx, inspect(id, inspection -> {
            List<Integer> indices = indices(inspection.signals(), tags, plant);
            List<Readings> rows = inspection.trend(indices, from, to, points);
            double putOn = inspection.firstOrdered(FieldSignals.PPE);
            ObjectNode answer = trend(tags, worn ? worn(tags, rows, putOn) : rows);
            return withMarks(answer, inspection, indices);
        }));
    }

    /** Rows with whether any equipment is worn in the place of whether it is the right one. */
    private static List<Readings> worn(List<String> tags, List<Readings> rows, double putOn) {
        return rows.stream()
                .map(row -> {
                    double[] values = new double[row.size()];
                    for (int i = 0; i < values.length; i++) {
                        boolean equipment = i > 0 && tags.get(i - 1).equals(FieldSignals.PPE);
                        values[i] = !equipment ? row.get(i) : row.get(i) > 0.5 || row.get(0) > putOn ? 1 : 0;
                    }
                    return Readings.copyOf(values);
                })
                .toList();
    }

    /** How far the last values can be trusted, where that is not wholly: the page of a recorded rig shows it as it was. */
    private static ObjectNode withMarks(ObjectNode answer, RunInspection inspection, List<Integer> indices) {
        Readings last = inspection.readings();
        ObjectNode marks = Json.object();
        indices.stream()
                .filter(index -> !last.quality(index).good())
                .forEach(index -> RunJson.mark(marks, inspection.signals(), last, index));
        return marks.isEmpty() ? answer : answer.set("q", marks);
    }

    /** An open run is asked between two ticks, a closed one is replayed from its journal. */
    private <T> T inspect(String id, Function<RunInspection, T> question) {
        return access.row(id).closed() ? archive.inspect(id, question) : Answers.await(host.inspect(id, question));
    }

    static List<Integer> indices(SignalTable signals, List<String> tags, String plant) {
        List<Integer> indices = new ArrayList<>();
        for (String tag : tags) {
            int index = signals.find(tag);
            if (index == SignalTable.NONE) {
                throw new OtsException(StationError.SIGNAL_UNKNOWN, Brief.of(tag), plant);
            }
            indices.add(index);
        }
        return indices;
    }

    static ObjectNode trend(List<String> tags, List<Readings> rows) {
        ObjectNode node = Json.object();
        ArrayNode times = node.putArray("t");
        rows.forEach(row -> times.add((float) row.get(0)));
        ObjectNode series = node.putObject("series");
        for (int i = 0; i < tags.size(); i++) {
            ArrayNode values = series.putArray(tags.get(i));
            for (Readings row : rows) {
                double value = row.get(i + 1);
                if (Double.isFinite(value)) {
                    values.add((float) value);
                } else {
                    values.addNull();
                }
            }
        }
        return node;
    }

    static List<String> tags(String query) {
        List<String> tags = query == null || query.isBlank() ? List.of() : List.of(query.split(",", -1));
        if (tags.isEmpty()) {
            throw new OtsException(StationError.MISSING_FIELD, "tags");
        }
        if (tags.size() > MOST_TAGS) {
            throw new OtsException(StationError.FIELD_RANGE, "tags", tags.size(), 1, MOST_TAGS);
        }
        return tags;
    }

    private static double number(Context ctx, String name, double absent) {
        String text = ctx.queryParam(name);
        if (text == null || text.isBlank()) {
            return absent;
        }
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below, in the words of people
        }
        throw new OtsException(StationError.FIELD_NOT_NUMBER, name, Brief.of(text));
    }

    private void events(Context ctx, boolean alarmsOnly) {
        String id = visible(ctx);
        Audience audience = Audience.of(Gatekeeper.person(ctx).role());
        List<RunEvent> events = inspect(id, RunInspection::events);
        List<RunEvent> chosen = events.stream()
                .filter(event -> !alarmsOnly || event.kind().equals(RunEvent.ALARM))
                .toList();
        Json.answer(ctx, RunJson.events(chosen, audience));
    }

    /** How much the alarms asked of the operator, in the measures of EEMUA 191. */
    private void alarmMetrics(Context ctx) {
        String id = visible(ctx);
        Json.answer(
                ctx,
                inspect(
                        id,
                        inspection -> StatisticsJson.alarms(AlarmReview.of(inspection.events(), inspection.time()))));
    }

    private void score(Context ctx) {
        String id = visible(ctx);
        Person person = Gatekeeper.person(ctx);
        Audience audience = Audience.of(person.role());
        if (access.row(id).closed()) {
            closedScore(ctx, id, audience);
            return;
        }
        RunView view = host.observe(id);
        boolean hidden = !view.spec().rules().liveScore();
        if (hidden && audience == Audience.STUDENT) {
            throw new OtsException(StationError.SCORE_HIDDEN, id, view.spec().task());
        }
        Json.answer(
                ctx,
                Answers.await(host.inspect(
                        id,
                        inspection -> sheet(
                                RunJson.sheet(inspection.sheet(), audience),
                                view.spec().engineVersion(),
                                inspection.journalHead(),
                                inspection.stateHash()))));
    }

    private void closedScore(Context ctx, String id, Audience audience) {
        List<JournalEvent> journal = journals.read(id);
        JsonNode closing = RunStory.of(id, journal).closing();
        if (closing == null) {
            throw new OtsException(StationError.JOURNAL_DAMAGED, id, "no run-closed");
        }
        String head = journal.get(journal.size() - 1).head();
        Json.answer(
                ctx,
                sheet(
                        RunJson.sheet(closing.path("sheet"), audience),
                        closing.path("engine").asText(),
                        head,
                        closing.path("stateHash").asText()));
    }

    private static ObjectNode sheet(JsonNode sheet, String engine, String head, String stateHash) {
        ObjectNode node = Json.object();
        sheet.properties().forEach((Map.Entry<String, JsonNode> entry) -> node.set(entry.getKey(), entry.getValue()));
        return node.put("engine", engine).put("journalHead", head).put("stateHash", stateHash);
    }

    private String visible(Context ctx) {
        String id = ctx.pathParam("id");
        access.requireVisible(Gatekeeper.person(ctx), id);
        return id;
    }
}
