package org.openots.instructor.headless;

import java.util.List;
import java.util.Locale;
import org.openots.common.error.OtsException;
import org.openots.hazop.scoring.ScoringLibrary;
import picocli.CommandLine.Option;

/** {@code --embedding} of a command that scores. */
final class EmbeddingOption {
    private static final List<String> KNOWN = List.of("on", "off");

    @Option(
            names = "--embedding",
            defaultValue = "on",
            paramLabel = "on|off",
            description = "是否使用句向量，缺省为 on / whether sentences are embedded, on if it is left out")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String embedding;

    /** Whether sentences shall be embedded. */
    boolean on() {
        if (!KNOWN.contains(embedding)) {
            throw new OtsException(HeadlessError.NOT_A_SWITCH, "--embedding", embedding);
        }
        return embedding.equals("on");
    }

    /** Loads the scorer and says on standard error when it has to do without embeddings. */
    ScoringLibrary load(JsonOutput output) {
        ScoringLibrary library = ScoringLibrary.load(on());
        library.degraded().ifPresent(reason -> tell(output, reason));
        return library;
    }

    private static void tell(JsonOutput output, OtsException reason) {
        output.err().println(reason.messageIn(Locale.CHINESE));
        output.err().println(reason.messageIn(Locale.ENGLISH));
        output.err().flush();
    }
}
