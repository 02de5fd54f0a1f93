package org.openots.hazop.scoring;

import org.openots.hazop.study.Column;

/**
 * What the cells of a row are worth, in points; data of a strategy.
 *
 * @param cause one cause
 * @param mostCauses all causes together
 * @param consequence one consequence
 * @param mostConsequences all consequences together
 * @param safeguard one safeguard
 * @param mostSafeguards all safeguards together
 * @param risk the risk without safeguards; half when severity or likelihood is one off
 * @param recommendation recommendations, where the key has some
 */
public record RowWeights(
        double cause,
        double mostCauses,
        double consequence,
        double mostConsequences,
        double safeguard,
        double mostSafeguards,
        double risk,
        double recommendation) {
    /** The usual weights: causes and consequences two points each up to four, safeguards one up to three, two for the rest. */
    public static final RowWeights USUAL = new RowWeights(2, 4, 2, 4, 1, 3, 2, 2);

    double each(Column column) {
        return switch (column) {
            case CAUSE -> cause;
            case CONSEQUENCE -> consequence;
            case SAFEGUARD -> safeguard;
            case RECOMMENDATION -> recommendation;
        };
    }

    double most(Column column) {
        return switch (column) {
            case CAUSE -> mostCauses;
            case CONSEQUENCE -> mostConsequences;
            case SAFEGUARD -> mostSafeguards;
            case RECOMMENDATION -> recommendation;
        };
    }
}
