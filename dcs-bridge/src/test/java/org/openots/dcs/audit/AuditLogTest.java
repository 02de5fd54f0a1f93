package org.openots.dcs.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.common.error.OtsException;

/** Nobody changes an audit unnoticed. */
class AuditLogTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(1_763_800_000_000L));

    @TempDir
    private Path folder;

    private Path written() {
        Path file = folder.resolve("审计.jsonl");
        for (int run = 0; run < 2; run++) {
            try (AuditLog log = new AuditLog(file, CLOCK)) {
                log.append("li", "take", Map.of());
                log.append("bridge", "send", Map.of("tag", "FIC-701.SP", "to", "61", "备注", "“引号”"));
            }
        }
        return file;
    }

    @Test
    void itGoesOnAcrossRunsAndCanBeRead() {
        List<AuditEntry> entries = AuditLog.verify(written());
        assertThat(entries).extracting(AuditEntry::number).containsExactly(1L, 2L, 3L, 4L);
        assertThat(entries.get(3).details()).containsEntry("备注", "“引号”");
    }

    @Test
    void aChangedARemovedAndAnExchangedLineAreFound() throws IOException {
        Path file = written();
        List<String> lines = Files.readAllLines(file);
        Files.write(
                file,
                List.of(
                        lines.get(0),
                        lines.get(1).replace("\"to\":\"61\"", "\"to\":\"62\""),
                        lines.get(2),
                        lines.get(3)));
        broken(file, "3");
        Files.write(file, List.of(lines.get(0), lines.get(2), lines.get(3)));
        broken(file, "2");
        Files.write(file, List.of(lines.get(0), lines.get(2), lines.get(1), lines.get(3)));
        broken(file, "2");
        Files.writeString(file, String.join("\n", lines));
        assertThatThrownBy(() -> AuditLog.verify(file)).isInstanceOf(OtsException.class);
        Files.write(file, lines);
        assertThat(AuditLog.verify(file)).hasSize(4);
    }

    private static void broken(Path file, String line) {
        assertThatThrownBy(() -> AuditLog.verify(file))
                .isInstanceOf(OtsException.class)
                .satisfies(e ->
                        assertThat(((OtsException) e).messageIn(Locale.ENGLISH)).contains("line " + line + " "));
        assertThatThrownBy(() -> new AuditLog(file, CLOCK)).isInstanceOf(OtsException.class);
    }
}
