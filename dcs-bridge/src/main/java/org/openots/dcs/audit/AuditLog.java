package org.openots.dcs.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;

/**
 * An append-only file of JSON lines, each with the SHA-256 of the line before it. A line is on the disk before what it
 * tells of is done. Safe for several threads.
 */
public final class AuditLog implements AutoCloseable {
    /** What the first line refers to. */
    static final String BEGINNING = "0".repeat(64);

    private final Path file;
    private final InstantSource clock;
    private final FileChannel channel;
    private String last;
    private long number;

    /**
     * Opens an audit and checks it.
     *
     * @param file the file; made when it is not there
     * @param clock the time
     * @throws OtsException if a line was changed or cut, or the file cannot be written
     */
    public AuditLog(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        Chain chain = Files.exists(file) ? Chain.read(file) : new Chain(List.of(), BEGINNING);
        last = chain.hash();
        number = chain.entries().size();
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw FileErrors.unwritable(file.toString(), e);
        }
    }

    private record Chain(List<AuditEntry> entries, String hash) {
        static Chain read(Path file) {
            List<AuditEntry> entries = new ArrayList<>();
            String hash = BEGINNING;
            for (String line : lines(file)) {
                JsonCursor n = StrictJson.parse(file + ":" + (entries.size() + 1), line, Findings.throwing());
                AuditEntry entry = entry(n);
                if (!n.at("previous").text().equals(hash) || entry.number() != entries.size() + 1) {
                    throw new OtsException(AuditError.BROKEN, file, entries.size() + 1);
                }
                n.finish();
                entries.add(entry);
                hash = sha256(line);
            }
            return new Chain(entries, hash);
        }

        private static AuditEntry entry(JsonCursor n) {
            Map<String, String> details = new TreeMap<>();
            n.at("details").fields().forEach((name, value) -> details.put(name, value.text()));
            return new AuditEntry(
                    n.at("number").longInteger(),
                    n.at("time").longInteger(),
                    n.at("who").text(),
                    n.at("what").text(),
                    details);
        }

        private static List<String> lines(Path file) {
            try {
                String all = Files.readString(file);
                if (!all.isEmpty() && !all.endsWith("\n")) {
                    throw new OtsException(AuditError.CUT, file, all.lines().count());
                }
                return all.lines().toList();
            } catch (IOException e) {
                throw FileErrors.unreadable(file.toString(), e);
            }
        }
    }

    private static String sha256(String line) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Reads and checks an audit.
     *
     * @param file the file
     * @return its entries
     * @throws OtsException if a line was changed or cut, or the file cannot be read
     */
    public static List<AuditEntry> verify(Path file) {
        return List.copyOf(Chain.read(file).entries());
    }

    /**
     * Appends an entry; it is on the disk when this returns.
     *
     * @param who account of the person, or {@code bridge}
     * @param what what is done
     * @param details names and values
     * @return the entry
     * @throws OtsException if the disk refuses; what was to be told of must then not be done
     */
    public synchronized AuditEntry append(String who, String what, Map<String, String> details) {
        AuditEntry entry = new AuditEntry(number + 1, clock.millis(), who, what, details);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("number", entry.number()).put("time", entry.time());
        node.put("who", who).put("what", what);
        ObjectNode all = node.putObject("details");
        new TreeMap<>(details).forEach(all::put);
        String line = node.put("previous", last).toString();
        try {
            long size = channel.size();
            ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
            try {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(false);
            } catch (IOException e) {
                channel.truncate(size);
                throw e;
            }
        } catch (IOException e) {
            throw FileErrors.unwritable(file.toString(), e);
        }
        last = sha256(line);
        number = entry.number();
        return entry;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw FileErrors.unwritable(file.toString(), e);
        }
    }
}
