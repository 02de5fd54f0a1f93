package org.openots.dcs.rig;

import java.util.List;

/**
 * All that is wrong with a virtual rig, apart from the plant.
 *
 * @param instruments with its instruments
 * @param network with its gateway and the way to the broker
 */
public record RigDefects(List<InstrumentDefect> instruments, List<NetworkDefect> network) {
    /** Nothing is wrong. */
    public static final RigDefects NONE = new RigDefects(List.of(), List.of());

    /** Keeps unmodifiable copies. */
    public RigDefects {
        instruments = List.copyOf(instruments);
        network = List.copyOf(network);
    }
}
