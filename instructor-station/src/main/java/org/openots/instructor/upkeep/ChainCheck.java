package org.openots.instructor.upkeep;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.journal.JournalReader;
import org.openots.common.text.Localizable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all journals of a data folder and checks their chains, beside the running class. Thread-safe. What is being
 * written at the moment may end in the middle of a record, which is no damage.
 */
public final class ChainCheck implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChainCheck.class);
    private static final Set<String> LEFT_OUT = Set.of("snapshots", "tmp", "logs", Backups.FOLDER);
    /** How long a result is good enough not to read everything again at the start. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Time between two checks by themselves, h: several a working day. */
    private static final long HOURS = 3;

    private final Path data;
    private final Clock clock;
    private final AtomicBoolean running = new AtomicBoolean();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "chain-check");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean stopping;
    private volatile @Nullable Result result;

    /**
     * Prepares a check.
     *
     * @param data the data folder
     * @param clock dates results
     */
    public ChainCheck(Path data, Clock clock) {
        this.data = data;
        this.clock = clock;
    }

    /**
     * A journal that is not what was written.
     *
     * @param journal its place in the data folder
     * @param reason what is wrong where
     */
    public record Damage(String journal, Localizable reason) {}

    /**
     * What came of a check.
     *
     * @param at when it ended
     * @param journals how many were read
     * @param records how many records they have
     * @param damaged those that are damaged
     */
    public record Result(Instant at, int journals, long records, List<Damage> damaged) {
        /** Keeps an unmodifiable copy. */
        public Result {
            damaged = List.copyOf(damaged);
        }
    }

    /** Begins a check now and then one every few hours. */
    void start() {
        begin();
        var unused = worker.scheduleWithFixedDelay(this::begin, HOURS, HOURS, TimeUnit.HOURS);
    }

    /** Begins a check in the background, unless one is on or has just ended. */
    public void begin() {
        Result last = result;
        boolean fresh = last != null && last.at().plus(PATIENCE).isAfter(clock.instant());
        if (!fresh && running.compareAndSet(false, true)) {
            worker.execute(() -> {
                try {
                    result = check();
                } catch (IOException | RuntimeException e) {
                    LOG.error("the journals could not be checked", e);
                } finally {
                    running.set(false);
                }
            });
        }
    }

    private Result check() throws IOException {
        List<Path> folders = new ArrayList<>();
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean out =
                        data.equals(folder.getParent()) && LEFT_OUT.contains(String.valueOf(folder.getFileName()));
                if (!out && DataFiles.isJournal(folder)) {
                    folders.add(folder);
                }
                return out ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                // deleted since its folder was read
                return FileVisitResult.CONTINUE;
            }
        });
        List<Damage> damaged = new ArrayList<>();
        long records = 0;
        for (Path folder : folders) {
            if (stopping) {
                break;
            }
            String name = data.relativize(folder).toString().replace('\\', '/');
            try {
                var report = JournalReader.verify(folder);
                records += report.lastSequence();
                report.damage().ifPresent(defect -> damaged.add(new Damage(name, defect)));
            } catch (OtsException e) {
                damaged.add(new Damage(name, e::messageIn));
            }
        }
        return new Result(clock.instant(), folders.size(), records, damaged);
    }

    /**
     * Whether a check is on.
     *
     * @return true while it is
     */
    public boolean running() {
        return running.get();
    }

    /**
     * What came of the last check.
     *
     * @return nothing before the first one ended
     */
    public Optional<Result> result() {
        return Optional.ofNullable(result);
    }

    /** Ends a check that is on. */
    @Override
    public void close() {
        stopping = true;
        worker.shutdownNow();
    }
}
