package org.openots.hazop.study;

import java.util.Optional;
import org.openots.hazop.risk.LopaInputs;

/**
 * A layer-of-protection analysis of one scenario.
 *
 * @param id its id
 * @param deviationId the row
 * @param scenarioId the scenario, when the file names it
 * @param causeId the cause
 * @param consequenceId the consequence
 * @param inputs the figures
 */
public record LopaRow(
        String id,
        String deviationId,
        Optional<String> scenarioId,
        String causeId,
        String consequenceId,
        LopaInputs inputs) {}
