package org.openots.instructor.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.instructor.session.RunExam;
import org.openots.instructor.session.RunJournals;
import org.openots.instructor.session.RunListener;
import org.openots.instructor.session.RunOrigin;
import org.openots.instructor.session.RunSpec;
import org.openots.instructor.session.RunStory;
import org.openots.instructor.store.RunIndex;
import org.openots.instructor.store.RunItems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the database's list of runs in step with the journals, and can rebuild it from them alone. */
final class RunProjection implements RunListener {
    private static final Logger LOG = LoggerFactory.getLogger(RunProjection.class);

    private final RunIndex index;
    private final RunItems items;

    RunProjection(RunIndex index, RunItems items) {
        this.index = index;
        this.items = items;
    }

    @Override
    public void opened(RunSpec spec) {
        index.put(openRow(spec));
    }

    @Override
    public void closed(RunSpec spec, JsonNode closing) {
        index.put(closedRow(spec, closing));
        items.put(spec.id(), items(closing.path("sheet")));
    }

    /**
     * Brings the list in step with the journals: a run may have been closed just before the station was killed, or the
     * database may have been deleted.
     *
     * @return the runs that are open, and those whose journal cannot be read
     */
    List<String> reconcile(RunJournals journals) {
        return reconcile(journals, true);
    }

    private List<String> reconcile(RunJournals journals, boolean trusting) {
        Map<String, RunIndex.Row> known = new HashMap<>();
        index.all().forEach(row -> known.put(row.id(), row));
        List<String> open = new ArrayList<>();
        for (String run : journals.runs()) {
            RunIndex.Row row = known.get(run);
            if (trusting && row != null && row.closed()) {
                continue;
            }
            try {
                RunStory story = RunStory.of(run, journals.read(run));
                JsonNode closing = story.closing();
                if (closing == null) {
                    index.put(openRow(story.spec()));
                    open.add(run);
                } else {
                    closed(story.spec(), closing);
                }
            } catch (OtsException e) {
                LOG.error("journal of run {} cannot be read", run, e);
                open.add(run);
            }
        }
        items.missing().forEach(run -> itemise(run, journals));
        return open;
    }

    /**
     * Makes the list again from all journals, whatever it says.
     *
     * @return the runs that are open, and those whose journal cannot be read
     */
    List<String> rebuild(RunJournals journals) {
        return reconcile(journals, false);
    }

    /** Writes the items of a run that an older version of the station closed. */
    private void itemise(String run, RunJournals journals) {
        try {
            JsonNode closing = RunStory.of(run, journals.read(run)).closing();
            if (closing != null) {
                items.put(run, items(closing.path("sheet")));
            }
        } catch (OtsException e) {
            LOG.warn("run {} is not in the statistics: {}", run, e.getMessage());
        }
    }

    /** Steps and quality items of a score sheet; a sheet of another kind has none. */
    private static List<RunItems.Item> items(JsonNode sheet) {
        List<RunItems.Item> list = new ArrayList<>();
        for (String kind : List.of("step", "quality")) {
            for (JsonNode one : sheet.path(kind.equals("step") ? "steps" : kind)) {
                if (one.path("points").asDouble() > 0) {
                    list.add(new RunItems.Item(
                            kind,
                            one.path("id").asText(),
                            new LocalText(
                                    one.path("text").path("zh").asText(),
                                    one.path("text").path("en").asText()),
                            one.path("points").asDouble(),
                            one.path("earned").asDouble()));
                }
            }
        }
        return list;
    }

    private static RunIndex.Row openRow(RunSpec spec) {
        return new RunIndex.Row(
                spec.id(),
                spec.owner(),
                spec.plant(),
                spec.task(),
                spec.startedAt(),
                spec.measured(),
                spec.virtual(),
                false,
                null,
                null,
                null,
                branchOf(spec),
                spec.exam().map(RunExam::exam).orElse(null));
    }

    private static RunIndex.Row closedRow(RunSpec spec, JsonNode closing) {
        return new RunIndex.Row(
                spec.id(),
                spec.owner(),
                spec.plant(),
                spec.task(),
                spec.startedAt(),
                spec.measured(),
                spec.virtual(),
                true,
                closing.path("score").asDouble(),
                closing.path("time").asDouble(),
                closing.path("stateHash").asText(),
                branchOf(spec),
                spec.exam().map(RunExam::exam).orElse(null));
    }

    private static @Nullable String branchOf(RunSpec spec) {
        return spec.origin().map(RunOrigin::run).orElse(null);
    }
}
