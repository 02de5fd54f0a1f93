package org.openots.instructor.rig;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the history of a twin over restarts, so that its charts do not begin anew. A file that is damaged or of other outputs is
 * left alone: the history then begins empty, and the log says why.
 */
final class TwinHistoryFile {
    /** Name of the file. */
    static final String FILE = "twin-history.bin";

    private static final Logger LOG = LoggerFactory.getLogger(TwinHistoryFile.class);

    /** First bytes of the file: its format and version. */
    private static final byte[] MAGIC = {'O', 'T', 'W', 'H', 1};

    private final Path file;

    TwinHistoryFile(Path folder) {
        this.file = folder.resolve(FILE);
    }

    /**
     * What was saved of these outputs.
     *
     * @param names of the outputs, in their order
     * @return it, or an empty history
     */
    TwinHistory read(List<String> names) {
        TwinHistory history = new TwinHistory(names);
        if (!Files.isRegularFile(file)) {
            return history;
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            int end = bytes.length - Long.BYTES;
            if (end < MAGIC.length || !Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length))) {
                throw new IOException("not a history of this version");
            }
            if (ByteBuffer.wrap(bytes, end, Long.BYTES).getLong() != checksum(bytes, end)) {
                throw new IOException("its checksum is wrong");
            }
            if (history.read(new DataInputStream(new ByteArrayInputStream(bytes, MAGIC.length, end - MAGIC.length)))) {
                return history;
            }
            LOG.info("{} is of other outputs; the charts of the twin begin anew", file);
        } catch (IOException e) {
            LOG.warn("{} cannot be read; the charts of the twin begin anew", file, e);
        }
        return new TwinHistory(names);
    }

    /**
     * Saves a history in place of the one saved before. The thread must not be interrupted.
     *
     * @param history what to save
     * @throws IOException if it cannot be written; what was saved before is still there
     */
    void write(TwinHistory history) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(MAGIC);
            history.write(out);
            out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
        }
        Path fresh = file.resolveSibling(FILE + ".part");
        Files.write(fresh, bytes.toByteArray());
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static long checksum(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return crc.getValue();
    }
}
