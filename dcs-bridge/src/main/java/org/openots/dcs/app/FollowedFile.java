package org.openots.dcs.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;

/**
 * A file that a gateway adds lines to. How far it was read is kept beside the journals, so that what was written while
 * nobody read it is read later; at the very first start it is read from its end on. A file that became shorter is a new one.
 */
final class FollowedFile implements Lines {
    private static final long PAUSE_MILLIS = 100;
    private static final int PAUSES_TO_MARK = 10;
    private static final int BLOCK = 64 * 1024;

    private final Path file;
    private final Path mark;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private byte[] block = new byte[0];
    private int at;
    private long position;
    private long handed;
    private long pauses;
    private volatile boolean closed;

    FollowedFile(Path file, Path mark) throws IOException {
        this.file = file;
        this.mark = mark;
        position = Files.exists(mark)
                ? StrictJson.read(mark, Findings.throwing()).at("position").longInteger()
                : Files.exists(file) ? Files.size(file) : 0;
        handed = position;
        mark(position);
    }

    @Override
    public @Nullable String next() throws IOException, InterruptedException {
        while (!closed) {
            while (at < block.length) {
                byte one = block[at++];
                position++;
                if (one == '\n') {
                    String line = begun.toString(StandardCharsets.UTF_8);
                    begun.reset();
                    return line;
                }
                begun.write(one);
            }
            if (!read()) {
                pause();
            }
        }
        return null;
    }

    /**
     * What was handed on a second ago is in the journal by now; what is noted may be handed on once more after a kill, and
     * nothing is left out.
     */
    private void pause() throws IOException, InterruptedException {
        pauses++;
        if (pauses % PAUSES_TO_MARK == 0) {
            mark(handed);
            handed = position - begun.size();
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }

    /** Opened anew for each block: nobody is kept from moving it away. */
    private boolean read() throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            if (in.length() < position) {
                position = 0;
                begun.reset();
            }
            in.seek(position);
            byte[] more = new byte[(int) Math.min(BLOCK, in.length() - position)];
            in.readFully(more);
            block = more;
            at = 0;
            return more.length > 0;
        }
    }

    private void mark(long known) throws IOException {
        Path folder = mark.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(mark, "{\"position\":" + known + "}\n");
    }

    @Override
    public void close() {
        closed = true;
    }
}
