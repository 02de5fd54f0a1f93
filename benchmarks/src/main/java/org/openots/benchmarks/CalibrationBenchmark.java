package org.openots.benchmarks;

import java.util.concurrent.TimeUnit;
import org.hipparchus.util.FastMath;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A loop that never changes, measured in the same run as everything else. Machines are shared and differ, so results
 * are compared as multiples of it. Its mix is that of the process model: dense multiply-add and one exponential per
 * row.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CalibrationBenchmark {
    /** Rows and columns of the matrix: 8 KiB of it fit in any first-level cache. */
    private static final int SIZE = 32;

    /** Passes in one call, which then lasts some tens of microseconds. */
    private static final int PASSES = 16;

    private final double[][] matrix = new double[SIZE][SIZE];
    private final double[] vector = new double[SIZE];
    private final double[] product = new double[SIZE];

    /** Fills the matrix with fixed numbers below 1 / SIZE, so that no pass grows. */
    public CalibrationBenchmark() {
        for (int i = 0; i < SIZE; i++) {
            vector[i] = 1.0 / (i + 1);
            for (int j = 0; j < SIZE; j++) {
                matrix[i][j] = ((i * 31 + j * 17) % 97) / (97.0 * SIZE);
            }
        }
    }

    /**
     * One unit of work.
     *
     * @return a number that depends on all of it
     */
    @Benchmark
    public double unit() {
        for (int pass = 0; pass < PASSES; pass++) {
            for (int i = 0; i < SIZE; i++) {
                double sum = 0;
                for (int j = 0; j < SIZE; j++) {
                    sum += matrix[i][j] * vector[j];
                }
                product[i] = FastMath.exp(-sum);
            }
            System.arraycopy(product, 0, vector, 0, SIZE);
        }
        return vector[0];
    }
}
