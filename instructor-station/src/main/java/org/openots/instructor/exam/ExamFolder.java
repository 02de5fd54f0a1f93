package org.openots.instructor.exam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.openots.common.error.OtsException;
import org.openots.common.json.CanonicalJson;
import org.openots.instructor.strategy.StrategyWriter;

/**
 * The results of an exam with everything that proves them, as one signed folder that opens without the suite; format
 * {@code exam-folder}.
 */
final class ExamFolder {
    static final String FORMAT = "exam-folder";
    static final String VERSION = "1.0";
    static final String MANIFEST = "manifest.json";
    static final String SIGNATURE = "signature.json";
    static final String RESULTS = "results.json";
    static final String JOURNAL = "exam/";
    static final String RUNS = "runs/";

    private static final String LOCK = "writer.lock";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** Time of all files in the ZIP file, so that it is the same whenever it is made. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final Path data;
    private final StationKey key;
    private final String engine;

    ExamFolder(Path data, String engine) {
        this.data = data;
        this.key = StationKey.in(data.resolve("keys"));
        this.engine = engine;
    }

    /** The public half of the key it signs with. */
    byte[] key() {
        return key.open();
    }

    /** The folder of an exam whose results are confirmed, as a ZIP file; the same bytes whenever it is made. */
    byte[] zip(ExamView view) {
        String results = view.results()
                .orElseThrow(() -> new OtsException(
                        ExamError.NOT_PROVED, view.plan().id(), view.candidates().size()));
        try {
            TreeMap<String, byte[]> files = new TreeMap<>();
            files.put(RESULTS, (results + "\n").getBytes(StandardCharsets.UTF_8));
            files.put("strategy.json", StrategyWriter.bytes(view.plan().strategy()));
            JsonNode tree = MAPPER.readTree(results);
            files.put("index.html", new ExamPage(view, tree).html());
            ExamSheet sheet = new ExamSheet(view, tree);
            files.put("results.xlsx", sheet.xlsx());
            files.put("signatures.pdf", sheet.pdf());
            add(files, JOURNAL + view.plan().id() + "/", data.resolve("exams").resolve(view.plan().id()));
            for (CandidateView candidate : view.candidates()) {
                for (int i = 0; i < candidate.items().size(); i++) {
                    work(files, candidate.paper().get(i), candidate.items().get(i));
                }
            }
            byte[] manifest = manifest(view, files);
            files.put(MANIFEST, manifest);
            files.put(SIGNATURE, signature(manifest));
            return zip(view.plan().id(), files);
        } catch (IOException e) {
            throw new OtsException(ExamError.STORAGE, view.plan().id(), String.valueOf(e.getMessage()));
        }
    }

    private void work(Map<String, byte[]> files, PaperItem item, ItemTrack track) throws IOException {
        if (item.kind() == PaperItem.Kind.OPERATION) {
            add(files, RUNS + track.work() + "/", data.resolve("runs").resolve(track.work()));
            return;
        }
        add(files, "attempts/" + track.work() + "/", data.resolve("hazop-attempts").resolve(track.work()));
        String sheet = track.closing().path("worksheet").asText();
        if (!sheet.isEmpty()) {
            add(files, "worksheets/" + sheet + "/", data.resolve("worksheets").resolve(sheet));
        }
    }

    private static void add(Map<String, byte[]> files, String prefix, Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path file : inside.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (!name.equals(LOCK)) {
                    files.put(prefix + name, Files.readAllBytes(file));
                }
            }
        }
    }

    private byte[] manifest(ExamView view, Map<String, byte[]> files) {
        ObjectNode root = ExamCodec.node()
                .put("format", FORMAT)
                .put("formatVersion", VERSION)
                .put("exam", view.plan().id())
                .put("engine", engine)
                .put("commitment", view.plan().commitment());
        ObjectNode list = root.putObject("files");
        files.forEach((name, bytes) -> list.put(name, Digests.sha256(bytes)));
        return (CanonicalJson.text(root) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private byte[] signature(byte[] manifest) {
        Base64.Encoder base64 = Base64.getEncoder();
        ObjectNode root = ExamCodec.node()
                .put("algorithm", StationKey.ALGORITHM)
                .put("publicKey", base64.encodeToString(key.open()))
                .put("fingerprint", StationKey.fingerprint(key.open()))
                .put("signature", base64.encodeToString(key.sign(manifest)));
        return (CanonicalJson.text(root) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(String id, Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(id + "/" + file.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
