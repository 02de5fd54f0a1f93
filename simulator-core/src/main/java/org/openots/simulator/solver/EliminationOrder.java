package org.openots.simulator.solver;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Chooses the order in which the blocks of a flowsheet are eliminated: at each turn the block whose elimination
 * couples the fewest pairs of blocks anew (minimum fill, Tinney and Walker, Proc. IEEE 55 (1967) 1801, scheme 3); among
 * equals the one listed first, so the order is the same on every machine.
 */
public final class EliminationOrder {
    private EliminationOrder() {}

    /**
     * Finds the order.
     *
     * @param couplings for each block, the blocks it touches
     * @return block numbers in elimination order
     */
    public static int[] minimumFill(List<int[]> couplings) {
        int n = couplings.size();
        List<BitSet> neighbours = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            neighbours.add(new BitSet(n));
        }
        for (int i = 0; i < n; i++) {
            for (int j : couplings.get(i)) {
                if (i != j) {
                    neighbours.get(i).set(j);
                    neighbours.get(j).set(i);
                }
            }
        }
        BitSet left = new BitSet(n);
        left.set(0, n);
        int[] order = new int[n];
        for (int turn = 0; turn < n; turn++) {
            int best = cheapest(left, neighbours);
            order[turn] = best;
            eliminate(best, left, neighbours);
        }
        return order;
    }

    private static int cheapest(BitSet left, List<BitSet> neighbours) {
        int best = -1;
        int bestFill = Integer.MAX_VALUE;
        for (int i = left.nextSetBit(0); i >= 0; i = left.nextSetBit(i + 1)) {
            int fill = fill(i, neighbours);
            if (fill < bestFill) {
                bestFill = fill;
                best = i;
            }
        }
        return best;
    }

    private static int fill(int block, List<BitSet> neighbours) {
        BitSet around = neighbours.get(block);
        int missing = 0;
        for (int a = around.nextSetBit(0); a >= 0; a = around.nextSetBit(a + 1)) {
            for (int b = around.nextSetBit(a + 1); b >= 0; b = around.nextSetBit(b + 1)) {
                missing += neighbours.get(a).get(b) ? 0 : 1;
            }
        }
        return missing;
    }

    private static void eliminate(int block, BitSet left, List<BitSet> neighbours) {
        BitSet around = neighbours.get(block);
        for (int a = around.nextSetBit(0); a >= 0; a = around.nextSetBit(a + 1)) {
            neighbours.get(a).or(around);
            neighbours.get(a).clear(a);
            neighbours.get(a).clear(block);
        }
        left.clear(block);
    }
}
