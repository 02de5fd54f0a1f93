package org.openots.instructor.upkeep;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Backups of a station's data: on a timer, when asked, before an exam; a copy of each in a second folder. Thread-safe.
 * One is made at a time.
 */
public final class Backups implements AutoCloseable {
    /** Folder in the data folder. */
    static final String FOLDER = "backups";
    /** Reason of a backup by the timer. */
    public static final String TIMER = "timer";
    /** Reason of a backup that somebody asked for. */
    public static final String MANUAL = "manual";

    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'b'yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String NAMES = "b[0-9]{8}-[0-9]{6}(-[0-9]+)?";
    /** How often it is looked whether something is to be done, s. */
    private static final long LOOK_SECONDS = 20;

    private final Path data;
    private final Path folder;
    private final Clock clock;
    private final String engine;
    private final Supplier<UpkeepSettings> settings;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "backups");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Path, Backup> known = new ConcurrentHashMap<>();
    private volatile Instant due;
    private volatile @Nullable OtsException failure;
    private volatile @Nullable OtsException secondFailure;

    /**
     * Prepares backups; none is made yet.
     *
     * @param data the data folder
     * @param clock names backups
     * @param engine version of the engine, for the list
     * @param settings what was decided, asked each time
     */
    public Backups(Path data, Clock clock, String engine, Supplier<UpkeepSettings> settings) {
        this.data = data;
        this.folder = data.resolve(FOLDER);
        this.clock = clock;
        this.engine = engine;
        this.settings = settings;
        this.due = clock.instant();
    }

    /**
     * A backup.
     *
     * @param id name of its folder
     * @param folder where it is
     * @param at when it was begun
     * @param reason why, a word
     * @param files how many files it has
     * @param bytes how much is in them
     * @param journals how many journals are in it
     * @param damaged how many of those were damaged already
     */
    public record Backup(
            String id, Path folder, Instant at, String reason, int files, long bytes, int journals, int damaged) {
        private static Backup of(Path folder, BackupManifest list) {
            return new Backup(
                    String.valueOf(folder.getFileName()),
                    folder,
                    list.at(),
                    list.reason(),
                    list.files().size(),
                    list.bytes(),
                    list.journals(),
                    list.damaged().size());
        }
    }

    /** Begins to make backups by the timer; the first at once if the last one is too old. */
    public void start() {
        due = list().stream()
                .findFirst()
                .map(last -> last.at().plus(interval()))
                .orElse(clock.instant().plusSeconds(LOOK_SECONDS));
        var unused = timer.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    private Duration interval() {
        return Duration.ofMinutes(settings.get().everyMinutes());
    }

    private void look() {
        try {
            if (!clock.instant().isBefore(due)) {
                now(TIMER);
            } else {
                second();
            }
        } catch (OtsException e) {
            // told on the page; tried again at the next look
            LOG.error("backup: {}", e.getMessage());
        } catch (RuntimeException e) {
            failure = new OtsException(UpkeepError.BACKUP_FAILED, folder.toString(), e.toString());
            LOG.error("backup", e);
        }
    }

    /**
     * Makes a backup now and waits for it; the copy in the second folder is tried too, and does not make it fail.
     *
     * @param reason why, a word
     * @return the backup, complete on the disk
     * @throws OtsException if it could not be made; earlier ones are as they were
     */
    public synchronized Backup now(String reason) {
        Instant at = clock.instant();
        String id = freshId(at);
        Path earlier = list().stream().findFirst().map(Backup::folder).orElse(folder);
        try {
            BackupManifest manifest = new BackupWriter(folder, id, earlier).data(data, at, reason, engine);
            Backup made = Backup.of(folder.resolve(id), manifest);
            LOG.info("backup {}: {} files, {} bytes", id, made.files(), made.bytes());
            failure = null;
            due = at.plus(interval());
            rotate(folder);
            second();
            return made;
        } catch (IOException e) {
            OtsException refusal = new OtsException(UpkeepError.BACKUP_FAILED, folder.toString(), why(e));
            failure = refusal;
            throw refusal;
        }
    }

    private static String why(IOException e) {
        return e.getMessage() == null ? e.toString() : e.getClass().getSimpleName() + " " + e.getMessage();
    }

    private String freshId(Instant at) {
        String id = NAME.format(at);
        for (int i = 2; Files.exists(folder.resolve(id)); i++) {
            id = NAME.format(at) + "-" + i;
        }
        return id;
    }

    /**
     * The backups in the data folder.
     *
     * @return the newest first; unreadable ones are left out
     */
    public List<Backup> list() {
        return in(folder);
    }

    private List<Backup> in(Path folder) {
        List<Backup> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
            for (Path one : inside) {
                String id = String.valueOf(one.getFileName());
                if (id.matches(NAMES)) {
                    read(one).ifPresent(found::add);
                }
            }
        } catch (IOException e) {
            LOG.error("folder {} cannot be read", folder, e);
        }
        found.sort(Comparator.comparing(Backup::at).thenComparing(Backup::id).reversed());
        return found;
    }

    /** A backup never changes, so that its list is read once and only what is told of it is kept. */
    private Optional<Backup> read(Path backup) {
        Backup kept = known.get(backup);
        if (kept != null) {
            return Optional.of(kept);
        }
        try {
            Optional<Backup> fresh = BackupManifest.find(backup).map(list -> Backup.of(backup, list));
            fresh.ifPresent(one -> known.put(backup, one));
            return fresh;
        } catch (OtsException e) {
            LOG.error("backup {}: {}", backup, e.getMessage());
            return Optional.empty();
        }
    }

    /** Deletes the oldest backups of a folder, as many as are too many. */
    private void rotate(Path backups) throws IOException {
        List<Backup> all = in(backups);
        for (int i = settings.get().keep(); i < all.size(); i++) {
            Path old = all.get(i).folder();
            // half a backup must not look like one
            Path going = backups.resolve(BackupWriter.UNFINISHED + all.get(i).id());
            known.remove(old);
            Files.move(old, going);
            Durable.delete(going);
        }
    }

    /** Copies the newest backup to the second folder, if it is not there yet. */
    private synchronized void second() {
        Path second = settings.get().second().orElse(null);
        Optional<Backup> newest = list().stream().findFirst();
        if (second == null || newest.isEmpty()) {
            secondFailure = null;
            return;
        }
        Backup backup = newest.get();
        try {
            if (!Files.isDirectory(second)) {
                throw new OtsException(UpkeepError.SECOND_ABSENT, second.toString());
            }
            if (!Files.isDirectory(second.resolve(backup.id()))) {
                Path earlier =
                        in(second).stream().findFirst().map(Backup::folder).orElse(second);
                new BackupWriter(second, backup.id(), earlier).backup(backup.folder());
                rotate(second);
            }
            secondFailure = null;
        } catch (IOException e) {
            secondFailure = new OtsException(UpkeepError.BACKUP_FAILED, second.toString(), why(e));
        } catch (OtsException e) {
            secondFailure = e;
        }
    }

    /**
     * Why the last attempt failed.
     *
     * @return nothing when it did not
     */
    public Optional<OtsException> failure() {
        return Optional.ofNullable(failure);
    }

    /**
     * Why the newest backup is not in the second folder.
     *
     * @return nothing when it is, or there is no second folder
     */
    public Optional<OtsException> secondFailure() {
        return Optional.ofNullable(secondFailure);
    }

    /** Looks at the second folder now, after it was chosen. */
    void chosen() {
        second();
    }

    /** Ends the timer; a backup that is being made is finished first. */
    @Override
    public void close() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(1, TimeUnit.MINUTES)) {
                LOG.error("a backup was not finished within a minute");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
