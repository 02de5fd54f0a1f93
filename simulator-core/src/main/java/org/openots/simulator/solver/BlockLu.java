package org.openots.simulator.solver;

import java.util.stream.IntStream;
import org.hipparchus.util.FastMath;

/**
 * Sparse block LU factorisation of (c I - J). Pivots inside the diagonal blocks only and keeps their explicit
 * inverses, so that a solution is a fixed sequence of small matrix-vector products. The pattern is symmetric by
 * construction ({@link BlockStructure}). Allocates nothing after construction.
 */
public final class BlockLu {
    /** Numbers that describe one product of a plan: matrix, first row, rows, first column, columns. */
    private static final int OPERANDS = 5;

    private final BlockStructure structure;
    private final int[][] below;
    private final double[] values;
    private final double[] inverse;
    private final int[] inverseAt;
    private final double[] pivotWork;
    private final double[] rowWork;
    private final int[] forward;
    private final int[] backward;

    /**
     * Reserves the memory.
     *
     * @param structure the pattern
     */
    public BlockLu(BlockStructure structure) {
        this.structure = structure;
        int n = structure.blocks();
        below = new int[n][];
        inverseAt = new int[n];
        int next = 0;
        int largest = 0;
        for (int k = 0; k < n; k++) {
            below[k] = structure.below(k);
            inverseAt[k] = next;
            next += structure.size(k) * structure.size(k);
            largest = FastMath.max(largest, structure.size(k));
        }
        values = new double[structure.storage()];
        inverse = new double[next];
        pivotWork = new double[2 * largest * largest];
        rowWork = new double[largest];
        forward = forwardPlan();
        backward = backwardPlan();
    }

    /**
     * Factorises c I - J.
     *
     * @param diagonal c, 1/s
     * @param jacobian J in the layout of the structure
     * @return false if a diagonal block is singular or not finite; the factors are then unusable
     */
    public boolean factor(double diagonal, double[] jacobian) {
        for (int i = 0; i < values.length; i++) {
            values[i] = -jacobian[i];
        }
        for (int k = 0; k < structure.blocks(); k++) {
            int size = structure.size(k);
            int d = structure.position(k, k);
            for (int i = 0; i < size; i++) {
                values[d + i * size + i] += diagonal;
            }
        }
        for (int k = 0; k < structure.blocks(); k++) {
            if (!invert(k)) {
                return false;
            }
            for (int row : below[k]) {
                scaleByInverse(row, k);
                for (int column : below[k]) {
                    eliminate(row, k, column);
                }
            }
        }
        return true;
    }

    /** Gauss-Jordan with partial pivoting of a diagonal block into {@link #inverse}. */
    private boolean invert(int k) {
        int n = structure.size(k);
        int width = 2 * n;
        int d = structure.position(k, k);
        double[] w = pivotWork;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                w[i * width + j] = values[d + i * n + j];
                w[i * width + n + j] = i == j ? 1 : 0;
            }
        }
        for (int c = 0; c < n; c++) {
            if (!pivot(c, n, width)) {
                return false;
            }
        }
        for (int i = 0; i < n; i++) {
            System.arraycopy(w, i * width + n, inverse, inverseAt[k] + i * n, n);
        }
        return true;
    }

    private boolean pivot(int c, int n, int width) {
        double[] w = pivotWork;
        int best = c;
        for (int i = c + 1; i < n; i++) {
            if (FastMath.abs(w[i * width + c]) > FastMath.abs(w[best * width + c])) {
                best = i;
            }
        }
        double value = w[best * width + c];
        if (value == 0 || !Double.isFinite(value)) {
            return false;
        }
        if (best != c) {
            for (int j = 0; j < width; j++) {
                double t = w[c * width + j];
                w[c * width + j] = w[best * width + j];
                w[best * width + j] = t;
            }
        }
        double reciprocal = 1 / value;
        for (int j = c; j < width; j++) {
            w[c * width + j] *= reciprocal;
        }
        for (int i = 0; i < n; i++) {
            double factor = w[i * width + c];
            if (i != c && factor != 0) {
                for (int j = c; j < width; j++) {
                    w[i * width + j] -= factor * w[c * width + j];
                }
            }
        }
        return true;
    }

    /** L(row,k) = A(row,k) inv(A(k,k)), in place. */
    private void scaleByInverse(int row, int k) {
        int n = structure.size(k);
        int at = structure.position(row, k);
        int inv = inverseAt[k];
        for (int i = 0; i < structure.size(row); i++) {
            int base = at + i * n;
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int m = 0; m < n; m++) {
                    sum += values[base + m] * inverse[inv + m * n + j];
                }
                rowWork[j] = sum;
            }
            System.arraycopy(rowWork, 0, values, base, n);
        }
    }

    /** A(row,column) -= L(row,k) A(k,column). */
    private void eliminate(int row, int k, int column) {
        int inner = structure.size(k);
        int width = structure.size(column);
        int l = structure.position(row, k);
        int u = structure.position(k, column);
        int a = structure.position(row, column);
        for (int i = 0; i < structure.size(row); i++) {
            for (int m = 0; m < inner; m++) {
                double factor = values[l + i * inner + m];
                if (factor != 0) {
                    int from = u + m * width;
                    int to = a + i * width;
                    for (int j = 0; j < width; j++) {
                        values[to + j] -= factor * values[from + j];
                    }
                }
            }
        }
    }

    /**
     * Solves (c I - J) x = b with the last factors.
     *
     * @param b right-hand side; replaced by the solution
     */
    public void solve(double[] b) {
        for (int op = 0; op < forward.length; op += OPERANDS) {
            SmallMatrix.subtractProduct(values, forward, op, b);
        }
        for (int op = 0; op < backward.length; op += OPERANDS) {
            if (backward[op] >= 0) {
                SmallMatrix.subtractProduct(values, backward, op, b);
            } else {
                SmallMatrix.multiplyInPlace(inverse, backward, op, b, rowWork);
            }
        }
    }

    /** The products of the forward sweep, in order: what each column of L takes from the rows below. */
    private int[] forwardPlan() {
        IntStream.Builder plan = IntStream.builder();
        for (int k = 0; k < structure.blocks(); k++) {
            for (int row : below[k]) {
                product(plan, row, k);
            }
        }
        return plan.build().toArray();
    }

    /** The products of the backward sweep, in order; an inverse is marked by -1 in place of its position. */
    private int[] backwardPlan() {
        IntStream.Builder plan = IntStream.builder();
        for (int k = structure.blocks() - 1; k >= 0; k--) {
            for (int column : below[k]) {
                product(plan, k, column);
            }
            plan.add(-1).add(structure.offset(k)).add(structure.size(k)).add(inverseAt[k]);
            plan.add(structure.size(k));
        }
        return plan.build().toArray();
    }

    private void product(IntStream.Builder plan, int row, int column) {
        plan.add(structure.position(row, column))
                .add(structure.offset(row))
                .add(structure.size(row))
                .add(structure.offset(column))
                .add(structure.size(column));
    }
}
