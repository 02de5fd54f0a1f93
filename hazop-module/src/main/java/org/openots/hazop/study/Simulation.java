package org.openots.hazop.study;

import java.util.List;

/**
 * A cause as the simulator plays it.
 *
 * @param from initial condition of the plant pack
 * @param orders faults and commands
 * @param horizonSeconds how long it is played, s of model time
 * @param expected what proves that the cause makes the deviation, all of it
 */
public record Simulation(String from, List<Order> orders, double horizonSeconds, List<Effect> expected)
        implements CauseProof {
    /** Keeps unmodifiable copies. */
    public Simulation {
        orders = List.copyOf(orders);
        expected = List.copyOf(expected);
    }
}
