package org.openots.instructor.session;

import com.fasterxml.jackson.databind.JsonNode;

/** Hears of runs that start and close, to keep projections; called on the run's worker, must return quickly. */
public interface RunListener {
    /**
     * A run was started or recovered.
     *
     * @param spec what is fixed
     */
    void opened(RunSpec spec);

    /**
     * A run was closed.
     *
     * @param spec what is fixed
     * @param closing the body of its last journal event
     */
    void closed(RunSpec spec, JsonNode closing);
}
