package org.openots.simulator.control;

import java.util.List;
import org.openots.common.text.LocalText;

/**
 * One way of pairing the loops of a plant.
 *
 * @param number its number, the value of the {@code SCHEME} signal
 * @param text what it does
 * @param links where the slaves get their set points from
 */
public record SchemeDefinition(int number, LocalText text, List<Link> links) {
    /** Copies the list. */
    public SchemeDefinition {
        links = List.copyOf(links);
    }

    /**
     * A set point that comes from elsewhere when the slave is in CAS.
     *
     * @param slave the loop that gets the set point
     * @param source a master loop or a selector, or the signal of a flow when there is a ratio
     * @param ratio the ratio to the flow; empty ranges mean none
     * @param bias what is added to the set point
     */
    public record Link(String slave, String source, Ratio ratio, Bias bias) {
        /**
         * A link without bias.
         *
         * @param slave the loop that gets the set point
         * @param source a master loop, or the signal of a flow when there is a ratio
         * @param ratio the ratio to the flow; empty ranges mean none
         */
        public Link(String slave, String source, Ratio ratio) {
            this(slave, source, ratio, Bias.NONE);
        }
    }

    /**
     * What is added to a set point that comes from elsewhere, in the unit of the slave.
     *
     * @param low lowest bias an operator may set
     * @param high highest bias an operator may set; not above low means none
     * @param normal bias at the start
     */
    public record Bias(double low, double high, double normal) {
        /** No bias. */
        public static final Bias NONE = new Bias(0, 0, 0);

        /**
         * Whether there is a bias.
         *
         * @return false when the set point is taken as it comes
         */
        public boolean present() {
            return high > low;
        }
    }

    /**
     * A ratio of a set point to a flow.
     *
     * @param low lowest ratio
     * @param high highest ratio; 0 when the link is a cascade and not a ratio
     * @param normal ratio in normal running
     * @param smallestFlow smallest flow on which a ratio can be closed, in the unit of the flow
     */
    public record Ratio(double low, double high, double normal, double smallestFlow) {
        /** The link is a cascade. */
        public static final Ratio NONE = new Ratio(0, 0, 0, 0);

        /**
         * Whether there is a ratio.
         *
         * @return false for a cascade
         */
        public boolean present() {
            return high > 0;
        }
    }
}
