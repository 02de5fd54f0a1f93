package org.openots.simulator.solver;

/**
 * The derivative of the boundary flows with respect to the states. Most blocks do not touch the boundary, so after each
 * computation the rows are cut down to the pieces that are not zero.
 */
final class LedgerGradient {
    private final BlockStructure structure;
    private final int quantities;
    private final double[] values;
    private final int[] piece;
    private int pieces;

    LedgerGradient(BlockStructure structure, int quantities) {
        this.structure = structure;
        this.quantities = quantities;
        values = new double[quantities * structure.states()];
        piece = new int[2 * quantities * structure.blocks()];
    }

    /** Quantities rows of states columns. */
    double[] values() {
        return values;
    }

    /** Notes which pieces are not zero; to be called when the values have changed. */
    void compact() {
        pieces = 0;
        for (int q = 0; q < quantities; q++) {
            for (int b = 0; b < structure.blocks(); b++) {
                if (touches(q, b)) {
                    piece[pieces] = q;
                    piece[pieces + 1] = b;
                    pieces += 2;
                }
            }
        }
    }

    private boolean touches(int quantity, int block) {
        int from = quantity * structure.states() + structure.offset(block);
        for (int i = 0; i < structure.size(block); i++) {
            if (values[from + i] != 0) {
                return true;
            }
        }
        return false;
    }

    /** result = gradient * vector. */
    void multiply(double[] vector, double[] result) {
        for (int q = 0; q < quantities; q++) {
            result[q] = 0;
        }
        for (int p = 0; p < pieces; p += 2) {
            int q = piece[p];
            int at = structure.offset(piece[p + 1]);
            result[q] += SmallMatrix.dot(values, q * structure.states() + at, vector, at, structure.size(piece[p + 1]));
        }
    }
}
