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
import java.util.Optional;
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
        Chain chain = Files.exists(file) ? Chain.read(file) : new Chain(List.of(), BEGINNING, Optional.empty());
        last = chain.hash();
        number = chain.entries().size();
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw FileErrors.unwritable(file.toString(), e);
        }
    }

    /**
     * What the check of an audit found.
     *
     * @param sound lines from the first on that are as they were written
     * @param hash SHA-256 of the last of them, to be compared with what was noted elsewhere: the last line of an audit has
     *     none after it that would vouch for it
     * @param problem what is wrong with the line after them; empty when all are sound
     */
    public record Verdict(int sound, String hash, Optional<OtsException> problem) {}

    private record Chain(List<AuditEntry> entries, String hash, Optional<OtsException> problem) {
        static Chain read(Path file) {
            Chain chain = look(file);
            chain.problem().ifPresent(problem -> {
                throw problem;
            });
            return chain;
        }

        static Chain look(Path file) {
            List<AuditEntry> entries = new ArrayList<>();
            String hash = BEGINNING;
            String all = text(file);
            List<String> lines = all.lines().toList();
            boolean whole = all.isEmpty() || all.endsWith("\n");
            for (String line : lines) {
                int number = entries.size() + 1;
                if (!whole && number == lines.size()) {
                    return new Chain(entries, hash, Optional.of(new OtsException(AuditError.CUT, file, number)));
                }
                try {
                    entries.add(entry(file, line, number, hash));
                } catch (OtsException e) {
                    return new Chain(entries, hash, Optional.of(e));
                }
                hash = sha256(line);
            }
            return new Chain(entries, hash, Optional.empty());
        }

        private static AuditEntry entry(Path file, String line, int number, String hash) {
            JsonCursor n = StrictJson.parse(file + ":" + number, line, Findings.throwing());
            AuditEntry entry = entry(n);
            if (!n.at("previous").text().equals(hash) || entry.number() != number) {
                throw new OtsException(AuditError.BROKEN, file, number);
            }
            n.finish();
            return entry;
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

        private static String text(Path file) {
            try {
                return Files.readString(file);
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
     * Checks an audit and tells how far it can be trusted.
     *
     * @param file the file
     * @return what was found
     * @throws OtsException if the file cannot be read
     */
    public static Verdict check(Path file) {
        Chain chain = Chain.look(file);
        return new Verdict(chain.entries().size(), chain.hash(), chain.problem());
    }

    /**
     * What there is in an audit.
     *
     * @param entries those that are as they were written, oldest first
     * @param lines lines of the file, more than the entries when one was changed
     * @param verdict what the check found
     */
    public record Contents(List<AuditEntry> entries, int lines, Verdict verdict) {
        /** Copies the list. */
        public Contents {
            entries = List.copyOf(entries);
        }
    }

    /**
     * Reads an audit, however far it can be trusted.
     *
     * @param file the file; none is an empty audit
     * @return its entries and what the check found
     * @throws OtsException if the file cannot be read
     */
    public static Contents contents(Path file) {
        if (!Files.exists(file)) {
            return new Contents(List.of(), 0, new Verdict(0, BEGINNING, Optional.empty()));
        }
        Chain chain = Chain.look(file);
        Verdict verdict = new Verdict(chain.entries().size(), chain.hash(), chain.problem());
        return new Contents(chain.entries(), (int) Chain.text(file).lines().count(), verdict);
    }

    /**
     * Reads this audit from the disk, between two entries.
     *
     * @return its entries and what the check found
     * @throws OtsException if the file cannot be read
     */
    public synchronized Contents contents() {
        return contents(file);
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
