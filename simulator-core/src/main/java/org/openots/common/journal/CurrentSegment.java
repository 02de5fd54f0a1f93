package org.openots.common.journal;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * The small file that says which epoch owns a journal and which segment is the last, so that a missing last segment is
 * noticed and a writer that was taken over finds out.
 *
 * @param epoch epoch of the owner, 0 when there is no file, -1 when it is damaged
 * @param segment number of the last segment, 0 when there is no file or it is damaged
 */
record CurrentSegment(long epoch, int segment) {
    static final String FILE = "current";
    private static final Pattern LINE =
            Pattern.compile("(openots-journal 1\\.0 epoch (\\d{1,18}) segment (\\d{1,9})) crc ([0-9a-f]{8})\n");

    boolean damaged() {
        return epoch < 0;
    }

    static CurrentSegment read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return new CurrentSegment(0, 0);
        }
        Matcher line = LINE.matcher(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        if (!line.matches() || !crc(line.group(1)).equals(line.group(4))) {
            return new CurrentSegment(-1, 0);
        }
        return new CurrentSegment(Long.parseLong(line.group(2)), Integer.parseInt(line.group(3)));
    }

    void write(Path folder) throws IOException {
        String text = "openots-journal " + JournalFormat.VERSION + " epoch " + epoch + " segment " + segment;
        Path fresh = folder.resolve(FILE + ".new");
        try (FileOutputStream out = new FileOutputStream(fresh.toFile())) {
            out.write((text + " crc " + crc(text) + "\n").getBytes(StandardCharsets.US_ASCII));
            out.getFD().sync();
        }
        Files.move(fresh, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        SegmentFolder.syncFolder(folder);
    }

    private static String crc(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }
}
