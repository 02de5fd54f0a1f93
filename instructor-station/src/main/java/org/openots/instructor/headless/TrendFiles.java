package org.openots.instructor.headless;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openots.common.error.FileErrors;
import org.openots.instructor.headless.trend.Trend;
import org.openots.instructor.headless.trend.TrendPicture;

/** Files of trend pictures. */
final class TrendFiles {
    private TrendFiles() {}

    /**
     * Draws and writes a picture.
     *
     * @param file where; missing folders are made
     * @param trend what
     * @return its length, bytes
     * @throws org.openots.common.error.OtsException if it cannot be written
     */
    static int write(Path file, Trend trend) {
        return write(file, TrendPicture.draw(trend));
    }

    static int write(Path file, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.write(file, bytes);
        } catch (IOException e) {
            throw FileErrors.unwritable(file.toString(), e);
        }
        return bytes.length;
    }

    static int count(Trend trend, Trend.MarkKind kind) {
        return (int) trend.marks().stream().filter(m -> m.kind() == kind).count();
    }
}
