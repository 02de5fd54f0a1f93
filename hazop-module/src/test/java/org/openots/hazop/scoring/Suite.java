package org.openots.hazop.scoring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.StudyReader;

/** The scorer of the suite and the study that the labelled sets answer, loaded once for all tests. */
final class Suite {
    static final ScoringLibrary WITH = ScoringLibrary.load(true);
    static final ScoringLibrary WITHOUT = ScoringLibrary.load(false);
    static final Study STUDY =
            StudyReader.read("first-version.json", bytes("/org/openots/hazop/study/first-version.json"));
    static final List<String> WRITERS =
            List.of("dev", "w1", "w2", "w3", "w4", "w5", "w6", "w7", "w9", "w10", "w11", "w12");

    /** Writers whose answers no model of the suite was trained on. */
    static final List<String> HELD_OUT = List.of("h1", "h2", "h3", "h4", "g1", "g2");

    private Suite() {}

    static AnswerSet set(String writer) {
        String text = new String(bytes("/org/openots/hazop/scoring/sets/" + writer + ".jsonl"), StandardCharsets.UTF_8);
        return AnswerSet.read(writer, text.lines().toList(), STUDY);
    }

    private static byte[] bytes(String resource) {
        try (InputStream stream = Suite.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("no test resource " + resource);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
