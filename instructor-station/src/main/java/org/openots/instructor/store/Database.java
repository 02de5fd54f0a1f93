package org.openots.instructor.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The station's SQLite file: one connection that writes, four that read. */
public final class Database implements AutoCloseable {
    /** Readers at once: a page needs a few ms, so four serve a class; WAL readers do not block. */
    private static final int READERS = 4;
    /** Wait for a lock another program holds (a backup), ms. */
    private static final int BUSY_MILLIS = 5000;

    private final HikariDataSource writing;
    private final HikariDataSource reading;
    private final DbWriter writer;
    private final Jdbi readers;
    private final Clock clock;
    private final AtomicLong runRevision = new AtomicLong();

    private Database(HikariDataSource writing, HikariDataSource reading, Clock clock) {
        this.writing = writing;
        this.reading = reading;
        this.readers = Jdbi.create(reading);
        this.writer = new DbWriter(Jdbi.create(writing), clock);
        this.clock = clock;
    }

    /**
     * What dates rows.
     *
     * @return the clock
     */
    public Clock clock() {
        return clock;
    }

    /**
     * Opens the file, creates or migrates the tables.
     *
     * @param folder data folder on a local disk; the file is {@code station.db} in it
     * @param clock dates audit rows
     * @return the database
     * @throws OtsException if the folder cannot be used
     */
    public static Database open(Path folder, Clock clock) {
        try {
            Files.createDirectories(folder.resolve("tmp"));
        } catch (IOException e) {
            throw new OtsException(StationError.DATA_FOLDER, folder.toString(), String.valueOf(e.getMessage()));
        }
        // locked-down PCs forbid programs in the common temporary folder
        System.setProperty(
                "org.sqlite.tmpdir", folder.resolve("tmp").toAbsolutePath().toString());
        String url = "jdbc:sqlite:" + folder.resolve("station.db").toAbsolutePath();
        HikariDataSource writing = pool(url, "db-write", 1, false);
        try {
            Flyway.configure()
                    .dataSource(writing)
                    .locations("classpath:org/openots/instructor/store/migration")
                    .load()
                    .migrate();
            return new Database(writing, pool(url, "db-read", READERS, true), clock);
        } catch (RuntimeException e) {
            writing.close();
            throw new OtsException(
                    StationError.DATA_FOLDER,
                    folder.toString(),
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static HikariDataSource pool(String url, String name, int size, boolean readOnly) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MILLIS);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(url);
        HikariConfig pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setDataSource(source);
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(1);
        if (readOnly) {
            pool.setConnectionInitSql("pragma query_only = 1");
        }
        return new HikariDataSource(pool);
    }

    /**
     * How often the list of runs was changed since the file was opened; whatever was made from the list is good as long as this
     * stays.
     *
     * @return the count, never less than before
     */
    public long runRevision() {
        return runRevision.get();
    }

    /** Says that the list of runs, or what their items gave, was changed. */
    void runsChanged() {
        runRevision.incrementAndGet();
    }

    /**
     * The only way to change something.
     *
     * @return the writer
     */
    public DbWriter writer() {
        return writer;
    }

    /**
     * Read-only connections.
     *
     * @return the readers
     */
    public Jdbi readers() {
        return readers;
    }

    /** Finishes what is queued and closes the file. */
    @Override
    public void close() {
        writer.close();
        reading.close();
        writing.close();
    }
}
