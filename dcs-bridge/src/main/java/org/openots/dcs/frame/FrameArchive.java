package org.openots.dcs.frame;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openots.dcs.payload.BadPayload;

/**
 * Frames as they came, in files that begin with the numbers of all frames before, so that the last file alone says what
 * is there. The oldest files go when there are too many.
 */
public final class FrameArchive implements FrameKeeper {
    private static final String SUFFIX = ".archive";

    private final Path folder;
    private final long segmentBytes;
    private final int mostSegments;
    private final ObjectMapper mapper = new ObjectMapper();
    private Map<String, SeqSet> kept = new HashMap<>();
    private @Nullable SegmentFile file;
    private int number;

    /**
     * Says where it is; opens nothing yet.
     *
     * @param folder the folder
     * @param segmentBytes size at which a new file is begun
     * @param mostSegments files kept
     */
    public FrameArchive(Path folder, long segmentBytes, int mostSegments) {
        this.folder = folder;
        this.segmentBytes = segmentBytes;
        this.mostSegments = mostSegments;
    }

    @Override
    public Map<String, SeqSet> open() throws IOException {
        close();
        Files.createDirectories(folder);
        kept = new HashMap<>();
        List<Path> files = files();
        number = files.isEmpty() ? 0 : numberOf(files.get(files.size() - 1));
        for (int i = files.size() - 1; i >= 0 && file == null; i--) {
            Path path = files.get(i);
            boolean[] headed = new boolean[1];
            SegmentFile opened = SegmentFile.open(path, (offset, content) -> {
                if (headed[0]) {
                    remember(content);
                } else {
                    readHead(content);
                    headed[0] = true;
                }
            });
            if (headed[0]) {
                file = opened;
            } else {
                opened.close();
                Files.delete(path); // it was being begun when the process ended
            }
        }
        if (file == null) {
            begin();
        }
        return kept;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList();
        }
    }

    private static int numberOf(Path path) {
        String name = String.valueOf(path.getFileName());
        return Integer.parseInt(name.substring(0, name.length() - SUFFIX.length()));
    }

    private void remember(byte[] content) throws IOException {
        Frame frame = frame(content);
        kept.computeIfAbsent(frame.boot(), b -> new SeqSet()).add(frame.seq());
    }

    private static Frame frame(byte[] content) throws IOException {
        try {
            return FrameCodec.decode(content);
        } catch (BadPayload e) {
            throw new IOException("a record with a right checksum is no frame", e);
        }
    }

    private void readHead(byte[] content) throws IOException {
        for (Map.Entry<String, JsonNode> boot : mapper.readTree(content).properties()) {
            SeqSet set = new SeqSet();
            boot.getValue()
                    .forEach(range ->
                            set.addAll(range.get(0).longValue(), range.get(1).longValue()));
            kept.put(boot.getKey(), set);
        }
    }

    private byte[] head() throws IOException {
        ObjectNode head = mapper.createObjectNode();
        kept.forEach((boot, set) -> {
            ArrayNode ranges = head.putArray(boot);
            set.ranges().forEach(range -> ranges.addArray().add(range.from()).add(range.to()));
        });
        return mapper.writeValueAsBytes(head);
    }

    private void begin() throws IOException {
        close();
        number++;
        SegmentFile fresh = SegmentFile.create(folder.resolve(String.format(Locale.ROOT, "%08d%s", number, SUFFIX)));
        fresh.append(head());
        fresh.sync();
        file = fresh;
        List<Path> files = files();
        for (Path old : files.subList(0, Math.max(0, files.size() - mostSegments))) {
            Files.delete(old);
        }
    }

    private SegmentFile current() throws IOException {
        SegmentFile now = file;
        if (now == null) {
            throw new IOException(folder + " is not open");
        }
        return now;
    }

    @Override
    public void keep(Frame frame, byte[] payload) throws IOException {
        current().append(payload);
        kept.computeIfAbsent(frame.boot(), b -> new SeqSet()).add(frame.seq());
        if (current().length() >= segmentBytes) {
            current().sync();
            begin();
        }
    }

    @Override
    public void sync() throws IOException {
        current().sync();
    }

    @Override
    public void close() throws IOException {
        SegmentFile now = file;
        file = null;
        if (now != null) {
            now.close();
        }
    }

    /**
     * Shows all frames that are kept, in the order in which they came.
     *
     * @param folder an archive, which may be in use
     * @param reader takes each frame
     * @throws IOException if it cannot be read
     */
    public static void read(Path folder, Consumer<Frame> reader) throws IOException {
        for (Path path : new FrameArchive(folder, 0, 0).files()) {
            boolean[] headed = new boolean[1];
            SegmentFile.read(path, (offset, content) -> {
                if (headed[0]) {
                    reader.accept(frame(content));
                }
                headed[0] = true;
            });
        }
    }
}
