package org.openots.instructor.headless;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.DoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.openots.instructor.catalog.StationContent;
import org.openots.instructor.catalog.Task;
import org.openots.instructor.content.SuiteContent;
import org.openots.instructor.session.Answers;
import org.openots.instructor.session.Control;
import org.openots.instructor.session.HostParts;
import org.openots.instructor.session.HostSettings;
import org.openots.instructor.session.JournalFolder;
import org.openots.instructor.session.MonotonicClock;
import org.openots.instructor.session.Rigs;
import org.openots.instructor.session.RunArchive;
import org.openots.instructor.session.RunInspection;
import org.openots.instructor.session.RunListener;
import org.openots.instructor.session.RunOrder;
import org.openots.instructor.session.RunPast;
import org.openots.instructor.session.RunRules;
import org.openots.instructor.session.RunSpec;
import org.openots.instructor.session.RunView;
import org.openots.instructor.session.SessionHost;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sim seek}: how long it takes to see any second of an open and of a closed run again. */
@Command(
        name = "seek",
        mixinStandardHelpOptions = true,
        description = {
            "测量回看：在一次运行的任意时刻重现画面所需的时间 / time to see a run again at random seconds",
            "先运行给定的模型时间，再对进行中和已结束的运行各回看若干次 / runs for the given model time first, then looks back"
                    + " at the open and at the closed run"
        })
final class SeekCommand implements Callable<Integer> {
    private static final String OWNER = "bench";
    /** Times faster than the wall clock that the host is told time goes, so that an hour is run in seconds. */
    private static final long HURRY = 1000;

    private static final double MILLI = 1e-6;

    /** A working day. */
    private static final int LONGEST_MINUTES = 480;

    private static final int MOST_SEEKS = 100_000;

    /** Dates nothing: the run is thrown away. */
    private static final Clock UNDATED = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    @Option(names = "--task", defaultValue = "A-4", description = "任务（缺省 A-4） / task (A-4 if left out)")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String task;

    @Option(
            names = "--minutes",
            defaultValue = "60",
            description = "模型时间，min（缺省 60） / model time, min (60 if left out)")
    private int minutes;

    @Option(names = "--seeks", defaultValue = "200", description = "回看次数（缺省 200） / looks back (200 if left out)")
    private int seeks;

    private final MonotonicClock clock = MonotonicClock.system();

    @Mixin
    private final JsonOutput output = new JsonOutput();

    @Override
    public Integer call() throws IOException {
        Numbers.within("--minutes", minutes, 1, LONGEST_MINUTES);
        Numbers.within("--seeks", seeks, 1, MOST_SEEKS);
        Path folder = Files.createTempDirectory("seek");
        try {
            output.print(measured(folder));
        } finally {
            delete(folder);
        }
        return 0;
    }

    private ObjectNode measured(Path folder) {
        StationContent content = new SuiteContent().load();
        Task chosen =
                content.library().find(task).orElseGet(() -> content.library().task(task));
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("plant", chosen.plant()).put("task", task).put("seeks", seeks);
        try (JournalFolder journals = new JournalFolder(folder.resolve("runs"), UNDATED);
                SessionHost host = host(content, journals, folder)) {
            String run = host.start(
                    new RunOrder(chosen.plant(), chosen.initialCondition(), task, OWNER, 0, RunRules.practice()));
            Answers.await(host.control(run, Control.SPEED, OWNER, RunRules.SPEED_MAX));
            double end = 60.0 * minutes;
            while (host.observe(run).time() < end) {
                Thread.onSpinWait();
            }
            Answers.await(host.control(run, Control.FREEZE, OWNER, 0));
            double now = Answers.await(host.inspect(run, RunInspection::time));
            result.put("modelSeconds", now);
            result.set("open", times(host, now, time -> Answers.await(host.past(run, time))));
            Answers.await(host.close(run, OWNER));
            RunArchive archive = new RunArchive(journals, content.engines(), content.scorers());
            long before = clock.nanos();
            RunPast first = archive.past(run, now);
            result.put("firstReplayMs", (clock.nanos() - before) * MILLI);
            result.put("lastTick", host.look(first).tick());
            result.set("closed", times(host, now, time -> archive.past(run, time)));
        }
        return result;
    }

    private SessionHost host(StationContent content, JournalFolder journals, Path folder) {
        RunListener nobody = new RunListener() {
            @Override
            public void opened(RunSpec spec) {
                // nobody keeps a list
            }

            @Override
            public void closed(RunSpec spec, com.fasterxml.jackson.databind.JsonNode closing) {
                // nobody keeps a list
            }
        };
        return new SessionHost(
                new HostParts(content.engines(), content.scorers(), journals, Rigs.NONE, folder.resolve("snapshots")),
                new HostSettings(() -> clock.nanos() * HURRY, UNDATED, random(1), 1, Double.POSITIVE_INFINITY),
                nobody);
    }

    private ObjectNode times(SessionHost host, double now, DoubleFunction<RunPast> past) {
        RandomGenerator random = random(7);
        double[] millis = new double[seeks];
        for (int i = 0; i < seeks; i++) {
            double time = Math.floor(random.nextDouble() * now);
            long before = clock.nanos();
            RunView then = host.look(past.apply(time));
            millis[i] = (clock.nanos() - before) * MILLI;
            if (Math.abs(then.time() - time) > 1) {
                throw new IllegalStateException("asked for " + time + " s, saw " + then.time() + " s");
            }
        }
        Arrays.sort(millis);
        return JsonNodeFactory.instance
                .objectNode()
                .put("p50Ms", at(millis, 0.5))
                .put("p99Ms", at(millis, 0.99))
                .put("maxMs", millis[millis.length - 1]);
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private static double at(double[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(part * (sorted.length - 1)))];
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
