package org.openots.benchmarks.faultlab;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Many runs, some at the same time, because most of a run is waiting. */
final class FaultBatch {
    private final int parallel;
    private final PrintWriter progress;
    private final AtomicInteger done = new AtomicInteger();

    /**
     * A run to be made.
     *
     * @param profile where data come from
     * @param settings how it goes
     * @param number which repeat
     */
    record Plan(Profile profile, FaultRun.Settings settings, int number) {}

    /**
     * A run that was made; exactly one of the last three is there.
     *
     * @param plan how it went
     * @param own what came of it in the native profile
     * @param foreign what came of it with a foreign gateway
     * @param failure why nothing came of it
     */
    record Run(
            Plan plan,
            FaultRun.@Nullable Result own,
            ForeignRun.@Nullable Result foreign,
            @Nullable Exception failure) {
        boolean clean() {
            return failure == null && (own == null || own.clean()) && (foreign == null || foreign.clean());
        }
    }

    FaultBatch(int parallel, PrintWriter progress) {
        this.parallel = parallel;
        this.progress = progress;
    }

    List<Run> run(List<Plan> plans) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(parallel);
        try {
            List<Future<Run>> going = new ArrayList<>();
            for (Plan plan : plans) {
                going.add(pool.submit(() -> one(plan, plans.size())));
            }
            List<Run> runs = new ArrayList<>();
            for (Future<Run> run : going) {
                runs.add(run.get());
            }
            return runs;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a run ends with its failure as result", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private Run one(Plan plan, int of) {
        Run run = tried(plan);
        FaultRun.Settings settings = plan.settings();
        synchronized (progress) {
            progress.printf(
                    Locale.ROOT,
                    "%d/%d %s %s %s %d: %s%n",
                    done.incrementAndGet(),
                    of,
                    plan.profile().word(),
                    settings.fault(),
                    settings.broker().word(),
                    plan.number(),
                    run.failure() != null ? run.failure() : run.own() != null ? run.own() : run.foreign());
            progress.flush();
        }
        return run;
    }

    private static Run tried(Plan plan) {
        try {
            Path folder = Files.createTempDirectory("faultlab");
            Run run = plan.profile() == Profile.NATIVE
                    ? new Run(plan, new FaultRun(plan.settings(), folder).run(), null, null)
                    : new Run(plan, null, new ForeignRun(plan.settings(), folder).run(), null);
            if (run.clean()) {
                delete(folder);
            }
            return run;
        } catch (IOException | InterruptedException | RuntimeException e) {
            return new Run(plan, null, null, e);
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
