package org.openots.simulator.solver;

/**
 * Products of the small dense blocks of a factorisation with pieces of a vector. Blocks of 6 (two components) and 16
 * (seven components) are the common ones and are written out; their sums are taken in pairs, which lets the processor
 * overlap them and is the same order on every machine.
 */
final class SmallMatrix {
    private static final int SIX = 6;
    private static final int SIXTEEN = 16;

    private SmallMatrix() {}

    /** b(rows) -= A b(columns), with A row by row from values[plan[op]]. */
    static void subtractProduct(double[] values, int[] plan, int op, double[] b, double[] work) {
        int base = plan[op];
        int to = plan[op + 1];
        int end = to + plan[op + 2];
        int from = plan[op + 3];
        int columns = plan[op + 4];
        if (columns == SIX) {
            double b0 = b[from];
            double b1 = b[from + 1];
            double b2 = b[from + 2];
            double b3 = b[from + 3];
            double b4 = b[from + 4];
            double b5 = b[from + 5];
            for (int i = to; i < end; i++) {
                b[i] -= ((values[base] * b0 + values[base + 1] * b1) + (values[base + 2] * b2 + values[base + 3] * b3))
                        + (values[base + 4] * b4 + values[base + 5] * b5);
                base += SIX;
            }
        } else if (columns == SIXTEEN) {
            timesSixteen(values, base, end - to, b, from, work);
            for (int i = to; i < end; i++) {
                b[i] -= work[i - to];
            }
        } else {
            for (int i = to; i < end; i++) {
                b[i] -= dot(values, base, b, from, columns);
                base += columns;
            }
        }
    }

    /** b(rows) = A b(rows), with square A row by row from values[plan[op + 3]]. */
    static void multiplyInPlace(double[] values, int[] plan, int op, double[] b, double[] work) {
        int at = plan[op + 1];
        int n = plan[op + 2];
        int base = plan[op + 3];
        if (n == SIXTEEN) {
            timesSixteen(values, base, n, b, at, work);
        } else {
            for (int i = 0; i < n; i++) {
                work[i] = n == SIX ? six(values, base, b, at) : dot(values, base, b, at, n);
                base += n;
            }
        }
        for (int i = 0; i < n; i++) {
            b[at + i] = work[i];
        }
    }

    /** work(rows) = A b, with sixteen columns; the piece of b stays in registers. */
    private static void timesSixteen(double[] a, int first, int rows, double[] b, int from, double[] work) {
        double x0 = b[from];
        double x1 = b[from + 1];
        double x2 = b[from + 2];
        double x3 = b[from + 3];
        double x4 = b[from + 4];
        double x5 = b[from + 5];
        double x6 = b[from + 6];
        double x7 = b[from + 7];
        double x8 = b[from + 8];
        double x9 = b[from + 9];
        double x10 = b[from + 10];
        double x11 = b[from + 11];
        double x12 = b[from + 12];
        double x13 = b[from + 13];
        double x14 = b[from + 14];
        double x15 = b[from + 15];
        int base = first;
        for (int i = 0; i < rows; i++) {
            work[i] = (((a[base] * x0 + a[base + 1] * x1) + (a[base + 2] * x2 + a[base + 3] * x3))
                            + ((a[base + 4] * x4 + a[base + 5] * x5) + (a[base + 6] * x6 + a[base + 7] * x7)))
                    + (((a[base + 8] * x8 + a[base + 9] * x9) + (a[base + 10] * x10 + a[base + 11] * x11))
                            + ((a[base + 12] * x12 + a[base + 13] * x13) + (a[base + 14] * x14 + a[base + 15] * x15)));
            base += SIXTEEN;
        }
    }

    private static double six(double[] a, int o, double[] b, int q) {
        return ((a[o] * b[q] + a[o + 1] * b[q + 1]) + (a[o + 2] * b[q + 2] + a[o + 3] * b[q + 3]))
                + (a[o + 4] * b[q + 4] + a[o + 5] * b[q + 5]);
    }

    /**
     * result = row B, four columns at a time so that each element of the row is read once for all of them.
     *
     * @param a holds the row from o on
     * @param inner elements of the row, rows of B
     * @param b holds B row by row from q on
     * @param width columns of B
     */
    static void rowTimes(double[] a, int o, int inner, double[] b, int q, int width, double[] result) {
        int j = 0;
        for (; j + 3 < width; j += 4) {
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            double s3 = 0;
            int at = q + j;
            for (int m = 0; m < inner; m++) {
                double f = a[o + m];
                s0 += f * b[at];
                s1 += f * b[at + 1];
                s2 += f * b[at + 2];
                s3 += f * b[at + 3];
                at += width;
            }
            result[j] = s0;
            result[j + 1] = s1;
            result[j + 2] = s2;
            result[j + 3] = s3;
        }
        for (; j < width; j++) {
            double sum = 0;
            for (int m = 0; m < inner; m++) {
                sum += a[o + m] * b[q + m * width + j];
            }
            result[j] = sum;
        }
    }

    /** Sum of products of two pieces. */
    static double dot(double[] a, int o, double[] b, int q, int n) {
        double even = 0;
        double odd = 0;
        int i = 0;
        for (; i + 1 < n; i += 2) {
            even += a[o + i] * b[q + i];
            odd += a[o + i + 1] * b[q + i + 1];
        }
        return i < n ? even + odd + a[o + i] * b[q + i] : even + odd;
    }
}
