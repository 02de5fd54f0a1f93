package org.openots.instructor.headless;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;

/**
 * A file a command writes. What is written goes to a file beside it, which takes its name when all is there: a run that
 * fails leaves what was there before. Devices and pipes are written directly.
 */
final class OutFile implements AutoCloseable {
    private final Path shown;
    private final Path target;
    private final Path written;
    private final OutputStream out;
    private boolean kept;

    private OutFile(Path shown, Path target, Path written) throws IOException {
        this.shown = shown;
        this.target = target;
        this.written = written;
        this.out = new BufferedOutputStream(Files.newOutputStream(written));
    }

    /**
     * Begins a file, with the folders on its way.
     *
     * @throws OtsException if it cannot be written
     */
    static OutFile begin(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            // a link stays, what it leads to is replaced
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            boolean direct = Files.exists(target) && !Files.isRegularFile(target);
            String part = target.getFileName() + "." + ProcessHandle.current().pid() + ".part";
            return new OutFile(file, target, direct ? target : target.resolveSibling(part));
        } catch (IOException e) {
            throw FileErrors.unwritable(file.toString(), e);
        }
    }

    /** Writes it at once. */
    static void write(Path file, byte[] content) {
        try (OutFile out = begin(file)) {
            out.append(content);
            out.keep();
        }
    }

    void append(byte[] content) {
        try {
            out.write(content);
        } catch (IOException e) {
            throw FileErrors.unwritable(shown.toString(), e);
        }
    }

    /** All is there: the file takes its name. */
    void keep() {
        try {
            out.close();
            if (!written.equals(target)) {
                move();
            }
            kept = true;
        } catch (IOException e) {
            throw FileErrors.unwritable(shown.toString(), e);
        }
    }

    private void move() throws IOException {
        try {
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Removes what was not kept. */
    @Override
    public void close() {
        if (kept) {
            return;
        }
        try {
            out.close();
            if (!written.equals(target)) {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            throw FileErrors.unwritable(shown.toString(), e);
        }
    }
}
