package org.openots.hazop.study;

import java.util.List;

/**
 * A safeguard that the simulator shows: what is seen without it and not with it.
 *
 * @param disable orders that take it away, from the beginning unless they tell a time
 * @param against the causes it is played against; all must show the difference
 */
public record Difference(List<Order> disable, List<Against> against) implements SafeguardProof {
    /** Keeps unmodifiable copies. */
    public Difference {
        disable = List.copyOf(disable);
        against = List.copyOf(against);
    }

    /**
     * A cause that the safeguard acts on.
     *
     * @param causeId a modelled cause of the row
     * @param difference what is seen in the run without the safeguard, compared with the run with it
     */
    public record Against(String causeId, List<Effect> difference) {
        /** Keeps an unmodifiable copy. */
        public Against {
            difference = List.copyOf(difference);
        }
    }
}
