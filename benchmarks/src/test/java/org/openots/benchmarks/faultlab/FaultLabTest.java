package org.openots.benchmarks.faultlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One short run of every fault against real brokers, all at the same time: most of a run is waiting. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class FaultLabTest {
    @TempDir
    static Path folder;

    private static final ExecutorService POOL = Executors.newCachedThreadPool();
    private static final Map<FaultCase, Future<FaultRun.Result>> RUNS = new EnumMap<>(FaultCase.class);
    private static Future<FaultRun.Result> embedded;

    @BeforeAll
    static void start() {
        for (FaultCase fault : FaultCase.values()) {
            RUNS.put(fault, begin(fault, false));
        }
        embedded = begin(FaultCase.KILL, true);
    }

    private static Future<FaultRun.Result> begin(FaultCase fault, boolean inside) {
        double seconds = Math.min(2.5, fault.seconds());
        return POOL.submit(() -> new FaultRun(
                        new FaultRun.Settings(fault, inside, seconds, 1, 100, 10, 1),
                        folder.resolve(fault + (inside ? "-embedded" : "")))
                .run());
    }

    @AfterAll
    static void end() {
        POOL.shutdownNow();
    }

    /** Cases 1, 2, 3, 4, 5, 6, 13, 14 and 21: nothing is lost, nothing is kept twice, live frames are in order. */
    @ParameterizedTest
    @EnumSource(FaultCase.class)
    void nothingIsLost(FaultCase fault) throws Exception {
        complete(Objects.requireNonNull(RUNS.get(fault)).get(), fault == FaultCase.BURST ? 150 : 15);
    }

    @Test
    void nothingIsLostOverTheEmbeddedBroker() throws Exception {
        complete(embedded.get(), 15);
    }

    private static void complete(FaultRun.Result result, long least) {
        assertThat(result.produced()).isGreaterThan(least);
        assertThat(result.received()).isEqualTo(result.produced());
        assertThat(result.lost()).isZero();
        assertThat(result.twice()).isZero();
        assertThat(result.disorder()).isZero();
    }
}
