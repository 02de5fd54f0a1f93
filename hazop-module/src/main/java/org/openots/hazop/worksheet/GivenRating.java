package org.openots.hazop.worksheet;

/**
 * A place in the risk matrix.
 *
 * @param severity 1 is slight, 0 is not given
 * @param likelihood 1 is rare, 0 is not given
 */
public record GivenRating(int severity, int likelihood) {
    /**
     * Whether both are given.
     *
     * @return true when the risk can be read from the matrix
     */
    public boolean complete() {
        return severity > 0 && likelihood > 0;
    }
}
