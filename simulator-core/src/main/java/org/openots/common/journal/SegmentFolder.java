package org.openots.common.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** The files of one journal. */
final class SegmentFolder {
    private SegmentFolder() {}

    /** The highest segment number there is, 0 when there is none. */
    static int lastSegment(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(JournalReader::name)
                    .filter(name -> JournalFormat.SEGMENT_NAME.matcher(name).matches())
                    .mapToInt(name -> Integer.parseInt(name.substring(0, name.indexOf('.'))))
                    .max()
                    .orElse(0);
        }
    }

    /** Makes created and renamed files durable; a file system that cannot sync a folder does so on its own. */
    static void syncFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows refuses to open a folder and journals its metadata by itself.
            return;
        }
    }

    /** Cuts the incomplete end off a segment and keeps it beside the segment as evidence. */
    static void cutTail(Path folder, JournalDefect defect) throws IOException {
        Path segment = folder.resolve(defect.file());
        Path aside = folder.resolve(defect.file() + ".tail-" + defect.offset());
        if (defect.offset() < JournalFormat.SEGMENT_HEADER) {
            Files.move(segment, aside, StandardCopyOption.REPLACE_EXISTING);
        } else {
            try (FileChannel in = FileChannel.open(segment, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    FileChannel out = FileChannel.open(
                            aside,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                in.transferTo(defect.offset(), in.size() - defect.offset(), out);
                out.force(true);
                in.truncate(defect.offset());
                in.force(true);
            }
        }
        syncFolder(folder);
    }
}
