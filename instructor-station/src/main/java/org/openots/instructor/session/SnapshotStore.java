package org.openots.instructor.session;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Snapshots on disk, two a run, that spare recovery most of the replay. They are hints: each names the journal sequence
 * it stands on and the state hash it must restore to, and a damaged or unfitting one is ignored.
 */
final class SnapshotStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotStore.class);
    private static final int FORMAT = 0x4f545331;
    private static final int DIGEST_BYTES = 32;

    private final Path folder;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "snapshot-writer");
        thread.setDaemon(true);
        return thread;
    });

    SnapshotStore(Path folder) {
        this.folder = folder;
    }

    /** A snapshot with what ties it to the journal. */
    record Kept(Snapshot snapshot, long journalSequence, String engineVersion, String stateHash) {}

    /** Takes a snapshot of a run on its worker and writes it in the background. */
    void save(LiveRun run) {
        RunCore core = run.core();
        Kept kept = new Kept(
                core.snapshot(),
                run.saved(),
                core.spec().engineVersion(),
                core.engine().stateHash());
        String id = core.spec().id();
        boolean odd = core.engine().tick() / core.ticks(RunCore.SNAPSHOT_SECONDS) % 2 == 1;
        writer.execute(() -> write(file(id, odd), kept));
    }

    /** The fitting snapshots of a run, latest first. */
    List<Kept> load(RunStory story, long lastSequence) {
        List<Kept> found = new ArrayList<>();
        for (boolean odd : new boolean[] {false, true}) {
            Kept kept = read(file(story.spec().id(), odd));
            boolean fits = kept != null
                    && kept.engineVersion().equals(story.spec().engineVersion())
                    && kept.journalSequence() <= lastSequence
                    && kept.journalSequence() >= story.lastRewindSequence()
                    && kept.snapshot().tick() <= story.resumeTick();
            if (fits && kept != null) {
                found.add(kept);
            }
        }
        found.sort(
                Comparator.comparingLong((Kept kept) -> kept.snapshot().tick()).reversed());
        return found;
    }

    void forget(String run) {
        writer.execute(() -> {
            try {
                Files.deleteIfExists(file(run, false));
                Files.deleteIfExists(file(run, true));
            } catch (IOException e) {
                LOG.warn("cannot delete snapshots of run {}: {}", run, e.getMessage());
            }
        });
    }

    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("snapshots are still being written");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Path file(String run, boolean odd) {
        return folder.resolve(run + (odd ? ".b.snap" : ".a.snap"));
    }

    private static void write(Path file, Kept kept) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeInt(FORMAT);
            out.writeLong(kept.journalSequence());
            out.writeUTF(kept.engineVersion());
            out.writeUTF(kept.stateHash());
            out.writeLong(kept.snapshot().tick());
            writeBlock(out, kept.snapshot().engine());
            writeBlock(out, kept.snapshot().scorer());
            out.write(digest(bytes.toByteArray()));
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, bytes.toByteArray());
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("snapshot {} not written: {}", file.getFileName(), e.getMessage());
        }
    }

    private static @Nullable Kept read(Path file) {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try {
            byte[] all = Files.readAllBytes(file);
            int length = all.length - DIGEST_BYTES;
            if (length <= 0 || !MessageDigest.isEqual(digest(slice(all, 0, length)), slice(all, length, all.length))) {
                return null;
            }
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(all, 0, length));
            if (in.readInt() != FORMAT) {
                return null;
            }
            long sequence = in.readLong();
            String engineVersion = in.readUTF();
            String stateHash = in.readUTF();
            Snapshot snapshot = new Snapshot(in.readLong(), readBlock(in), readBlock(in));
            return new Kept(snapshot, sequence, engineVersion, stateHash);
        } catch (IOException e) {
            LOG.warn("snapshot {} not readable: {}", file.getFileName(), e.getMessage());
            return null;
        }
    }

    private static byte[] slice(byte[] all, int from, int to) {
        return java.util.Arrays.copyOfRange(all, from, to);
    }

    private static void writeBlock(DataOutputStream out, byte[] block) throws IOException {
        out.writeInt(block.length);
        out.write(block);
    }

    private static byte[] readBlock(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("block of " + length + " bytes");
        }
        return in.readNBytes(length);
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
