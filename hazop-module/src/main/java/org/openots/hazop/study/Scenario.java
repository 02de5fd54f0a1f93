package org.openots.hazop.study;

import java.util.List;
import org.openots.hazop.risk.RiskStages;

/**
 * A pair of cause and consequence with what stands between them.
 *
 * @param id its id
 * @param causeId a cause of the row
 * @param consequenceId a consequence of the row
 * @param safeguardIds safeguards of the row that act in it
 * @param recommendationIds recommendations of the row that would act in it
 * @param risk its risk
 */
public record Scenario(
        String id,
        String causeId,
        String consequenceId,
        List<String> safeguardIds,
        List<String> recommendationIds,
        RiskStages risk) {
    /** Keeps unmodifiable copies. */
    public Scenario {
        safeguardIds = List.copyOf(safeguardIds);
        recommendationIds = List.copyOf(recommendationIds);
    }
}
