package org.openots.hazop.risk;

import java.util.List;
import java.util.Optional;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;

/**
 * A risk matrix as data: severity times likelihood gives a score, and bands order the scores. Levels count from 1.
 * Immutable.
 *
 * @param id for example {@code risk-5x5}
 * @param title its name
 * @param source where levels and bands come from
 * @param severities levels from the slightest to the worst
 * @param likelihoods levels from the rarest to the most frequent
 * @param bands from the lowest to the highest; the last one ends at the highest score
 * @param limitBand id of the lowest band in which an existing risk demands a recommendation
 */
public record RiskMatrix(
        String id,
        LocalText title,
        LocalText source,
        List<Severity> severities,
        List<Likelihood> likelihoods,
        List<RiskBand> bands,
        String limitBand) {
    /** Keeps unmodifiable copies. */
    public RiskMatrix {
        severities = List.copyOf(severities);
        likelihoods = List.copyOf(likelihoods);
        bands = List.copyOf(bands);
    }

    /**
     * What a level of severity means.
     *
     * @param name in a word
     * @param people to people
     * @param asset to equipment and production, with the loss
     * @param environment to the environment
     * @param reputation to the name of the company
     */
    public record Severity(
            LocalText name, LocalText people, LocalText asset, LocalText environment, LocalText reputation) {}

    /**
     * What a level of likelihood means.
     *
     * @param name in a word
     * @param meaning how often that is in a plant's life
     * @param fromPerYear lowest frequency of the level, 1/a; 0 for the rarest
     * @param belowPerYear frequency from which the next level begins, 1/a; infinite for the most frequent
     */
    public record Likelihood(LocalText name, LocalText meaning, double fromPerYear, double belowPerYear) {}

    /**
     * Whether a rating is a cell of this matrix.
     *
     * @param rating severity and likelihood
     * @return true if both levels exist
     */
    public boolean has(Rating rating) {
        return rating.severity() >= 1
                && rating.severity() <= severities.size()
                && rating.likelihood() >= 1
                && rating.likelihood() <= likelihoods.size();
    }

    /**
     * Severity times likelihood.
     *
     * @param rating a cell
     * @return the score, 1 to the number of cells
     * @throws OtsException if the matrix has no such cell
     */
    public int score(Rating rating) {
        if (!has(rating)) {
            throw new OtsException(
                    RiskError.NO_CELL,
                    rating.severity(),
                    rating.likelihood(),
                    id,
                    severities.size(),
                    likelihoods.size());
        }
        return rating.severity() * rating.likelihood();
    }

    /**
     * The band of a cell.
     *
     * @param rating a cell
     * @return the band
     * @throws OtsException if the matrix has no such cell
     */
    public RiskBand band(Rating rating) {
        int score = score(rating);
        return bands.stream()
                .filter(band -> score <= band.highestScore())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("bands end below the highest score"));
    }

    /**
     * Whether an existing risk is so high that something has to be recommended.
     *
     * @param rating a cell
     * @return true from the limit band on
     * @throws OtsException if the matrix has no such cell
     */
    public boolean demandsRecommendation(Rating rating) {
        return rank(band(rating).id()) >= rank(limitBand);
    }

    private int rank(String bandId) {
        return bands.stream().map(RiskBand::id).toList().indexOf(bandId);
    }

    /**
     * The level of likelihood of a frequency.
     *
     * @param perYear events per year, not negative
     * @return the level, counted from 1
     */
    public int likelihoodOf(double perYear) {
        int level = 1;
        while (level < likelihoods.size() && perYear >= likelihoods.get(level).fromPerYear()) {
            level++;
        }
        return level;
    }

    /**
     * The worse of two ratings: the higher score, then the higher severity.
     *
     * @param first a cell
     * @param second a cell
     * @return one of them
     */
    public Rating worse(Rating first, Rating second) {
        int byScore = Integer.compare(score(first), score(second));
        boolean firstIsWorse = byScore > 0 || (byScore == 0 && first.severity() >= second.severity());
        return firstIsWorse ? first : second;
    }

    /**
     * A band by its id.
     *
     * @param bandId its id
     * @return the band, or nothing
     */
    public Optional<RiskBand> band(String bandId) {
        return bands.stream().filter(band -> band.id().equals(bandId)).findFirst();
    }
}
