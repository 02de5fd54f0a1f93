package org.openots.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.openots.common.error.OtsException;
import org.openots.instructor.catalog.StationContent;
import org.openots.instructor.session.JournalEvent;
import org.openots.instructor.session.RunVerifier;

/** Looks up in the journals on the disk what the station acknowledged, when the station is gone. */
final class JournalAudit {
    private final Path runs;

    JournalAudit(Path data) {
        this.runs = data.resolve("runs");
    }

    /**
     * What the journals say of what was acknowledged.
     *
     * @param lost acknowledged operations that are not there
     * @param twice operations that are there more than once
     * @param damaged journals whose chain is broken
     */
    record Found(long lost, long twice, long damaged) {}

    Found compare(Map<String, Set<String>> acknowledged) {
        long lost = 0;
        long twice = 0;
        long damaged = 0;
        for (Map.Entry<String, Set<String>> run : acknowledged.entrySet()) {
            RunVerifier.Recorded recorded = RunVerifier.read(runs.resolve(run.getKey()));
            damaged += recorded.damage().isPresent() ? 1 : 0;
            Map<String, Integer> kept = new HashMap<>();
            for (JournalEvent event : recorded.events()) {
                if (event.kind().equals("command")) {
                    kept.merge(event.body().path("cid").asText(), 1, Integer::sum);
                }
            }
            lost += run.getValue().stream()
                    .filter(cid -> !kept.containsKey(cid))
                    .count();
            twice += kept.values().stream().filter(times -> times > 1).count();
        }
        return new Found(lost, twice, damaged);
    }

    /** Replays closed runs as {@code openots verify} does; those that do not come out as recorded. */
    List<String> different(List<String> ids) {
        StationContent content = StationContent.find();
        RunVerifier verifier = new RunVerifier(content.engines(), content.scorers());
        List<String> different = new ArrayList<>();
        for (String id : ids) {
            try {
                RunVerifier.Recorded recorded = RunVerifier.read(runs.resolve(id));
                if (recorded.damage().isPresent() || !verifier.verify(recorded).proven()) {
                    different.add(id);
                }
            } catch (OtsException e) {
                different.add(id + " " + e.errorCode().code());
            }
        }
        return different;
    }

    /** Size of all journals, bytes. */
    long bytes() throws IOException {
        if (!Files.isDirectory(runs)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(runs)) {
            return files.filter(file -> file.toString().endsWith(".journal"))
                    .mapToLong(JournalAudit::size)
                    .sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
