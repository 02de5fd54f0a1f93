package org.openots.instructor.upkeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.openots.common.error.OtsException;
import org.openots.instructor.session.RunJournals;
import org.openots.instructor.session.TickLateness;

/** Everything that keeps a station well. Thread-safe. */
public final class Upkeep implements AutoCloseable {
    private final Path data;
    private final DiskWatch disk;
    private final Backups backups;
    private final ChainCheck chains;
    private final TickLateness lateness;
    private final String engine;
    private volatile UpkeepSettings settings;

    /**
     * Reads the settings of a data folder.
     *
     * @param data the folder
     * @param clock dates backups
     * @param engine version of the engine
     * @param lateness what the runs measure
     * @throws OtsException if the settings have mistakes
     */
    public Upkeep(Path data, Clock clock, String engine, TickLateness lateness) {
        this.data = data;
        this.settings = UpkeepSettings.read(data);
        this.lateness = lateness;
        this.engine = engine;
        this.disk = new DiskWatch(data, this::settings);
        this.backups = new Backups(data, clock, engine, this::settings);
        this.chains = new ChainCheck(data, clock);
    }

    /** Begins with timers and a first check of the journals. */
    public void start() {
        backups.start();
        chains.start();
    }

    /**
     * What was decided.
     *
     * @return the settings now
     */
    public UpkeepSettings settings() {
        return settings;
    }

    /**
     * Decides anew.
     *
     * @param fresh the settings
     * @throws OtsException if the second folder cannot be used, or nothing can be written down
     */
    public void decide(UpkeepSettings fresh) {
        Optional<Path> before = settings.second();
        fresh.second().filter(second -> !fresh.second().equals(before)).ifPresent(this::requireSecond);
        fresh.write(data);
        settings = fresh;
        if (!fresh.second().equals(before)) {
            backups.chosen();
        }
    }

    private void requireSecond(Path second) {
        try {
            if (!Files.isDirectory(second)) {
                throw new OtsException(UpkeepError.SECOND_ABSENT, second.toString());
            }
            if (second.toRealPath().startsWith(data.toRealPath())) {
                throw new OtsException(UpkeepError.SECOND_INSIDE, second.toString());
            }
            Path probe = second.resolve(BackupWriter.UNFINISHED + "probe");
            Durable.write(probe, new byte[1]);
            Files.delete(probe);
        } catch (IOException e) {
            throw new OtsException(UpkeepError.FOLDER_READ_ONLY, second.toString(), String.valueOf(e.getMessage()));
        }
    }

    /**
     * Journals that begin only while there is space.
     *
     * @param journals the journals, which stay their owner's to close
     * @return the same, guarded
     */
    public RunJournals spacious(RunJournals journals) {
        return new SpaciousJournals(journals, disk);
    }

    /**
     * The disks.
     *
     * @return how much space they have
     */
    public DiskWatch disk() {
        return disk;
    }

    /**
     * The backups.
     *
     * @return made and to be made
     */
    public Backups backups() {
        return backups;
    }

    /**
     * The journals' chains.
     *
     * @return whether they hold
     */
    public ChainCheck chains() {
        return chains;
    }

    /**
     * How late ticks begin.
     *
     * @return what the runs measured
     */
    public TickLateness lateness() {
        return lateness;
    }

    /**
     * What the runs are simulated with.
     *
     * @return version of the engine
     */
    public String engine() {
        return engine;
    }

    /** Ends timers and checks. */
    @Override
    public void close() {
        chains.close();
        backups.close();
    }
}
