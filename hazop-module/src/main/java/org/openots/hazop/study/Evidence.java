package org.openots.hazop.study;

import java.util.List;

/**
 * A consequence that the simulator shows.
 *
 * @param expected what has to be seen, all of it in one run
 * @param causeIds causes to play; every modelled cause of the row when empty. One that shows it is enough
 */
public record Evidence(List<Effect> expected, List<String> causeIds) implements ConsequenceProof {
    /** Keeps unmodifiable copies. */
    public Evidence {
        expected = List.copyOf(expected);
        causeIds = List.copyOf(causeIds);
    }
}
