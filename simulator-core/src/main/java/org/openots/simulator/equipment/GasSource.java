package org.openots.simulator.equipment;

/** Something that releases process gas into the room. */
public interface GasSource {
    /**
     * What is released now.
     *
     * @param component its index
     * @return mol/s
     */
    double released(int component);
}
