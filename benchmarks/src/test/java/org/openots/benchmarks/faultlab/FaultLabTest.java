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
    private static Future<ForeignRun.Result> foreign;

    @BeforeAll
    static void start() {
        for (FaultCase fault : FaultCase.values()) {
            RUNS.put(
                    fault,
                    POOL.submit(() -> new FaultRun(settings(fault, BrokerKind.MOSQUITTO), in(fault + "")).run()));
        }
        embedded = POOL.submit(() -> new FaultRun(settings(FaultCase.KILL, BrokerKind.MOQUETTE), in("moquette")).run());
        FaultRun.Settings longer = new FaultRun.Settings(FaultCase.KILL, BrokerKind.MOSQUITTO, 5, 1, 100, 10, 1, 0);
        foreign = POOL.submit(() -> new ForeignRun(longer, in("foreign")).run());
    }

    private static FaultRun.Settings settings(FaultCase fault, BrokerKind broker) {
        return new FaultRun.Settings(fault, broker, Math.min(2.5, fault.seconds()), 1, 100, 10, 1, 600);
    }

    private static Path in(String name) {
        return folder.resolve(name);
    }

    @AfterAll
    static void end() {
        POOL.shutdownNow();
    }

    /** Cases 1, 2, 3, 4, 5, 6, 13, 14 and 21: nothing is lost, nothing is kept twice, live frames are in order. */
    @ParameterizedTest
    @EnumSource(FaultCase.class)
    void nothingIsLost(FaultCase fault) throws Exception {
        long least = switch (fault) {
            case AWAY -> 500;
            case BURST -> 200;
            default -> 15;
        };
        complete(Objects.requireNonNull(RUNS.get(fault)).get(), least);
    }

    @Test
    void nothingIsLostOverTheEmbeddedBroker() throws Exception {
        complete(embedded.get(), 15);
    }

    /** Cases 2 and 4 with a gateway that is not ours: what it loses is seen, and no old value is shown as live. */
    @Test
    void everyGapOfAForeignGatewayIsNoticed() throws Exception {
        ForeignRun.Result result = foreign.get();
        assertThat(result.gaps()).isPositive();
        assertThat(result.missing()).isPositive();
        assertThat(result.unflagged()).isZero();
        assertThat(result.staleLive()).isZero();
        assertThat(result.clean()).isTrue();
    }

    private static void complete(FaultRun.Result result, long least) {
        assertThat(result.produced()).isGreaterThan(least);
        assertThat(result.lost()).isZero();
        assertThat(result.twice()).isZero();
        assertThat(result.disorder()).isZero();
        assertThat(result.clean()).isTrue();
    }
}
