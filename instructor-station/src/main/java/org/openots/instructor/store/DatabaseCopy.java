package org.openots.instructor.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Copies of a database as it stands at one moment, while programs write to it. */
public final class DatabaseCopy {
    /** Wait for a lock another program holds, ms. */
    private static final int BUSY_MILLIS = 10_000;

    private DatabaseCopy() {}

    /**
     * Whether a file is one that belongs to an open database and holds nothing by itself.
     *
     * @param name of the file
     * @return true for a log and its index
     */
    public static boolean isLog(String name) {
        return name.endsWith(".db-wal") || name.endsWith(".db-shm") || name.endsWith(".db-journal");
    }

    /**
     * Copies a database whole.
     *
     * @param from the file, which may be in use
     * @param to the copy, which must not exist
     * @throws IOException if it cannot be read or written, or is not sound
     */
    public static void copy(Path from, Path to) throws IOException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        try (Connection connection = open(config, from);
                PreparedStatement vacuum = connection.prepareStatement("vacuum into ?")) {
            vacuum.setString(1, to.toAbsolutePath().toString());
            vacuum.execute();
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
        check(to);
    }

    private static Connection open(SQLiteConfig config, Path file) throws SQLException, IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + " is not there");
        }
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source.getConnection();
    }

    private static void check(Path copy) throws IOException {
        try (Connection connection = open(new SQLiteConfig(), copy);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("pragma quick_check(1)")) {
            String word = answer.next() ? answer.getString(1) : "";
            if (!word.equals("ok")) {
                throw new IOException(copy.getFileName() + ": " + word);
            }
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
