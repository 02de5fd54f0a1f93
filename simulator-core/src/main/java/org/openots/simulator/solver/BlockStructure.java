package org.openots.simulator.solver;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Which blocks of a system's Jacobian are not zero, and the fill-in of its factorisation. Blocks are eliminated in
 * their given order; the builder of a system numbers them so that fill stays small (a column from the sump upwards,
 * overhead last).
 */
public final class BlockStructure {
    private final int[] sizes;
    private final int[] offsets;
    private final int[][] position;
    private final int storage;

    /**
     * Analyses a pattern.
     *
     * @param sizes states per block
     * @param couplings for each block, the blocks whose derivatives depend on its states (itself included or not)
     */
    public BlockStructure(int[] sizes, List<int[]> couplings) {
        this.sizes = sizes.clone();
        int n = sizes.length;
        offsets = new int[n + 1];
        for (int k = 0; k < n; k++) {
            offsets[k + 1] = offsets[k] + sizes[k];
        }
        BitSet[] rows = filled(n, couplings);
        position = new int[n][n];
        int next = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                position[i][j] = rows[i].get(j) ? next : -1;
                next += rows[i].get(j) ? sizes[i] * sizes[j] : 0;
            }
        }
        storage = next;
    }

    private static BitSet[] filled(int n, List<int[]> couplings) {
        BitSet[] rows = new BitSet[n];
        for (int i = 0; i < n; i++) {
            rows[i] = new BitSet(n);
            rows[i].set(i);
        }
        for (int j = 0; j < n; j++) {
            for (int i : couplings.get(j)) {
                rows[i].set(j);
                rows[j].set(i);
            }
        }
        for (int k = 0; k < n; k++) {
            for (int i = k + 1; i < n; i++) {
                if (rows[i].get(k)) {
                    BitSet upper = (BitSet) rows[k].clone();
                    upper.clear(0, k + 1);
                    rows[i].or(upper);
                }
            }
        }
        return rows;
    }

    /**
     * Number of blocks.
     *
     * @return the count
     */
    public int blocks() {
        return sizes.length;
    }

    /**
     * States in a block.
     *
     * @param block its number
     * @return the count
     */
    public int size(int block) {
        return sizes[block];
    }

    /**
     * First state of a block.
     *
     * @param block its number
     * @return index in the state vector
     */
    public int offset(int block) {
        return offsets[block];
    }

    /**
     * Number of states.
     *
     * @return the count
     */
    public int states() {
        return offsets[sizes.length];
    }

    /**
     * Where a block is stored, row by row.
     *
     * @param row block row
     * @param column block column
     * @return index of its first element, or -1 for a zero block
     */
    public int position(int row, int column) {
        return position[row][column];
    }

    /**
     * Length of the array that holds all non-zero blocks.
     *
     * @return the length
     */
    public int storage() {
        return storage;
    }

    /** Rows below the diagonal of a column, ascending. */
    int[] below(int column) {
        List<Integer> found = new ArrayList<>();
        for (int i = column + 1; i < sizes.length; i++) {
            if (position[i][column] >= 0) {
                found.add(i);
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }
}
