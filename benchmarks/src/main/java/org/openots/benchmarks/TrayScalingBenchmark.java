package org.openots.benchmarks;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openots.simulator.solver.StepStatus;

/** Time of one process step (0.1 s of model time) of plant A with more or fewer trays, under a swinging load. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TrayScalingBenchmark {
    /** Number of trays. */
    @Param({"10", "20", "40", "80"})
    private int trays;

    private @Nullable WarmColumn column;

    /** Brings a new column to total reflux. */
    @Setup
    public void warmUp() {
        column = WarmColumn.atTotalReflux(trays);
    }

    /**
     * A step while the heater swings.
     *
     * @return how it ended
     */
    @Benchmark
    public StepStatus disturbed() {
        return Objects.requireNonNull(column).disturbedTick();
    }
}
