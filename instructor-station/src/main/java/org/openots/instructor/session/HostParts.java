package org.openots.instructor.session;

import java.nio.file.Path;

/**
 * What the host runs and where it keeps it.
 *
 * @param engines builds engines
 * @param scorers builds scorers
 * @param journals the runs' journals
 * @param rigs the measured plant of an id, if it is connected now
 * @param snapshots folder of the snapshots that make recovery quick; may be deleted at any time
 */
public record HostParts(
        RunEngineFactory engines, RunScorerFactory scorers, RunJournals journals, Rigs rigs, Path snapshots) {}
