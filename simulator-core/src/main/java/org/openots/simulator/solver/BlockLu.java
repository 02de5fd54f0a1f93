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

    /** Share of another element below which one on the diagonal is no pivot: 0.01, two of sixteen digits. */
    private static final double MUCH_SMALLER = 0.01;

    private final BlockStructure structure;
    private final int[][] below;
    private final double[] values;
    private final double[] inverse;
    private final int[] inverseAt;
    private final double[] pivotWork;
    private final int[] pivotRow;
    private final double[] rowWork;
    private final double[] rowResult;
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
        pivotWork = new double[largest * largest];
        pivotRow = new int[largest];
        rowWork = new double[largest];
        rowResult = new double[largest];
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

    /**
     * Inverse of a diagonal block by Gauss-Jordan in place, with rows exchanged and the columns put back at the end. The
     * pivot is the element on the diagonal, unless another of its column is much larger, each in relation to its own row:
     * the row of a trace, all small but for its own column, must not be mixed with a large one, from which only rounding of
     * the large one's size would come back.
     */
    private boolean invert(int k) {
        int n = structure.size(k);
        double[] w = pivotWork;
        System.arraycopy(values, structure.position(k, k), w, 0, n * n);
        for (int i = 0; i < n; i++) {
            double largest = 0;
            for (int j = 0; j < n; j++) {
                largest = FastMath.max(largest, FastMath.abs(w[i * n + j]));
            }
            rowWork[i] = largest > 0 ? 1 / largest : 0;
        }
        for (int c = 0; c < n; c++) {
            if (!pivot(c, n)) {
                return false;
            }
        }
        for (int c = n - 1; c >= 0; c--) {
            int other = pivotRow[c];
            if (other != c) {
                for (int i = 0; i < n; i++) {
                    double t = w[i * n + c];
                    w[i * n + c] = w[i * n + other];
                    w[i * n + other] = t;
                }
            }
        }
        System.arraycopy(w, 0, inverse, inverseAt[k], n * n);
        return true;
    }

    private boolean pivot(int c, int n) {
        double[] w = pivotWork;
        int best = c;
        double most = FastMath.abs(w[c * n + c]) * rowWork[c] / MUCH_SMALLER;
        for (int i = c + 1; i < n; i++) {
            double size = FastMath.abs(w[i * n + c]) * rowWork[i];
            if (size > most) {
                most = size;
                best = i;
            }
        }
        double value = w[best * n + c];
        if (value == 0 || !Double.isFinite(value)) {
            return false;
        }
        pivotRow[c] = best;
        int row = c * n;
        if (best != c) {
            rowWork[best] = rowWork[c];
            for (int j = 0; j < n; j++) {
                double t = w[row + j];
                w[row + j] = w[best * n + j];
                w[best * n + j] = t;
            }
        }
        double reciprocal = 1 / value;
        w[row + c] = 1;
        for (int j = 0; j < n; j++) {
            w[row + j] *= reciprocal;
        }
        for (int i = 0; i < n; i++) {
            double factor = w[i * n + c];
            if (i != c && factor != 0) {
                w[i * n + c] = 0;
                for (int j = 0; j < n; j++) {
                    w[i * n + j] -= factor * w[row + j];
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
            System.arraycopy(values, base, rowWork, 0, n);
            SmallMatrix.rowTimes(rowWork, 0, n, inverse, inv, n, rowResult);
            System.arraycopy(rowResult, 0, values, base, n);
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
            SmallMatrix.rowTimes(values, l + i * inner, inner, values, u, width, rowResult);
            int to = a + i * width;
            for (int j = 0; j < width; j++) {
                values[to + j] -= rowResult[j];
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
            SmallMatrix.subtractProduct(values, forward, op, b, rowWork);
        }
        for (int op = 0; op < backward.length; op += OPERANDS) {
            if (backward[op] >= 0) {
                SmallMatrix.subtractProduct(values, backward, op, b, rowWork);
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
