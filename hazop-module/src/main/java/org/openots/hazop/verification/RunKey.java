package org.openots.hazop.verification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openots.hazop.study.Order;

/**
 * What makes one run differ from another, beside plant and seed. Items that need the same run share it.
 *
 * @param from initial condition
 * @param orders in the order of their times; none for an undisturbed run
 */
record RunKey(String from, List<Order> orders) {
    /** Sorts the orders by time; orders of one time keep their sequence. */
    RunKey {
        List<Order> sorted = new ArrayList<>(orders);
        sorted.sort(Comparator.comparingDouble(Order::atSeconds));
        orders = List.copyOf(sorted);
    }

    /** The same run with more orders. */
    RunKey with(List<Order> more) {
        List<Order> all = new ArrayList<>(more);
        all.addAll(orders);
        return new RunKey(from, all);
    }
}
