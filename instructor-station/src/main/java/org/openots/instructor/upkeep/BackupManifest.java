package org.openots.instructor.upkeep;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;

/**
 * The list in a backup; format {@code backup}.
 *
 * @param at when it was made
 * @param reason why, a word: {@code timer}, {@code manual}, {@code exam}
 * @param engine version of the engine of the station
 * @param journals how many journals are in it
 * @param damaged journals that were damaged already when they were copied
 * @param files every file but the list itself
 */
public record BackupManifest(
        Instant at, String reason, String engine, int journals, List<String> damaged, List<Entry> files) {
    static final String FILE = "manifest.json";
    /** The hash of the list. */
    static final String HASH_FILE = "manifest.sha256";

    private static final String FORMAT = "backup";
    private static final String VERSION = "1.0";
    private static final int MANY = 100_000_000;

    /** Keeps unmodifiable copies. */
    public BackupManifest {
        damaged = List.copyOf(damaged);
        files = List.copyOf(files);
    }

    /**
     * A file in a backup.
     *
     * @param path place in the backup and in the data folder, with {@code /}
     * @param bytes length
     * @param sha256 hash, lower-case hexadecimal
     */
    public record Entry(String path, long bytes, String sha256) {}

    /**
     * How much is in it.
     *
     * @return bytes
     */
    public long bytes() {
        return files.stream().mapToLong(Entry::bytes).sum();
    }

    Map<String, Entry> byPath() {
        return files.stream().collect(Collectors.toMap(Entry::path, Function.identity()));
    }

    /** Writes the list and its hash. */
    void write(Path backup) throws IOException {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("format", FORMAT)
                .put("formatVersion", VERSION)
                .put("at", at.toString())
                .put("reason", reason)
                .put("engine", engine)
                .put("journals", journals);
        ArrayNode bad = node.putArray("damaged");
        damaged.forEach(bad::add);
        ArrayNode list = node.putArray("files");
        files.forEach(file -> list.addObject()
                .put("path", file.path())
                .put("bytes", file.bytes())
                .put("sha256", file.sha256()));
        byte[] bytes = node.toPrettyString().getBytes(StandardCharsets.UTF_8);
        Durable.write(backup.resolve(FILE), bytes);
        Durable.write(backup.resolve(HASH_FILE), Durable.sha256(bytes).getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Reads the list of a backup.
     *
     * @param backup its folder
     * @return the list
     * @throws OtsException if the folder is no backup or the list was changed
     */
    public static BackupManifest read(Path backup) {
        byte[] bytes;
        try {
            for (String name : List.of(FILE, HASH_FILE)) {
                if (!Files.isRegularFile(backup.resolve(name))) {
                    throw new OtsException(UpkeepError.NO_BACKUP, backup.toString(), name);
                }
            }
            bytes = Files.readAllBytes(backup.resolve(FILE));
            String hash = new String(Files.readAllBytes(backup.resolve(HASH_FILE)), StandardCharsets.US_ASCII);
            if (!hash.equals(Durable.sha256(bytes))) {
                throw new OtsException(UpkeepError.LIST_CHANGED, backup.toString());
            }
        } catch (IOException e) {
            throw FileErrors.unreadable(backup.toString(), e);
        }
        JsonCursor root = StrictJson.parse(FILE, bytes, Findings.throwing());
        root.requireFormat(FORMAT, VERSION);
        BackupManifest manifest = new BackupManifest(
                instant(backup, root.at("at").text()),
                root.at("reason").text(),
                root.at("engine").text(),
                root.at("journals").integer(0, MANY),
                root.at("damaged").list(JsonCursor::text),
                root.at("files")
                        .list(file -> new Entry(
                                file.at("path").text(),
                                file.at("bytes").longInteger(),
                                file.at("sha256").text())));
        root.finish();
        return manifest;
    }

    private static Instant instant(Path backup, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new OtsException(UpkeepError.LIST_CHANGED, backup.toString());
        }
    }

    /** The list of a folder if it is a whole backup. */
    static Optional<BackupManifest> find(Path backup) {
        return Files.isRegularFile(backup.resolve(FILE)) && Files.isRegularFile(backup.resolve(HASH_FILE))
                ? Optional.of(read(backup))
                : Optional.empty();
    }

    /**
     * Checks that a backup has exactly the files of its list, each as it was.
     *
     * @param backup its folder
     * @return the list
     * @throws OtsException for the first thing wrong
     */
    public static BackupManifest verify(Path backup) {
        BackupManifest manifest = read(backup);
        try {
            for (Entry entry : manifest.files()) {
                verify(backup, entry);
            }
            Map<String, Entry> known = manifest.byPath();
            for (DataFiles.Found found : DataFiles.everything(backup)) {
                boolean own = found.path().equals(FILE) || found.path().equals(HASH_FILE);
                if (!own && !known.containsKey(found.path())) {
                    throw new OtsException(UpkeepError.FILE_SURPLUS, backup.toString(), found.path());
                }
            }
        } catch (IOException e) {
            throw FileErrors.unreadable(backup.toString(), e);
        }
        return manifest;
    }

    private static void verify(Path backup, Entry entry) throws IOException {
        Path file = backup.resolve(entry.path()).normalize();
        if (!file.startsWith(backup.normalize())) {
            throw new OtsException(UpkeepError.FILE_PLACE, backup.toString(), entry.path());
        }
        if (!Files.isRegularFile(file)) {
            throw new OtsException(UpkeepError.FILE_MISSING, backup.toString(), entry.path());
        }
        long bytes = Files.size(file);
        String hash = Durable.sha256(file, bytes);
        if (bytes != entry.bytes() || !hash.equals(entry.sha256())) {
            throw new OtsException(UpkeepError.FILE_CHANGED, backup.toString(), entry.path(), entry.sha256(), hash);
        }
    }
}
