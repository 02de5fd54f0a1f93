package org.openots.instructor.exam;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.journal.JournalEntry;
import org.openots.common.journal.JournalReader;
import org.openots.common.journal.JournalReport;
import org.openots.common.json.CanonicalJson;
import org.openots.instructor.session.RunEngineFactory;
import org.openots.instructor.session.RunScorerFactory;
import org.openots.instructor.session.RunVerifier;

/**
 * Checks a folder of exam results without the station it comes from: its signature, each file, the chain of the exam's journal,
 * the draw of the papers, a replay of each run, and the marks. Changes nothing.
 */
public final class ExamFolderCheck {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final RunVerifier verifier;

    /**
     * Prepares a check.
     *
     * @param engines builds engines
     * @param scorers builds scorers
     */
    public ExamFolderCheck(RunEngineFactory engines, RunScorerFactory scorers) {
        this.verifier = new RunVerifier(engines, scorers);
    }

    /**
     * Whether a folder is one of exam results.
     *
     * @param folder any folder
     * @return true when it has a manifest
     */
    public static boolean isFolder(Path folder) {
        return Files.isRegularFile(folder.resolve(ExamFolder.MANIFEST));
    }

    /**
     * Checks a folder.
     *
     * @param folder with a manifest
     * @return {@code verdict} is {@code verified}, {@code changed} (a file or the signature) or {@code different} (something else
     *     comes out); the rest says where
     * @throws OtsException if it cannot be read, or was made by another version of the program
     */
    public ObjectNode check(Path folder) {
        try {
            return checked(folder);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new OtsException(ExamError.FOLDER, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new OtsException(ExamError.FOLDER, String.valueOf(e));
        }
    }

    private ObjectNode checked(Path folder) throws IOException {
        byte[] manifest = Files.readAllBytes(folder.resolve(ExamFolder.MANIFEST));
        JsonNode list = MAPPER.readTree(manifest);
        if (!list.path("format").asText().equals(ExamFolder.FORMAT)
                || !list.path("formatVersion").asText().equals(ExamFolder.VERSION)) {
            throw new OtsException(
                    ExamError.FOLDER,
                    list.path("format").asText() + " "
                            + list.path("formatVersion").asText());
        }
        ObjectNode root = ExamCodec.node().put("exam", list.path("exam").asText());
        boolean signed = signature(root.putObject("signature"), folder, manifest);
        boolean whole = files(root.putObject("files"), folder, list.path("files"));
        if (!signed || !whole) {
            return root.put("verdict", "changed");
        }
        ExamTrack track = track(
                folder.resolve(ExamFolder.JOURNAL).resolve(list.path("exam").asText()));
        JsonNode results = MAPPER.readTree(Files.readAllBytes(folder.resolve(ExamFolder.RESULTS)));
        boolean papers = papers(root, track);
        boolean runs = runs(root.putObject("runs"), folder, track);
        boolean marks = marks(root, track, results);
        return root.put("verdict", papers && runs && marks ? "verified" : "different");
    }

    private static boolean signature(ObjectNode node, Path folder, byte[] manifest) throws IOException {
        Path file = folder.resolve(ExamFolder.SIGNATURE);
        if (!Files.isRegularFile(file)) {
            node.put("holds", false);
            return false;
        }
        JsonNode signature = MAPPER.readTree(Files.readAllBytes(file));
        byte[] key = Base64.getDecoder().decode(signature.path("publicKey").asText());
        byte[] signed = Base64.getDecoder().decode(signature.path("signature").asText());
        boolean holds = StationKey.holds(key, manifest, signed);
        node.put("holds", holds).put("fingerprint", StationKey.fingerprint(key));
        return holds;
    }

    private static boolean files(ObjectNode node, Path folder, JsonNode known) throws IOException {
        TreeMap<String, String> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (!name.equals(ExamFolder.MANIFEST) && !name.equals(ExamFolder.SIGNATURE)) {
                    found.put(name, Digests.sha256(Files.readAllBytes(file)));
                }
            }
        }
        TreeSet<String> wrong = new TreeSet<>();
        known.properties().forEach(one -> {
            if (!one.getValue().asText().equals(found.remove(one.getKey()))) {
                wrong.add(one.getKey());
            }
        });
        node.put("of", known.size());
        ArrayNode changed = node.putArray("changed");
        wrong.forEach(changed::add);
        ArrayNode surplus = node.putArray("surplus");
        found.keySet().forEach(surplus::add);
        return wrong.isEmpty() && found.isEmpty();
    }

    private static ExamTrack track(Path journal) {
        List<JournalEntry> entries = new ArrayList<>();
        JournalReport report = JournalReader.read(journal, record -> {
            try {
                entries.add(JournalEntry.read(record.payload()));
            } catch (JsonProcessingException e) {
                throw new OtsException(ExamError.FOLDER, record.sequence() + ": " + e.getMessage());
            }
        });
        report.damage().ifPresent(defect -> {
            throw new OtsException(ExamError.FOLDER, defect);
        });
        if (entries.isEmpty()) {
            throw new OtsException(ExamError.FOLDER, ExamFolder.JOURNAL);
        }
        ExamTrack track = ExamTrack.open(entries.get(0));
        entries.subList(1, entries.size()).forEach(track::take);
        return track;
    }

    /** Draws the papers again from the seed; ramps are those of the paper, which are the plant's and not drawn. */
    private static boolean papers(ObjectNode root, ExamTrack track) {
        ExamPlan plan = track.plan();
        List<String> accounts =
                plan.seats().stream().map(ExamPlan.Seat::account).toList();
        Map<String, Double> ramps = new TreeMap<>();
        track.view(track.clock()).candidates().stream()
                .flatMap(candidate -> candidate.paper().stream())
                .flatMap(item -> item.hidden().stream())
                .forEach(hidden -> ramps.put(hidden.fault(), hidden.rampSeconds()));
        PaperDraw draw = new PaperDraw(
                plan.strategy(),
                Digests.bytes(plan.seed()),
                item -> item.hidden()
                        .map(hidden -> ramps.getOrDefault(hidden.fault(), 0.0))
                        .orElse(0.0),
                new DrawFilter(track.difficulties()));
        Map<String, List<PaperItem>> again = draw.papers(accounts);
        boolean same = track.view(track.clock()).candidates().stream()
                .allMatch(candidate -> candidate.paper().equals(again.get(candidate.account())));
        root.put("papers", same ? "same" : "different");
        return same;
    }

    private boolean runs(ObjectNode node, Path folder, ExamTrack track) {
        int all = 0;
        ArrayNode different = node.putArray("different");
        for (CandidateView candidate : track.view(track.clock()).candidates()) {
            for (int i = 0; i < candidate.items().size(); i++) {
                ItemTrack item = candidate.items().get(i);
                if (candidate.paper().get(i).kind() == PaperItem.Kind.OPERATION) {
                    all++;
                    Path run = folder.resolve(ExamFolder.RUNS).resolve(item.work());
                    if (!ExamProof.proof(item, verifier, run).holds()) {
                        different.add(item.work());
                    }
                }
            }
        }
        node.put("of", all);
        return different.isEmpty();
    }

    /** Adds the marks up again; the points of assessed work are those that were confirmed. */
    private static boolean marks(ObjectNode root, ExamTrack track, JsonNode results) {
        ExamView view = track.view(track.clock());
        ExamResults again = ExamResults.of(
                view,
                (item, done) -> item.kind() == PaperItem.Kind.OPERATION
                        ? Optional.of(done.closing().path("score").asDouble())
                        : Optional.ofNullable(assessed(results, done.work())));
        String computed = CanonicalJson.text(again.json(view.plan().strategy()));
        boolean same = computed.equals(CanonicalJson.text(results))
                && view.results().filter(computed::equals).isPresent();
        root.put("marks", same ? "same" : "different");
        return same;
    }

    private static @Nullable Double assessed(JsonNode results, String work) {
        for (JsonNode candidate : results.path("candidates")) {
            for (JsonNode item : candidate.path("items")) {
                if (item.path("work").asText().equals(work)
                        && item.path("percent").isNumber()) {
                    return item.path("percent").asDouble();
                }
            }
        }
        return null;
    }
}
