package org.openots.hazop.risk;

/**
 * The risk of a scenario or row at its three stages.
 *
 * @param initial as if all safeguards failed (T/CCSAS 001-2018, 4.3.5.1 c)
 * @param existing with the safeguards that exist
 * @param afterRecommendations with the recommendations carried out
 */
public record RiskStages(Rating initial, Rating existing, Rating afterRecommendations) {}
