package org.openots.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.plant.PlantPack;

/**
 * Time of one second of model time (ten ticks) of a classroom of plants, with instruments, controllers, alarms and
 * interlocks, one after the other on one thread. Below 1 000 000 microseconds they keep up with real time on one core.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ClassroomBenchmark {
    private static final double TICK = 0.1;
    private static final int TICKS_PER_SECOND = 10;

    /** Number of plants, each a student's own. */
    @Param({"60", "200"})
    private int columns;

    private final List<PlantEngine> engines = new ArrayList<>();

    /** Starts all plants in the normal condition, each with noise of its own. */
    @Setup
    public void start() {
        PlantPack pack = PlantPack.shipped("ethanol-water-rig");
        for (int seed = 1; seed <= columns; seed++) {
            engines.add(new PlantEngine(pack, pack.initialCondition("normal"), seed, TICK));
        }
    }

    /**
     * One second of all plants.
     *
     * @return the number of events, so that nothing is left out
     */
    @Benchmark
    public int second() {
        int events = 0;
        for (int tick = 0; tick < TICKS_PER_SECOND; tick++) {
            for (PlantEngine engine : engines) {
                engine.step();
                events += engine.drainEvents().size();
            }
        }
        return events;
    }
}
