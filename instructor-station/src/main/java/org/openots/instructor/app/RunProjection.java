package org.openots.instructor.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.instructor.session.RunJournals;
import org.openots.instructor.session.RunListener;
import org.openots.instructor.session.RunOrigin;
import org.openots.instructor.session.RunSpec;
import org.openots.instructor.session.RunStory;
import org.openots.instructor.store.RunIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the database's list of runs in step with the journals, and can rebuild it from them alone. */
final class RunProjection implements RunListener {
    private static final Logger LOG = LoggerFactory.getLogger(RunProjection.class);

    private final RunIndex index;

    RunProjection(RunIndex index) {
        this.index = index;
    }

    @Override
    public void opened(RunSpec spec) {
        index.put(openRow(spec));
    }

    @Override
    public void closed(RunSpec spec, JsonNode closing) {
        index.put(closedRow(spec, closing));
    }

    /**
     * Brings the list in step with the journals: a run may have been closed just before the station was killed, or the
     * database may have been deleted.
     *
     * @return the runs that are open, and those whose journal cannot be read
     */
    List<String> reconcile(RunJournals journals) {
        Map<String, RunIndex.Row> known = new HashMap<>();
        index.all().forEach(row -> known.put(row.id(), row));
        List<String> open = new ArrayList<>();
        for (String run : journals.runs()) {
            RunIndex.Row row = known.get(run);
            if (row != null && row.closed()) {
                continue;
            }
            try {
                RunStory story = RunStory.of(run, journals.read(run));
                JsonNode closing = story.closing();
                index.put(closing == null ? openRow(story.spec()) : closedRow(story.spec(), closing));
                if (closing == null) {
                    open.add(run);
                }
            } catch (OtsException e) {
                LOG.error("journal of run {} cannot be read", run, e);
                open.add(run);
            }
        }
        return open;
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
                branchOf(spec));
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
                branchOf(spec));
    }

    private static @Nullable String branchOf(RunSpec spec) {
        return spec.origin().map(RunOrigin::run).orElse(null);
    }
}
