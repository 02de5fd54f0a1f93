package org.openots.hazop.risk;

/**
 * A cell of a risk matrix. Score and band are never stored: the matrix tells them.
 *
 * @param severity level of the matrix, 1 the slightest
 * @param likelihood level of the matrix, 1 the rarest
 */
public record Rating(int severity, int likelihood) {
    /**
     * Whether this rating claims no more risk than another, level by level.
     *
     * @param other the rating before a measure
     * @return true if neither severity nor likelihood is higher
     */
    public boolean isWithin(Rating other) {
        return severity <= other.severity && likelihood <= other.likelihood;
    }
}
